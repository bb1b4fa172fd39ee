"""What if: the same choices, as any two keepers would have seen them, turn by turn.

The fold is the one that was played, looked at through another keeper's eyes: the deeds are the
same, the path is the same. Where that keeper's own words would have closed the option taken, the
turn is barred, and from there on its year goes on as if it had let the player through. Where it
would have told another story (left a scene out, let an event go otherwise), that is said too.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core.debrief.years import Point, YearLine, beyond, year_line
from game.core.run.fold import Game
from game.core.run.trace import State, Trace, Turn
from game.core.showing import holding, shutting, telling
from game.core.showing.telling import Loss
from game.core.story.conditions import Condition
from game.core.story.model import Ending
from game.core.story.rules import Rulebook
from game.words import joined, say

__all__ = ["Seen", "Side", "WhatIf", "WhatIfTurn", "ending_under", "what_if"]


@dataclass(frozen=True, slots=True)
class Seen:
    """One turn as one keeper saw it."""

    number: int | None
    change: int
    lists: tuple[str, ...]
    """Names of the lists the player is on after the turn."""
    shut: tuple[str, ...]
    """Ids of doors that are normally open, and closed after the turn."""
    perks: tuple[str, ...]
    """Ids of doors that are normally closed, and open after the turn."""
    moved: tuple[str, ...]
    """What changed since the turn before, a few words each: `down 10`, `closed: the gate`."""
    beyond: tuple[str, ...]
    """What it meant without moving anything here: `no list; elsewhere: the police`."""
    barred: str | None
    """Why this keeper would have closed the option taken, in a sentence."""
    hatched: bool
    """From the first barred turn on: as if let through."""
    otherwise: bool
    """Its own year would have gone another way here: a scene more or less, an event otherwise."""


@dataclass(frozen=True, slots=True)
class Side:
    """A year under one of the two keepers."""

    keeper: str
    short: str
    name: str
    is_keeper: bool
    """It kept the score in this run."""
    start: int | None
    end: int | None
    summary: str
    ending: str
    """The title of the ending that it gives, or would give if the year ended here."""
    barred: int
    """How many turns it would have barred."""


@dataclass(frozen=True, slots=True)
class WhatIfTurn:
    """One turn under both keepers."""

    turn: int
    scene: str
    label: str | None
    """The option taken; None for an event."""
    seen: tuple[Seen, Seen]

    @property
    def quiet(self) -> bool:
        """Nothing happened to either score, and nowhere else."""
        return not any(s.moved or s.beyond or s.barred or s.otherwise for s in self.seen)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Two keepers over the same choices."""

    sides: tuple[Side, Side]
    turns: tuple[WhatIfTurn, ...]
    over: bool
    """The year is over; before that an ending is only how it would end now."""


def what_if(game: Game, trace: Trace, one: str, other: str, name: str = "") -> WhatIf:
    """Lay two keepers' years side by side; `name` is the player's, for labels that speak of it."""
    years = [year_line(game, trace, keeper, name) for keeper in (one, other)]
    seen = [_seen(game, trace, year) for year in years]
    turns = tuple(
        WhatIfTurn(point.turn, point.scene, point.label, (first, second))
        for point, first, second in zip(years[0].points, *seen, strict=True)
    )
    first, second = (_side(game, trace, year) for year in years)
    return WhatIf((first, second), turns, trace.over)


def ending_under(game: Game, state: State, keeper: str) -> Ending:
    """Return the ending that a keeper gives: the first that fits through its eyes."""
    return next(e for e in game.story.head.endings if _holds(game, e.if_, state, keeper))


def _side(game: Game, trace: Trace, year: YearLine) -> Side:
    return Side(
        year.keeper,
        year.short,
        year.name,
        year.is_keeper,
        year.start,
        year.end,
        year.summary,
        ending_under(game, trace.state, year.keeper).title,
        year.barred,
    )


def _seen(game: Game, trace: Trace, year: YearLine) -> list[Seen]:
    """Return a keeper's turns; what months ended counts for the turn at whose arrival they did."""
    made: list[Seen] = []
    lists: tuple[str, ...] = ()
    last = game.start()
    shut, perks = _doors(game, last, year.keeper)
    for point, turn in zip(year.points, trace.turns, strict=True):
        before = (shut, perks)
        shut, perks = _doors(game, turn.after, year.keeper)
        closing = turn.barred.get(year.keeper)
        book = game.story.rulebooks[year.keeper]
        made.append(
            Seen(
                point.number,
                point.change,
                point.lists,
                shut,
                perks,
                (*_numbers(book, point, lists), *_turned(game, before, (shut, perks))),
                beyond(point),
                shutting.closing_sentence(book, closing) if closing else None,
                point.hatched,
                _otherwise(game, last, turn, year.keeper),
            )
        )
        lists, last = point.lists, turn.after
    return made


def _doors(game: Game, state: State, keeper: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the doors that are not as they normally are: closed ones, and perks that are open."""
    facts = game.situation(state, keeper)
    doors = game.story.head.doors.items()
    shut = tuple(id for id, door in doors if not door.is_perk and not facts.door_open(id))
    return shut, tuple(id for id, door in doors if door.is_perk and facts.door_open(id))


def _numbers(book: Rulebook, point: Point, lists: tuple[str, ...]) -> list[str]:
    told: list[str] = []
    if point.change:
        word = telling.change_word(point.change)
        told.append(Loss(word) if point.change < 0 else word)
    named = {item.name: item for item in book.lists.values()}
    held = [(name in lists, holding.held(named[name])) for name in point.listed]
    told += [Loss(say("again {held}", held=where) if again else where) for again, where in held]
    off = [name for name in lists if name not in point.lists]
    return told + [holding.no_longer(named[name]) for name in off]


def _turned(
    game: Game,
    before: tuple[tuple[str, ...], tuple[str, ...]],
    after: tuple[tuple[str, ...], tuple[str, ...]],
) -> list[str]:
    (shut, perks), (now_shut, now_perks) = before, after
    doors = game.story.head.doors
    closed = joined(doors[id].name for id in [*_gone(now_shut, shut), *_gone(perks, now_perks)])
    opened = joined(doors[id].name for id in [*_gone(shut, now_shut), *_gone(now_perks, perks)])
    told: list[str] = [Loss(say("closed: {doors}", doors=closed))] if closed else []
    return told + ([say("open: {doors}", doors=opened)] if opened else [])


def _gone(some: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    return [id for id in some if id not in others]


def _otherwise(game: Game, last: State, turn: Turn, keeper: str) -> bool:
    """Whether this keeper's own story would not have been here, or would have gone otherwise.

    Silence bars nothing; but a perk that a keeper doesn't speak of isn't had under it either.
    """
    passed = game.passed_over(last, turn.before.at)
    if any(_holds(game, scene.if_, state, keeper) for scene, state in passed):
        return True
    if not _holds(game, turn.scene.if_, turn.before, keeper):
        return True
    if turn.option is not None:
        asked = [turn.option.if_] if keeper in turn.barred else [turn.option.if_, turn.option.needs]
        return not all(_holds(game, condition, turn.before, keeper) for condition in asked)
    cases = (case for case in turn.scene.cases if _holds(game, case.if_, turn.before, keeper))
    return next(cases) is not turn.case


def _holds(game: Game, condition: Condition | None, state: State, keeper: str) -> bool:
    return condition is None or condition(game.situation(state, keeper))
