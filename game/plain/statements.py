"""The six statements in plain text: listed with numbers, judged in a word, before and after."""

from __future__ import annotations

from game.core.session import Session
from game.core.statements import SURE, StatementView, statements
from game.plain.blocks import Block, option, text
from game.plain.words import Unclear

__all__ = ["believe", "listed", "said_of", "when"]


def when(session: Session) -> str:
    """The last scene is after; anything earlier is before."""
    waiting = session.trace.waiting
    last = [scene.id for scene in session.game.scenes if not scene.event][-1]
    return "after" if waiting is None or waiting.id == last else "before"


def listed(session: Session) -> list[Block]:
    """Say the statements with their numbers, and what was said of them so far."""
    if not session.story.statements:
        return [text("This story has no statements to judge.")]
    told = [text("True or false? Some of each.")]
    for n, view in enumerate(statements(session.story, session.run.statements), 1):
        told.append(option(n, f"{view.says}{said_of(view)}"))
    return [*told, text("Type believe, a number, and true or false; add sure if you are.")]


def said_of(view: StatementView) -> str:
    """Say what was said of a statement, before and after; nothing where nothing was."""
    told = ""
    for when, said in (("before", view.before), ("after", view.after)):
        if said is not None:
            told += f" You said {when}: {'true' if said[0] else 'false'}, {SURE[said[1]]}."
    return told


def believe(session: Session, rest: str) -> list[Block]:
    """Judge a statement: `2 false`, `2 true sure`."""
    views = statements(session.story, session.run.statements)
    if not views:
        raise Unclear("This story has no statements to judge.")
    number, _, words = rest.strip().partition(" ")
    truth, _, sure = words.strip().partition(" ")
    levels = {word: level for level, word in SURE.items()} | {"guess": 1, "fairly": 2, "": 2}
    truth = {"t": "true", "f": "false"}.get(truth, truth)
    known = number.isascii() and number.isdigit() and 0 < int(number[:3]) <= len(views)
    if not known or truth not in ("true", "false") or sure.strip() not in levels:
        raise Unclear(
            "Type believe, a number, true or false and, if you like, a guess, fairly sure or sure."
        )
    view = views[int(number) - 1]
    session.believe(when(session), view.id, truth == "true", levels[sure.strip()])
    how = f", {SURE[levels[sure.strip()]]}" if sure.strip() else ""
    return [text(f"Kept: statement {number} is {truth}{how}.")]
