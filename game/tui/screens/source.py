"""A source, and what rests on it: sentences, rules, trails. A sentence and a trail open."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.core.library.catalogue import cited_by
from game.core.showing.cards import source_views
from game.core.story.model import Story
from game.tui import library_words, words
from game.tui.ink import Lines, Room, cell, ink, join, para
from game.tui.screens.lists import Listed
from game.tui.sheets.card import sources
from game.words import say

__all__ = ["SourceScreen"]


class SourceScreen(Listed):
    """One source of the library."""

    def __init__(self, story: Story, key: str) -> None:
        super().__init__()
        self.story, self.key = story, key
        self.citing = cited_by(story, key)

    def head(self, room: Room) -> Lines:
        """The source itself, what was seen of it, and how much rests on it."""
        told = sources(source_views(self.story, (self.key,)), room.measure)[1:]
        said = para(library_words.cited(self.citing), room.measure, "italic $muted")
        return [*told, ink(""), *said, ink("")]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """What rests on it."""
        for claim in self.citing.claims:
            yield (
                claim.id,
                join(
                    ink(f"  {claim.id:<4} ", "bold $stamp"),
                    cell(say(claim.record.verdict), 18, "$green"),
                    ink(f"“{' '.join(claim.words.split())}”", "italic $ink"),
                ),
            )
        for trail in self.citing.trails:
            yield f"trail {trail.id}", ink(f"  {trail.title}", "bold $stamp")
        for book, what in self.citing.rules:
            yield "", join(ink(f"  {book}: ", "bold $ink"), ink(what, "$ink"))

    def open(self, id: str) -> None:
        """Open the card of a sentence, its neighbours here one key away; or a trail."""
        from game.tui.screens.card import CardScreen
        from game.tui.screens.trail import TrailScreen

        trails = {f"trail {trail.id}": trail for trail in self.citing.trails}
        if id in trails:
            self.app.push_screen(TrailScreen(self.story, trails[id]))
        elif id:
            claims = tuple(claim.id for claim in self.citing.claims)
            self.app.push_screen(CardScreen(self.story, claims, claims.index(id)))

    def tell_foot(self) -> None:
        """A line opens."""
        some = (words.MOVE, words.OPEN) if self.citing.claims or self.citing.trails else ()
        self.tell(say(words.SOURCES), self.key, (*some, words.CLOSE, words.HELP))
