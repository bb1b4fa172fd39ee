"""A year as one rulebook saw it: a point a turn, and the sentence that sums it up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core import telling
from game.core.margin import changed_doors
from game.core.rulebook import Move
from game.core.rules import Rulebook
from game.core.run import Game
from game.core.trace import Trace, Turn
from game.words import joined

__all__ = ["Point", "YearLine", "beyond", "doors_words", "moved_words", "times", "year_line"]

NAMED = 3
"""Scenes that a summary names; of more it says how many."""


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
    """Names of the lists the player is on after the turn."""
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
    """Doors closed at the end, by name; those that only open as a perk are none of these."""
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
    end = trace.state.standings[game.place[keeper]].number
    return YearLine(
        keeper,
        book.short,
        book.name,
        keeper == game.keeper,
        scale.start if scale else None,
        scale.low if scale else None,
        scale.high if scale else None,
        tuple(points),
        end,
        sum(point.moved for point in points),
        shut,
        _summary(game, trace, keeper, points, (shut, from_start)),
        from_start,
    )


def _point(game: Game, n: int, turn: Turn, keeper: str, hatched: bool, name: str) -> Point:
    book = game.story.rulebooks[keeper]
    moves = turn.moves[keeper]
    after = turn.after.standings[game.place[keeper]]
    doors = game.story.head.doors
    changed = changed_doors(game, turn.before, turn.after, keeper)
    names = {name: item.name for name, item in book.lists.items()}
    return Point(
        turn=n,
        scene=turn.scene.title,
        label=telling.fill(turn.option.label, name) if turn.option else None,
        month=turn.scene.month,
        number=after.number,
        change=sum(move.change for move in moves),
        lists=tuple(names[name] for name, _ in after.on),
        listed=tuple(names[name] for move in moves for name in move.listed),
        cleared=tuple(names[name] for move in moves for name in move.cleared),
        closed=tuple(doors[door].name for door, now in changed if not now),
        opened=tuple(doors[door].name for door, now in changed if now),
        barred=keeper in turn.barred,
        hatched=hatched,
        elsewhere=_told_of(moves, "elsewhere"),
        local=_told_of(moves, "local"),
        others=tuple(
            telling.answer_word(game.story, book, move).replace(": ", ", ", 1)
            for move in moves
            if move.rule.whose and move.rule.answer in ("up", "down", "listed", "cleared")
        ),
    )


def _told_of(moves: Sequence[Move], answer: str) -> tuple[str, ...]:
    """What a rulebook names where it answers so: the other system, or the place."""
    rules = (move.rule for move in moves if move.rule.answer == answer)
    named = ((rule.system if answer == "elsewhere" else rule.where) for rule in rules)
    return tuple(dict.fromkeys(name or "" for name in named))


def _summary(
    game: Game,
    trace: Trace,
    keeper: str,
    points: Sequence[Point],
    doors: tuple[tuple[str, ...], tuple[str, ...]],
) -> str:
    book = game.story.rulebooks[keeper]
    on = [book.lists[name].name for name, _ in trace.state.standings[game.place[keeper]].on]
    told = [*_number_words(book, points), *_list_words(book, points, on)]
    shut, from_start = doors
    later = [name for name in shut if name not in from_start]
    closed = [joined(later)] if later else []
    closed += [f"{joined(from_start)}, from the start"] if from_start else []
    told += [f"Closed at the end: {'; '.join(closed)}."] if closed else []
    told += _beyond_words(book, points)
    if any(p.barred for p in points):
        told.append("It would have barred a choice that you made; after it the path is a guess.")
    return " ".join(told)


def _number_words(book: Rulebook, points: Sequence[Point]) -> list[str]:
    if book.number is None:
        return []
    start, moved = book.number.start, sum(1 for point in points if point.change)
    end = points[-1].number if points else start
    if book.number.counter:
        return [f"From {start} to {end} points; they {_often(moved, 'rose')}."]
    return [f"From {start} to {end}; the number {_often(moved, 'moved')}."]


def _often(count: int, verb: str) -> str:
    return f"{verb} {times(count)}" if count else f"never {verb}"


def times(count: int) -> str:
    """Say how often: `once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _list_words(book: Rulebook, points: Sequence[Point], on: Sequence[str]) -> list[str]:
    """How often one was listed and cleared, and what one is still on."""
    listed = [name for point in points for name in point.listed]
    cleared = sum(len(point.cleared) for point in points)
    if not listed:
        return [] if book.number else ["On no list all year."]
    names = list(dict.fromkeys(listed))
    told = f"You were listed {times(len(listed))} ({joined(names)})"
    told += f" and cleared {times(cleared)}" if cleared else ""
    if on:
        told += f", and are still on {'it' if on == names else joined(on)}"
    elif not cleared:
        told += ", and are off again"
    return [f"{told}."]


def _beyond_words(book: Rulebook, points: Sequence[Point]) -> list[str]:
    """What the year held that another system answers for, or a single place."""
    told = []
    away = [point for point in points if point.elsewhere]
    if away:
        systems = telling.alternatives(name for point in away for name in point.elsewhere)
        nothing = "in no number" if book.number else "on no list"
        told.append(f"Elsewhere, {nothing}: {_named(away)}{f': {systems}' if systems else ''}.")
    local = [point for point in points if point.local]
    if local:
        told.append(f"In some places only: {_named(local)}.")
    return told


def _named(points: Sequence[Point]) -> str:
    """How many turns, and the first of their scenes: `twice (Rain and The third)`."""
    scenes = [point.scene for point in points[:NAMED]]
    more = len(points) - len(scenes)
    scenes += [f"{more} more"] if more else []
    return f"{times(len(points))} ({joined(scenes)})"


def _shut_at_end(game: Game, trace: Trace, keeper: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Doors closed at the end, and those of them that were closed from the start, by name."""
    now, then = (game.situation(state, keeper) for state in (trace.state, game.start()))
    doors = game.story.head.doors
    shut = [id for id, door in doors.items() if not door.is_perk and not now.door_open(id)]
    always = [doors[id].name for id in shut if not then.door_open(id)]
    return tuple(doors[id].name for id in shut), tuple(always)


def doors_words(year: YearLine) -> str:
    """Say how many doors are closed at the end: the same count wherever a page has one."""
    if not year.shut:
        return "all open again; what had closed them"
    some = f"{len(year.from_start)} of them " if year.from_start != year.shut else ""
    always = f", {some}from the start" if year.from_start else ""
    return f"{len(year.shut)} closed at the end{always}; what closed them"


def beyond(point: Point) -> tuple[str, ...]:
    """Say what a turn meant without moving anything here: never to be read as nothing."""
    told = []
    if point.elsewhere:
        still = "" if point.moved else "no list; " if point.number is None else "no number; "
        systems = telling.alternatives(point.elsewhere)
        told.append(f"{still}elsewhere{f': {systems}' if systems else ''}")
    if point.local:
        places = joined(filter(None, point.local))
        told.append(f"local only{f': {places}' if places else ''}")
    return (*told, *point.others)


def moved_words(point: Point) -> str:
    """Say what a turn moved: `down 10, to 590; closed: the gate`; empty where it meant nothing."""
    told = []
    if point.change and point.number is not None:
        way = "up" if point.change > 0 else "down"
        told.append(f"{way} {abs(point.change)}, to {point.number}")
    told += [f"put on {name}" for name in point.listed]
    told += [f"taken off {name}" for name in point.cleared]
    if point.closed:
        told.append(f"closed: {joined(point.closed)}")
    if point.opened:
        told.append(f"opened: {joined(point.opened)}")
    told += beyond(point)
    return "; ".join(told)
