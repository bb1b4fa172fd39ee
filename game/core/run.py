"""The fold: a run is a list of choices, and everything else is derived from it here.

`Game` is a story seen under one keeper in one cut. `Game.step` is the only place where a
choice takes effect; `fold` repeats it, and what-if is the same fold with another keeper's
bars marked. Shadows (the keepers that aren't in charge) judge the same deeds and never
change the path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.core import rulebook
from game.core.conditions import Condition
from game.core.model import Case, Ending, Option, Scene, Story
from game.core.rulebook import Closing, Move, Standing
from game.core.rules import Rulebook
from game.core.trace import Choice, Misfit, State, Trace, Turn

__all__ = ["MEMORY_MOST", "MEMORY_START", "Game", "Situation"]

MEMORY_START = 2
MEMORY_MOST = 5


class Situation:
    """What a condition may see of a state: the `conditions.Facts` of one game."""

    __slots__ = ("book", "game", "here", "state")

    def __init__(self, game: Game, state: State, keeper: int = 0) -> None:
        self.game, self.state = game, state
        self.book, self.here = game.books[keeper], state.standings[keeper]

    def standing(self) -> str:
        return rulebook.band(self.book, self.here)

    def door_open(self, door: str) -> bool:
        normally_open = not self.game.story.head.doors[door].is_perk
        return rulebook.door_open(self.book, self.here, door, normally_open)

    def closing(self, door: str) -> Closing | None:
        normally_open = not self.game.story.head.doors[door].is_perk
        return rulebook.closing(self.book, self.here, door, normally_open)

    def is_on(self, listing: str) -> bool:
        return bool(self.here.on) if listing == "any" else self.here.is_on(listing)

    def was_on(self, listing: str) -> bool:
        return bool(self.here.was) if listing == "any" else listing in self.here.was

    def memory(self, name: str) -> int:
        return self.state.memories[self.game.memory_place[name]]

    def chose(self, scene: str, option: str) -> bool:
        return f"{scene}.{option}" in self.state.chosen


class Game:
    """A story under one keeper in one cut. Immutable; shared by every run that plays it."""

    def __init__(self, story: Story, keeper: str, cut: str, shadows: bool = True) -> None:
        self.story, self.keeper, self.cut = story, keeper, cut
        others = [id for id in story.head.keepers if id != keeper] if shadows else []
        self.books: tuple[Rulebook, ...] = tuple(story.rulebooks[id] for id in [keeper, *others])
        self.place = {book.id: n for n, book in enumerate(self.books)}
        self.memory_place = {name: n for n, name in enumerate(story.head.remembered)}
        self.scenes = story.cut_scenes(cut)
        order = {id: n for n, id in enumerate(story.scenes)}
        self._places = [order[scene.id] for scene in self.scenes]
        self._order = order

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
        return tuple(o for o in self.offered(scene, state) if not self.closings(o, state))

    def judge(
        self, state: State, deeds: Sequence[str], month: int
    ) -> tuple[tuple[Standing, ...], dict[str, tuple[Move, ...]]]:
        """Judge deeds under every rulebook: the effect itself, and so the reveal too."""
        standings, moves = [], {}
        for book, standing in zip(self.books, state.standings, strict=True):
            standing, moves[book.id] = rulebook.apply(book, standing, deeds, month)
            standings.append(standing)
        return tuple(standings), moves

    def step(self, state: State, option: Option) -> tuple[State, dict[str, tuple[Move, ...]]]:
        """Choose an option of the scene at which `state` waits; events after it not yet played."""
        scene = self.scenes[state.at]
        standings, moves = self.judge(state, option.deeds, scene.month)
        memories = tuple(
            min(max(value + option.remembered.get(name, 0), 0), MEMORY_MOST)
            for value, name in zip(state.memories, self.memory_place, strict=True)
        )
        chosen = state.chosen | {f"{scene.id}.{option.id}"}
        at = state.at + 1
        if option.then is not None:
            at = next((n for n, p in enumerate(self._places) if p >= self._order[option.then]), -1)
            at = len(self.scenes) if at < 0 else at
        # One place back: `arrive` steps on to the next scene whose condition holds.
        return State(at - 1, scene.month, standings, memories, chosen), moves

    def arrive(self, state: State) -> tuple[State, dict[str, tuple[str, ...]]]:
        """Move on to the next scene that is played, ending listings whose months are over."""
        expired: dict[str, tuple[str, ...]] = {}
        for at in range(state.at + 1, len(self.scenes)):
            scene = self.scenes[at]
            state, ended = self._turn_calendar(state, at, scene.month)
            for keeper, names in ended.items():
                expired[keeper] = expired.get(keeper, ()) + names
            if self.holds(scene.if_, state):
                return state, expired
        return state._replace(at=len(self.scenes)), expired

    def _turn_calendar(
        self, state: State, at: int, month: int
    ) -> tuple[State, dict[str, tuple[str, ...]]]:
        if not any(standing.on for standing in state.standings):
            return state._replace(at=at, month=month), {}
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
        return next(case for case in scene.cases if self.holds(case.if_, state))

    def ending(self, state: State) -> Ending:
        """Return the ending of a state: the first that fits."""
        return next(e for e in self.story.head.endings if self.holds(e.if_, state))

    def fold(self, choices: Sequence[Choice]) -> Trace:
        """Play choices from the start; the first that doesn't fit ends the fold, and is told."""
        turns: list[Turn] = []
        state = self._settle(self.start(), turns)
        for n, choice in enumerate(choices):
            why = self._misfit(state, choice)
            if why:
                rest = tuple(Misfit(later, why) for later in choices[n:])
                return self._trace(turns, state, rest)
            scene = self.scenes[state[0].at]
            option = scene.option(choice.option)
            assert option is not None
            turns.append(self._turn(state, scene, option, choice.predicted))
            state = self._settle(turns[-1].after, turns)
        return self._trace(turns, state, ())

    def _trace(
        self,
        turns: list[Turn],
        arrived: tuple[State, Mapping[str, tuple[str, ...]]],
        misfits: tuple[Misfit, ...],
    ) -> Trace:
        state, expired = arrived
        waiting = self.scenes[state.at] if state.at < len(self.scenes) else None
        return Trace(tuple(turns), state, waiting, expired, misfits)

    def _misfit(self, arrived: tuple[State, object], choice: Choice) -> str:
        state = arrived[0]
        if state.at >= len(self.scenes):
            return "the year is over before this choice"
        scene = self.scenes[state.at]
        if scene.id != choice.scene:
            return f"the story stands at `{scene.id}`, not at `{choice.scene}`"
        option = scene.option(choice.option)
        if option is None:
            return f"`{scene.id}` has no option `{choice.option}`"
        if not self.holds(option.if_, state):
            return f"`{scene.id}.{choice.option}` is not offered here"
        if self.closings(option, state):
            return f"`{scene.id}.{choice.option}` is closed here"
        return ""

    def _turn(
        self,
        arrived: tuple[State, Mapping[str, tuple[str, ...]]],
        scene: Scene,
        option: Option,
        predicted: str | None,
    ) -> Turn:
        before, expired = arrived
        after, moves = self.step(before, option)
        shadows = (book.id for book in self.books[1:])
        barred = {id: shut for id in shadows if (shut := self._bar(option, before, id))}
        return Turn(scene, option, None, before, after, moves, expired, barred, predicted)

    def _bar(self, option: Option, state: State, shadow: str) -> Closing | None:
        """What a shadow's own words would close of an option; its silence bars nothing."""
        spoken = (shut for shut in self.closings(option, state, shadow) if shut.speaks)
        return next(spoken, None)

    def _settle(
        self, state: State, turns: list[Turn]
    ) -> tuple[State, Mapping[str, tuple[str, ...]]]:
        """Let events happen until a scene waits or the year is over."""
        while True:
            state, expired = self.arrive(state)
            if state.at >= len(self.scenes) or not self.scenes[state.at].event:
                return state, expired
            scene = self.scenes[state.at]
            case = self.case_of(scene, state)
            standings, moves = self.judge(state, case.deeds, scene.month)
            after = state._replace(standings=standings)
            turns.append(Turn(scene, None, case, state, after, moves, expired, {}))
            state = after
