"""The six statements, on the title page: judged for the year that begins next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.tui import words
from game.tui.widgets.choices import Row
from game.words import say

if TYPE_CHECKING:
    from game.core.story.statements import StatementView
    from game.tui.screens.base import Paged as _Base
else:
    _Base = object

__all__ = ["Believing"]


class Believing(_Base):
    """The part of the title page on which statements are judged."""

    @property
    def statement_rows(self) -> tuple[Row, ...]:
        """The statements, where there are some, and how many wait for the run that begins."""
        count, of = len(self.carrot.beliefs), len(self._statements())
        said = say("{count} of {of} judged, for the year that begins", count=count, of=of)
        note = said if count else say(words.BELIEFS_NOTE)
        return (Row("statements", words.statements(of), note=note),) if of else ()

    def _statements(self) -> tuple[StatementView, ...]:
        from game.core.story.statements import statements

        return statements(self.carrot.story, {})

    def open_statements(self) -> None:
        """Judge the statements; what is said is kept for the run that begins."""
        from game.tui.screens.statements import StatementsScreen

        beliefs = self.carrot.beliefs

        def believe(id: str, truth: bool | None, sure: int) -> None:
            beliefs[id] = (bool(truth), sure)
            if truth is None:
                del beliefs[id]

        views = self._statements()
        self.app.push_screen(StatementsScreen(views, beliefs, say(words.BELIEFS_BEFORE), believe))
