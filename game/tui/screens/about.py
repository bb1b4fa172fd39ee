"""Who wrote the page, and what stands behind this game."""

from __future__ import annotations

from game.core.story.claims import About
from game.tui import words
from game.tui.ink import Lay, Lines, Room, bullet, columns, ink
from game.tui.screens.sheeted import Sheeted
from game.words import say

__all__ = ["AboutScreen"]


class AboutScreen(Sheeted):
    """The notes that go with the story."""

    def show(self) -> None:
        """Set them."""
        about = self.carrot.story.about
        self.sheet.show(_about(about) if about else None)
        self.top()

    def tell_foot(self) -> None:
        """Only to be read."""
        self.tell(say("Who wrote it?"), "", (words.CLOSE, words.HELP), self.more)


def _about(about: About) -> Lay:
    def lay(room: Room) -> Lines:
        lines = [ink(about.title, "bold $stamp"), ink("")]
        parts = (
            ("", about.lines),
            (say("What we made up, and what we did not"), about.honesty),
            (say("People"), about.living_people),
            (say("What you will meet"), about.content),
        )
        for head, notes in parts:
            if head and notes:
                lines += [ink(""), ink(head, "bold $ink")]
            for note in notes:
                lines += bullet(ink("· ", "$stamp"), ink(note, "$ink"), room.measure)
        return columns(lines, room)

    return lay
