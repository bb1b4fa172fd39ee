"""The fold: a run is a list of choices, and everything else is derived from it here.

`Game` is a story seen under one keeper in one cut. `Game.step` is the only place where a
choice takes effect; `fold` repeats it, and what-if is the same fold with another keeper's
bars marked. Shadows (the keepers that aren't in charge) judge the same deeds and never
change the path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from game.core.run import rulebook
from game.core.run.known import Known
from game.core.run.rulebook import Closing, Move
from game.core.run.situation import Situation
from game.core.run.trace import Choice, Misfit, State, Trace, Turn
from game.core.run.way import Judged, Judgment, Standings, bits, ways
from game.core.story.conditions import Condition
from game.core.story.model import Case, Ending, Option, Scene, Story
from game.core.story.rules import Rulebook
from game.words import say

__all__ = ["MEMORY_START", "Arrived", "Game"]

MEMORY_START = 2

Arrived = tuple[State, Mapping[str, tuple[str, ...]]]
"""A state at which a choice waits or the year is over, and the lists that ended on arrival."""

Calendar = tuple[Standings, Mapping[str, tuple[str, ...]]]
"""Where a new month finds the player with each rulebook, and the lists that it ended, by its id."""

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_UNBARRED: Mapping[str, Closing] = MappingProxyType({})

_new = tuple.__new__
"""Makes a named tuple out of all its fields, in half the time that its own name takes for it."""


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
        self.bits = bits(self.scenes)
        """The bit of `State.chosen` of each option, by `scene.option`."""
        self._free = {
            scene.id
            for scene in self.scenes
            if all(option.if_ is None and option.needs is None for option in scene.options)
        }
        self._judgments: Known[tuple[tuple[str, ...], int], Judgment] = Known(self._judgment)
        self._ended: Known[tuple[Standings, int], Calendar] = Known(self._turn_calendar)
        self.doors = [
            Known(partial(rulebook.open_doors, book, self.normally_open)) for book in self.books
        ]
        """The open doors under each of the books, by where the player stands with it."""
        self._ways = ways(self.scenes, story.place_of_scene, story.head.remembered, self._judgments)

    def start(self) -> State:
        """Return the state before the first scene."""
        standings = tuple(rulebook.start(book) for book in self.books)
        memories = (MEMORY_START,) * len(self.memory_place)
        return State(-1, 0, standings, memories, 0)

    def situation(self, state: State, keeper: str | None = None) -> Situation:
        """Look at a state through the conditions' eyes, under the keeper or a shadow."""
        return Situation(self, state, self.place[keeper] if keeper else 0)

    def holds(self, condition: Condition | None, state: State) -> bool:
        """Say whether a condition holds; an absent one does."""
        return condition is None or condition.test(Situation(self, state))

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
                if (option.if_ is None or option.if_.test(situation))
                and (
                    option.needs is None
                    or option.needs.test(situation)
                    or not self.closings(option, state)
                )
            ]
        )

    def judge(self, state: State, deeds: Sequence[str], month: int) -> Judged:
        """Judge deeds under every rulebook: the effect itself, and so the reveal too."""
        return self._judgments[tuple(deeds), month][state.standings]

    def _judgment(self, what: tuple[tuple[str, ...], int]) -> Judgment:
        """Return the judgment of deeds done in a month: each rulebook's own, side by side."""
        deeds, month = what
        asked = [
            (book.id, Known(partial(rulebook.apply, book, deeds=deeds, month=month)))
            for book in self.books
        ]

        def judge(before: Standings) -> Judged:
            standings, moves = [], {}
            for (id, own), standing in zip(asked, before, strict=True):
                after, moves[id] = own[standing]
                standings.append(after)
            return tuple(standings), MappingProxyType(moves)

        return Known(judge)

    def step(self, state: State, option: Option) -> tuple[State, Mapping[str, tuple[Move, ...]]]:
        """Choose an option of the scene at which `state` waits; events after it not yet played."""
        way = self._ways[state.at][option.id]
        standings, moves = way.judgment[state.standings]
        memories = way.remembered[state.memories]
        return _new(State, (way.at, way.month, standings, memories, state.chosen | way.bit)), moves

    def happen(self, state: State) -> tuple[State, Case, Mapping[str, tuple[Move, ...]]]:
        """Let the event happen at which a state stands; nobody chose it."""
        at, month, standings, memories, chosen = state
        scene = self.scenes[at]
        case = self.case_of(scene, state)
        standings, moves = self._judgments[case.deeds, scene.month][standings]
        return _new(State, (at, month, standings, memories, chosen)), case, moves

    def arrive(self, state: State) -> Arrived:
        """Move on to the next scene that is played, ending listings whose months are over."""
        at, month, standings, memories, chosen = state
        expired = _NOTHING
        while (at := at + 1) < len(self.scenes):
            scene = self.scenes[at]
            month = scene.month
            for standing in standings:
                if standing.on:
                    standings, ended = self._ended[standings, month]
                    for keeper, names in ended.items():
                        expired = {**expired, keeper: expired.get(keeper, ()) + names}
                    break
            here = _new(State, (at, month, standings, memories, chosen))
            if scene.if_ is None or self.holds(scene.if_, here):
                return here, expired
        return State(len(self.scenes), month, standings, memories, chosen), expired

    def _turn_calendar(self, when: tuple[Standings, int]) -> Calendar:
        """End the listings whose months are over when a month has come."""
        before, month = when
        expired, standings = {}, []
        for book, standing in zip(self.books, before, strict=True):
            standing, ended = rulebook.expire(book, standing, month)
            standings.append(standing)
            if ended:
                expired[book.id] = ended
        return tuple(standings), MappingProxyType(expired)

    def passed_over(self, state: State, at: int) -> Iterator[tuple[Scene, State]]:
        """Return the scenes left out between a state and a place, each with the state there."""
        _, _, standings, memories, chosen = state
        for n in range(state.at + 1, at):
            scene = self.scenes[n]
            standings, _ = self._ended[standings, scene.month]
            yield scene, State(n, scene.month, standings, memories, chosen)

    def case_of(self, scene: Scene, state: State) -> Case:
        """Return the case of an event that happens: the first that fits."""
        situation = Situation(self, state)
        for case in scene.cases:
            if case.if_ is None or case.if_.test(situation):
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
        barred = self._barred(option, before) if option.needs is not None else _UNBARRED
        scene = self.scenes[before.at]
        turns.append(
            _new(Turn, (scene, option, None, before, after, moves, expired, barred, predicted))
        )
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
            if where in [later.id for later in self.scenes[state.at :]]:
                return say(
                    "no choice is given for `{scene}`, which comes before `{where}`",
                    scene=scene.id, where=where,
                )  # fmt: skip
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

    def _barred(self, option: Option, state: State) -> Mapping[str, Closing]:
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
            arrived = state, expired = self.arrive(state)
            at = state.at
            if at >= len(self.scenes) or not (scene := self.scenes[at]).event:
                return arrived
            after, case, moves = self.happen(state)
            turns.append(
                _new(Turn, (scene, None, case, state, after, moves, expired, _UNBARRED, None))
            )
            state = after
