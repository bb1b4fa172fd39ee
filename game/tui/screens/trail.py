"""The puzzle of a trail, and the plain notes of the library: terms and sources."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from game.core.story.claims import Trail
from game.core.story.model import Story
from game.tui import words
from game.tui.ink import Lay
from game.tui.screens.sheeted import Sheeted
from game.tui.sheets.trail import trail
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["NoteScreen", "TrailScreen"]


class TrailScreen(Sheeted):
    """Who changed the sentence? Pick a step; then the answer and the reason stand there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"pick({n - 1})", show=False) for n in range(1, 10)),
        Binding("c", "card", show=False),
    ]

    def __init__(self, story: Story, puzzle: Trail) -> None:
        super().__init__()
        self.story, self.puzzle = story, puzzle
        self.picked: int | None = None

    def show(self) -> None:
        """Set the steps."""
        self.sheet.show(trail(self.story, self.puzzle, self.picked))
        self.top()

    def tell_foot(self) -> None:
        """Digits pick; the card of the sentence is one key away."""
        steps = Hint(f"1–{len(self.puzzle.steps)}", mark("it changed here"), "ask('step')")
        hints = (steps, Hint("c", mark("the sentence's card"), "card"), words.CLOSE, words.HELP)
        self.tell(say(words.TRAILS), self.puzzle.claim, hints, self.more)

    def action_pick(self, at: int) -> None:
        """Say at which step it changed."""
        if at < len(self.puzzle.steps):
            self.picked = at
            self.show()

    def action_card(self) -> None:
        """Both sides of the sentence to which this trail belongs."""
        from game.tui.screens.card import CardScreen

        self.app.push_screen(CardScreen(self.story, (self.puzzle.claim,)))


class NoteScreen(Sheeted):
    """A note to be read, and nothing else."""

    def __init__(self, title: str, lay: Lay) -> None:
        super().__init__()
        self.named, self.lay = title, lay

    def show(self) -> None:
        """Set it."""
        self.sheet.show(self.lay)
        self.top()

    def tell_foot(self) -> None:
        """Only to be read."""
        self.tell(self.named, "", (words.CLOSE, words.HELP), self.more)
