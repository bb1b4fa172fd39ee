"""The fold: a run is a list of choices, and everything else is derived from it here.

`Game` is a story seen under one keeper in one cut. `Game.step` is the only place where a
choice takes effect; `fold` repeats it, and what-if is the same fold with another keeper's
bars marked. Shadows (the keepers that aren't in charge) judge the same deeds and never
change the path.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from operator import getitem
from types import MappingProxyType
from typing import NamedTuple

from game.core import rulebook
from game.core.conditions import Condition
from game.core.model import Case, Ending, Option, Scene, Story
from game.core.rulebook import Closing, Move, Standing
from game.core.rules import Rulebook
from game.core.situation import Situation
from game.core.trace import Choice, Misfit, State, Trace, Turn
from game.words import say

__all__ = ["MEMORY_MOST", "MEMORY_START", "Arrived", "Game"]

MEMORY_START = 2
MEMORY_MOST = 5
JUDGMENTS_KEPT = 1 << 14
"""Judgments that a game keeps at hand: the same deeds on the same standings come to the same."""

Arrived = tuple[State, Mapping[str, tuple[str, ...]]]
"""A state at which a choice waits or the year is over, and the lists that ended on arrival."""

Judged = tuple[tuple[Standing, ...], Mapping[str, tuple[Move, ...]]]
"""Where deeds leave the player with each rulebook, and what each made of them, by its id."""

_NOTHING: Mapping[str, tuple[str, ...]] = {}


class _Way(NamedTuple):
    """What choosing an option does, as far as it depends on no state; worked out once."""

    at: int
    """One place before where it leads: `arrive` steps on to the next scene that is played."""
    key: frozenset[str]
    remembered: tuple[tuple[int, ...], ...]
    """A row a memory: what each value becomes. Empty where nothing is remembered."""


class Game:
    """A story under one keeper in one cut. Immutable; shared by every run that plays it."""

    def __init__(self, story: Story, keeper: str, cut: str, shadows: bool = True) -> None:
        self.story, self.keeper, self.cut = story, keeper, cut
        others = [id for id in story.head.keepers if id != keeper] if shadows else []
        self.books: tuple[Rulebook, ...] = tuple(story.rulebooks[id] for id in [keeper, *others])
        self.place = {book.id: n for n, book in enumerate(self.books)}
        self.memory_place = {name: n for n, name in enumerate(story.head.remembered)}
        self.normally_open = {id: not door.is_perk for id, door in story.head.doors.items()}
        self.scenes = story.cut_scenes(cut)
        order = {id: n for n, id in enumerate(story.scenes)}
        places = [order[scene.id] for scene in self.scenes]
        self._ways = [
            {option.id: self._way(scene, option, order, places) for option in scene.options}
            for scene in self.scenes
        ]
        self._free = {
            scene.id
            for scene in self.scenes
            if all(option.if_ is None and option.needs is None for option in scene.options)
        }
        judges = (partial(rulebook.apply, book) for book in self.books)
        self._judges = [lru_cache(JUDGMENTS_KEPT)(judge) for judge in judges]
        self._judged = lru_cache(JUDGMENTS_KEPT)(self._judge)

    def _way(
        self, scene: Scene, option: Option, order: Mapping[str, int], places: Sequence[int]
    ) -> _Way:
        after = order[option.then] if option.then is not None else order[scene.id] + 1
        at = bisect_left(places, after)
        changes = [option.remembered.get(name, 0) for name in self.memory_place]
        rows = tuple(
            tuple(min(max(value + change, 0), MEMORY_MOST) for value in range(MEMORY_MOST + 1))
            for change in changes
        )
        return _Way(at - 1, frozenset({f"{scene.id}.{option.id}"}), rows if any(changes) else ())

    def start(self) -> State:
        """Return the state before the first scene."""
        standings = tuple(rulebook.start(book) for book in self.books)
        memories = (MEMORY_START,) * len(self.memory_place)
        return State(-1, 0, standings, memories, frozenset())

    def situation(self, state: State, keeper: str | None = None) -> Situation:
        """Look at a state through the conditions' eyes, under the keeper or a shadow."""
        return Situation(self, state, self.place[keeper] if keeper else 0)

    def holds(self, condition: Condition | None, state: State) -> bool:
        """Say whether a condition holds; an absent one does."""
        return condition is None or condition(Situation(self, state))

    def offered(self, scene: Scene, state: State) -> tuple[Option, ...]:
        """Return the options that are shown, closed ones included."""
        return tuple(option for option in scene.options if self.holds(option.if_, state))

    def closings(
        self, option: Option, state: State, keeper: str | None = None
    ) -> tuple[Closing, ...]:
        """Return what closes an option under the keeper (or a shadow); empty where it is open.

        The loader makes sure that `needs` holds where every door is open; so where it doesn't,
        some door that it names is closed.
        """
        if option.needs is None:
            return ()
        situation = self.situation(state, keeper)
        if option.needs(situation):
            return ()
        shut = (situation.closing(door) for door in option.needs.named("door"))
        return tuple(closing for closing in shut if closing)

    def open_options(self, scene: Scene, state: State) -> tuple[Option, ...]:
        """Return the options that can be chosen now."""
        if scene.id in self._free:
            return scene.options
        situation = Situation(self, state)
        return tuple(
            [
                option
                for option in scene.options
                if (option.if_ is None or option.if_(situation))
                and (
                    option.needs is None
                    or option.needs(situation)
                    or not self.closings(option, state)
                )
            ]
        )

    def judge(self, state: State, deeds: Sequence[str], month: int) -> Judged:
        """Judge deeds under every rulebook: the effect itself, and so the reveal too."""
        return self._judged(state.standings, tuple(deeds), month)

    def _judge(self, before: tuple[Standing, ...], deeds: tuple[str, ...], month: int) -> Judged:
        standings, moves = [], {}
        for book, judge, standing in zip(self.books, self._judges, before, strict=True):
            standing, moves[book.id] = judge(standing, deeds, month)
            standings.append(standing)
        return tuple(standings), MappingProxyType(moves)

    def step(self, state: State, option: Option) -> tuple[State, Mapping[str, tuple[Move, ...]]]:
        """Choose an option of the scene at which `state` waits; events after it not yet played."""
        month = self.scenes[state.at].month
        way = self._ways[state.at][option.id]
        standings, moves = self._judged(state.standings, option.deeds, month)
        memories = state.memories
        if way.remembered:
            memories = tuple(map(getitem, way.remembered, memories))
        return State(way.at, month, standings, memories, state.chosen | way.key), moves

    def happen(self, state: State) -> tuple[State, Case, Mapping[str, tuple[Move, ...]]]:
        """Let the event happen at which a state stands; nobody chose it."""
        scene = self.scenes[state.at]
        case = self.case_of(scene, state)
        standings, moves = self.judge(state, case.deeds, scene.month)
        return state._replace(standings=standings), case, moves

    def arrive(self, state: State) -> Arrived:
        """Move on to the next scene that is played, ending listings whose months are over."""
        expired = _NOTHING
        for at in range(state.at + 1, len(self.scenes)):
            scene = self.scenes[at]
            for standing in state.standings:
                if standing.on:
                    state, ended = self._turn_calendar(state, at, scene.month)
                    for keeper, names in ended.items():
                        expired = {**expired, keeper: expired.get(keeper, ()) + names}
                    break
            else:
                _, _, standings, memories, chosen = state
                state = State(at, scene.month, standings, memories, chosen)
            if scene.if_ is None or self.holds(scene.if_, state):
                return state, expired
        return state._replace(at=len(self.scenes)), expired

    def _turn_calendar(self, state: State, at: int, month: int) -> Arrived:
        """Come to the month of a place, ending the listings whose months are over there."""
        expired, standings = {}, []
        for book, standing in zip(self.books, state.standings, strict=True):
            standing, ended = rulebook.expire(book, standing, month)
            standings.append(standing)
            if ended:
                expired[book.id] = ended
        return State(at, month, tuple(standings), state.memories, state.chosen), expired

    def passed_over(self, state: State, at: int) -> Iterator[tuple[Scene, State]]:
        """Return the scenes left out between a state and a place, each with the state there."""
        for n in range(state.at + 1, at):
            state, _ = self._turn_calendar(state, n, self.scenes[n].month)
            yield self.scenes[n], state

    def case_of(self, scene: Scene, state: State) -> Case:
        """Return the case of an event that happens: the first that fits."""
        situation = Situation(self, state)
        for case in scene.cases:
            if case.if_ is None or case.if_(situation):
                return case
        raise ValueError(f"no case of `{scene.id}` fits")

    def ending(self, state: State) -> Ending:
        """Return the ending of a state: the first that fits."""
        return next(e for e in self.story.head.endings if self.holds(e.if_, state))

    def fold(self, choices: Sequence[Choice]) -> Trace:
        """Play choices from the start; the first that doesn't fit ends the fold, and is told."""
        turns: list[Turn] = []
        arrived = self.begin(turns)
        for n, choice in enumerate(choices):
            why = self._misfit(arrived, choice)
            if why:
                rest = tuple(Misfit(later, why) for later in choices[n:])
                return self._trace(turns, arrived, rest)
            option = self.scenes[arrived[0].at].option(choice.option)
            assert option is not None
            arrived = self.take(arrived, option, turns, choice.predicted)
        return self._trace(turns, arrived, ())

    def begin(self, turns: list[Turn]) -> Arrived:
        """Arrive at the first choice; events before it are noted in `turns`."""
        return self._settle(self.start(), turns)

    def take(
        self, arrived: Arrived, option: Option, turns: list[Turn], predicted: str | None = None
    ) -> Arrived:
        """Take an open option and arrive at the next choice, every turn noted in `turns`."""
        before, expired = arrived
        after, moves = self.step(before, option)
        barred = self._barred(option, before) if option.needs is not None else {}
        scene = self.scenes[before.at]
        turns.append(Turn(scene, option, None, before, after, moves, expired, barred, predicted))
        return self._settle(after, turns)

    def _trace(
        self,
        turns: list[Turn],
        arrived: Arrived,
        misfits: tuple[Misfit, ...],
    ) -> Trace:
        state, expired = arrived
        waiting = self.scenes[state.at] if state.at < len(self.scenes) else None
        return Trace(tuple(turns), state, waiting, expired, misfits)

    def _misfit(self, arrived: Arrived, choice: Choice) -> str:
        state = arrived[0]
        if state.at >= len(self.scenes):
            return say("the year is over before this choice")
        scene = self.scenes[state.at]
        if scene.id != choice.scene:
            where = choice.scene
            return say(
                "the story stands at `{scene}`, not at `{where}`", scene=scene.id, where=where
            )
        option = scene.option(choice.option)
        if option is None:
            return say("`{scene}` has no option `{option}`", scene=scene.id, option=choice.option)
        if not self.holds(option.if_, state):
            return say("`{choice}` is not offered here", choice=f"{scene.id}.{choice.option}")
        if self.closings(option, state):
            return say("`{choice}` is closed here", choice=f"{scene.id}.{choice.option}")
        return ""

    def _barred(self, option: Option, state: State) -> dict[str, Closing]:
        """What each shadow's own words would close of an option; its silence bars nothing."""
        barred = {}
        for shadow in self.books[1:]:
            spoken = (shut for shut in self.closings(option, state, shadow.id) if shut.speaks)
            if (first := next(spoken, None)) is not None:
                barred[shadow.id] = first
        return barred

    def _settle(self, state: State, turns: list[Turn]) -> Arrived:
        """Let events happen until a scene waits or the year is over."""
        while True:
            state, expired = self.arrive(state)
            if state.at >= len(self.scenes) or not self.scenes[state.at].event:
                return state, expired
            after, case, moves = self.happen(state)
            scene = self.scenes[state.at]
            turns.append(Turn(scene, None, case, state, after, moves, expired, {}))
            state = after
