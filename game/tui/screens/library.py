"""The library: every sentence of the page in its order; each opens its card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from textual.content import Content

from game.core.library import in_order
from game.core.telling import SPEAKERS
from game.tui import words
from game.tui.ink import Lines, Room, ink, join, para
from game.tui.screens.lists import Listed

if TYPE_CHECKING:
    from game.tui.app import CarrotApp

__all__ = ["LibraryScreen"]


class LibraryScreen(Listed):
    """All claims, grouped by who says them."""

    def head(self, room: Room) -> Lines:
        """What this is."""
        said = para(words.LIBRARY_SAYS, room.measure, "italic $muted")
        return [ink("The library", "bold $stamp"), *said, ink("")]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """The sentences, under their speakers."""
        speaker = None
        for claim in in_order(cast("CarrotApp", self.app).story):
            if claim.speaker != speaker:
                speaker = claim.speaker
                yield "", ink(SPEAKERS[speaker], "bold $ink")
            said = " ".join(claim.words.split())
            yield (
                claim.id,
                join(ink(f"  {claim.id:<4} ", "bold $stamp"), ink(f"“{said}”", "italic $ink")),
            )

    def open(self, id: str) -> None:
        """Open a card; its neighbours are one key away."""
        from game.tui.screens.card import CardScreen

        story = cast("CarrotApp", self.app).story
        claims = tuple(claim.id for claim in in_order(story))
        self.app.push_screen(CardScreen(story, claims, claims.index(id)))
