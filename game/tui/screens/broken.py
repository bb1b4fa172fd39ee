"""An author's story that can't be played yet: its problems, until it is read anew and whole."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from game.check.bench import Bench
from game.tui import author_words, words
from game.tui.ink import Lines, Room, ink, para
from game.tui.screens.problems import ProblemList
from game.words import say

__all__ = ["BrokenScreen"]


class BrokenScreen(ProblemList):
    """The first screen where no story can be opened; nothing lies under it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "quit", show=False),
        Binding("enter", "page(1)", show=False),
    ]

    def __init__(self, bench: Bench) -> None:
        super().__init__(None, bench.problems)
        self.bench = bench

    def says(self, room: Room) -> Lines:
        """Why nothing can be played."""
        said = say(author_words.NOTHING_PLAYS)
        return [*para(said, room.measure, "italic $muted"), ink("")]

    def tell_foot(self) -> None:
        """Mend it and read it anew, or leave."""
        hints = (author_words.RELOAD, words.QUIT, words.HELP)
        self.tell(say(author_words.PROBLEMS), "", hints, self.more)

    def action_reload(self) -> None:
        """Read the story anew; once it is whole, its title page opens."""
        story = self.bench.read()
        if story is not None:
            self.carrot.take_story(story)
            self.carrot.open_title()
            return
        self.others = self.bench.problems
        self.show()

    async def action_leave(self) -> None:
        """There is nothing to go back to."""

    def action_quit(self) -> None:
        """Leave the game."""
        self.app.exit(0)
