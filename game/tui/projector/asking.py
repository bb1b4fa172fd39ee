"""What the teacher types at the wall: counts, how many people, which rung. One line at the foot.

Refuses to guess: what is typed is shown, and counts only with Enter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events

from game.lesson.events import RUNGS
from game.tui.projector import words
from game.words import say

__all__ = ["LONGEST", "Asking", "rung_line", "typed_line"]

LONGEST = 40


@dataclass(slots=True)
class Asking:
    """A line that is being typed."""

    title: str
    take: Callable[[str], None]
    typed: str = ""

    def press(self, event: events.Key) -> bool | None:
        """Take a key; True when the line is done, None when it was dropped, False in between."""
        if event.key == "enter":
            self.take(self.typed)
            return True
        if event.key == "escape":
            return None
        if event.key == "backspace":
            self.typed = self.typed[:-1]
        elif event.character and (event.character.isdigit() or event.character in " ,/"):
            self.typed = (self.typed + event.character)[:LONGEST]
        return False


def typed_line(asking: Asking) -> str:
    """What the foot says meanwhile."""
    return f"{asking.title} {asking.typed}▏  {say(words.ENTER_TAKES)}"


def rung_line() -> str:
    """The four rungs, each with its digit."""
    rungs = "  ".join(f"{n} {say(words.RUNGS[rung])}" for n, rung in enumerate(RUNGS, 1))
    return say(words.RUNG_ASKS, rungs=rungs)
