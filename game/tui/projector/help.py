"""The teacher's keys on one sheet, over the wall."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from game.folders import typed
from game.tui.ink import Lines, Room, bullet, ink
from game.tui.widgets.sheet import Bar, Sheet
from game.words import mark, say

__all__ = ["KeysScreen"]

KEYS = (
    ("→", mark("go on: this one key leads through the whole lesson")),
    ("←", mark("a page back; nothing is undone")),
    (mark("space"), mark("open or close what is asked; over a tally, a second vote")),
    (mark("enter"), mark("show the tally, or hide it")),
    ("1 2 3 …", mark("in a tie pick one of the equal; what the room said of a sentence")),
    ("r", mark("how we answer: phones, one device a table, hands, paper; at any moment")),
    ("12 9 4", mark("by hands or paper: the counts in the order of the letters, then enter")),
    ("12 9 / 7", mark("of a statement, too: behind a slash, how many were sure")),
    ("+ − ↑ ↓", mark("by hands or paper: one more, one less, the next answer")),
    ("n", mark("how many people are in the room, for “19 of 28”")),
    ("u", mark("undo the last step; answers are never taken back")),
    ("p", mark("ask what will happen, where the scene asks it")),
    ("m  M", mark("a minute, or one more; no timer. Nothing closes by itself")),
    ("o", mark("every cell of the rulebooks, or folded again")),
    ("w", mark("the way in: square and address, for whoever comes late")),
    ("a", mark("another address of this machine")),
    ("c  C", mark("a new room code; and everybody has to join anew")),
    ("d  s", mark("time is short: on to looking back; to the statements")),
    ("↑ ↓", mark("the rest of a long page")),
    ("t", mark("another theme")),
    ("q", mark("close; the lesson is kept, carrot class --resume goes on")),
)


class KeysScreen(Screen[None]):
    """Help."""

    DEFAULT_CSS = """
    KeysScreen { background: $background; color: $ink; }
    KeysScreen #wall {
        height: 1fr; padding: 0 2; align: center top; scrollbar-size-vertical: 1;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background; scrollbar-color: $rule;
        scrollbar-color-hover: $muted; scrollbar-color-active: $stamp;
    }
    KeysScreen #page { max-width: 130; }
    KeysScreen #foot { dock: bottom; padding: 0 1; background: $bar; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter,space", "dismiss(None)", show=False),
        Binding("down,right,pagedown", "scroll(10)", show=False),
        Binding("up,left,pageup", "scroll(-10)", show=False),
    ]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="wall", can_focus=False):
            yield Sheet(self._lay, id="page")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Look again, whenever what is shown may have changed, if there is more."""
        self.wall = self.query_one("#wall", VerticalScroll)
        for what in ("scroll_y", "virtual_size"):
            self.watch(self.wall, what, self._tell, init=False)
        self.call_after_refresh(self._tell)

    def on_resize(self) -> None:
        """Another window may have room for all of it."""
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        more = self.wall.max_scroll_y > self.wall.scroll_offset.y
        said = say("esc closes · ↓ more") if more else say("esc closes")
        self.query_one("#foot", Bar).show(lambda room: [ink(said, "$muted")])

    @staticmethod
    def _lay(room: Room) -> Lines:
        lines = [ink(say("Keys"), "bold $stamp")]
        for key, says in KEYS:
            head = ink(say(key), "bold $ink")
            head = head.pad_right(max(9 - head.cell_length, 1))
            lines += bullet(head, ink(typed(say(says)), "$ink"), min(room.width, 90))
        return lines

    def action_scroll(self, by: int) -> None:
        """Further down, or up."""
        self.wall.scroll_relative(y=by, animate=False)
