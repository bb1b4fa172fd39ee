"""The ledger: every change of the run, with the sentence that it rests on behind each line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from game.core.playing.session import Session
from game.core.showing import telling
from game.core.showing.parts import LedgerLine
from game.tui import words
from game.tui.ink import Lines, Room, cell, ink, join, para
from game.tui.screens.lists import Listed
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["LedgerScreen"]

QUOTING = 100
"""Columns from which more than two words of a sentence have room behind what came of a deed."""


class LedgerScreen(Listed):
    """What the keeper made of every deed so far."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("i", "what_if", show=False)]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.ledger = session.margin.ledger

    def head(self, room: Room) -> Lines:
        """Whose ledger this is."""
        book = self.session.game.books[0]
        lines = [ink(say("The ledger of {keeper}", keeper=book.short), "bold $stamp")]
        said = say(words.LEDGER_EMPTY) if not self.ledger else say(words.LEDGER_SAYS)
        return [*lines, *para(said, room.measure, "italic $muted"), ink("")]

    def lines(self) -> Iterable[tuple[str, Content]]:
        """The deeds, under the scenes in which they were done."""
        scene = None
        wide = max((ink(line.deed).cell_length for line in self.ledger), default=0)
        self.quotes = self.app.size.width >= QUOTING
        for line in self.ledger:
            if (line.turn, line.scene) != scene:
                scene = (line.turn, line.scene)
                yield "", ink(line.scene, "bold $ink")
            yield line.claim or "-", _entry(line, wide, self.quotes)

    def on_resize(self) -> None:
        """Quote the sentences where they have room."""
        if hasattr(self, "list") and self.quotes != (self.app.size.width >= QUOTING):
            at = self.list.highlighted
            self.fill()
            self.list.highlighted = at
        super().on_resize()

    def open(self, id: str) -> None:
        """Open the sentence; a line without one says so by staying shut."""
        from game.tui.screens.card import CardScreen

        if id in self.session.story.claims:
            self.app.push_screen(CardScreen(self.session, (id,)))

    @property
    def _can_ask(self) -> bool:
        """Not while a scene is held back (what if would tell of it), nor of a single keeper."""
        others = len(self.session.story.head.keepers) > 1
        return others and bool(self.ledger) and self.session.pages.held is None

    def action_what_if(self) -> None:
        """The same choices under any two keepers."""
        if self._can_ask:
            from game.tui.screens.whatif import WhatIfScreen

            self.app.push_screen(WhatIfScreen(self.session))

    def tell_foot(self) -> None:
        """A line opens its sentence."""
        hints = (
            *self.opening(Hint(mark("enter"), mark("the sentence behind it"), "take")),
            *((words.WHAT_IF_KEY,) if self._can_ask else ()),
            words.CLOSE,
            words.HELP,
        )
        margin = self.session.margin
        right = say("now {number}", number=margin.number) if margin.number is not None else ""
        self.tell(say("Every change of this run"), right, hints)


def _entry(line: LedgerLine, wide: int, quotes: bool) -> Content:
    """Sign, deed (in a column as `wide` as the longest), what came of it, the sentence."""
    style = "bold $stamp" if line.change < 0 else "bold $green" if line.change > 0 else "$muted"
    style = "bold $stamp" if line.moved and not line.change else style
    sign = telling.signed(line.change) if line.change else "■" if line.moved else "·"
    quoted = f"  “{line.quote}”" if line.quote and quotes else ""
    return join(
        ink(f"  {sign:<5}", style),
        cell(line.deed, wide + 2, "$ink"),
        ink(line.sentence, "$muted"),
        ink(f"  {line.claim}" if line.claim else "", "bold $muted"),
        ink(quoted, "italic $muted"),
    )
