"""The hint of the first run: shown on the first scene that anybody ever opens, and never again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.playing.session import Session
from game.tui import palette_words
from game.words import say

if TYPE_CHECKING:
    from game.tui.screens.base import Paged as _Base
else:
    _Base = object

__all__ = ["FirstTime"]


class FirstTime(_Base):
    """The part of the play screen that has something to say once."""

    session: Session
    notice: str

    def hint_once(self) -> None:
        """Where the first choice waits, say how it is done; then remember that it was said."""
        host = self.carrot
        if self.session.waiting and not self.notice and not host.settings.now.hinted:
            self.notice = say(palette_words.FIRST_TIME)
            host.settings.change("hinted", True)
