"""The six statements in plain text: listed with numbers, judged in a word, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.session import Session
from game.core.statements import SURE, StatementView, believed, statements
from game.plain.blocks import Block, item, option, text
from game.plain.words import Unclear

__all__ = ["KEY", "believe", "key", "listed", "said_of", "so", "when"]

KEY = "key"
"""What is typed after `statements` to hear what is so."""


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
    told.append(text("Type believe, a number, and true or false; add sure if you are."))
    return [*told, text(f"What is so: type statements {KEY}.")] if session.over else told


def key(session: Session) -> list[Block]:
    """Say what is so, on request; from then on nothing more is judged."""
    views = statements(session.story, session.run.statements)
    if not views:
        raise Unclear("This story has no statements to judge.")
    if not session.over:
        raise Unclear("What is so is told when the year is over.")
    session.key_told = True
    said = session.run.statements
    lines = {when: believed(session.story, said.get(when, {})) for when in ("before", "after")}
    told = [text(f"The statements, {when}: {words}.") for when, words in lines.items() if words]
    return [*told, *so(views)]


def so(views: Sequence[StatementView]) -> list[Block]:
    """Say of each statement whether it is true, what was said of it, and why."""
    return [
        item(f"{'True' if view.truth else 'False'}: {view.says}{said_of(view)} {view.answer}")
        for view in views
    ]


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
    how = SURE[levels[sure.strip()]]
    noted = f"Noted: you say that {number} is {truth}, {how}."
    return [text(f"{noted} To change it, say it again, with a guess, fairly sure or sure.")]
