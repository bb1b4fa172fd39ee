"""What the title screen has for a teacher: a row where the story has a guide, and what it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.tui import words
from game.tui.sheets.title import title
from game.tui.widgets.choices import Row
from game.tui.widgets.sheet import Sheet
from game.words import say

if TYPE_CHECKING:
    from game.tui.screens.base import Paged as _Base
else:
    _Base = object

__all__ = ["ForTeachers"]


class ForTeachers(_Base):
    """The part of the title screen that is for teachers."""

    @property
    def guide_rows(self) -> tuple[Row, ...]:
        """The guide, where there is one."""
        from game.pack.guide import has_guide  # late: the first screen waits for no loader

        there = has_guide(self.carrot.story)
        return (Row("guide", say(words.GUIDE), note=say(words.GUIDE_NOTE)),) if there else ()

    def open_guide(self) -> None:
        """Open the guide; where it can't be read, a sentence says why."""
        from game.pack import PackError
        from game.pack.guide import guide_of
        from game.tui.screens.guide import GuideScreen

        story = self.carrot.story
        try:
            guide = guide_of(story)
        except (PackError, OSError) as error:
            why = (say("The guide can't be read. {why}", why=error),)
            self.query_one("#sheet", Sheet).show(title(self.carrot.shelf.cover, why))
            return
        if guide is not None:
            self.app.push_screen(GuideScreen(story, guide))
