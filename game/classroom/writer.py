"""The journal beside the event loop: whatever has come in meanwhile is written with one fsync.

So five hundred votes at once cost a handful of them, and the projector waits for none. Refuses to
tell of an event before it is on the disk, and to go on past one that could not be written.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor

from game.lesson.events import Event
from game.lesson.journal import Journal, JournalError
from game.lesson.writer import Written
from game.words import say

__all__ = ["Grouped"]


class Grouped:
    """Writes in groups, in a thread of its own; tells in the loop's."""

    def __init__(self, journal: Journal, loop: asyncio.AbstractEventLoop) -> None:
        self.journal = journal
        self._loop = loop
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._pending: list[Event] = []
        self._written: Written | None = None
        self._flying: Future[None] | None = None
        self._size = 0

    def put(self, event: Event, written: Written) -> None:
        """Write an event soon."""
        self._pending.append(event)
        self._written = written
        if self._flying is None:
            self._start()

    def _start(self) -> None:
        batch, self._pending = self._pending, []
        self._size = len(batch)
        self._flying = self._pool.submit(self.journal.append, batch)
        self._flying.add_done_callback(self._from_thread)

    def _from_thread(self, done: Future[None]) -> None:
        try:
            self._loop.call_soon_threadsafe(self._landed, done)
        except RuntimeError:  # the loop is closed: `close` waits for it by itself
            return

    def _landed(self, done: Future[None]) -> None:
        if done is not self._flying:
            return
        self._flying = None
        self._tell(done)
        if self._pending and self._flying is None:
            self._start()

    def _tell(self, done: Future[None]) -> None:
        assert self._written is not None
        error = done.exception()
        if error is None:
            self._written(self._size, None)
            return
        self._pending.clear()  # what came after it was made of it
        kept = isinstance(error, JournalError)
        self._written(0, str(error) if kept else say("Not kept: {why}.", why=error))

    def flush(self) -> None:
        """Return once everything is written or told to be lost."""
        while self._flying is not None or self._pending:
            if self._flying is None:
                self._start()
                continue
            done = self._flying
            done.exception()  # waits
            self._flying = None
            self._tell(done)

    def close(self) -> None:
        """Write what waits, and let the journal go."""
        self.flush()
        self._pool.shutdown()
        self.journal.close()
