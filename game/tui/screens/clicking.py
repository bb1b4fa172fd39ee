"""What a click does on a page of a run that has no key of its own: none takes what isn't meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.playing.session import Session
from game.core.showing.views import RevealPage
from game.tui.ink import Lines, Room, act, block, para
from game.tui.widgets.choices import Choices

if TYPE_CHECKING:
    from game.tui.screens.back import LookingBack as _Base
else:
    _Base = object

__all__ = ["Clicking"]


class Clicking(_Base):
    """The part of the play screen that is there for the mouse."""

    session: Session
    choices: Choices
    taken_back = ""
    """The notice of the choice that was undone last."""

    def action_to_options(self) -> None:
        """Scroll to the options that are out of sight; a click there takes none of them."""
        self.choices.show_rest()
        self.call_after_refresh(self.tell_foot)

    async def action_reply(self, nth: int) -> None:
        """Of two replies to a quote the one that is clicked."""
        page = self.session.page
        if isinstance(page, RevealPage) and page.task and nth < len(page.task.choices):
            await self.answer(page.task.choices[nth][0])

    def _notice_sheet(self, room: Room) -> Lines:
        said = para(self.notice, room.width - 4, "bold $ink")
        return [act(line, self._closes) for line in block(said, room.width, "$stamp", "$chosen")]

    @property
    def _closes(self) -> str:
        """What a click on the notice does: what it speaks of, or it is gone."""
        if self.reading_back:
            return "cancel"
        redoes = self.session.can_redo and self.notice == self.taken_back
        return "redo" if redoes else "close_notice"
