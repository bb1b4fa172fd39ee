"""The names of the months, for whoever says a date: whole ones, and short ones for a column."""

from __future__ import annotations

from game.words import mark, say

__all__ = ["month", "short_month"]

_MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"),
    mark("December"),
)  # fmt: skip
_SHORT = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip


def month(n: int) -> str:
    """Say a month, counted from 1."""
    return say(_MONTHS[n - 1])


def short_month(n: int) -> str:
    """Say a month in a few letters, counted from 1."""
    return say(_SHORT[n - 1])
