"""Turning the pages of a run: further down, on, back. Nothing is chosen by paging.

Whoever pages through a long card with Enter and presses it once too often has not chosen: on the
scene that follows, the first Enter only says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from game.core.playing.session import Session
from game.core.showing.views import RevealPage, ScenePage
from game.tui import back_words, words
from game.tui.leaves import Leaf
from game.tui.widgets.choices import Choices
from game.tui.widgets.grid import Grid
from game.tui.words import Hint
from game.words import say

if TYPE_CHECKING:
    from game.tui.screens.back import LookingBack as _Base
else:
    _Base = object

__all__ = ["Turning"]


class Turning(_Base):
    """The part of the play screen that turns pages."""

    session: Session
    leaf: Leaf
    paper: VerticalScroll
    choices: Choices
    grid: Grid
    _skip_told = False
    paging = False
    """Enter has gone further down a page, and nothing was moved to or chosen since."""

    def action_onward(self) -> None:
        """Further down, or to the next page; a choice that waits is never made by this."""
        self.said_now = ""
        if self.goes_on:
            self.paper.scroll_page_down(animate=False)
        elif self._skips_a_question():
            self.said_now = words.NOT_ANSWERED
            self.tell_foot()
        elif not self.waiting:
            self._page(self.session.go_on)

    async def action_take(self) -> None:
        """Enter: the highlighted row, the cell under the cursor, or further on."""
        if self.waiting and self.choices.row is None and not self.goes_on:
            await self.guess(None)
        elif self.waiting and self.choices.row is None:
            self.paper.scroll_page_down(animate=False)
        elif self.waiting and not self.choices.in_sight:
            self.choices.show_rest()  # nobody chooses what can't be seen, or before seeing the rest
            self.paging = False
        elif self.waiting and self.paging:
            self.paging = False  # one Enter too many, on the way through pages, chooses nothing
            self.remark(words.NOT_YET)  # in the footer: no row moves
        elif self.waiting:
            self.choices.press()
        elif self.grid.cursor is not None:
            self.action_open_cell(self.grid.cursor.row, self.grid.cursor.column)
        else:
            self.paging = self.paging or self.goes_on
            self.action_onward()

    def _skips_a_question(self) -> bool:
        """Whether what is asked here would be passed by unawares; said once, then never again."""
        page, told = self.session.page, self._skip_told
        task = page.task if isinstance(page, RevealPage) else None
        open_ = task is not None and task.said is None
        asks = open_ and not (told or self.session.read_only or self.reading_back)
        self._skip_told = told or asks
        return asks

    def action_back(self) -> None:
        """Turn back a page, to read it again."""
        self._page(self.session.go_back)

    def _page(self, verb: Callable[[], None]) -> None:
        before, was_back = (self.session.stop, self.session.page), self.reading_back
        verb()
        if not was_back:
            self.left_by_paging(before[0])
        self.notice = "" if self.kept_well else self.notice
        if (self.session.stop, self.session.page) != before:
            page = self.session.page
            if self.reading_back and isinstance(page, ScenePage) and not page.waiting:
                self.notice = say(back_words.READING_BACK)  # its options do nothing
            self.turn()
            self.keep_bookmark()

    def walk(self, down: int, right: int) -> None:
        """Among the cells; from the first step on Enter opens one, and the footer says so."""
        first = self.grid.cursor is None
        self.grid.walk(down, right)
        if first:
            self.tell_foot()

    def action_aside(self, by: int) -> None:
        """Left and right: along a grid's rows, where there is one; else a page back and forth."""
        if self.leaf.grid is not None:
            self.walk(0, by)
        elif by < 0:
            self.action_back()
        elif not self.waiting:
            self._page(self.session.go_on)

    def action_scroll_page(self, by: int) -> None:
        """A screenful up or down."""
        scroll = self.paper.scroll_page_down if by > 0 else self.paper.scroll_page_up
        scroll(animate=False)

    @property
    def waiting(self) -> bool:
        """Whether rows wait for a choice."""
        return self.leaf.waiting

    def works(self, hint: Hint) -> bool:
        """Whether there is something behind a key now; else the footer doesn't name it."""
        if self.session.read_only and hint.action in words.CHANGES:
            return False
        undoes = self.session.can_undo and not (self.reading_back and self.listed)
        return undoes or hint != words.UNDO

    def now(self, hint: Hint) -> Hint:
        """A key by what it does now: Enter only turns the page where its end has been seen."""
        takes = hint.action == "ask('row')" or hint == words.NO_GUESS
        if takes and self.waiting and self.choices.row and not self.choices.in_sight:
            return words.TO_REST if self.choices.place else words.TO_OPTIONS
        if hint == words.NO_GUESS and self.choices.row is not None:
            return words.GUESS
        if hint.action == "onward" and self.grid.cursor is not None:
            return words.OPEN_CELL
        if hint.action == "onward" and hint.key == words.ON.key and self.goes_on:
            return replace(hint, words=words.DOWN)
        return hint

    async def guess(self, answer: str | None) -> None:
        """Say what will happen, or nothing."""
        raise NotImplementedError

    @property
    def goes_on(self) -> bool:
        """The page goes on below."""
        return self.paper.max_scroll_y > self.paper.scroll_offset.y
