"""A seat's two-word alias: shown on its own phone only, so that a pupil knows it again.

It says nothing about anybody, and no two seats of a lesson have the same.
"""

from __future__ import annotations

from typing import Final

__all__ = ["alias", "seat_of"]

_FIRST: Final = (
    "amber", "brave", "brisk", "calm", "clear", "copper", "crisp", "early", "fair", "free",
    "gentle", "glad", "golden", "green", "honest", "ivory", "keen", "kind", "late", "light",
    "lucky", "mellow", "merry", "open", "patient", "plain", "proud", "quick", "quiet", "rapid",
    "silver", "steady", "sunny", "tall", "warm", "wide",
)  # fmt: skip
_SECOND: Final = (
    "anchor", "apple", "badge", "barge", "bell", "bridge", "button", "canal", "candle", "clock",
    "cloud", "comet", "ferry", "garden", "harbour", "heron", "island", "kettle", "ladder",
    "lamp", "lantern", "maple", "meadow", "mirror", "oar", "otter", "paddle", "pebble", "piano",
    "raft", "river", "saddle", "stamp", "ticket", "tram", "window",
)  # fmt: skip
_STRIDE: Final = 577
"""Prime to 36 x 36, so that neighbours differ in both words and nobody shares a pair."""


def alias(number: int) -> str:
    """Return the alias of a seat by its number."""
    place = number * _STRIDE % (len(_FIRST) * len(_SECOND))
    return f"{_FIRST[place % len(_FIRST)]} {_SECOND[place // len(_FIRST)]}"


def seat_of(secret: str) -> str:
    """Return the name under which a phone's secret is kept: a hash that can't be turned back."""
    import hashlib

    return hashlib.sha256(secret.encode()).hexdigest()[:32]
