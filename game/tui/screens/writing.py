"""One line to write: the answer in the player's own words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from game.core.showing.task import LONGEST
from game.tui import words
from game.tui.ink import Lines, Room, ink, para, quoted
from game.tui.screens.base import Paged
from game.tui.widgets.sheet import Sheet
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["WritingScreen"]

NOTHING = mark("Nothing is written yet; esc leaves it so.")


class WritingScreen(Paged):
    """Gives back what was written, or None; what is left half written is told to `left`.

    A sentence is gone on with; a path that is only proposed is typed over.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self,
        asked: str,
        said: str,
        says: str = words.IN_YOUR_WORDS,
        longest: int = LONGEST,
        quote: str = "",
        left: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self.asked, self.said, self.says, self.longest = asked, said, says, longest
        self.quote, self.left = quote, left

    def body(self) -> Iterable[Widget]:
        """The question, and the line."""
        yield VerticalScroll(
            Sheet(self._head, id="sheet"),
            Input(self.said, max_length=self.longest, select_on_focus=self.left is None),
            id="sheet-paper",
            can_focus=False,
        )

    def _head(self, room: Room) -> Lines:
        said = para(say(self.says), room.measure, "italic $muted")
        asked = para(self.asked, room.measure, "bold $stamp")
        return [*quoted(self.quote, room.measure), *asked, *said, ink("")]

    def on_mount(self) -> None:
        """Begin to write."""
        self.query_one(Input).focus()
        self._tell_foot()

    def _tell_foot(self, note: str = "") -> None:
        hints = (Hint(mark("enter"), mark("that is it"), "done"), words.CLOSE)
        self.tell("", "", hints, note)

    def action_done(self) -> None:
        """Give the line back; an empty one is none."""
        line = self.query_one(Input).value
        if line.strip():
            self.dismiss(line)
        else:
            self._tell_foot(NOTHING)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter."""
        event.stop()
        self.action_done()

    async def action_leave(self) -> None:
        """Close the box; who opened it keeps what stands there."""
        if self.left is not None:
            self.left(self.query_one(Input).value)
        await super().action_leave()
