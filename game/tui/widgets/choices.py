"""Rows to choose from: options, answers, a menu. One row is highlighted; closed ones stay."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.style import Style

from game.tui import words
from game.tui.ink import Lines, Room, bullet, ink, join, lit, para
from game.tui.widgets.row import NONE, Row
from game.tui.widgets.sheet import Sheet
from game.words import say

if TYPE_CHECKING:
    from game.core.showing.parts import ClosedView

__all__ = ["NONE", "Choices", "Row"]


class Choices(Sheet):
    """Rows; the highlighted one has a ground of its own, a mark, and the terminal's cursor."""

    spaced = False
    """They are lines of a story, with the air that the player wants."""

    class Picked(Message):
        """A row was clicked, or taken with Enter."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(
        self,
        id: str | None = None,
        notes_at: int = 0,
        moved: Callable[[], None] | None = None,
        hovers: bool = True,
    ) -> None:
        super().__init__(id=id)
        self._on_moved = moved
        """Told when another row is highlighted; a message would wander through every container."""
        self._hovers = hovers
        """The mouse highlights what it stands on; else a first click does, and takes nothing."""
        self.rows: tuple[Row, ...] = ()
        self.at = 0
        self.roved = False
        """A row was gone to since these were offered."""
        self._unmarks = False
        """Up from the first row leaves all unmarked, as they were offered."""
        self._met: set[int] | None = None
        """Which of them have been in sight; None before they are on the page."""
        self._notes_at = notes_at
        """Column at which notes begin; 0 puts them behind the text."""
        self._places: list[tuple[int, int]] = []
        self._laid: dict[tuple[int, bool, Room], Lines] = {}
        """Rows as they were set, highlighted or not: moving sets no line twice."""

    def show_rows(self, rows: Sequence[Row], at: int = 0, unmarks: bool = False) -> None:
        """Offer other rows; at `NONE` none of them is highlighted."""
        if [(row.id, row.text) for row in self.rows] != [(row.id, row.text) for row in rows]:
            self._met, self.roved = None, False
        self._unmarks = unmarks
        self.rows = tuple(rows)
        self.at = min(at, max(len(rows) - 1, 0))
        self._changed(scroll=False)

    def _changed(self, scroll: bool = True) -> None:
        self.reset()
        self.call_after_refresh(self._offered, scroll)

    def _offered(self, scroll: bool) -> None:
        """The rows are on the page: from now on what is in sight has been seen."""
        self._met = self._met or set()
        self.follow(scroll)

    @property
    def all_met(self) -> bool:
        """Whether each of them has been in sight; nobody chooses before."""
        if self._met is not None:
            self._met.update(n for n in range(len(self._places)) if self._whole(n))
        return self._met is not None and len(self._met) >= len(self.rows)

    def show_rest(self) -> None:
        """Bring what has not been in sight into view: all rows, or from the first such one on."""
        met, room = self._met or set(), self.parent
        unmet = next((n for n in range(len(self._places)) if n not in met), None)
        tall = isinstance(room, VerticalScroll) and self.size.height > room.size.height
        if unmet is not None and tall and isinstance(room, VerticalScroll):
            room.scroll_to(y=self.virtual_region.y + self._places[unmet][0], animate=False)
        else:
            self.follow()

    def _whole(self, at: int) -> bool:
        """Whether all lines of a row can be seen; true as soon as the view has moved."""
        if not (0 <= at < len(self._places) and isinstance(self.parent, VerticalScroll)):
            return False
        first, count = self._places[at]
        top = self.virtual_region.y + first - self.parent.scroll_offset.y
        return 0 <= top <= self.parent.scrollable_content_region.height - count

    @property
    def in_sight(self) -> bool:
        """The highlighted row can be seen, and each of the others was."""
        return self.all_met and self._whole(self.at)

    def reset(self) -> None:
        """Set the same rows anew."""
        self._laid.clear()
        super().reset()

    def _moved(self, before: int) -> None:
        """Paint the two rows that differ; only where they need other room lay the page out anew."""
        width, places = self.content_size.width, self._places
        self._set = None
        self.set_lines(width)
        if self._places == places:
            rows = (self._places[n] for n in (before, self.at) if n != NONE)
            self.refresh(*(Region(0, first, width, count) for first, count in rows))
        else:
            self.refresh(layout=True)
        self.call_after_refresh(self.follow, True)

    @property
    def empty(self) -> bool:
        """Without rows there is nothing to choose."""
        return not self.rows

    @property
    def row(self) -> Row | None:
        """The highlighted row, if there is one."""
        return self.rows[self.at] if 0 <= self.at < len(self.rows) else None

    def move(self, by: int) -> None:
        """Highlight another row; past the end comes the beginning. By none: bring it into view."""
        if by < 0 and self.at == 0 and self._unmarks:
            self._go_to(NONE)
        elif by:
            here = len(self.rows) if self.at == NONE and by < 0 else self.at
            self.highlight((here + by) % len(self.rows))
        else:
            self.follow()

    def highlight(self, at: int) -> None:
        """Highlight one row."""
        if at != self.at and 0 <= at < len(self.rows):
            self._go_to(at)

    def _go_to(self, at: int) -> None:
        before, self.at, self.roved = self.at, at, True
        self._moved(before)
        if self._on_moved is not None:
            self._on_moved()

    def digit(self, digit: str) -> Row | None:
        """The row with this digit or letter."""
        return next((row for row in self.rows if row.digit == digit), None)

    def by_digit(self, digit: str) -> None:
        """Take the row with this digit; or only go there, where the player wants it so.

        What is out of sight is shown first: nobody chooses blindly, and the same key takes it then.
        """
        row = self.digit(digit)
        if row is None:
            return
        at = self.rows.index(row)
        if self.host.settings.now.digits == "move":
            self.highlight(at)
            self.roved = True
        elif self._place_of(at) is not None:
            self.press(row)
        else:
            self.highlight(at)
            self.follow()

    def press(self, row: Row | None = None) -> None:
        """Take a row, or the highlighted one."""
        if taken := row or self.row:
            self.post_message(self.Picked(taken))

    def lay(self, room: Room) -> Lines:
        """Set every row, and remember where each begins."""
        made: Lines = []
        self._places = []
        airy = room.airy and self.spaced
        for n, row in enumerate(self.rows):
            key = (n, n == self.at, room)
            if key not in self._laid:
                lines = self._row(row, n, room)
                self._laid[key] = [self._finish(line, n, room.width) for line in lines]
            lines = self._laid[key]
            self._places.append((len(made), len(lines)))
            made += [*lines, ink("")] if airy and n + 1 < len(self.rows) else lines
        return made

    def _row(self, row: Row, n: int, room: Room) -> Lines:
        sign, width = ink("› " if n == self.at else "  ", "bold $stamp"), room.width
        if row.closed:
            return self._shut(row.closed, join(sign, ink(row.text, "strike $muted")), n, room)
        head = join(sign, ink(f"{row.digit}  " if row.digit else "", "bold $stamp"))
        strong = "bold $ink" if self._notes_at else "$ink"
        text = ink(row.text, strong)
        if row.note:
            text = text.pad_right(max(self._notes_at - text.cell_length, 2))
            return [join(head, text, ink(row.note, "$muted")).truncate(width, ellipsis=True)]
        if row.taken:
            text = join(text, ink(f"  {say(words.YOU)}", "bold $stamp"))
        elif row.seen:
            text = join(text, ink(f"  {say(words.SEEN)}", "italic $muted"))
        lines = bullet(head, text, width)
        for number in row.aloud:
            said = ink(say("aloud: "), "bold $amber")
            lines += bullet(join(ink(" " * head.cell_length), said), ink(number, "$ink"), width)
        return lines

    def _shut(self, why: ClosedView, head: Content, n: int, room: Room) -> Lines:
        """A closed row: struck out, with the rule and the sentence that closed it."""
        again = any(row.closed == why for row in self.rows[:n])
        said = join(ink("  "), ink(say(words.SAME) if again else why.sentence, "$stamp"))
        if again and head.cell_length + said.cell_length <= room.width:
            return [join(head, said)]
        if why.quote and not again:
            said = join(said, ink(f"  “{why.quote}”", "italic $muted"))
        long = said.cell_length > room.width and not room.lofty
        if n != self.at and long:  # its rule is said whole; the quote is a key away
            said = join(ink("  "), ink(say(words.SAME) if again else why.sentence, "$stamp"))
        return [*para(head, room.width), *bullet(ink("  "), said[2:], room.width)]

    def _finish(self, line: Content, n: int, width: int) -> Content:
        """Fill the line up, so that all of it can be clicked, and give it its ground."""
        filled = line.pad_right(max(width - line.cell_length, 0))
        if n == self.at:
            filled = lit(filled, self.host.chosen)
        return filled.stylize(Style.from_meta({"row": n}))

    async def on_click(self, event: events.Click) -> None:
        """Take the clicked row."""
        at = event.style.meta.get("row")
        if at is not None:
            event.stop()
            here = at == self.at
            self.highlight(at)
            if here or self._hovers:
                self.press()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Highlight the row under the mouse."""
        at = event.style.meta.get("row")
        if at is not None and self._hovers:
            self.highlight(at)

    def on_resize(self) -> None:
        """A highlighted row stays in sight; a page on which nobody moved begins at its head."""
        if self.roved:
            self.call_after_refresh(self.follow, True)

    def follow(self, scroll: bool = True) -> None:
        """Let the view follow the highlighted row.

        Where all rows can be seen at once, they are.
        """
        if self.row is None or not self.is_attached or self.at >= len(self._places):
            return
        first, count = self._places[self.at]
        if scroll and isinstance(self.parent, VerticalScroll):
            here, whole = self.virtual_region.offset, self.virtual_region
            row = Region(here.x, here.y + first, self.size.width, count)
            fits = whole.height <= self.parent.scrollable_content_region.height
            self.parent.scroll_to_region(whole if fits else row, animate=False, force=True)

    @property
    def place(self) -> Offset | None:
        """Where the highlighted row is on the screen; None where it is scrolled out of view."""
        return self._place_of(self.at)

    def _place_of(self, at: int) -> Offset | None:
        if not 0 <= at < min(len(self.rows), len(self._places)):
            return None
        place = self.content_region.offset + Offset(0, self._places[at][0])
        parent = self.parent if isinstance(self.parent, VerticalScroll) else self.screen
        seen = parent.content_region  # on the air around it nothing is painted
        return place if seen.contains_point(place) else None
