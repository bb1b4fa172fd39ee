"""The title page: the name, what this is, and what can be done."""

from __future__ import annotations

from game.core.model import StoryFile
from game.core.telling import paragraphs
from game.tui.ink import Lay, Lines, Room, ink, join, para, paras, rule

__all__ = ["title"]


def title(head: StoryFile, notices: tuple[str, ...] = ()) -> Lay:
    """Set the masthead, the opening, and whatever must be told before anything else."""

    def lay(room: Room) -> Lines:
        width = room.measure
        spaced = " ".join(head.title.upper())
        lines: Lines = []
        if room.tall:
            lines += [rule(width), ink(spaced, "bold $stamp"), rule(width)]
        plain = join(ink(head.title, "bold $stamp"), ink(f"  {head.subtitle}", "italic $muted"))
        lines += [plain.truncate(width, ellipsis=True), ink("")]
        lines += [*paras(paragraphs(head.opening), width, "$ink"), ink("")]
        for sentence in notices:
            lines += [*para(sentence, width, "$amber"), ink("")]
        return lines

    return lay
