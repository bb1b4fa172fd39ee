"""The order of a run's pages: what is shown after what. A pure function of the folded run.

Held reveals wait for the end of their chapter; a glance is not shown twice; a chapter's card
comes before its first scene. A face only ever steps through this list.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from game.core.run.fold import Game
from game.core.run.trace import Trace, Turn

__all__ = ["Kind", "Stop", "held_from", "script"]

Kind = Literal[
    "opening", "chapter", "glance", "scene", "outcome", "reveal", "card", "ending", "debrief"
]


class Stop(NamedTuple):
    """One page's place in the order."""

    kind: Kind
    turn: int = -1
    """Index of the turn it belongs to; the number of turns for the scene that waits."""
    chapter: int = -1


def script(game: Game, trace: Trace, glanced: Collection[str] = ()) -> tuple[Stop, ...]:
    """Return every page of a run so far, in order; the last is where it stands."""
    stops = [Stop("opening")]
    chapter = -1
    held: list[Stop] = []
    for n, turn in enumerate(trace.turns):
        here = game.story.chapter_of[turn.scene.id]
        if here != chapter:
            stops += [*held, Stop("chapter", n, here)]
            chapter, held = here, []
        stops += _turn_stops(n, turn)
        if turn.scene.held:
            held.append(Stop("reveal", n))
    return tuple(stops + _last_stops(game, trace, chapter, held, glanced))


def _turn_stops(n: int, turn: Turn) -> list[Stop]:
    stops = [Stop("scene", n)] if turn.option else []
    stops.append(Stop("outcome", n))
    if turn.scene.reveal != "held" and turn.scene.claims:
        stops.append(Stop("reveal", n))
        if turn.scene.reveal == "full":
            stops.append(Stop("card", n))
    return stops


def _last_stops(
    game: Game, trace: Trace, chapter: int, held: list[Stop], glanced: Collection[str]
) -> list[Stop]:
    n = len(trace.turns)
    if trace.waiting is None:
        return [*held, Stop("ending", n), Stop("debrief", n)]
    here = game.story.chapter_of[trace.waiting.id]
    stops = [*held, Stop("chapter", n, here)] if here != chapter else []
    if trace.waiting.glance and trace.waiting.id not in glanced:
        stops.append(Stop("glance", n))
    return [*stops, Stop("scene", n)]


def held_from(trace: Trace, stops: tuple[Stop, ...], at: int) -> int | None:
    """Return the index of the earliest turn whose reveal is still held back at a page.

    What was not revealed by then is held back on the pages before it, too: turning back tells
    nothing that the pages in between kept to themselves.
    """
    revealed = set(stops[: at + 1])
    for n, turn in enumerate(trace.turns):
        if turn.scene.held and Stop("reveal", n) not in revealed:
            return n
    return None
