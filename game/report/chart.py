"""The chart's geometry: each rulebook's year on the same turns, ready for a page to draw.

Numbers and lengths only; the page draws them and says the same in words. Each panel has a scale
of its own, with its numbers on it: six rulebooks don't count in one unit.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from game.core.debrief.years import YearLine
from game.report.chart_signs import (
    LANE,
    LEFT,
    RIGHT,
    WIDTH,
    Lane,
    Mark,
    Note,
    Tick,
    lanes,
    marks,
    notes,
    ticks,
)

__all__ = ["Level", "Panel", "panel"]

TOP = 14
TALL, SHORT, FLAT = 190, 56, 24
"""Height of the number's field: the keeper's, another's, and one in which nothing moved."""
AIR = 8
"""Between the lowest path and the axis."""
AXIS = 26
STEPS = (10, 20, 25, 50, 100, 200, 250, 500, 1000)


@dataclass(frozen=True, slots=True)
class Level:
    """A number on the scale, and the line that stands for it."""

    y: float
    number: int


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
    bars = lanes(year, across, TOP + field)
    base = TOP + field + LANE * len(bars) + AIR
    signs = marks(year, across, height_of if levels else None, base + AXIS)
    below = max((sign.y for sign in signs), default=base + 10) + 12
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
        ticks(across, turning),
        base,
        signs,
        notes(year, across, height_of, turning) if levels else (),
        bars,
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
