"""Cards, one at a time: a sentence, both sides, the record, and the player's mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from game.core.playing.session import Session
from game.core.showing.cards import card as story_card
from game.core.showing.parts import CardView
from game.core.story.model import Story
from game.tui import words
from game.tui.hints import both_ways
from game.tui.screens.sheeted import Sheeted
from game.tui.sheets import card
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["CardScreen"]


BOTH_WAYS = (("←", "turn(-1)"), ("→", "turn(1)"))


class CardScreen(Sheeted):
    """One of several cards; without a session (from the library) there is nothing to mark."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(digit, f"mark('{digit}')", show=False) for digit, _ in words.MARKS),
        Binding("m", "mark_next", show=False),
        Binding("left,p", "turn(-1)", show=False),
        Binding("right,n", "turn(1)", show=False),
    ]

    def __init__(
        self,
        of: Session | Story,
        claims: tuple[str, ...],
        at: int = 0,
        marks: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self.of, self.claims, self.at = of, claims, at
        self.marks = marks or {}
        """What was marked in a run that is not open."""

    @property
    def view(self) -> CardView:
        """The card that is open."""
        claim = self.claims[self.at]
        if isinstance(self.of, Session):
            return self.of.card(claim)
        return replace(story_card(self.of, claim), mark=self.marks.get(claim))

    @property
    def can_mark(self) -> bool:
        """There is a run to put the mark into, and it is not only read again."""
        return isinstance(self.of, Session) and not self.of.read_only

    def show(self) -> None:
        """Open the card at which this stands."""
        self.sheet.show(card.card(self.view))
        self.top()

    def tell_foot(self) -> None:
        """Marks where they can be given; the other cards where there are some."""
        hints: tuple[Hint, ...] = (words.CLOSE,)
        if self.can_mark:
            hints += (card.marks(self.view),)
        if len(self.claims) > 1:
            hints += (both_ways(mark("other sentences"), "turn(1)", BOTH_WAYS),)
        place = say("{n} of {of}", n=self.at + 1, of=len(self.claims))
        left = say("{claim} · the sentence and its answer", claim=self.view.id)
        right = place if len(self.claims) > 1 else ""
        self.tell(left, right, (*hints, words.HELP), self.more)

    def action_turn(self, by: int) -> None:
        """Open the card before or after."""
        self.at = (self.at + by) % len(self.claims)
        self.show()

    def action_mark(self, digit: str) -> None:
        """Mark the sentence; the same mark again takes it off."""
        word = dict(words.MARKS)[digit]
        was = self.view.mark
        taken = None if was == word else word
        if isinstance(self.of, Session) and self.can_mark:
            self.of.mark(self.view.id, taken)
            self.sheet.show(card.card(self.view))
            self.tell_foot()
            if self.paper.scroll_y:  # the mark stands at the top, out of sight
                self.remark(words.marked_now(taken, was, digit))

    def action_mark_next(self) -> None:
        """Offer the four marks, as on the page of a run."""
        from game.tui.screens.chooser import mark_chooser

        def picked(digit: str | None) -> None:
            if digit is not None:
                self.action_mark(digit)

        if self.can_mark:
            self.app.push_screen(mark_chooser(self.view), picked)
