"""History: every turn of a run so far, with what was done there and what that moved.

A list of places to turn to. It tells nothing that the page from which it is opened still holds
back, and it never says which option would have been better.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core.debrief.counting import numbers
from game.core.debrief.years import Point, moved_words, year_line
from game.core.playing.session import Session
from game.words import mark, say

__all__ = ["Past", "history"]

HELD = mark("told at the chapter's end")
HERE = mark("you stand here")
OVER = mark("what the year adds up to")


@dataclass(frozen=True, slots=True)
class Past:
    """One turn, as the list of turns shows it."""

    turn: int
    """What `Session.jump` and `Session.branch` take."""
    number: str
    """The scene's number as over its page; `5+` for what happened after it, empty at the end."""
    chapter: str
    scene: str
    label: str | None
    """The option taken; None for an event and for where the run stands."""
    says: str
    """What it moved under the keeper; empty where nothing moved."""
    chosen: bool
    """A choice was made here, so that another can be tried."""
    here: bool
    """The page now belongs to this turn."""


def history(session: Session) -> tuple[Past, ...]:
    """Return every turn, oldest first; the last entry is where the run stands."""
    game, trace = session.game, session.trace
    points = year_line(game, trace, game.keeper, session.run.name).points
    held = session.pages.held
    counted = numbers(point.label is not None for point in points)
    made = [_past(session, p, n, held) for p, n in zip(points, counted, strict=True)]
    n = len(trace.turns)
    title = trace.waiting.title if trace.waiting else game.ending(trace.state).title
    chapter = session.pages.caption(n).chapter if trace.turns or trace.waiting else ""
    says = say(HERE if trace.waiting else OVER)
    number = str(session.pages.caption(n).number) if trace.waiting else ""
    return (*made, Past(n, number, chapter, title, None, says, False, session.stop.turn >= n))


def _past(session: Session, point: Point, number: str, held: int | None) -> Past:
    turn = session.trace.turns[point.turn]
    chapters = session.story.chapters
    hidden = held is not None and point.turn >= held
    return Past(
        point.turn,
        number,
        chapters[session.story.chapter_of[turn.scene.id]].chapter,
        point.scene,
        point.label,
        say(HELD) if hidden else moved_words(point),
        turn.option is not None,
        session.stop.turn == point.turn,
    )
