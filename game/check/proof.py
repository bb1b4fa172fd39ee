"""What is proven of one cut under one keeper: figures, ways, and all that never happens.

Data, and the making of it. A `Proof` holds ids and keys alone, no words and no lines, so that
it can be kept and still be right after an edit of words.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from game.check.explore import LIMIT, Walk
from game.check.liveness import reads
from game.check.projection import can_be_shown
from game.check.variants import Variant, When, variants
from game.core.run.fold import Game
from game.core.run.rulebook import Standing
from game.core.run.trace import State
from game.core.story.model import Option, Story

__all__ = ["Proof", "prove"]

Way = tuple[str, ...]
"""Choices as `scene.option`, from the first."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found; every count is exact."""

    keeper: str
    cut: str
    states: int
    """Distinct states at which a choice waits or the year is over."""
    plays: int
    """Distinct plays from the first choice to an ending."""
    score_min: int | None
    score_max: int | None
    """The least and the greatest number at any moment; None without a number."""
    endings: dict[str, int]
    """Plays that reach each ending, by its id; unreached ones stand with 0."""
    numbers: dict[int, int]
    """Plays by the number with which they end; empty without a number."""
    closed: dict[str, int]
    """Plays at whose end a door is closed, by the door."""
    listed: int
    """Plays that end on some list."""
    ever_closed: tuple[str, ...]
    """Doors that are closed at some moment of some play."""
    ever_open: tuple[str, ...]
    offered: dict[str, Way]
    """The shortest way to each option that can be chosen somewhere."""
    reached: dict[str, Way]
    """The shortest way to each ending that is reached."""
    locks: dict[str, Way]
    """Scenes at which some state can choose nothing, each with the shortest way in."""
    unshown: tuple[str, ...]
    """Texts that no play shows, by their keys (`variants.placed` knows where they stand)."""
    unplayed: tuple[str, ...]
    """Scenes and events to which no play comes."""
    clamped: dict[str, tuple[str, Way]]
    """Options and events with a move that an end of the scale cuts short somewhere: which end
    (`low` or `high`), and the shortest way there."""
    steps: int
    """How often the engine let a choice or an event take effect."""
    gave_up: str = ""
    """The scene at which there were too many states to go on; then nothing above is proven."""


class _Watch(Walk):
    """A walk that looks out for texts: what one of its whole states shows needs no other proof."""

    def __init__(self, game: Game, limit: int) -> None:
        super().__init__(game, limit)
        self.unseen: dict[tuple[str, int, str], list[Variant]] = {}
        for variant in variants(game):
            option = variant.option.id if variant.option else ""
            self.unseen.setdefault((variant.when, variant.at, option), []).append(variant)

    def note(self, when: When, state: State, option: Option | None = None) -> None:
        # A step leaves the state one place before where it leads: ask where it came from.
        at = self.at if when != "ended" else len(self.game.scenes)
        key = (when, at, option.id if option else "")
        if unseen := self.unseen.get(key):
            self.unseen[key] = [v for v in unseen if not v.shown(self.game, state)]

    def settled(self, variant: Variant) -> bool:
        """Say whether the walk told all apart that a text depends on: then what it saw is all."""
        live, game = self.live[variant.at], self.game
        return all(live.keeps(fact, game) for fact in reads(variant.conditions))


def prove(story: Story, keeper: str, cut: str, limit: int = LIMIT) -> Proof:
    """Walk every state of a cut under a keeper, and settle what no state happened to show."""
    game = Game(story, keeper, cut, shadows=False)
    walk = _Watch(game, limit)
    walk.run()
    unseen = [] if walk.gave_up else [v for left in walk.unseen.values() for v in left]
    unshown = tuple(v.key for v in unseen if walk.settled(v) or not can_be_shown(game, v))
    numbers = [s.number for s in walk.standings if s.number is not None]
    shut, ajar = _doors_over(game, walk.standings)
    closed, listed, finals = _at_the_end(game, walk)
    return Proof(
        keeper,
        cut,
        walk.states,
        walk.plays,
        min(numbers, default=None),
        max(numbers, default=None),
        dict(walk.endings()),
        finals,
        closed,
        listed,
        shut,
        ajar,
        {key: node.way() for key, node in walk.offered.items()},
        _reached(game, walk),
        {key: node.way() for key, node in walk.locks.items()},
        unshown,
        tuple(str(s.id) for s in game.scenes if s.id not in walk.played),
        {key: (end, node.way()) for key, (end, node) in walk.clamped.items()},
        walk.steps,
        walk.gave_up,
    )


def _open(game: Game, standing: Standing, door: str) -> bool:
    return door in game.doors[0][standing]


def _doors_over(game: Game, standings: set[Standing]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the doors that are closed in some standing, and those that are open in some."""
    doors = [str(door) for door in game.normally_open]
    shut = tuple(d for d in doors if not all(_open(game, s, d) for s in standings))
    return shut, tuple(d for d in doors if any(_open(game, s, d) for s in standings))


def _at_the_end(game: Game, walk: Walk) -> tuple[dict[str, int], int, dict[int, int]]:
    """Return the plays by closed door, those on a list, and the plays by number."""
    ends: Counter[Standing] = Counter()
    for state, node in walk.over.items():
        ends[state.standings[0]] += node.plays
    closed = {
        str(door): sum(n for s, n in ends.items() if not _open(game, s, door))
        for door in game.normally_open
    }
    numbers: Counter[int] = Counter()
    for standing, plays in ends.items():
        if standing.number is not None:
            numbers[standing.number] += plays
    listed = sum(plays for standing, plays in ends.items() if standing.on)
    return closed, listed, dict(sorted(numbers.items()))


def _reached(game: Game, walk: Walk) -> dict[str, Way]:
    nearest: dict[str, tuple[int, Way]] = {}
    for node in walk.over.values():
        id = str(game.ending(node.state).id)
        if id not in nearest or node.depth < nearest[id][0]:
            nearest[id] = (node.depth, node.way())
    return {id: way for id, (_, way) in nearest.items()}
