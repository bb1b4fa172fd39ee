"""What the keys do, on the screen from which help was called."""

from __future__ import annotations

from game.folders import typed
from game.tui import author_words, words
from game.tui.help import EVERYWHERE, HELP, SILENT
from game.tui.ink import Lines, Room, act, bullet, cell, columns, ink, para
from game.tui.screens.sheeted import Sheeted
from game.words import say

__all__ = ["HelpScreen"]


NAMED = {",": "comma", ".": "full_stop", "/": "slash", "esc": "escape"}
"""Keys that are called otherwise where they are pressed."""


ARROWS = {"← →": "right", "↑ ↓": "down"}
"""A click on a pair goes on, as one between its arrows in the footer does."""


def _pressed(key: str) -> str:
    """The one key that a click on a row of help presses; none where a row has several to do.

    Keys that stand for one another (b or ←) are one.
    """
    if key in ARROWS:
        return ARROWS[key]
    first = key.rpartition(", or ")[2].partition(" or ")[0]
    if first in NAMED or first in ("enter", "ctrl+p", "ctrl+c"):
        return NAMED.get(first, first)
    return first if len(first) == 1 and first.isascii() and first.isalpha() else ""


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
        writing = self.carrot.bench is not None and (
            self.kind.islower() or self.kind == "TitleScreen"
        )
        author = author_words.KEYS if writing else ()
        heard = SILENT if self.app.is_web else ()
        for key, said in (*author, *keys, ("", ""), *EVERYWHERE, *heard):
            if not key:
                lines.append(ink(""))
            else:
                head, pressed = cell(typed(say(key)), 16, "bold $ink"), _pressed(key)
                row = bullet(head, typed(say(said)), room.measure, "$ink")
                lines += [act(line, f"press('{pressed}')") if pressed else line for line in row]
        return columns(lines, room)

    def tell_foot(self) -> None:
        """Any key that leaves."""
        self.tell(say("Help"), "", (words.CLOSE,), self.more)

    def action_press(self, key: str) -> None:
        """Close, and press a key on the screen from which help was called."""
        self.dismiss(None)
        self.app.call_later(self.app.simulate_key, key)

    def action_help(self) -> None:
        """Help is open already."""
