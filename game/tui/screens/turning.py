"""Turning the pages of a run: further down, on, back. Nothing is chosen by paging.

Whoever pages with Enter takes no option unawares: where nobody has moved on a page, the first
Enter only says that nothing is chosen yet.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll

from game.core.playing.session import Session
from game.core.run.script import Stop
from game.core.showing.views import PredictionPage, RevealPage, ScenePage
from game.tui import back_words, words
from game.tui.leaves import Leaf
from game.tui.widgets.choices import Choices
from game.tui.widgets.grid import Grid
from game.tui.words import Hint, going_to
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
    _told_at: Stop | None = None
    """The page on which Enter has said that nothing is chosen yet."""

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
        elif self.waiting and not self.choices.roved and self._told_at != self.session.stop:
            self._told_at = self.session.stop
            self.remark(words.NOT_YET)  # in the footer: no row moves
        elif self.waiting:
            self.choices.press()
        elif self.grid.cursor is not None:
            self.action_open_cell(self.grid.cursor.row, self.grid.cursor.column)
        else:
            self.action_onward()

    def _skips_a_question(self) -> bool:
        """Whether what is asked here would be passed by unawares; said once, then never again."""
        asks = self._unanswered and not self._skip_told
        self._skip_told = self._skip_told or asks
        return asks

    @property
    def _unanswered(self) -> bool:
        """Whether this page asks something that can be answered, and was not yet."""
        page = self.session.page
        task = page.task if isinstance(page, RevealPage) else None
        open_ = task is not None and task.said is None
        return open_ and not (self.session.read_only or self.reading_back)

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
        if hint in (words.UNDO, words.REDO):
            can = self.session.can_undo if hint == words.UNDO else self.session.can_redo
            return can and not (self.reading_back and self.listed)
        return True

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
        if hint == words.ON and self._unanswered:
            return words.ON_UNANSWERED
        return going_to(hint) if self._only_moves else hint

    @property
    def taking(self) -> tuple[Hint, ...]:
        """Where digits only move, the key that takes what they moved to stands beside them."""
        on_scene = self.waiting and not isinstance(self.session.page, PredictionPage)
        shown = on_scene and self._only_moves and self.choices.in_sight
        return (words.TAKE,) if shown else ()

    @property
    def _only_moves(self) -> bool:
        return self.carrot.settings.now.digits == "move"

    async def guess(self, answer: str | None) -> None:
        """Say what will happen, or nothing."""
        raise NotImplementedError

    @property
    def goes_on(self) -> bool:
        """The page goes on below."""
        return self.paper.max_scroll_y > self.paper.scroll_offset.y
