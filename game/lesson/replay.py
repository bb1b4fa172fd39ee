"""A lesson read again from its journal, screen by screen. Nothing in it can be changed."""

from __future__ import annotations

from pathlib import Path

from game.core.story.model import Story
from game.lesson.events import Event
from game.lesson.journal import Journal, read
from game.lesson.machine import apply
from game.lesson.refused import Refused
from game.lesson.room import Room, same_story
from game.lesson.state import Lesson
from game.lesson.writer import Written
from game.words import mark, say

__all__ = ["Replay"]

READING = mark("You are reading this lesson again. Nothing in it changes.")


class _Closed:
    """A writer that writes nothing."""

    journal: Journal

    def put(self, event: Event, written: Written) -> None:
        """Refused."""
        written(0, say(READING))

    def close(self) -> None:
        """Nothing is open."""


class Replay(Room):
    """A lesson to be read: `lesson` is how it stood at one of its screens."""

    def __init__(self, story: Story, path: Path) -> None:
        """Open a journal; raises JournalError, or Refused where it is of another story."""
        found = read(path)
        same_story(story, found)
        super().__init__(story, found.lesson, _Closed())
        self.notices += found.notices
        self.moments = _moments(found.events)
        """The lesson at the end of each screen, so that every count is whole."""
        self.at = 0
        self.turn(0)

    def turn(self, by: int) -> None:
        """Turn to an earlier or a later screen; stops at both ends."""
        self.at = min(max(self.at + by, 0), len(self.moments) - 1)
        self.lesson = self.ahead = self.moments[self.at]

    def submit(self, event: Event, done: object = None) -> None:
        """Refused, as is every change."""
        raise Refused("phase", say(READING))


def _moments(events: tuple[Event, ...]) -> tuple[Lesson, ...]:
    made: list[Lesson] = []
    lesson = Lesson()
    for event in events:
        after = apply(lesson, event)
        if made and after.stage == made[-1].stage:
            made[-1] = after
        else:
            made.append(after)
        lesson = after
    return tuple(made)
