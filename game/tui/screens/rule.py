"""An opened cell of the grid; the arrows walk on to its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType

from game.core.playing.session import Session
from game.core.showing.views import RevealPage
from game.tui import words
from game.tui.hints import both_ways
from game.tui.screens.sheeted import Sheeted
from game.tui.sheets.rule import rule_card
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["RuleScreen"]


class RuleScreen(Sheeted):
    """One rulebook's answer to one option."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1, 0)", show=False),
        Binding("down,tab", "walk(1, 0)", show=False),
        Binding("left", "walk(0, -1)", show=False),
        Binding("right", "walk(0, 1)", show=False),
        *(Binding(str(n), f"option({n - 1})", show=False) for n in range(1, 10)),
        Binding("c", "card", show=False),
    ]

    def __init__(self, session: Session, page: RevealPage, row: int, column: int) -> None:
        super().__init__()
        self.session, self.page = session, page
        self.row, self.column = row, column

    def show(self) -> None:
        """Open the cell at which this stands."""
        row, option = self.page.rows[self.row], self.page.columns[self.column]
        self.sheet.show(rule_card(row, option, self.column))
        self.top()

    @property
    def claim(self) -> str | None:
        """The sentence on which this cell rests."""
        deeds = self.page.rows[self.row].cells[self.column].deeds
        return next((deed.claim for deed in deeds if deed.claim), None)

    def tell_foot(self) -> None:
        """The neighbours, and the sentence behind this rule."""
        card = (words.CARD,) if self.claim else ()
        hints = (
            words.CLOSE,
            *self._neighbours(),
            *card,
            words.HELP,
        )
        self.tell(
            say("{scene} · why?", scene=self.page.title), self.page.caption.speaks, hints, self.more
        )

    def _neighbours(self) -> Iterator[Hint]:
        """The arrows, as far as there is another rulebook or option to walk to."""
        if len(self.page.rows) > 1:
            ways = (("↑", "walk(-1, 0)"), ("↓", "walk(1, 0)"))
            yield both_ways(mark("other rulebooks"), "walk(1, 0)", ways, "↑↓")
        if len(self.page.columns) > 1:
            last = len(self.page.columns)
            arrows = (("←", "walk(0, -1)"), ("→", "walk(0, 1)"))
            digits = (("1", "option(0)"), (str(last), f"option({last - 1})"))
            said, key = mark("other options"), f"←→ 1–{last}"
            yield both_ways(said, "walk(0, 1)", (*arrows, *digits), key)

    def action_walk(self, down: int, right: int) -> None:
        """Open a neighbour."""
        self.row = (self.row + down) % len(self.page.rows)
        self.column = (self.column + right) % len(self.page.columns)
        self.show()

    def action_option(self, column: int) -> None:
        """Open the same rulebook's answer to the option of a digit."""
        if column < len(self.page.columns):
            self.column = column
            self.show()

    def action_open_claim(self, claim: str) -> None:
        """Open the sentence that was clicked."""
        from game.tui.screens.card import CardScreen

        self.app.push_screen(CardScreen(self.session, (claim,)))

    def action_card(self) -> None:
        """Open the sentence behind this rule."""
        if self.claim:
            self.action_open_claim(self.claim)
