"""Keeping a run: each change is written in a thread, and acknowledged when it is on disk.

A verb waits until the write before it has ended, so that a run is never changed under the
hand that writes it. Where writing fails a sentence says so, play goes on, and the next
change tries again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from textual.worker import Worker

from game.core.playing.session import Refused, Session
from game.core.run.script import Stop
from game.core.run.trace import Choice
from game.core.saves.bookmark import Bookmark, keep_bookmark
from game.tui import words
from game.words import say

if TYPE_CHECKING:
    from game.tui.screens.base import Paged as _Base
else:
    _Base = object

__all__ = ["Keeping"]


class Keeping(_Base):
    """The part of a screen that changes a run and keeps it."""

    session: Session
    notice: str
    taken_back: str
    kept_well = True
    """The last write succeeded, or none was needed."""
    _writer: Worker[str | None] | None = None
    _bookmark: tuple[Path, Bookmark] | None = None
    _undone_at: dict[tuple[Choice, ...], Stop]
    """The page on which undo was pressed, by the choices that had been made."""
    _placing = Lock()
    """One bookmark is written after the other."""

    @property
    def kept_mark(self) -> str:
        """What the footer says of the last change."""
        if not self.kept_well:
            return words.NOT_SAVED
        if self._writer is not None and not self._writer.is_finished:
            return words.SAVING
        return words.SAVED if self.session.file and self.session.saved else ""

    async def do(self, verb: Callable[[], None], turn: bool = True) -> None:
        """Do something to the run, show it, and keep it."""
        await self.settled()
        try:
            verb()
        except Refused as error:
            self.refuse(error)
            return
        self.notice = "" if self.kept_well else self.notice
        self.turn(keep=not turn)
        self.keep()

    async def action_undo(self) -> None:
        """Take the last choice back, and say which it was."""
        await self.settled()
        taken, made = self.session.last_choice, self.session.run.choices
        self._undone_at[made] = self.session.stop
        await self.do(self.session.undo)
        if taken is not None and self.kept_well and self.session.run.choices != made:
            self.notice = self.taken_back = words.taken_back(*taken)
            self.set_leaf(keep=True)

    async def action_redo(self) -> None:
        """Make it again, and come back to the page on which it was undone."""

        def again() -> None:
            self.session.redo()
            stop = self._undone_at.get(self.session.run.choices)
            if stop in self.session.stops:
                self.session.reopen(stop)

        await self.do(again)

    def keep(self) -> None:
        """Write what has changed, in a thread."""
        if self.session.saved:
            return
        self._writer = self.run_worker(
            self.session.save_or_say, thread=True, exit_on_error=False, group="keeping"
        )
        self.tell_foot()

    def keep_bookmark(self) -> None:
        """Remember the page that is open, in a thread; the one that is written last is the last."""
        if self.session.file is not None and not self.session.read_only:
            self._bookmark = (self.session.file.path, self.session.bookmark)
            self.run_worker(
                self._write_bookmark, thread=True, exit_on_error=False, group="bookmark"
            )

    def _write_bookmark(self) -> None:
        with self._placing:
            if self._bookmark is not None:
                keep_bookmark(*self._bookmark)

    async def settled(self) -> None:
        """Wait until nothing is being written."""
        if self._writer is not None and not self._writer.is_finished:
            await self._writer.wait()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A write has ended: acknowledge it, or say what went wrong."""
        worker = event.worker
        if worker is not self._writer or not worker.is_finished:
            return
        said = self.notice
        problem = str(worker.error) if worker.error else worker.result
        was_well, self.kept_well = self.kept_well, problem is None
        if problem:
            self.notice = f"{problem} {say(words.GOES_ON)}"
        elif not was_well:
            self.notice = ""
        elif self.session.notices and self.session.notices[-1] not in self.notice:
            self.notice = self.session.notices[-1] if self._moved_on() else self.notice
        if problem is None:
            self.keep_bookmark()
        if self.notice == said:
            self.tell_foot()
        else:
            self.set_leaf(keep=True)

    def _moved_on(self) -> bool:
        """Whether the session has something new to say, such as a file of its own."""
        count, self._told = self._told, len(self.session.notices)
        return count < len(self.session.notices)

    _told = 0

    async def keep_now(self) -> bool:
        """Write before leaving; where that fails, say so once, and let go the second time."""
        await self.settled()
        problem = self.session.save_or_say()
        if problem is None or say(words.LEAVE_ANYWAY) in self.notice:
            return True
        self.kept_well, self.notice = False, f"{problem} {say(words.LEAVE_ANYWAY)}"
        self.set_leaf(keep=True)
        return False

    # What the screen must offer

    def turn(self, keep: bool = False) -> None:
        """Show the session's page."""
        raise NotImplementedError

    def set_leaf(self, keep: bool) -> None:
        """Show the same page again."""
        raise NotImplementedError

    def tell_foot(self) -> None:
        """Say in the footer whether all is kept."""
        raise NotImplementedError

    def refuse(self, error: Refused) -> None:
        """Say why something can't be done."""
        raise NotImplementedError
