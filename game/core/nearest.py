"""The nearest right word: one measure for every place that says `Did you mean …?`."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["nearest"]


def nearest(word: str, known: Iterable[str], cutoff: float = 0.5) -> str | None:
    """Return the nearest known word, whatever its capitals, or None."""
    import difflib  # late: only a mistake needs it

    folded = {name.casefold(): name for name in map(str, known)}
    close = difflib.get_close_matches(word.casefold()[:80], list(folded), n=1, cutoff=cutoff)
    return folded[close[0]] if close else None
