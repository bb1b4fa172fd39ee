"""One row to choose: plain data, that a page makes and a list of rows shows. It takes no key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.core.showing.parts import ClosedView

__all__ = ["NONE", "Row"]

NONE = -1
"""Where no row is highlighted until somebody moves."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be chosen, or that is shown as closed."""

    id: str
    text: str
    digit: str = ""
    note: str = ""
    closed: ClosedView | None = None
    taken: bool = False
    seen: bool = False
    """It was taken in an earlier run."""
    aloud: tuple[str, ...] = ()
    """Its long numbers as words, to be read under it."""
