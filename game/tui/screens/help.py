"""What the keys do, on the screen from which help was called."""

from __future__ import annotations

from game.folders import typed
from game.tui import author_words, words
from game.tui.help import EVERYWHERE, HELP, SILENT
from game.tui.ink import Lines, Room, bullet, cell, columns, ink, para
from game.tui.screens.sheeted import Sheeted
from game.words import say

__all__ = ["HelpScreen"]


class HelpScreen(Sheeted):
    """Keys in words, for one kind of screen."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def show(self) -> None:
        """Set the help of that screen, and what holds everywhere."""
        self.sheet.show(self._lay)
        self.top()

    def _lay(self, room: Room) -> Lines:
        title, says, keys = HELP.get(self.kind, HELP[""])
        lines = [
            ink(say(title), "bold $stamp"),
            *para(typed(say(says)), room.measure, "italic $muted"),
            ink(""),
        ]
        writing = self.carrot.bench is not None and self.kind.islower()
        author = author_words.KEYS if writing else ()
        heard = SILENT if self.app.is_web else ()
        for key, said in (*author, *keys, ("", ""), *EVERYWHERE, *heard):
            if not key:
                lines.append(ink(""))
            else:
                lines += bullet(
                    cell(typed(say(key)), 16, "bold $ink"), typed(say(said)), room.measure, "$ink"
                )
        return columns(lines, room)

    def tell_foot(self) -> None:
        """Any key that leaves."""
        self.tell(say("Help"), "", (words.CLOSE,), self.more)

    def action_help(self) -> None:
        """Help is open already."""
