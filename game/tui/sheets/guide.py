"""A page of the teacher's guide, or a scene's card, set line under line."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.core.library.guiding import Line
from game.tui.ink import Lay, Lines, Room, block, bullet, ink, join, para, shift
from game.words import say

__all__ = ["guide_sheet"]

_APART = ("head", "text", "say", "quote", "see", "lead")
"""Kinds that have air above them; the others stand close to their neighbours."""


def guide_sheet(told: Iterable[Line]) -> Lay:
    """Set a page."""
    lines = tuple(told)

    def lay(room: Room) -> Lines:
        made: Lines = []
        was = ""
        for n, line in enumerate(lines):
            if n and (line.kind in _APART or was in _APART):
                made.append(ink(""))
            made += _set(line, n == 0, room.measure)
            was = line.kind
        return made

    return lay


def _set(line: Line, first: bool, width: int) -> Lines:
    words, mark = line.words.replace("`", ""), line.mark
    match line.kind:
        case "head":
            told = ink(words, "bold $stamp" if first else "bold $ink")
            return para(join(told, ink(f"   {mark}", "$muted")) if mark else told, width)
        case "lead":
            return para(words, width, "italic $muted")
        case "say":
            return block(para(f"“{words}”", width - 4, "$ink"), width, "$green", "$card")
        case "quote":
            clip = para(join(ink(f"“{words}”", "italic $ink"), line.end), width - 4)
            said = block(clip, width, "$stamp", "$clipping")
            return [*para(mark, width, "$muted"), *said]
        case "command":
            return [*para(mark, width, "bold $stamp"), *shift(para(words, width - 4, "$ink"), 4)]
        case "pair":
            said = para(f"“{mark}”", width, "italic $ink")
            return [*said, *shift(para(words, width - 4, "$ink"), 4)]
        case "step":
            return bullet(ink(f"{mark:>2}  ", "bold $stamp"), ink(words, "$ink"), width)
        case "see":
            return para(say("See also: {what}.", what=words), width, "italic $muted")
        case "item":
            return bullet(ink("· ", "$stamp"), _marked(mark, words), width)
    return para(_marked(mark, words), width)


def _marked(mark: str, words: str) -> Content:
    return join(ink(f"{mark} ", "bold $ink"), ink(words, "$ink")) if mark else ink(words, "$ink")
