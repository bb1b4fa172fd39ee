"""A screen that is one scrolling sheet: cards, opened cells, help, about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from game.tui import words
from game.tui.screens.base import Paged
from game.tui.widgets.sheet import Paper, Sheet

__all__ = ["Sheeted"]


class Sheeted(Paged):
    """One sheet that scrolls, under a bar and over a footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("question_mark", "help", show=False),
        Binding("q,escape,enter,backspace", "leave", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """The sheet."""
        yield Paper(Sheet(id="sheet"), id="sheet-paper", can_focus=False)

    def on_mount(self) -> None:
        """Set the sheet."""
        self.sheet = self.query_one("#sheet", Sheet)
        self.paper = self.query_one("#sheet-paper", VerticalScroll)
        self.watch(self.paper, "scroll_y", self.tell_foot, init=False)
        self.watch(self.paper, "virtual_size", self.tell_foot, init=False)
        self.show()

    def on_resize(self) -> None:
        """There may be more below now, or less."""
        if hasattr(self, "paper"):
            self.call_after_refresh(self.tell_foot)

    def show(self) -> None:
        """Put words on the sheet, then call `tell_foot`."""
        raise NotImplementedError

    def tell_foot(self) -> None:
        """Say what the keys do."""
        raise NotImplementedError

    @property
    def more(self) -> str:
        """Whether the sheet goes on below, and the key that goes there: Enter closes a sheet."""
        return words.MORE if self.paper.max_scroll_y > self.paper.scroll_offset.y else ""

    def top(self) -> None:
        """Begin at the top again, and look what is below once it has been set."""
        self.paper.scroll_home(animate=False)
        self.tell_foot()
        self.call_after_refresh(self.tell_foot)

    def action_scroll(self, by: int) -> None:
        """A line up or down."""
        self.paper.scroll_relative(y=by, animate=False)

    def action_end(self, by: int) -> None:
        """To the end, or to the beginning."""
        scroll = self.paper.scroll_end if by > 0 else self.paper.scroll_home
        scroll(animate=False)

    def action_page(self, by: int) -> None:
        """A screenful up or down."""
        scroll = self.paper.scroll_page_down if by > 0 else self.paper.scroll_page_up
        scroll(animate=False)
