"""Lines of so many cells: a wide letter takes two, and between wide letters a line may end."""

from __future__ import annotations

import re
import textwrap
import unicodedata

__all__ = ["cells", "wrap"]

_CLOSING = "、。，．：；！？）」』】〉》〕］｝”’…"
"""No line begins with these."""
_OPENING = "（「『【〈《〔［｛“‘"
"""No line ends with these."""


def cells(words: str) -> int:
    """How many cells words take in a terminal."""
    return len(words) if words.isascii() else sum(map(_cells, words))


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def wrap(words: str, width: int, hang: str = "") -> list[str]:
    """Break words into lines of that many cells; all but the first begin with `hang`."""
    if cells(words) == len(words):
        return textwrap.wrap(words, width, subsequent_indent=hang, break_on_hyphens=False)
    lines, line = [], ""
    for part in _parts(words):
        if line.strip() and cells(line + part.rstrip()) > width:
            lines.append(line.rstrip())
            line, part = hang, part.lstrip()
        for letter in part:
            if cells(line + letter) > width and not letter.isspace():
                lines.append(line)
                line = hang
            line += letter
    return [*lines, line.rstrip()] if line.strip() else lines


def _parts(words: str) -> list[str]:
    """What stays on one line: a word with the blank after it, or a wide letter with its signs."""
    parts: list[str] = []
    for piece in re.findall(r"\S+\s*", words):
        part = ""
        for letter in piece:
            wide = any(_cells(one) == 2 for one in (letter, part[-1:]) if one)
            held = letter in _CLOSING or part[-1:] in _OPENING or letter.isspace()
            if part and wide and not held and _cells(letter):
                parts.append(part)
                part = ""
            part += letter
        parts.append(part)
    return parts
