"""What a choice does, worked out once a game and not once a turn.

Where it leads, in which month it is made, what it is remembered by; and a judgment, which is
looked up by where the player stands. Rulebooks alone judge: nothing here knows a rule.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.core.run.known import Known
from game.core.run.rulebook import Move, Standing
from game.core.story.model import Option, Scene

__all__ = ["MEMORY_MOST", "Judged", "Judgment", "Memories", "Standings", "Way", "bits", "ways"]

MEMORY_MOST = 5

Memories = tuple[int, ...]
Standings = tuple[Standing, ...]
Judged = tuple[Standings, Mapping[str, tuple[Move, ...]]]
"""Where deeds leave the player with each rulebook, and what each made of them, by its id."""

Judgment = Known[Standings, Judged]
"""What all rulebooks make of certain deeds in a certain month, by where the player stands."""


@dataclass(frozen=True, slots=True)
class Way:
    """An option of a scene, as the fold takes it."""

    at: int
    """One place before where it leads: `arrive` steps on to the next scene that is played."""
    month: int
    bit: int
    """What the choice adds to `State.chosen`."""
    judgment: Judgment
    remembered: Known[Memories, Memories]
    """What becomes of ties, purse and voice."""


def bits(scenes: Sequence[Scene]) -> dict[str, int]:
    """Return a bit of `State.chosen` for each option, by `scene.option`."""
    keys = (f"{scene.id}.{option.id}" for scene in scenes for option in scene.options)
    return {key: 1 << n for n, key in enumerate(keys)}


def ways(
    scenes: Sequence[Scene],
    order: Mapping[str, int],
    memories: Sequence[str],
    judgments: Mapping[tuple[tuple[str, ...], int], Judgment],
) -> tuple[Mapping[str, Way], ...]:
    """Return the ways out of each scene of a cut, by the option's id.

    `order` is the place of every scene of the story: a jump out of the cut leads to the next
    scene of the cut after it.
    """
    places = [order[scene.id] for scene in scenes]
    bit = bits(scenes)

    def way(scene: Scene, option: Option) -> Way:
        after = order[option.then] if option.then is not None else order[scene.id] + 1
        return Way(
            bisect_left(places, after) - 1,
            scene.month,
            bit[f"{scene.id}.{option.id}"],
            judgments[option.deeds, scene.month],
            _CHANGES[tuple(option.remembered.get(name, 0) for name in memories)],
        )

    return tuple({option.id: way(scene, option) for option in scene.options} for scene in scenes)


def _remembered(changes: Memories) -> Known[Memories, Memories]:
    def after(before: Memories) -> Memories:
        moved = zip(before, changes, strict=True)
        return tuple(min(max(value + change, 0), MEMORY_MOST) for value, change in moved)

    return Known(after)


_CHANGES: Known[Memories, Known[Memories, Memories]] = Known(_remembered)
"""Options that are remembered alike share what is known, in every game."""
