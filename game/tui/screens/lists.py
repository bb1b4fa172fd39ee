"""A screen that is one long list, of which every line opens something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from game.tui import words
from game.tui.ink import Lines, Room, ink, join
from game.tui.screens.base import Paged
from game.tui.widgets.rows import Rows
from game.tui.widgets.sheet import Sheet
from game.tui.words import Hint
from game.words import mark

__all__ = ["Listed"]


class Listed(Paged):
    """Lines that open; Textual's own list, because it only draws what is in view."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", show=False),
        Binding("q,escape,backspace", "leave", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """A head, and the list."""
        yield Sheet(self.head, id="list-head")
        yield Rows(self._offered, id="list")

    def head(self, room: Room) -> Lines:
        """What stands over the list."""
        return []

    def lines(self) -> Iterable[tuple[str, Content]]:
        """An id and a line for each entry, in order."""
        return ()

    def on_mount(self) -> None:
        """Fill the list."""
        self.marked = ""
        self.list = self.query_one("#list", OptionList)
        self.list.focus()
        self.fill()

    def on_resize(self) -> None:
        """What is highlighted stays in sight in a window of another size."""
        if hasattr(self, "list"):
            self.call_after_refresh(self.list.scroll_to_highlight)

    def _offered(self, id: str) -> tuple[Hint, ...]:
        """What stands at the end of a line under the mouse."""
        name = id.partition(":")[2]
        return self.offers(name) if name else ()

    def offers(self, id: str) -> tuple[Hint, ...]:
        """What can be done to an entry besides opening it."""
        return ()

    async def action_on_row(self, at: int, action: str) -> None:
        """Do to a line what stands at its end."""
        self.list.highlighted = at
        await self.run_action(action)

    def fill(self) -> None:
        """Put the lines into the list."""
        self.list.clear_options()
        self.marked = ""
        self.list.add_options(
            Option(line, id=f"{n}:{id}", disabled=not id)
            for n, (id, line) in enumerate(self.lines())
        )
        self.list.action_first()
        if self.begin_at is not None:
            self.list.highlighted = self.begin_at
        self.tell_foot()

    @property
    def begin_at(self) -> int | None:
        """The line that is highlighted first, where that isn't the first that opens."""
        return None

    def opening(self, enter: Hint) -> tuple[Hint, ...]:
        """The keys that need a line: none in an empty list."""
        return (words.MOVE, enter) if self.list.option_count else ()

    def tell_foot(self) -> None:
        """Say what the keys do."""
        hints = (words.MOVE, Hint(mark("enter"), mark("open"), "take"), words.CLOSE, words.HELP)
        self.tell("", "", hints)

    @property
    def reading(self) -> Offset | None:
        """The highlighted line; each is one row high."""
        at = self.list.highlighted if self.list.has_focus and not self.too_small else None
        if at is None:
            return super().reading
        region = self.list.scrollable_content_region
        return region.offset + Offset(0, at - self.list.scroll_offset.y)

    def action_move(self, by: int) -> None:
        """A click on the footer's hint."""
        if by > 0:
            self.list.action_cursor_down()
        else:
            self.list.action_cursor_up()

    def action_take(self) -> None:
        """A click on the footer's hint."""
        self.list.action_select()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Mark the highlighted line with more than its ground."""
        event.stop()
        at = self.list.highlighted
        now = "" if at is None else self.list.get_option_at_index(at).id or ""
        was, self.marked = self.marked, now
        if was != now:
            for id, sign in ((was, "  "), (now, "› ")):
                self._sign(id, sign)
            self.tell_foot()  # what was said of the other line goes

    def _sign(self, id: str, sign: str) -> None:
        """Put a sign into the two columns that every line leaves free."""
        if not id:
            return
        line = self.list.get_option(id).prompt
        if isinstance(line, Content):
            self.list.replace_option_prompt(id, join(ink(sign, "bold $stamp"), line[2:]))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what the line stands for."""
        event.stop()
        self.open((event.option_id or "").partition(":")[2])

    def open(self, id: str) -> None:
        """Open an entry."""
        raise NotImplementedError
