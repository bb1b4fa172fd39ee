"""The title page: the name, what this is, and whatever must be told before anything else."""

from __future__ import annotations

from textual.content import Content

from game.core.story.shelf import Cover
from game.core.story.text import paragraphs
from game.tui.ink import Lay, Lines, Room, beside, ink, join, para, prose, rule

__all__ = ["title"]

BESIDE = 16
"""Columns that the carrot needs at the right of the page."""

_CARROT = (
    ("┆", "$muted"),
    ("┆", "$muted"),
    ("╲│╱", "bold $green"),
    ("▟███▙", "$stamp"),
    ("▜███▛", "$stamp"),
    ("▜█▛", "$stamp"),
    ("█", "$stamp"),
    ("▀", "$stamp"),
)


def title(cover: Cover, notices: tuple[str, ...] = ()) -> Lay:
    """Set the masthead and the opening's last line; where there is room, a carrot hangs from it.

    The whole opening is the first page of a year: it is not told twice.
    """

    def lay(room: Room) -> Lines:
        width = room.measure
        plain = join(ink(cover.title, "bold $stamp"), ink(f"  {cover.subtitle}", "italic $muted"))
        lines = [plain.truncate(width, ellipsis=True), ink("")]
        lines += [*prose(paragraphs(cover.opening)[-1:], room), ink("")]
        if room.tall:
            name = ink(" ".join(cover.title.upper()), "bold $stamp")
            lines = _hung([name, rule(width), *lines], room)
        for sentence in notices:
            lines += [*para(sentence, width, "$amber"), ink("")]
        return lines

    return lay


def _hung(lines: Lines, room: Room) -> Lines:
    """Over the page a rule; where the paper is wide it is a stick, and the carrot hangs from it."""
    if room.width < room.measure + BESIDE:
        return [rule(room.measure), *lines]
    at = room.measure + BESIDE - 4
    stick = ink("━" * (at + 1), "$amber")
    carrot = [_middle(part, style) for part, style in _CARROT]
    return [stick, *beside(lines, carrot, at - 2)]


def _middle(part: str, style: str) -> Content:
    return ink(part, style).pad_left((5 - len(part)) // 2)
