"""Who writes the journal: at once, here; or in groups beside the event loop (`game/classroom`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.lesson.events import Event
from game.lesson.journal import Journal, JournalError

__all__ = ["Now", "Writer", "Written"]

Written = Callable[[int, str | None], None]
"""Told how many events are on the disk since it was told last; or why not one is."""


class Writer(Protocol):
    """Puts events into a journal in the order given, and tells when they are on the disk."""

    journal: Journal

    def put(self, event: Event, written: Written) -> None:
        """Write an event, now or soon."""

    def close(self) -> None:
        """Write what waits, and let the journal go."""


class Now:
    """Writes each event before `put` returns: for a lesson without phones, and for tests."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal

    def put(self, event: Event, written: Written) -> None:
        """Write an event and tell of it."""
        try:
            self.journal.append([event])
        except JournalError as error:
            written(0, str(error))
            return
        written(1, None)

    def close(self) -> None:
        """Let the journal go."""
        self.journal.close()
