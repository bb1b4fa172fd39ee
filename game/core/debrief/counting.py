"""One count of a year, as over each page: its scenes. What only happened stands after one: `7+`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["HAPPENED", "numbers", "span"]

HAPPENED = "+"
"""Behind the number of the scene before it, where nothing was chosen."""


def numbers(chosen: Iterable[bool]) -> list[str]:
    """Number some turns, in order, by whether something was chosen in each."""
    made, count = [], 0
    for was in chosen:
        count += was
        made.append(str(count) if was else f"{count or ''}{HAPPENED}")
    return made


def span(numbers: Sequence[str]) -> str:
    """From which number to which some turns go that stand together."""
    counted = [number for number in numbers if not number.endswith(HAPPENED)]
    if not counted:
        return numbers[0]
    return counted[0] if len(counted) == 1 else f"{counted[0]}–{counted[-1]}"
