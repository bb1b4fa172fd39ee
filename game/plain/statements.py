"""The six statements in plain text: listed with numbers, judged in a word, before and after."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.playing.session import Session
from game.core.story.statements import SURE, StatementView, believed, statements
from game.plain.blocks import Block, item, option, passage, text
from game.plain.words import Unclear
from game.words import mark, say

__all__ = ["KEY", "believe", "judged", "key", "listed", "said_of", "so", "when"]

NONE = mark("This story has no statements to judge.")
HOW = mark("Type believe, a number, true or false and, if you like, a guess, fairly sure or sure.")
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
        return [text(say(NONE))]
    told = [text(say("True or false? Some of each."))]
    for n, view in enumerate(statements(session.story, session.run.statements), 1):
        told.append(option(n, passage(view.says, *said_of(view))))
    told.append(text(say("Type believe, a number, and true or false; add sure if you are.")))
    so = say("What is so: type statements {key}.", key=KEY)
    return [*told, text(so)] if session.over else told


def key(session: Session) -> list[Block]:
    """Say what is so, on request; from then on nothing more is judged."""
    views = statements(session.story, session.run.statements)
    if not views:
        raise Unclear(say(NONE))
    if not session.over:
        raise Unclear(say("What is so is told when the year is over."))
    session.key_told = True
    said = session.run.statements
    lines = {when: believed(session.story, said.get(when, {})) for when in ("before", "after")}
    told = [text(judged(when, words)) for when, words in lines.items() if words]
    return [*told, *so(views)]


def judged(when: str, words: str) -> str:
    """Say what was believed, `before` or `after`."""
    if when == "before":
        return say("The statements, before: {words}.", words=words)
    return say("The statements, after: {words}.", words=words)


def so(views: Sequence[StatementView]) -> list[Block]:
    """Say of each statement whether it is true, what was said of it, and why."""
    told = []
    for view in views:
        said = said_of(view) or [say("You didn't say.")]
        words = passage(view.says, *said, view.answer)
        true = view.truth
        told.append(
            item(say("True: {says}", says=words) if true else say("False: {says}", says=words))
        )
    return told


def said_of(view: StatementView) -> list[str]:
    """Say what was said of a statement, before and after; nothing where nothing was."""
    told = []
    if view.before is not None:
        told.append(say("You said before: {truth}, {sure}.", **_parts(view.before)))
    if view.after is not None:
        told.append(say("You said after: {truth}, {sure}.", **_parts(view.after)))
    return told


def _parts(said: tuple[bool, int]) -> dict[str, str]:
    return {"truth": say("true") if said[0] else say("false"), "sure": say(SURE[said[1]])}


def believe(session: Session, rest: str) -> list[Block]:
    """Judge a statement: `2 false`, `2 true sure`; the very same again takes it back."""
    views = statements(session.story, session.run.statements)
    if not views:
        raise Unclear(say(NONE))
    number, _, words = rest.strip().partition(" ")
    truth, _, sure = words.strip().partition(" ")
    levels = {word: level for level, word in SURE.items()} | {"guess": 1, "fairly": 2, "": 2}
    truth = {"t": "true", "f": "false"}.get(truth, truth)
    known = number.isascii() and number.isdigit() and 0 < int(number[:3]) <= len(views)
    if not known:
        which = say("The statements have the numbers 1 to {n}.", n=len(views))
        raise Unclear(passage(which, say(HOW)))
    if truth not in ("true", "false") or sure.strip() not in levels:
        raise Unclear(say(HOW))
    view, level = views[int(number) - 1], levels[sure.strip()]
    said = session.run.statements.get(when(session), {}).get(view.id)
    if said == (truth == "true", level):
        session.believe(when(session), view.id, None)
        return [text(say("Taken back: of {n} you say nothing.", n=number))]
    session.believe(when(session), view.id, truth == "true", level)
    noted = mark("Noted: you say that {n} is true, {sure}.")
    if truth == "false":
        noted = mark("Noted: you say that {n} is false, {sure}.")
    again = say(
        "To change it, say it again, with a guess, fairly sure or sure; the very same again takes "
        "it back."
    )
    return [text(passage(say(noted, n=number, sure=say(SURE[level])), again))]
