"""The number rolls to where it falls: a moment to be felt, for which nothing waits.

The words have said it already; a key pressed meanwhile turns the page as ever. Where the
player's terminal asks for no animation, the number simply stands there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from game.core.playing.session import Session
from game.core.showing.views import OutcomePage
from game.tui.sheets.outcome import outcome
from game.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from game.tui.screens.base import Paged as _Base
else:
    _Base = object

__all__ = ["Rolling"]

FRAMES = 10
SECONDS = 0.45


class Rolling(_Base):
    """The part of the play screen that lets a number roll."""

    session: Session
    upper: Sheet
    _roll: Timer | None = None
    _frame = 0

    def stop_rolling(self) -> None:
        """Another page: whatever rolls stands still."""
        if self._roll is not None:
            self._roll.stop()
            self._roll = None

    def start_rolling(self) -> None:
        """Let the number of this outcome roll, if it moved."""
        page = self.session.page
        if not isinstance(page, OutcomePage) or self.app.animation_level == "none":
            return
        if None not in (page.before.number, page.margin.number) and page.effects:
            self._frame = 0
            self._show(page, 0)
            self._roll = self.set_interval(SECONDS / FRAMES, self._next, repeat=FRAMES)

    def _next(self) -> None:
        page = self.session.page
        self._frame += 1
        if isinstance(page, OutcomePage):
            self._show(page, self._frame)

    def _show(self, page: OutcomePage, frame: int) -> None:
        """Fast at first, slow towards the end."""
        before, now = page.before.number or 0, page.margin.number or 0
        if before == now:
            return
        left = (1 - frame / FRAMES) ** 2
        at = now + round((before - now) * left) if frame < FRAMES else None
        self.upper.show(outcome(page, self.session.game.books[0].short, at))
