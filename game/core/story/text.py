"""Strings that remember where they were written; and their paragraphs.

A story is checked long after it was read. Because every string of a story carries its
file, line and column, a later check can point at the very word without a second look-up
table. It behaves as a plain string everywhere else.
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["NOWHERE", "Place", "Text", "paragraphs", "place_of"]


class Place(NamedTuple):
    """A position in a story file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("?", 0, 0)


class Text(str):
    """A string out of a story file, with the place where it stands."""

    __slots__ = ("_at",)
    _at: int
    """The place as one number: a story has thousands, and a tuple each was 0.3 MB of a run."""

    def __new__(cls, value: str, place: Place = NOWHERE) -> Text:
        text = super().__new__(cls, value)
        text._at = _packed(place)
        return text

    @property
    def place(self) -> Place:
        line, column = divmod(self._at, _COLUMNS)
        file, line = divmod(line, _LINES)
        return Place(_FILES[file], line, column)


_COLUMNS = _LINES = 1 << 24
"""More than a file can have: what is longer is refused before it is read."""
_FILES = [NOWHERE.file]
_NUMBERS = {NOWHERE.file: 0}
"""Each file that was ever read, and its number."""


def _packed(place: Place) -> int:
    number = _NUMBERS.get(place.file)
    if number is None:
        number = _NUMBERS[place.file] = len(_FILES)
        _FILES.append(place.file)
    return (number * _LINES + place.line) * _COLUMNS + place.column


def place_of(value: object) -> Place:
    """Return where `value` was written, or NOWHERE for anything made by the program."""
    return getattr(value, "place", NOWHERE)


def paragraphs(*texts: str | None) -> tuple[str, ...]:
    """Split texts at blank lines and undo their line breaks; empty ones are dropped."""
    blocks = (block for text in texts if text for block in re.split(r"\n\s*\n", text))
    return tuple(" ".join(block.split()) for block in blocks if block.strip())
