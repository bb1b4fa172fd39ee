"""What the signs on a year's chart mean: those that stand there, a line each, and no others."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.debrief.figures import YearLine
from game.tui.ink import Lines, bullet, ink, para
from game.tui.sheets.chart import HATCH, signs_on
from game.words import mark, say

__all__ = ["legend"]

_BARS = mark(
    "Each bar is a turn: ▁ stands for that year's lowest number, █ for its highest. "
    "A line, ─, never moved."
)
_SIGNS = {
    "■": mark("you were put on a list or under an order"),
    "□": mark("you came off it"),
    "✕": mark("a door closed"),
    "○": mark("a door opened"),
    "→": mark("others answered it: the police, a court; no score moved"),
    "◇": mark("it counted in one place only"),
    "▒": mark("barred: this rulebook would not have let you do it"),
    HATCH: mark("from there on: as if it had let you"),
}


def legend(years: Sequence[YearLine], barred: bool, width: int) -> Lines:
    """Set what the signs of some years mean; with `barred`, what their bars are, too."""
    there = signs_on(years)
    lines = para(say(_BARS), width, "italic $muted") if barred else []
    for sign, words in _SIGNS.items():
        if sign in there:
            lines += bullet(ink(f"{sign}  ", "bold $ink"), ink(say(words), "italic $muted"), width)
    return lines
