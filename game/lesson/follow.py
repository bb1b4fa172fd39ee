"""A lesson followed from outside: the journal read again whenever another program has added to it.

Reads only: neither locks the journal nor writes a word. A line that is being written is left for
the next look.
"""

from __future__ import annotations

from pathlib import Path

from game.core.story.model import Story
from game.lesson.replay import Replay

__all__ = ["Follow"]

END = 10**9


class Follow:
    """One journal, looked at now and then."""

    def __init__(self, story: Story, path: Path) -> None:
        self.story, self.path = story, path
        self._seen: tuple[int, int] = (-1, -1)

    def look(self) -> Replay | None:
        """Return the lesson as it stands; None where nothing is new. Raises JournalError."""
        try:
            found = self.path.stat()
            now = (found.st_size, found.st_mtime_ns)
        except OSError:
            now = (-2, -2)  # reading it says what is the matter
        if now == self._seen:
            return None
        replay = Replay(self.story, self.path)
        replay.turn(END)
        self._seen = now
        return replay
