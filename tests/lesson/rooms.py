"""A room for tests: a lesson, a few seats, and short words for what is done."""

from pathlib import Path

from game.core.story.model import Story
from game.lesson.room import Room
from game.lesson.shown import screen
from game.lesson.teacher import Teacher

__all__ = ["Class"]


class Class:
    """A room, its teacher, and as many seats as asked for."""

    def __init__(self, story: Story, path: Path, seats: int = 3, cut: str = "whole") -> None:
        self.room = Room.begin(story, story.default_keeper, cut, path, now=lambda: 1_000_000.0)
        self.teacher = Teacher(self.room)
        self.seats = [f"s{n}" for n in range(seats)]
        self._nonce = 0
        for seat in self.seats:
            self.room.join(seat)

    @property
    def shown(self):  # type: ignore[no-untyped-def]
        return screen(self.room)

    def go_to(self, page: str, n: int | None = None) -> None:
        """Go on until a page is on screen, with nobody voting; a tie goes to the first."""
        while (self.shown.page, n if n is None else self.shown.n) != (page, n):
            if self.shown.tie:
                self.teacher.pick(self.shown.tie[0])
            else:
                self.teacher.go_on()

    def say(self, *options: str, sure: int = 0) -> None:
        """Let the seats answer what is asked, one after another."""
        asked = self.shown.asked
        for seat, option in zip(self.seats, options, strict=False):
            self._nonce += 1
            nonce = f"n{self._nonce}"
            self.room.answer(asked.kind, asked.round, seat, option, nonce, sure)

    def vote(self, *options: str) -> None:
        """Open the vote, let the seats vote, and close it."""
        self.teacher.toggle()
        self.say(*options)
        self.teacher.toggle()
