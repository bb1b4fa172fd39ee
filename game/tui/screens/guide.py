"""The teacher's guide: its pages, and under them a card for each scene. A line opens one."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.core.library.guiding import lines, page, scene_card
from game.core.story.guide import Guide
from game.core.story.model import Story
from game.folders import typed
from game.tui import words
from game.tui.ink import Lines, Room, ink, join, para
from game.tui.screens.lists import Listed
from game.tui.screens.trail import NoteScreen
from game.tui.sheets.guide import guide_sheet
from game.words import say

__all__ = ["GuideScreen"]


class GuideScreen(Listed):
    """What there is for a teacher."""

    def __init__(self, story: Story, guide: Guide) -> None:
        super().__init__()
        self.story, self.guide = story, guide

    def head(self, room: Room) -> Lines:
        """What this is, and how it gets on to paper."""
        title = ink(say(words.GUIDE), "bold $stamp")
        return [title, *para(typed(say(words.GUIDE_SAYS)), room.measure, "italic $muted"), ink("")]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """Pages, then cards in the order of play."""
        for id, leaf in self.guide.pages.items():
            if leaf.layout != "scenes":
                said = ink(f"  {leaf.line}", "italic $muted")
                yield f"page {id}", join(ink(f"  {leaf.title}", "bold $stamp"), said)
        cards = [scene for scene in self.story.scenes.values() if scene.id in self.guide.cards]
        if cards:
            yield "", ink(say(words.GUIDE_CARDS), "bold $ink")
        for scene in cards:
            point = " ".join(self.guide.cards[scene.id].point.split())
            said = ink(f"  {point}", "italic $muted")
            yield f"card {scene.id}", join(ink(f"  {scene.title}", "bold $ink"), said)

    def open(self, id: str) -> None:
        """Open a page or a card."""
        kind, _, name = id.partition(" ")
        if kind == "page":
            told = tuple(lines(page(self.story, self.guide, name)))
        else:
            told = tuple(lines(scene_card(self.story, self.guide, name)))
        self.app.push_screen(NoteScreen(say(words.GUIDE), guide_sheet(told)))

    def tell_foot(self) -> None:
        """A line opens."""
        self.tell(say(words.GUIDE), "", (words.MOVE, words.OPEN, words.CLOSE, words.HELP))
