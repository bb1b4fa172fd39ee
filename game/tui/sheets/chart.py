"""The year as a chart: a number's path in steps, or a timeline of lists. Axes carry numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content

from game.core.debrief.counting import HAPPENED, numbers
from game.core.debrief.figures import Point, YearLine
from game.tui.ink import Lines, bullet, ink, join, para
from game.words import say

__all__ = ["HATCH", "needs", "path", "signs_on", "strip", "timeline"]

AXIS = 5
"""Columns of the numbers at the left."""
STEPS = (5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
BARS = "▁▂▃▄▅▆▇█"
SIGNS = "▒■□✕○→◇"
"""Barred, put on a list, taken off one, a door closed, a door opened; answered elsewhere, counted
in a place only. `legend` says so."""
HATCH = "╱"
AWAY = "→◇"
"""Signs of what moved nothing here, and is never nothing."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Which number stands on which row; row 0 is the top."""

    low: int
    step: int
    rows: int

    def row(self, number: int) -> int:
        return self.rows - 1 - round((number - self.low) / self.step)

    def label(self, row: int) -> int:
        return self.low + (self.rows - 1 - row) * self.step


def _scale(numbers: list[int], rows: int) -> _Scale:
    """The finest round scale on which the whole path fits, in as many rows as it needs."""
    for step in STEPS:
        low = min(numbers) // step * step
        needed = -((low - max(numbers)) // step) + 1
        if needed <= rows:
            return _Scale(low, step, max(needed, 4))
    return _Scale(min(numbers), max((max(numbers) - min(numbers)) // (rows - 1) + 1, 1), rows)


def _stride(points: int, width: int) -> int:
    """Columns of a turn; where it can be, with room for the last number at the path's end."""
    stride = max(1, min(7, (width - AXIS) // (points + 1)))
    full = stride * (points + 1) + 4 > width - AXIS
    return stride - 1 if full and stride > 3 else stride


def needs(year: YearLine) -> int:
    """Columns below which a year's turns can't be told apart."""
    return AXIS + 3 * (len(year.points) + 1) + 5


def path(year: YearLine, width: int, rows: int) -> Lines:
    """Set a number's path; a step down is stamped, a step up is green."""
    start = year.start or 0
    numbers = [start, *(point.number or start for point in year.points)]
    scale, stride = _scale(numbers, rows), _stride(len(year.points), width)
    canvas = _draw(numbers, scale, stride)
    _sign_path(canvas, year, scale, stride)
    _last(canvas, scale.row(numbers[-1]), numbers[-1], width - AXIS)
    lines: Lines = []
    for n, row in enumerate(canvas):
        labelled = n % 2 == 0 or len(canvas) < 8
        label = f"{scale.label(n):>4}┤" if labelled else "    │"
        lines.append(Content("").join([ink(label, "$muted"), *row]))
    narrow = stride < 2 or any(point.hatched for point in year.points)
    return [*lines, *_axis(year, stride), *(_marks(year, stride) if narrow else [])]


def _draw(numbers: list[int], scale: _Scale, stride: int) -> list[list[Content]]:
    """Cells of the canvas: flat stretches, and the steps between them."""
    blank = ink(" ")
    canvas = [[blank] * (stride * len(numbers)) for _ in range(scale.rows)]
    before = None
    for n, number in enumerate(numbers):
        at, left = scale.row(number), n * stride
        for column in range(left, left + stride):
            canvas[at][column] = ink("━", "$ink")
        if before is not None and before != at:
            _step(canvas, left, before, at)
        before = at
    return canvas


def _sign_path(canvas: list[list[Content]], year: YearLine, scale: _Scale, stride: int) -> None:
    """Put what closed, opened, listed or cleared on the path itself, after its step."""
    for n, point in enumerate(year.points, 1):
        row = scale.row(point.number or 0)
        for column, sign in enumerate(_signs(point)[: stride - 1], n * stride + 1):
            canvas[row][column] = ink(sign, _mark_style(sign))


def _last(canvas: list[list[Content]], at: int, number: int, width: int) -> None:
    """Say the last number at the path's end, or beside its end where the paper is full."""
    said = f" {number}"
    if len(canvas[at]) + len(said) <= width:
        canvas[at].append(ink(said, "bold $ink"))
        return
    flat = "".join(cell.plain for cell in canvas[at])
    begins = flat.rfind(" ") + 1  # the last stretch; what is blank before it has room for a word
    if flat[:begins].endswith(" " * (len(said) + 1)):
        canvas[at][begins - len(said) - 1 : begins] = [ink(f"{said} ", "bold $ink")]
        return
    for row in (at - 1, at + 1):
        if 0 <= row < len(canvas) and not any(c.plain.strip() for c in canvas[row][-len(said) :]):
            canvas[row][-len(said) :] = [ink(said, "bold $ink")]
            return


def _step(canvas: list[list[Content]], column: int, before: int, now: int) -> None:
    fell = now > before
    style = "bold $stamp" if fell else "bold $green"
    top, bottom = min(before, now), max(before, now)
    for row in range(top + 1, bottom):
        canvas[row][column] = ink("┃", style)
    canvas[before][column] = ink("┓" if fell else "┛", style)
    canvas[now][column] = ink("┗" if fell else "┏", style)


def _axis(year: YearLine, stride: int) -> Lines:
    """The turns by the number of their scene; what only happened has a +."""
    count = len(year.points)
    every = 1 if stride >= 3 or count < 10 else 2
    ticks = "".join(("┬" + "─" * (stride - 1)) for _ in range(count))
    counted = numbers(point.label is not None for point in year.points)
    short = (HAPPENED if n.endswith(HAPPENED) else n for n in counted)
    kept = (n if n == HAPPENED or int(n) % every == 0 else "" for n in short)
    under = "".join(f"{n:<{stride}}" for n in kept)
    start = ink(say("start"))
    start = start if start.cell_length < stride else ink("")
    first = start.pad_right(stride - start.cell_length).pad_left(AXIS)
    return [
        ink("    └" + "─" * stride + ticks, "$muted"),
        join(first, under).stylize_before("$muted"),
    ]


def _marks(year: YearLine, stride: int) -> Lines:
    """What happened at each turn, as a row of signs; after a barred turn the rest is hatched."""
    cells = []
    for point in year.points:
        signs = _signs(point)[:stride]
        cells += [ink(sign, _mark_style(sign)) for sign in signs]
        cells.append(ink((HATCH if point.hatched else " ") * (stride - len(signs)), "$muted"))
    if not any(cell.plain.strip() for cell in cells):
        return []
    return [Content("").join([ink(" " * (AXIS + stride)), *cells])]


def signs_on(years: Iterable[YearLine]) -> frozenset[str]:
    """Every sign that stands on the charts of some years."""
    points = [point for year in years for point in year.points]
    hatched = HATCH if any(point.hatched for point in points) else ""
    return frozenset("".join(map(_signs, points)) + hatched)


def _signs(point: Point) -> str:
    """Everything that happened at a turn, a sign each, in the order of `SIGNS`."""
    moved = (point.barred, point.listed, point.cleared, point.closed, point.opened)
    happened = (*moved, point.elsewhere, point.local)
    return "".join(sign for sign, there in zip(SIGNS, happened, strict=True) if there)


def _mark_style(mark: str) -> str:
    if mark in AWAY:
        return "bold $amber"
    return "bold $green" if mark in "□○" else "bold $stamp"


def timeline(year: YearLine, width: int) -> Lines:
    """Set the lists of a year: a bar for each, over the turns on which it lasted."""
    names = list(dict.fromkeys(name for point in year.points for name in point.lists))
    stride = _stride(len(year.points), width)
    lines: Lines = []
    for name in names:
        on = [name in point.lists for point in year.points]
        cells = [
            ink("■" * stride, "$stamp") if there else ink("·" * stride, "$rule") for there in on
        ]
        lines += bullet(ink("■ ", "bold $stamp"), ink(name, "$ink"), width)
        lines.append(Content("").join([ink(" " * AXIS + "·" * stride, "$rule"), *cells]))
    if lines or any(_signs(point) for point in year.points):
        lines += [*_axis(year, stride), *_marks(year, stride)]
    return lines or para(say("On no list all year."), width, "$ink")


def strip(year: YearLine, width: int) -> Lines:
    """Set a year in a row of bars on the same turns as the chart's, its signs under it."""
    stride = _stride(len(year.points), width)
    if year.start is None:
        cells = [("■" if point.lists else "·") * stride for point in year.points]
        style = "$stamp" if any(point.lists for point in year.points) else "$muted"
        row = ink(" " * AXIS + "·" * stride + "".join(cells), style)
        return [row, *_marks(year, stride)]
    numbers = [year.start, *(point.number or 0 for point in year.points)]
    low, high = min(numbers), max(numbers)
    if low == high:
        return [ink(" " * AXIS + "─" * stride * len(numbers), "$muted"), *_marks(year, stride)]
    levels = [BARS[round((n - low) * (len(BARS) - 1) / (high - low))] * stride for n in numbers]
    style = "$stamp" if numbers[-1] < numbers[0] else "$green"
    return [ink(" " * AXIS + "".join(levels), style), *_marks(year, stride)]
