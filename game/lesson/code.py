"""Room codes: four letters that can't be taken for one another, on a bad projector too."""

from __future__ import annotations

import secrets
from typing import Final

__all__ = ["LETTERS", "new_code", "tidy"]

LETTERS: Final = "ACDEFHJKLMNPRTWXY"
"""Left out: B and G (8 and 6), I and O (1 and 0), Q, S, U, V, Z."""
_LENGTH: Final = 4


def new_code() -> str:
    """Return a new code at random."""
    return "".join(secrets.choice(LETTERS) for _ in range(_LENGTH))


def tidy(typed: str) -> str:
    """Return a typed code as we write it: capitals, and nothing between them."""
    return "".join(c for c in typed.upper() if c.isalnum())[:8]
