"""Contrast as WCAG 2.2 reckons it, and how a colour is brought to it. Knows no theme."""

from __future__ import annotations

from collections.abc import Iterable

from textual.color import BLACK, WHITE, Color

__all__ = ["EDGE", "HIGH", "TEXT", "contrast", "legible"]

TEXT, HIGH, EDGE = 4.5, 7.0, 3.0
"""Least ratios: for text (AA), for text in high contrast (AAA), for edges and marks."""

STEPS = 25


def contrast(one: Color, other: Color) -> float:
    """The ratio of two colours: 1, the same, to 21, black on white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in (colour.r, colour.g, colour.b))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def legible(colour: Color, grounds: Iterable[Color], least: float = TEXT) -> Color:
    """The colour, moved towards black or white no further than all grounds ask for."""
    on = tuple(grounds)
    end = max((BLACK, WHITE), key=lambda end: min(contrast(end, ground) for ground in on))
    for step in range(STEPS + 1):
        moved = colour.blend(end, step / STEPS)
        if all(contrast(moved, ground) >= least for ground in on):
            return moved
    return end
