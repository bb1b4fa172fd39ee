"""What stands on the chart beside its path: turns by number, names, lists as bars, signs.

Numbers and lengths only, like `chart`, which puts them together with the path.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from game.core.debrief.years import Point, YearLine

__all__ = [
    "LANE",
    "LEFT",
    "RIGHT",
    "WIDTH",
    "Lane",
    "Mark",
    "Note",
    "Tick",
    "lanes",
    "marks",
    "notes",
    "ticks",
]

WIDTH = 640
LEFT, RIGHT = 52, 58
LANE = 44
SIGN = 15
"""From one sign to the next, where several stand at one turn."""
NOTE, LETTERS = 130, 20
"""Room for the name of a turning point, and how many letters fit into it."""

Down = Callable[[int], float]
"""How far down a number stands."""


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
    """A sign on the path, or under the axis, of a kind that `_kinds` names."""

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


def ticks(across: list[float], turning: Collection[int]) -> tuple[Tick, ...]:
    """Every fifth turn by its number, where there are many; the turning points in any case."""
    every = 1 if len(across) <= 12 else 5
    made = []
    for n, x in enumerate(across[1:], 1):
        crowded = every > 1 and not {n - 2, n - 1, n, n + 1}.isdisjoint(turning)
        named = n - 1 in turning or (not crowded and (n % every == 0 or n == 1))
        made.append(Tick(x, str(n) if named else "", n - 1 in turning))
    return tuple(made)


def notes(
    year: YearLine, across: list[float], down: Down, turning: Collection[int]
) -> tuple[Note, ...]:
    """Name turning points on the side from which the path came: there the paper is empty."""
    now = year.start or 0
    made = []
    for n, point in enumerate(year.points):
        number = now if point.number is None else point.number
        if n in turning and number != now:
            x, y, fell = across[n + 1], down(number), number < now
            words = point.scene if len(point.scene) <= LETTERS else f"{point.scene[: LETTERS - 1]}…"
            later = zip(year.points[n + 1 :], across[n + 2 :], strict=True)
            back = [at for p, at in later if (p.change > 0 if fell else p.change < 0)]
            if x + 7 + NOTE > WIDTH:
                made.append(Note(x - 8, y + 4.5, words, True))
            elif not any(at < x + 7 + NOTE for at in back):
                made.append(Note(x + 7, round(y + (-9 if fell else 20), 1), words, False))
        now = number
    return tuple(made)


def lanes(year: YearLine, across: list[float], top: float) -> tuple[Lane, ...]:
    names = dict.fromkeys(name for point in year.points for name in point.lists)
    ends = [*across[2:], float(WIDTH - RIGHT)]
    made = []
    for n, name in enumerate(names, 1):
        bars: list[tuple[float, float]] = []
        for x, until, point in zip(across[1:], ends, year.points, strict=True):
            if name in point.lists:
                joined = bool(bars) and round(sum(bars[-1]), 1) == x
                left = bars.pop()[0] if joined else x
                bars.append((left, round(until - left, 1)))
        made.append(Lane(name, top + LANE * n, tuple(bars)))
    return tuple(made)


def marks(year: YearLine, across: list[float], down: Down | None, under: float) -> tuple[Mark, ...]:
    """Signs on the path, after its step; without a number under the axis, one below another."""
    made = []
    for x, point in zip(across[1:], year.points, strict=True):
        for n, kind in enumerate(_kinds(point)):
            if down is None or point.number is None:
                made.append(Mark(x, under + SIGN * n, kind))
            else:
                right = min(x + 11 + SIGN * n, WIDTH - RIGHT)
                made.append(Mark(round(right, 1), down(point.number), kind))
    return tuple(made)


def _kinds(point: Point) -> list[str]:
    happened = {
        "listed": point.listed,
        "cleared": point.cleared,
        "closed": point.closed,
        "opened": point.opened,
        "elsewhere": point.elsewhere,
        "local": point.local,
    }
    return [kind for kind, names in happened.items() if names]
