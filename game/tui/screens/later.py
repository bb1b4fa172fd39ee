"""A week later, on the title page: one quiet line, once a year is a week old, until it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.tui import words
from game.tui.widgets.choices import Row
from game.words import say

if TYPE_CHECKING:
    from game.tui.screens.base import Paged as _Base
else:
    _Base = object

__all__ = ["Later"]


class Later(_Base):
    """The part of the title page that knows of the booster."""

    booster_rows: tuple[Row, ...] = ()

    def look_later(self) -> None:
        """Find out whether a booster is due."""
        from game.core.playing.booster import due
        from game.core.saves.sittings import Sittings
        from game.folders import sittings_folder

        app = self.carrot
        is_due = due(app.story, app.runs, Sittings(sittings_folder()))
        row = Row("booster", say(words.BOOSTER), note=say(words.BOOSTER_NOTE))
        self.booster_rows = (row,) if is_due else ()

    def open_booster(self) -> None:
        """Ask; afterwards the line is gone."""
        from game.core.playing.booster import open_booster
        from game.core.saves.sittings import Sittings
        from game.folders import sittings_folder
        from game.tui.screens.booster import BoosterScreen

        app = self.carrot
        booster = open_booster(app.story, app.runs, Sittings(sittings_folder()))
        if booster is not None:
            self.app.push_screen(BoosterScreen(booster), self._asked)

    def _asked(self, _: str | None) -> None:
        self.look_later()
        self.refresh_menu()

    def refresh_menu(self) -> None:
        """Offer what works now."""
        raise NotImplementedError
