"""Exact exploration: every reachable state of a cut under a keeper, by the real engine.

Two states that differ only in what no later condition can read are one state: choices,
memories and past listings die when nothing after them looks at them. Conditions that merely
pick a text don't count. Plays are counted exactly, as integers, and nothing is sampled.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.core.conditions import Condition
from game.core.model import Option, Scene, Story
from game.core.run import Game
from game.core.trace import State

__all__ = ["Exploration", "Walk", "explore"]


@dataclass(frozen=True, slots=True)
class Exploration:
    """What was found; counts are exact."""

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
    offered: frozenset[str]
    """`scene.option` for each option that can be chosen in some state."""
    soft_locks: tuple[str, ...]
    """Scenes at which some state can choose nothing."""


@dataclass(frozen=True, slots=True)
class _Live:
    """What conditions from some scene on can still read."""

    chosen: frozenset[str]
    memories: tuple[bool, ...]
    was: frozenset[str] | None
    """None keeps every past listing, for `was on any`."""


def explore(story: Story, keeper: str, cut: str) -> Exploration:
    """Walk every reachable state of a cut under a keeper."""
    return Walk(Game(story, keeper, cut, shadows=False)).run()


class Walk:
    """One walk over a game, layer by layer; `over` is what it ends with."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.live = _liveness(game)
        self.layers: list[Counter[State]] = [Counter() for _ in range(len(game.scenes) + 1)]
        self.offered: set[str] = set()
        self.locks: dict[str, None] = {}
        self.numbers: set[int] = set()

    def run(self) -> Exploration:
        self._enter(self.game.start(), 1)
        states = 0
        for at, scene in enumerate(self.game.scenes):
            states += 0 if scene.event else len(self.layers[at])
            for state, plays in self.layers[at].items():
                self._visit(scene, state, plays)
            self.layers[at] = Counter()
        over = self.over
        endings: Counter[str] = Counter({str(e.id): 0 for e in self.game.story.head.endings})
        for state, plays in over.items():
            endings[str(self.game.ending(state).id)] += plays
        return Exploration(
            self.game.keeper,
            self.game.cut,
            states + len(over),
            sum(over.values()),
            min(self.numbers, default=None),
            max(self.numbers, default=None),
            dict(endings),
            frozenset(self.offered),
            tuple(self.locks),
        )

    @property
    def over(self) -> Counter[State]:
        """States at the end, with their plays."""
        return self.layers[-1]

    def leave(self, state: State, option: Option | None) -> None:
        """Told before a state is left by an option, or by an event; for those who keep ways."""

    def reached(self, state: State) -> None:
        """Told of each state that is arrived at, merged."""

    def _visit(self, scene: Scene, state: State, plays: int) -> None:
        if scene.event:
            self.leave(state, None)
            case = self.game.case_of(scene, state)
            standings, _ = self.game.judge(state, case.deeds, scene.month)
            self._enter(state._replace(standings=standings), plays)
            return
        options = self.game.open_options(scene, state)
        if not options:
            self.locks[scene.id] = None
        for option in options:
            self.offered.add(f"{scene.id}.{option.id}")
            self.leave(state, option)
            self._enter(self.game.step(state, option)[0], plays)

    def _enter(self, state: State, plays: int) -> None:
        """Arrive at the next scene, drop what can't be read any more, and count."""
        if (number := state.standings[0].number) is not None:
            self.numbers.add(number)
        state, _ = self.game.arrive(state)
        merged = self._merged(state)
        self.reached(merged)
        self.layers[state.at][merged] += plays

    def _merged(self, state: State) -> State:
        live = self.live[state.at]
        standing = state.standings[0]
        if live.was is not None and standing.was:
            standing = standing._replace(was=standing.was & live.was)
        memories = tuple(
            value if read else 0 for value, read in zip(state.memories, live.memories, strict=True)
        )
        return State(state.at, state.month, (standing,), memories, state.chosen & live.chosen)


def _liveness(game: Game) -> tuple[_Live, ...]:
    """What can be read from each scene on, and at the end."""
    reads = [*(list(_conditions(scene)) for scene in game.scenes)]
    endings = [e.if_ for e in game.story.head.endings if e.if_ is not None]
    lives = [_live(game, endings)]
    for scene_reads in reversed(reads):
        endings = [*endings, *scene_reads]
        lives.append(_live(game, endings))
    return tuple(reversed(lives))


def _conditions(scene: Scene) -> Iterator[Condition]:
    """The conditions that decide what happens; texts' own are left out."""
    parts = [scene.if_, *(case.if_ for case in scene.cases)]
    parts += [c for option in scene.options for c in (option.if_, option.needs)]
    yield from (part for part in parts if part is not None)


def _live(game: Game, conditions: Iterable[Condition]) -> _Live:
    facts = {fact for condition in conditions for fact, _ in condition.reads}
    chosen = frozenset(fact.name for fact in facts if fact.kind == "chose")
    memories = tuple(
        any(f.kind == "memory" and f.name == m for f in facts) for m in game.memory_place
    )
    was = frozenset(fact.name for fact in facts if fact.kind == "was")
    return _Live(chosen, memories, None if "any" in was else was)
