"""A year as one rulebook saw it: a point a turn, and the sentence that sums it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.debrief.year_words import (
    away,
    beyond,
    doors_words,
    moved_words,
    summary,
    times,
    wrote,
)
from game.core.run.fold import Game
from game.core.run.rulebook import Move
from game.core.run.trace import Trace, Turn
from game.core.showing import holding, others, telling
from game.core.showing.margin import changed_doors

__all__ = [
    "Point",
    "YearLine",
    "away",
    "beyond",
    "doors_words",
    "moved_words",
    "times",
    "wrote",
    "year_line",
]


@dataclass(frozen=True, slots=True)
class Point:
    """One turn on a rulebook's path."""

    turn: int
    scene: str
    """The scene's title."""
    label: str | None
    """The option taken; None for an event."""
    month: int
    number: int | None
    """The number after the turn; None without one."""
    change: int
    lists: tuple[str, ...]
    """Names of the lists and orders that hold the player after the turn."""
    listed: tuple[str, ...]
    cleared: tuple[str, ...]
    closed: tuple[str, ...]
    """Doors that this turn closed, by name."""
    opened: tuple[str, ...]
    barred: bool
    """Under this shadow the option taken would have been closed."""
    hatched: bool
    """From the first barred turn on, the path is as if let through."""
    elsewhere: tuple[str, ...] = ()
    """Other systems that answer for what was done: the police, censorship, a court."""
    local: tuple[str, ...] = ()
    """Places and years in which alone it counted."""
    others: tuple[str, ...] = ()
    """What fell on a firm or an office, in words."""
    put: tuple[str, ...] = ()
    """What of it holds the player from this turn on, in words: `put on the book`."""
    freed: tuple[str, ...] = ()
    """What let go of the player at this turn, in words: `taken off the book`."""
    points: int = 0
    """Points that moved, up or down."""
    ours: int = 0
    """Those of them that rest on a reading of ours, of which we are not sure."""

    @property
    def moved(self) -> bool:
        """Whether a number or a list changed."""
        return bool(self.change or self.listed or self.cleared)


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year under one rulebook: a line of the chart, or the record's list of lists."""

    keeper: str
    short: str
    name: str
    is_keeper: bool
    start: int | None
    low: int | None
    high: int | None
    points: tuple[Point, ...]
    end: int | None
    moves: int
    """How many turns moved its number or a list."""
    shut: tuple[str, ...]
    """Doors closed at the end, by name; a perk is one of these only where it had been open."""
    summary: str
    """The year in a sentence or two."""
    from_start: tuple[str, ...] = ()
    """Those of them that were closed from the start."""

    @property
    def lists(self) -> tuple[str, ...]:
        """Every list the player was put on, by name, in order."""
        return tuple(dict.fromkeys(name for point in self.points for name in point.listed))

    @property
    def barred(self) -> int:
        """How many turns it would have barred."""
        return sum(1 for point in self.points if point.barred)

    @property
    def elsewhere(self) -> int:
        """How many turns another system answers for, and no list or number of this one."""
        return sum(1 for point in self.points if point.elsewhere)


def year_line(game: Game, trace: Trace, keeper: str, name: str = "") -> YearLine:
    """Return the year as one rulebook saw it, the path being the one that was played.

    `name` is the player's, for labels that speak of it.
    """
    book = game.story.rulebooks[keeper]
    points: list[Point] = []
    hatched = False
    for n, turn in enumerate(trace.turns):
        hatched = hatched or keeper in turn.barred
        points.append(_point(game, n, turn, keeper, hatched, name))
    scale = book.number
    shut, from_start = _shut_at_end(game, trace, keeper)
    standing = trace.state.standings[game.place[keeper]]
    on = [book.lists[listing] for listing, _ in standing.on]
    return YearLine(
        keeper,
        telling.short(book, standing),
        telling.name(book, standing),
        keeper == game.keeper,
        scale.start if scale else None,
        scale.low if scale else None,
        scale.high if scale else None,
        tuple(points),
        standing.number,
        sum(point.moved for point in points),
        shut,
        summary(book, points, on, shut, from_start),
        from_start,
    )


def _point(game: Game, n: int, turn: Turn, keeper: str, hatched: bool, name: str) -> Point:
    book = game.story.rulebooks[keeper]
    moves = turn.moves[keeper]
    after = turn.after.standings[game.place[keeper]]
    doors = game.story.head.doors
    changed = changed_doors(game, turn.before, turn.after, keeper)
    put = [book.lists[name] for move in moves for name in move.listed]
    freed = [book.lists[name] for move in moves for name in move.cleared]
    return Point(
        turn=n,
        scene=turn.scene.title,
        label=telling.fill(turn.option.label, name) if turn.option else None,
        month=turn.scene.month,
        number=after.number,
        change=sum(move.change for move in moves),
        lists=tuple(book.lists[name].name for name, _ in after.on),
        listed=tuple(item.name for item in put),
        cleared=tuple(item.name for item in freed),
        closed=tuple(doors[door].name for door, now in changed if not now),
        opened=tuple(doors[door].name for door, now in changed if now),
        barred=keeper in turn.barred,
        hatched=hatched,
        elsewhere=_told_of(moves, "elsewhere"),
        local=_told_of(moves, "local"),
        others=tuple(
            telling.others_word(book, move.rule) for move in moves if others.meant(move.rule)
        ),
        put=tuple(map(holding.put, put)),
        freed=tuple(map(holding.freed, freed)),
        points=sum(abs(move.change) for move in moves),
        ours=sum(abs(move.change) for move in moves if move.rule.sure == "low"),
    )


def _told_of(moves: Sequence[Move], answer: str) -> tuple[str, ...]:
    """What a rulebook names where it answers so: the other system, or the place."""
    rules = (m.rule for m in moves if m.rule.answer == answer and not others.meant(m.rule))
    named = ((rule.system if answer == "elsewhere" else rule.where) for rule in rules)
    return tuple(dict.fromkeys(name or "" for name in named))


def _shut_at_end(game: Game, trace: Trace, keeper: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Doors closed at the end, and those of them that were closed from the start, by name."""
    start, now = game.start(), game.situation(trace.state, keeper)
    seen = [game.situation(state, keeper) for state in (start, *(t.after for t in trace.turns))]
    doors = game.story.head.doors
    shut = [
        id
        for id, door in doors.items()
        if not now.door_open(id)
        and (not door.is_perk or any(situation.door_open(id) for situation in seen))
    ]
    always = [doors[id].name for id in shut if not any(each.door_open(id) for each in seen)]
    return tuple(doors[id].name for id in shut), tuple(always)
