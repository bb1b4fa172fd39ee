"""One line to write: the answer in the player's own words."""

from __future__ import annotations

from collections.abc import Iterable
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


class WritingScreen(Paged):
    """Gives back what was written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(
        self,
        asked: str,
        said: str,
        says: str = words.IN_YOUR_WORDS,
        longest: int = LONGEST,
        quote: str = "",
    ) -> None:
        super().__init__()
        self.asked, self.said, self.says, self.longest = asked, said, says, longest
        self.quote = quote

    def body(self) -> Iterable[Widget]:
        """The question, and the line."""
        yield VerticalScroll(
            Sheet(self._head, id="sheet"),
            Input(self.said, max_length=self.longest),
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
        self.tell("", "", (Hint(mark("enter"), mark("that is it"), "done"), words.CLOSE))

    def action_done(self) -> None:
        """A click on the footer's hint."""
        self.dismiss(self.query_one(Input).value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line back."""
        self.dismiss(event.value)
