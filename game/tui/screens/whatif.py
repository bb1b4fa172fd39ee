"""What if: any keeper against any other over the choices of this run."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from game.core.debrief.whatif import what_if
from game.core.playing.session import Session
from game.tui import back_words, words
from game.tui.screens.sheeted import Sheeted
from game.tui.sheets.whatif import what_if_sheet
from game.tui.widgets.choices import Row
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["WhatIfScreen"]


class WhatIfScreen(Sheeted):
    """Two keepers; either can be changed, and nothing of the run with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "pick(0)", show=False),
        Binding("b", "pick(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("x", "swap", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        head = session.story.head
        here = session.game.keeper
        others = (id for id in (head.beside, *head.keepers) if id and id != here)
        self.pair = [here, next(others, here)]

    def show(self) -> None:
        """Set the comparison."""
        session = self.session
        one, other = self.pair
        view = what_if(session.game, session.trace, one, other, session.run.name)
        self.sheet.show(what_if_sheet(view))
        self.tell_foot()
        self.call_after_refresh(self.tell_foot)

    def tell_foot(self) -> None:
        """Two letters choose; arrows go round."""
        hints = (
            Hint("a b", mark("choose"), "pick(1)", (("a", "pick(0)"), ("b", "pick(1)"))),
            Hint("←→", mark("next keeper"), "turn(1)", (("←", "turn(-1)"), ("→", "turn(1)"))),
            Hint("x", mark("swap"), "swap"),
            replace(words.CLOSE, key=mark("enter, esc")),
            words.HELP,
        )
        books = self.session.story.rulebooks
        one, other = (books[id].short for id in self.pair)
        self.tell(say(back_words.WHAT_IF), f"{one} · {other}", hints, self.more)

    def action_pick(self, n: int) -> None:
        """Choose who stands on one side: anybody but who stands on the other."""
        from game.tui.screens.chooser import ChooserScreen

        story = self.session.story
        keepers = [id for id in story.head.keepers if id != self.pair[1 - n]]
        every = list(story.head.keepers)  # each keeps its digit, whoever is left out
        rows = tuple(Row(id, story.rulebooks[id].name, str(every.index(id) + 1)) for id in keepers)

        def chosen(keeper: str | None) -> None:
            if keeper is not None:
                self.pair[n] = keeper
                self.show()

        asked = say(back_words.WHO_STANDS[n])
        self.app.push_screen(ChooserScreen(asked, rows, keepers.index(self.pair[n])), chosen)

    def action_turn(self, by: int) -> None:
        """Put the next keeper on the second side, past the one on the first."""
        keepers = self.session.story.head.keepers
        at = keepers.index(self.pair[1])
        round_ = [keepers[(at + by * n) % len(keepers)] for n in range(1, len(keepers) + 1)]
        self.pair[1] = next((id for id in round_ if id != self.pair[0]), self.pair[1])
        self.show()

    def action_swap(self) -> None:
        """Let the two change places."""
        self.pair.reverse()
        self.show()
