"""Answers of a pure function, kept at hand: asked again, they are looked up.

`functools.lru_cache` does the same and takes four times as long, and the fold asks several times
a turn. Refuses to grow without end: once it is full, it forgets everything and begins anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Known"]

K = TypeVar("K")
V = TypeVar("V")

MOST = 1 << 9
"""Answers that are kept; the proof of the shipped year asks none for more than 170."""


class Known(dict[K, V]):
    """A function, to be asked in square brackets."""

    __slots__ = ("ask",)

    def __init__(self, ask: Callable[[K], V]) -> None:
        super().__init__()
        self.ask = ask

    def __missing__(self, key: K) -> V:
        answer = self.ask(key)
        if len(self) >= MOST:
            self.clear()
        self[key] = answer
        return answer
