"""A run opened for reading: from its first page, and nothing in it can be changed.

Everything that reads a session can read this one; every verb that would change the run is
refused with a sentence, and nothing is ever written.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.playing.session import Refused, Session
from game.core.run.trace import Choice
from game.core.saves.runs import RunFile
from game.core.story.model import Story
from game.words import mark, say

__all__ = ["Replay"]

READING = mark("You are reading this run again. Nothing in it changes.")


class Replay(Session):
    """One run, to be read page by page."""

    read_only = True

    @classmethod
    def of(cls, story: Story, file: RunFile) -> Replay:
        """Open a run at its first page; raises SaveError where it can't be played here."""
        replay = cls.resume(story, file, None, predictions=False)
        assert isinstance(replay, Replay)
        replay._at = 0
        return replay

    @property
    def can_undo(self) -> bool:
        return False

    def _refuse(self) -> None:
        raise Refused(say(READING))

    def choose(self, option: str) -> None:
        """Refused, as is every other change."""
        self._refuse()

    def predict(self, answer: str | None) -> None:
        """Refused."""
        self._refuse()

    def undo(self) -> None:
        """Refused."""
        self._refuse()

    def redo(self) -> None:
        """Refused."""
        self._refuse()

    def mark(self, claim: str, word: str | None) -> None:
        """Refused."""
        self._refuse()

    def answer(self, said: str, claim: str | None = None) -> None:
        """Refused."""
        self._refuse()

    def believe(self, when: str, id: str, truth: bool | None, sure: int = 2) -> None:
        """Refused."""
        self._refuse()

    def say(self, part: str, key: str) -> None:
        """Refused."""
        self._refuse()

    def rename(self, name: str) -> None:
        """Refused."""
        self._refuse()

    def play(self, choices: Sequence[Choice]) -> None:
        """Refused."""
        self._refuse()
