"""The play screen: turns the leaves of one session. It decides nothing and knows no rule.

One screen for the whole run: a page more is other words on the same sheets, because mounting
new widgets costs more than setting new lines. Each choice is painted at once and kept in a
thread; the mark in the footer says when it is on disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.geometry import Offset
from textual.widget import Widget

from game.core.playing.session import Refused, Session
from game.core.run.script import Stop
from game.core.showing.views import PredictionPage, RevealPage
from game.tui import back_words, palette_words, words
from game.tui.leaves import Leaf, Look, leaf
from game.tui.screens.authoring import Authoring
from game.tui.screens.back import LookingBack
from game.tui.screens.base import Paged
from game.tui.screens.clicking import Clicking
from game.tui.screens.first import FirstTime
from game.tui.screens.keeping import Keeping
from game.tui.screens.looking import Looking
from game.tui.screens.rolling import Rolling
from game.tui.screens.seeing import Seeing
from game.tui.screens.turning import Turning
from game.tui.sheets.margin import margin
from game.tui.widgets.choices import NONE, Choices, Row
from game.tui.widgets.grid import Grid
from game.tui.widgets.sheet import Paper, Sheet
from game.words import say

__all__ = ["PlayScreen"]

BROAD = 100
"""Columns from which the margin stands beside the page."""
SPREAD = 140
"""Columns from which the sentence stands beside the grid."""


class PlayScreen(
    Turning, Clicking, Authoring, LookingBack, Looking, Seeing, Keeping, Rolling, FirstTime, Paged
):
    """One session, a leaf at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"digit('{n}')", show=False) for n in range(1, 10)),
        *(Binding(key, f"part('{key}')", show=False) for key in ("s", "w", "a")),
        Binding("up", "move(-1)", show=False),
        Binding("down,tab", "move(1)", show=False),
        Binding("left", "aside(-1)", show=False),
        Binding("right", "aside(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown", "scroll_page(1)", show=False),
        Binding("enter", "take", show=False),
        Binding("space", "onward", show=False),
        Binding("b,backspace", "back", show=False),
        Binding("u", "undo", show=False),
        Binding("U,ctrl+y", "redo", show=False),
        Binding("r", "read_out", show=False),
        Binding("o", "open_all", show=False),
        Binding("c", "card", show=False),
        Binding("m", "mark_next", show=False),
        Binding("l", "ledger", show=False),
        Binding("h", "history", show=False),
        Binding("n", "branch", show=False),
        Binding("i", "what_if", show=False),
        Binding("d", "doors", show=False),
        Binding("g", "guesses", show=False),
        Binding("f", "report", show=False),
        Binding("e", "reload", show=False),
        Binding("p", "problems", show=False),
        Binding("question_mark", "help", show=False),
        Binding("escape", "cancel", show=False),
        Binding("q", "leave", show=False),
    ]

    def __init__(self, session: Session, keep: bool = False, years: bool = False) -> None:
        super().__init__()
        self.session, self._keep_at_once, self.years = session, keep, years
        self.look = Look()
        self._undone_at = {}
        self._asked_at: Stop | None = None
        """The page of which it was said that the comment is empty."""
        self.leaf: Leaf = leaf(session, self.look)
        self.notice, self._told = " ".join(session.notices), len(session.notices)

    def body(self) -> Iterable[Widget]:
        """The sheets that every leaf uses."""
        spread = Container(Grid(id="grid"), Sheet(id="lower"), id="spread")
        paper = Paper(
            Sheet(id="upper"),
            Choices("choices", moved=self._row_moved),
            spread,
            id="paper",
            can_focus=False,
        )
        yield Horizontal(paper, Sheet(id="margin"), id="page")
        yield Sheet(id="notice")

    def on_mount(self) -> None:
        """Show where the session stands."""
        self.upper, self.lower = self.query_one("#upper", Sheet), self.query_one("#lower", Sheet)
        self.choices, self.grid = self.query_one(Choices), self.query_one(Grid)
        self.choices.spaced = True
        self.paper = self.query_one("#paper", VerticalScroll)
        self.watch(self.paper, "scroll_y", self.tell_foot, init=False)
        self.watch(self.paper, "virtual_size", self._laid_out, init=False)
        self.turn()
        if self._keep_at_once:
            self.keep()

    def on_resize(self) -> None:
        """Set the page anew: the margin folds in or out."""
        if self.is_mounted and hasattr(self, "paper"):
            self.set_leaf(keep=True)

    def turn(self, keep: bool = False) -> None:
        """Show the session's page; `keep` leaves cursor and scroll where they are."""
        self.stop_rolling()
        if not keep:
            self.look, self.said_now = Look(), ""
        self.leaf = leaf(self.session, self.look)
        self.hint_once()
        self.set_leaf(keep)

    def set_leaf(self, keep: bool) -> None:
        """Put the leaf on the sheets."""
        leaf = self.leaf
        broad = leaf.margin is not None and self.app.size.width >= BROAD
        self.upper.margined = broad
        self.lower.margined = leaf.grid is not None and self.app.size.width >= SPREAD
        with self.app.batch_update():
            self.upper.show(leaf.upper)
            at = self.choices.at if keep else leaf.at
            self.choices.show_rows(leaf.rows, at, unmarks=leaf.at == NONE)
            self.grid.show_page(leaf.grid, keep_cursor=keep)
            self.lower.show(leaf.lower)
            self.query_one("#spread").display = leaf.grid is not None or leaf.lower is not None
            self.set_class(leaf.grid is not None, "-reveal")
            self.set_class(leaf.cover, "-cover")
            self.set_class(self._tight(), "-tight")
            self._set_margin(broad)
            self.query_one("#notice", Sheet).show(self._notice_sheet if self.notice else None)
            if not keep:
                self.paper.scroll_home(animate=False)
            self.tell_foot()
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """Give up air where the page fits without it alone; then say whether there is more."""
        rows = sum(part.outer_size.height for part in self.paper.children if part.display)
        room = self.paper.outer_size.height
        air = 7 if self.app.size.height >= 50 else 5  # carrot.tcss, $most-air and $more-air
        self.set_class(room - air < rows <= room - 2, "-close")
        if self.notice and self.waiting and self.notice != say(palette_words.FIRST_TIME):
            self.call_after_refresh(self.keep_options)
        self.tell_foot()

    def _laid_out(self) -> None:
        """Say what Enter does once the paper knows how much of the new page it shows."""
        if self.replied == self.session.stop:
            self.call_later(self.show_reply)
        self.call_later(self.tell_foot)

    def _tight(self) -> bool:
        """Whether the page only fits, if it does, without air above it."""
        size = self.app.size
        if size.height >= 28 or size.width >= BROAD:
            return False
        sheets = (self.upper, self.choices, self.grid, self.lower)
        lines = sum(len(sheet.set_lines(size.width - 4)) for sheet in sheets if not sheet.empty)
        return lines + (1 if self.leaf.grid else 0) == size.height - 2

    def _set_margin(self, broad: bool) -> None:
        now = self.leaf.margin
        short = self.session.game.books[0].short
        sheet = self.query_one("#margin", Sheet)
        sheet.show(margin(now, short, self.leaf.before) if broad and now else None)

    def _row_moved(self) -> None:
        """Enter says whether it guesses; elsewhere no word hangs on the row."""
        if isinstance(self.session.page, PredictionPage):
            self.tell_foot()

    def tell_foot(self) -> None:
        """Bars: where this is, what the keys do, whether it is kept, whether there is more."""
        reading = self.session.read_only
        note = words.MORE if self.goes_on else words.READING if reading else self.kept_mark
        note = self.said_now or note
        hints = tuple(hint for hint in self.leaf.hints if self.works(hint))
        first, *more = map(self.now, hints)
        hints = (first, *self.taking, *self.author_hints, *self.back_hints, *more)
        self.tell(self.leaf.left, self.leaf.right, hints, note)

    @property
    def reading(self) -> Offset | None:
        """The cell of the grid that is walked to, or as on every screen."""
        if self.too_small:
            return super().reading
        return self.grid.place or self.choices.place or Offset(2, 1)

    @property
    def choosing(self) -> bool:  # type: ignore[override]
        """Rows can be chosen while they wait, and only then."""
        return self.waiting

    def action_move(self, by: int) -> None:
        """Up and down: rows, the grid's cells, or the page itself."""
        if self.waiting:
            self.choices.move(by)
        elif self.leaf.grid is not None:
            self.walk(by, 0)
        else:
            self.paper.scroll_relative(y=by, animate=False)

    # Choosing

    async def action_digit(self, digit: str) -> None:
        """A digit picks what stands beside it."""
        if isinstance(self.session.page, RevealPage):
            row = self.grid.cursor.row if self.grid.cursor else self.grid.keeper_row
            if self.session.page.rows and int(digit) <= len(self.session.page.columns):
                self.action_open_cell(row, int(digit) - 1)
        elif self.session.stop.kind == "card":
            await self.action_mark(digit)
        elif self.waiting:
            self.choices.by_digit(digit)
        elif self.choices.digit(digit) and self.back_hints:
            self.refuse(Refused(say(back_words.CHOSEN)))

    async def on_choices_picked(self, event: Choices.Picked) -> None:
        """A row was taken."""
        event.stop()
        await self._picked(event.row)

    async def _picked(self, row: Row) -> None:
        if row.id.startswith("say "):
            self.ask_part(row.id.removeprefix("say "), onward=True)
        elif row.closed:
            self.show_closed(row.closed)
        elif isinstance(self.session.page, PredictionPage):
            await self.guess(row.id)
        elif self._box_is_empty():
            self.said_now = words.EMPTY_BOX  # in the footer: no row moves under the mouse
            self.tell_foot()
        elif self.back_hints:
            self.refuse(Refused(say(back_words.CHOSEN)))
        elif self.session.waiting:
            await self.do(lambda: self.session.choose(row.id))
            self.start_rolling()

    async def guess(self, answer: str | None) -> None:
        """Say what will happen, or go on without a guess."""
        await self.do(lambda: self.session.predict(answer))
        self.start_rolling()

    def _box_is_empty(self) -> bool:
        """Whether this page asks for a comment that is empty; said once, and then it may be so."""
        page, asked = self.session.waiting, self._asked_at
        self._asked_at = self.session.stop
        empty = page is not None and page.comment is not None and not page.comment.text
        return empty and asked != self.session.stop

    @property
    def help_on(self) -> str:
        """Help knows the page."""
        from game.tui.help import HELP  # late, as whatever only a key asks for

        session = self.session
        kind: str = session.stop.kind if session.page else "debrief"
        kind = "prediction" if isinstance(session.page, PredictionPage) else kind
        if isinstance(session.page, RevealPage) and session.page.task:
            return "asked"
        return kind if kind in HELP else "page"

    def refuse(self, error: Refused) -> None:
        """Say why something can't be done."""
        self.notice = str(error)
        self.set_leaf(keep=True)

    async def action_leave(self, years: bool = False) -> None:
        """Out of the run, which is kept: to the title, or to the list of years."""
        if not self.guess_waits() and await self.keep_now():
            self.session.keep_bookmark()
            if self.too_small:  # the title would be the same sentence: q would seem to do nothing
                self.app.exit(0)
            else:
                self.carrot.open_title(years)
