"""Bringing into view what a key has just added to a page: a reply, what is so of the statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.geometry import Region

from game.core.playing.session import Session
from game.core.run.script import Stop
from game.core.showing.views import RevealPage
from game.core.story.statements import statements
from game.tui import words
from game.tui.ink import para
from game.tui.widgets.choices import Choices
from game.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from game.tui.screens.base import Paged as _Base
else:
    _Base = object

__all__ = ["Seeing"]


class Seeing(_Base):
    """The part of the play screen that lets nothing new stay out of sight."""

    session: Session
    upper: Sheet
    lower: Sheet
    paper: VerticalScroll
    choices: Choices
    replied: Stop | None = None
    """The page on which an answer was just given: once it is laid out, its reply is shown."""

    def show_reply(self) -> None:
        """What is said of an answer stands under it, and is seen."""
        page = self.session.page
        task = page.task if isinstance(page, RevealPage) else None
        told = para(task.told, self.lower.content_size.width) if task and task.told else []
        at = self._row_of(self.lower, told[0].plain) if told else None
        if at is not None:
            region = Region(0, at, 1, len(told))
            self.paper.scroll_to_region(region, animate=False, force=True)

    def keep_options(self) -> None:
        """A sentence over the footer takes room from the story, not from the options."""
        region = self.choices.virtual_region
        if self.choices.rows and region.height <= self.paper.scrollable_content_region.height:
            self.paper.scroll_to_region(region, animate=False, force=True)

    def show_read_out(self) -> None:
        """The highlighted option is in sight; the scene's head stays where it is, if it can."""
        if self.choices.place is None:
            self.choices.follow()

    def show_statements(self) -> None:
        """In the debrief the statements begin at the top of the screen."""
        if self.session.page is None:
            count = len(statements(self.session.story, self.session.run.statements))
            at = self._row_of(self.upper, words.statements(count))
            if at is not None:
                self.paper.scroll_to(y=at, animate=False, force=True)

    def _row_of(self, sheet: Sheet, text: str) -> int | None:
        """The row of the page at which a line of a sheet stands."""
        lines = sheet.set_lines(sheet.content_size.width)
        found = (n for n, line in enumerate(lines) if line.plain.strip() == text.strip())
        at = next(found, None)
        top = sheet.content_region.y - self.paper.content_region.y + self.paper.scroll_offset.y
        return None if at is None else top + at
