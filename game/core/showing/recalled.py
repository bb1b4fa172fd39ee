"""Which paragraphs of a scene that only remember earlier choices are told.

A page that recalls five of them reads as a list. Refuses to leave out what somebody needs to know
now: a paragraph that reads a door, a list, the number or the purse is always told.
"""

from __future__ import annotations

from game.core.run.fold import Game
from game.core.run.trace import State
from game.core.story.model import Also, Scene

__all__ = ["recalled"]

MOST, AT_LAST = 2, 3
"""Paragraphs that only remember: on any page, and on the last one, where everybody comes in."""


def recalled(game: Game, scene: Scene, state: State) -> tuple[Also, ...]:
    """Those of a scene that hold; of those that only remember choices, the first and the last."""
    holding = [part for part in scene.also if game.holds(part.if_, state)]
    memories = [part for part in holding if _remembers(part)]
    most = AT_LAST if scene == game.scenes[-1] else MOST
    dropped = memories[most - 1 : -1]
    return tuple(part for part in holding if part not in dropped)


def _remembers(part: Also) -> bool:
    """Whether it reads nothing but choices."""
    return all(fact.kind == "chose" for fact, _ in part.if_.reads)
