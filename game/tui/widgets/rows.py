"""A list of lines, each one row high, of which one is highlighted; the mouse acts on its own line.

What keys do to the highlighted line stands, under the mouse, at the end of the line it is on: who
has no keyboard can't highlight a line and then reach the footer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip
from textual.widgets import OptionList

from game.tui.host import Host
from game.tui.words import Hint
from game.words import say

__all__ = ["Rows"]

REVERSED = Style(color="default", reverse=True)


class Rows(OptionList):
    """A list that a window without a row to spare doesn't upset: there is no page to turn.

    Where colours are left to the terminal no ground marks the highlighted row, so it is reversed,
    and in one colour: each colour would be a ground of its own. Textual's list drops that from a
    style.
    """

    def __init__(self, offers: Callable[[str], tuple[Hint, ...]], id: str) -> None:
        super().__init__(id=id, markup=False)
        self._offers = offers
        """What can be done to a line, by its option's id, besides opening it."""

    def render_line(self, y: int) -> Strip:
        """Set a line of the list; each option is one row high."""
        line, at = super().render_line(y), self.scroll_offset.y + y
        if self.highlighted == at and cast("Host", self.app).chosen == "reverse":
            line = Strip(Segment.apply_style(line, post_style=REVERSED), line.cell_length)
        return self._offering(line, at) if self._mouse_hovering_over == at else line

    def _offering(self, line: Strip, at: int) -> Strip:
        """Put what can be done to a line at its end, over what stands there."""
        ground = next((part.style for part in reversed(list(line)) if part.style), Style())
        made: list[Segment] = []
        for hint in self._offers(self.get_option_at_index(at).id or ""):
            act = Style(bold=True, underline=True, meta={"act": f"on_row({at}, '{hint.action}')"})
            said = f"{say(hint.key)} {say(hint.words)}"
            made += [Segment("  ", ground), Segment(said, ground + act)]
        if not made:
            return line
        made.append(Segment(" ", ground))
        wide = sum(cell_len(part.text) for part in made)
        return Strip.join([line.crop(0, max(line.cell_length - wide, 0)), Strip(made, wide)])

    def on_click(self, event: events.Click) -> None:
        """Do to a line what was clicked at its end; elsewhere a click opens it."""
        act = event.style.meta.get("act")
        if act:
            event.stop()
            event.prevent_default()
            self.call_later(self.screen.run_action, act)

    def action_page_down(self) -> None:
        """Turn a page down, where there is one."""
        if self.scrollable_content_region.height:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """Turn a page up, where there is one."""
        if self.scrollable_content_region.height:
            super().action_page_up()  # type: ignore[no-untyped-call]
