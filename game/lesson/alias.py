"""A seat's two-word alias: shown on its own phone only, so that a pupil knows it again.

It says nothing about anybody, and no two seats of a lesson have the same.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from game.words import mark, say

__all__ = ["alias", "seat_of"]

_FIRST: Final = mark(
    "amber brave brisk calm clear copper crisp early fair free gentle glad golden green honest "
    "ivory keen kind late light lucky mellow merry open patient plain proud quick quiet rapid "
    "silver steady sunny tall warm wide"
)
_SECOND: Final = mark(
    "anchor apple badge barge bell bridge button canal candle clock cloud comet ferry garden "
    "harbour heron island kettle ladder lamp lantern maple meadow mirror oar otter paddle pebble "
    "piano raft river saddle stamp ticket tram window"
)
_WORDS: Final = 36
"""In either list; a translation has as many, all different, with a blank between two."""
_STRIDE: Final = 577
"""Prime to 36 x 36, so that neighbours differ in both words and nobody shares a pair."""


def alias(number: int) -> str:
    """Return the alias of a seat by its number."""
    first, second = _listed(say(_FIRST), _FIRST), _listed(say(_SECOND), _SECOND)
    place = number * _STRIDE % (_WORDS * _WORDS)
    return say("{first} {second}", first=first[place % _WORDS], second=second[place // _WORDS])


@cache
def _listed(said: str, words: str) -> tuple[str, ...]:
    """The words of a list; a translation in which two seats could share a pair is left aside."""
    told = said.split()
    return tuple(told if len(set(told)) == len(told) == _WORDS else words.split())


def seat_of(secret: str) -> str:
    """Return the name under which a phone's secret is kept: a hash that can't be turned back."""
    import hashlib

    return hashlib.sha256(secret.encode()).hexdigest()[:32]
