"""The chart's geometry: each rulebook's year on the same turns, ready for a page to draw.

Numbers and lengths only; the page draws them and says the same in words. Each panel has a scale
of its own, with its numbers on it: six rulebooks don't count in one unit.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from game.core.years import Point, YearLine

__all__ = ["Lane", "Level", "Mark", "Note", "Panel", "Tick", "panel"]

WIDTH = 640
LEFT, RIGHT = 52, 58
TOP = 14
TALL, SHORT, FLAT = 190, 56, 24
"""Height of the number's field: the keeper's, another's, and one in which nothing moved."""
LANE = 34
AIR = 8
"""Between the lowest path and the axis."""
SIGN = 15
"""From one sign to the next, where several stand at one turn."""
NOTE, LETTERS = 130, 20
"""Room for the name of a turning point, and how many letters fit into it."""
AXIS = 26
STEPS = (10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(frozen=True, slots=True)
class Level:
    """A number on the scale, and the line that stands for it."""

    y: float
    number: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A turn on the axis, with its number where there is room."""

    x: float
    label: str
    turning: bool = False
    """One of the turns that changed most."""


@dataclass(frozen=True, slots=True)
class Note:
    """The name of a turning point, beside its step."""

    x: float
    y: float
    words: str
    before: bool
    """It ends at `x` instead of beginning there."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign on the path, or under the axis: `closed`, `opened`, `listed` or `cleared`."""

    x: float
    y: float
    kind: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A list, and the stretches over which the player was on it."""

    name: str
    y: float
    bars: tuple[tuple[float, float], ...]
    """Left edge and width of each."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One rulebook's year, to be drawn in a field of `width` by `height`."""

    year: YearLine
    width: int
    height: float
    left: int
    right: int
    """The right edge of the field."""
    path: str
    """The number's path as SVG path data; empty without a number."""
    levels: tuple[Level, ...]
    end: Level | None
    ticks: tuple[Tick, ...]
    base: float
    """Where the axis runs."""
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]
    lanes: tuple[Lane, ...]
    hatched: tuple[float, float] | None
    """Left edge and width of the stretch after the first barred turn."""


def panel(year: YearLine, turning: Collection[int] = ()) -> Panel:
    """Lay out one rulebook's year; `turning` are the turns to be named in it, from 0."""
    across = _across(len(year.points))
    field = _field(year)
    levels, height_of = _scale(year, field)
    lanes = _lanes(year, across, TOP + field)
    base = TOP + field + LANE * len(lanes) + AIR
    marks = _marks(year, across, height_of if levels else None, base + AXIS)
    below = max((mark.y for mark in marks), default=base + 10) + 12
    hatched = next((n for n, point in enumerate(year.points, 1) if point.hatched), None)
    right = WIDTH - RIGHT
    return Panel(
        year,
        WIDTH,
        round(max(below, base + AXIS), 1),
        LEFT,
        right,
        _path(year, across, height_of) if levels else "",
        levels,
        Level(height_of(year.end), year.end) if levels and year.end is not None else None,
        _ticks(across, turning),
        base,
        marks,
        _notes(year, across, height_of, turning) if levels else (),
        lanes,
        (across[hatched], round(right - across[hatched], 1)) if hatched else None,
    )


def _field(year: YearLine) -> int:
    """How high the number's field is."""
    if year.start is None:
        return 0
    if year.is_keeper:
        return TALL
    return SHORT if any(point.change for point in year.points) else FLAT


def _across(turns: int) -> list[float]:
    """Where each turn stands, from left to right; 0 is the start."""
    step = (WIDTH - LEFT - RIGHT) / (turns + 0.5)
    return [round(LEFT + step * n, 1) for n in range(turns + 1)]


class _Down:
    """How far down a number stands."""

    def __init__(self, low: int, high: int, field: int) -> None:
        self.low, self.span, self.field = low, max(high - low, 1), field

    def __call__(self, number: int) -> float:
        return round(TOP + self.field * (1 - (number - self.low) / self.span), 1)


def _scale(year: YearLine, field: int) -> tuple[tuple[Level, ...], _Down]:
    """The round numbers of the scale, and where any number stands on it."""
    if year.start is None:
        return (), _Down(0, 1, 0)
    numbers = [year.start, *(p.number for p in year.points if p.number is not None)]
    lines = 4 if year.is_keeper else 1
    spread = max(max(numbers) - min(numbers), 20)
    step = next((s for s in STEPS if spread / s <= lines), STEPS[-1])
    low = min(numbers) // step * step
    high = max(-(-max(numbers) // step) * step, low + step)
    down = _Down(low, high, field)
    return tuple(Level(down(n), n) for n in range(low, high + 1, step)), down


def _path(year: YearLine, across: list[float], down: _Down) -> str:
    """The path in steps: level until a turn, then up or down at it."""
    now = year.start or 0
    parts = [f"M{across[0]} {down(now)}"]
    for x, point in zip(across[1:], year.points, strict=True):
        if point.number is not None and point.number != now:
            now = point.number
            parts.append(f"H{x} V{down(now)}")
    return " ".join([*parts, f"H{WIDTH - RIGHT}"])


def _ticks(across: list[float], turning: Collection[int]) -> tuple[Tick, ...]:
    """Every fifth turn by its number, where there are many; the turning points in any case."""
    every = 1 if len(across) <= 12 else 5
    ticks = []
    for n, x in enumerate(across[1:], 1):
        crowded = every > 1 and not {n - 2, n - 1, n, n + 1}.isdisjoint(turning)
        named = n - 1 in turning or (not crowded and (n % every == 0 or n == 1))
        ticks.append(Tick(x, str(n) if named else "", n - 1 in turning))
    return tuple(ticks)


def _notes(
    year: YearLine, across: list[float], down: _Down, turning: Collection[int]
) -> tuple[Note, ...]:
    """Name turning points on the side from which the path came: there the paper is empty."""
    now = year.start or 0
    notes = []
    for n, point in enumerate(year.points):
        number = now if point.number is None else point.number
        if n in turning and number != now:
            x, y, fell = across[n + 1], down(number), number < now
            words = point.scene if len(point.scene) <= LETTERS else f"{point.scene[: LETTERS - 1]}…"
            later = zip(year.points[n + 1 :], across[n + 2 :], strict=True)
            back = [at for p, at in later if (p.change > 0 if fell else p.change < 0)]
            if x + 7 + NOTE > WIDTH:
                notes.append(Note(x - 8, y + 4.5, words, True))
            elif not any(at < x + 7 + NOTE for at in back):
                notes.append(Note(x + 7, round(y + (-9 if fell else 20), 1), words, False))
        now = number
    return tuple(notes)


def _lanes(year: YearLine, across: list[float], top: float) -> tuple[Lane, ...]:
    names = dict.fromkeys(name for point in year.points for name in point.lists)
    ends = [*across[2:], float(WIDTH - RIGHT)]
    lanes = []
    for n, name in enumerate(names, 1):
        bars: list[tuple[float, float]] = []
        for x, until, point in zip(across[1:], ends, year.points, strict=True):
            if name in point.lists:
                joined = bool(bars) and round(sum(bars[-1]), 1) == x
                left = bars.pop()[0] if joined else x
                bars.append((left, round(until - left, 1)))
        lanes.append(Lane(name, top + LANE * n, tuple(bars)))
    return tuple(lanes)


def _marks(
    year: YearLine, across: list[float], down: _Down | None, under: float
) -> tuple[Mark, ...]:
    """Signs on the path, after its step; without a number under the axis, one below another."""
    marks = []
    for x, point in zip(across[1:], year.points, strict=True):
        for n, kind in enumerate(_kinds(point)):
            if down is None or point.number is None:
                marks.append(Mark(x, under + SIGN * n, kind))
            else:
                right = min(x + 11 + SIGN * n, WIDTH - RIGHT)
                marks.append(Mark(round(right, 1), down(point.number), kind))
    return tuple(marks)


def _kinds(point: Point) -> list[str]:
    happened = {
        "listed": point.listed,
        "cleared": point.cleared,
        "closed": point.closed,
        "opened": point.opened,
    }
    return [kind for kind, names in happened.items() if names]
