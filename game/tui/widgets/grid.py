"""The grid as something to walk through: a cursor among cells, each of which opens."""

from __future__ import annotations

from dataclasses import replace

from textual.geometry import Offset

from game.core.showing.views import RevealPage
from game.tui.ink import Lines, Room
from game.tui.sheets.grid import Cursor, cell_at, set_grid
from game.tui.widgets.sheet import Sheet

__all__ = ["Grid"]


class Grid(Sheet):
    """One reveal's grid; without a cursor until an arrow is pressed."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.page: RevealPage | None = None
        self.cursor: Cursor | None = None

    def show_page(self, page: RevealPage | None, keep_cursor: bool = False) -> None:
        """Show another grid; None leaves it out."""
        self.page = page
        if not keep_cursor:
            self.cursor = None
        self.reset()

    @property
    def empty(self) -> bool:
        """Without a page there is no grid."""
        return self.page is None

    def lay(self, room: Room) -> Lines:
        """Set the grid for the width."""
        cursor = self.cursor and replace(self.cursor, how=self.host.chosen)
        return set_grid(self.page, room.width, cursor) if self.page else []

    def walk(self, down: int, right: int) -> None:
        """Move the cursor; the first step puts it into the chosen column."""
        page = self.page
        if page is None or not page.rows:
            return
        if self.cursor is None:
            self.cursor = Cursor(0 if down >= 0 else len(page.rows) - 1, self.taken)
        else:
            row = (self.cursor.row + down) % len(page.rows)
            column = (self.cursor.column + right) % len(page.columns)
            self.cursor = Cursor(row, column)
        self.reset()

    @property
    def place(self) -> Offset | None:
        """Where the cell under the cursor is on the screen."""
        if self.page is None or self.cursor is None:
            return None
        column = cell_at(self.page, self.content_size.width, self.cursor.column)
        name = self.page.rows[self.cursor.row].short
        lines = self.set_lines(self.content_size.width)
        row = next((n for n, line in enumerate(lines) if line.plain.startswith(name)), 0)
        return self.content_region.offset + Offset(column, row)

    @property
    def taken(self) -> int:
        """The chosen column."""
        columns = self.page.columns if self.page else ()
        return next((n for n, option in enumerate(columns) if option.taken), 0)

    @property
    def keeper_row(self) -> int:
        """The keeper's row."""
        rows = self.page.rows if self.page else ()
        return next((n for n, row in enumerate(rows) if row.is_keeper), 0)

    def leave(self) -> bool:
        """Take the cursor away; say whether there was one."""
        was, self.cursor = self.cursor is not None, None
        if was:
            self.reset()
        return was
