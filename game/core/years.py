"""A year as one rulebook saw it: a point a turn, and the sentence that sums it up."""

from __future__ import annotations

from dataclasses import dataclass

from game.core import telling
from game.core.margin import changed_doors
from game.core.run import Game
from game.core.trace import Trace, Turn

__all__ = ["Point", "YearLine", "moved_words", "year_line"]


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
    """Doors closed at the end that were open when the year began, by name."""
    summary: str
    """The year in a sentence or two."""

    @property
    def lists(self) -> tuple[str, ...]:
        """Every list the player was put on, by name, in order."""
        return tuple(dict.fromkeys(name for point in self.points for name in point.listed))

    @property
    def barred(self) -> int:
        """How many turns it would have barred."""
        return sum(1 for point in self.points if point.barred)


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
    shut = _shut_at_end(game, trace, keeper)
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
        sum(1 for p in points if p.change or p.listed or p.cleared),
        shut,
        _summary(game, trace, keeper, points, shut),
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
    )


def _summary(
    game: Game, trace: Trace, keeper: str, points: list[Point], shut: tuple[str, ...]
) -> str:
    book = game.story.rulebooks[keeper]
    state = trace.state.standings[game.place[keeper]]
    told = []
    if book.number is not None:
        moved = sum(1 for p in points if p.change)
        times = {0: "never moved", 1: "moved once", 2: "moved twice"}.get(
            moved, f"moved {moved} times"
        )
        told.append(f"From {book.number.start} to {state.number}; it {times}.")
    listed = [name for p in points for name in p.listed]
    if listed:
        told.append(f"Put on {telling.join(dict.fromkeys(listed))}.")
        still = [book.lists[name].name for name, _ in state.on]
        told.append(f"Still on {telling.join(still)}." if still else "Off again by the end.")
    elif book.number is None:
        told.append("On no list all year.")
    if shut:
        told.append(f"Closed at the end: {telling.join(shut)}.")
    if any(p.barred for p in points):
        told.append("It would have barred a choice that you made; after it the path is a guess.")
    return " ".join(told)


def _shut_at_end(game: Game, trace: Trace, keeper: str) -> tuple[str, ...]:
    situation = game.situation(trace.state, keeper)
    doors = game.story.head.doors
    normally_open = (id for id, door in doors.items() if not door.is_perk)
    start = game.situation(game.start(), keeper)
    return tuple(
        doors[id].name
        for id in normally_open
        if not situation.door_open(id) and start.door_open(id)
    )


def moved_words(point: Point) -> str:
    """Say what a turn moved: `down 10, to 590; closed: the gate`; empty where nothing moved."""
    told = []
    if point.change and point.number is not None:
        way = "up" if point.change > 0 else "down"
        told.append(f"{way} {abs(point.change)}, to {point.number}")
    told += [f"put on {name}" for name in point.listed]
    told += [f"taken off {name}" for name in point.cleared]
    if point.closed:
        told.append(f"closed: {telling.join(point.closed)}")
    if point.opened:
        told.append(f"opened: {telling.join(point.opened)}")
    return "; ".join(told)
