"""Blocks: what plain mode says, before anybody decides how wide a line is.

One list of blocks becomes lines on a screen (`voice`) or Markdown (`markdown`), so the two
can't tell different things. A block holds words only, never layout.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.words import say

__all__ = [
    "Block",
    "Kind",
    "heading",
    "item",
    "option",
    "passage",
    "quote",
    "quoted",
    "table",
    "text",
]

Kind = Literal["heading", "text", "option", "item", "quote", "table"]


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that is said."""

    kind: Kind
    text: str
    number: int | None = None
    """The number that a player types to choose it; options alone have one."""
    cells: tuple[tuple[str, ...], ...] = ()
    """A table's rows; the first names the columns, the first of each row names the row."""


def heading(words: str) -> Block:
    """Name what comes next."""
    return Block("heading", words)


def text(words: str) -> Block:
    """Say a paragraph."""
    return Block("text", words)


def item(words: str) -> Block:
    """Say a line that stands with its neighbours, without a blank line between."""
    return Block("item", words)


def option(number: int | None, words: str) -> Block:
    """Offer something; what can't be chosen has no number."""
    return Block("option", words, number)


def table(*rows: tuple[str, ...]) -> Block:
    """Say a small table; each row can be read alone by its first word."""
    return Block("table", "", cells=rows)


def quote(words: str) -> Block:
    """Say somebody else's words, in quotation marks."""
    return Block("quote", say("“{words}”", words=words))


def quoted(words: str) -> str:
    """Put somebody's words into a sentence's end: no second full stop after theirs."""
    whole = words.endswith((".", "!", "?", "。", "！", "？"))
    return say("“{words}”", words=words) if whole else say("“{words}”.", words=words)


def passage(*sentences: str) -> str:
    """Set whole sentences one after the other; empty ones are left out."""
    return " ".join(filter(None, sentences))
