"""Computed years: the best number, the most ties, the most purse that a cut allows.

Not a sample: of all reachable ends the best one is taken, and a way to it told. A policy is
single-minded: among equal ends it takes one that was never listed, then one that gave up most
of what it doesn't aim at, then the one with the most plays; no accident of order decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.check.explore import Walk
from game.core.model import Option, Story
from game.core.run import Game
from game.core.trace import Choice, State

__all__ = ["POLICIES", "Policy", "policy"]

Aim = Callable[[Game, State], int]
Rank = tuple[int, int, int, int]


def _number(_: Game, state: State) -> int:
    return state.standings[0].number or 0


def _memory(name: str) -> Aim:
    return lambda game, state: state.memories[game.memory_place[name]]


POLICIES: dict[str, Aim] = {
    "best number": _number,
    "most ties": _memory("ties"),
    "most purse": _memory("purse"),
}


@dataclass(frozen=True, slots=True)
class Policy:
    """The year of one policy."""

    name: str
    keeper: str
    ending: str
    number: int | None
    memories: dict[str, int]
    choices: tuple[Choice, ...]


class _Traced(Walk):
    """A walk that remembers one way to each state."""

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        # An aim may ask for what no ending reads: here no memory and no past listing dies.
        kept = (True,) * len(game.memory_place)
        self.live = tuple(replace(live, memories=kept, was=None) for live in self.live)
        self.ways: dict[State, tuple[State | None, Choice | None]] = {}
        self._from: tuple[State | None, Choice | None] = (None, None)

    def leave(self, state: State, option: Option | None) -> None:
        scene = self.game.scenes[state.at]
        choice = Choice(str(scene.id), str(option.id)) if option else None
        self._from = (state, choice)

    def reached(self, state: State) -> None:
        self.ways.setdefault(state, self._from)


def _rank(name: str, game: Game, state: State, plays: int) -> Rank:
    aimed_at = name.rpartition(" ")[2]
    others = (
        value
        for memory, value in zip(game.memory_place, state.memories, strict=True)
        if memory != aimed_at
    )
    listed = len(state.standings[0].was)
    return POLICIES[name](game, state), -listed, -sum(others), plays


def policy(story: Story, keeper: str, cut: str, name: str) -> Policy:
    """Compute the year of a policy of POLICIES under a keeper; raises KeyError for another."""
    game = Game(story, keeper, cut, shadows=False)
    walk = _Traced(game)
    walk.run()
    best = max(walk.over, key=lambda state: _rank(name, game, state, walk.over[state]))
    choices: list[Choice] = []
    state: State | None = best
    while state is not None:
        state, choice = walk.ways[state]
        choices += [choice] if choice else []
    memories = dict(zip(game.memory_place, best.memories, strict=True))
    ending = str(game.ending(best).id)
    number = best.standings[0].number
    return Policy(name, keeper, ending, number, memories, tuple(reversed(choices)))
