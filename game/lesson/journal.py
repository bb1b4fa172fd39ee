"""The journal: one file a lesson, one line an event, only ever added to.

A line is flushed and fsynced before anybody is told that it counts; where that fails the file is
cut back to what was promised, and the failure is told. Refuses a second writer, and a line that
is no event. What stands after the last line's end was never promised: it is left out, and told.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from game.lesson.events import BadEvent, Event, decode, encode
from game.lesson.lock import hold
from game.lesson.machine import apply
from game.lesson.refused import Refused
from game.lesson.state import Lesson
from game.words import mark, say

__all__ = ["FORMAT", "SUFFIX", "Journal", "JournalError", "Read", "lines_of", "read"]

FORMAT: Final = 1
SUFFIX: Final = ".class.jsonl"
MOST_BYTES: Final = 200_000_000
_HEAD: Final = {"journal": "carrot class", "format": FORMAT}  # not said


class JournalError(Exception):
    """A journal that can't be read or written; the message is a sentence for the teacher."""


@dataclass(frozen=True, slots=True)
class Read:
    """A journal, read whole."""

    path: Path
    events: tuple[Event, ...]
    lesson: Lesson
    size: int
    """Bytes up to the end of the last whole line."""
    notices: tuple[str, ...]
    """Sentences to tell: what was left out."""


def lines_of(events: Iterable[Event]) -> bytes:
    """Return events as the journal's lines."""
    return b"".join(_line(encode(event)) for event in events)


def _line(raw: dict[str, Any]) -> bytes:
    return (json.dumps(raw, separators=(",", ":")) + "\n").encode("ascii")


def read(path: Path) -> Read:
    """Read a journal and replay it; raises JournalError with file and line."""
    try:
        if path.stat().st_size > MOST_BYTES:
            words = mark("{path} is too large to be the journal of a lesson.")
            raise JournalError(say(words, path=path))
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or error
        raise JournalError(say("{path} can't be read: {why}.", path=path, why=why)) from error
    whole, newline, torn = data.rpartition(b"\n")
    lines = whole.split(b"\n") if newline else []
    _check_head(path, lines)
    lesson, events = Lesson(), []
    for number, line in enumerate(lines[1:], start=2):
        try:
            event = decode(json.loads(line))
            lesson = apply(lesson, event)
        except (BadEvent, Refused, ValueError, RecursionError) as error:
            why = say("this line is no event that fits: {why}", why=error)
            raise JournalError(f"{path}:{number}: {why}") from error
        events.append(event)
    if not lesson.begun:
        raise JournalError(say("{path} holds no lesson that began.", path=path))
    notice = say(
        "The last line of {file} was cut off ({n} bytes) and is left out.",
        file=path.name, n=len(torn),
    )  # fmt: skip
    return Read(path, tuple(events), lesson, len(whole) + 1, (notice,) if torn else ())


def _check_head(path: Path, lines: list[bytes]) -> None:
    try:
        head = json.loads(lines[0]) if lines else None
    except (ValueError, RecursionError):
        head = None
    if not isinstance(head, dict) or head.get("journal") != _HEAD["journal"]:
        raise JournalError(f"{path}:1: {say('this is no journal of a lesson.')}")
    if type(head.get("format")) is not int or head["format"] != FORMAT:
        words = mark("its format is {found}; this program knows format {format}.")
        why = say(words, found=str(head.get("format"))[:20], format=FORMAT)
        raise JournalError(f"{path}:1: {why}")


class Journal:
    """A journal open for writing; nobody else may write it meanwhile."""

    def __init__(self, path: Path, handle: int, size: int) -> None:
        self.path, self._handle, self._size = path, handle, size
        self._unsure = False

    @classmethod
    def create(cls, path: Path, first: Iterable[Event]) -> Journal:
        """Begin a file of its own; raises JournalError where there is one already."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        except OSError as error:
            raise _unwritable(path, error) from error
        journal = cls(path, handle, 0)
        try:
            journal._lock()
            journal._add(_line(_HEAD) + lines_of(first))
            _sync_folder(path.parent)
        except JournalError:
            journal.close()
            with contextlib.suppress(OSError):
                path.unlink()
            raise
        return journal

    @classmethod
    def resume(cls, path: Path) -> tuple[Journal, Read]:
        """Open a file to go on with it; raises JournalError."""
        try:
            handle = os.open(path, os.O_RDWR | _BINARY)
        except OSError as error:
            raise _unwritable(path, error) from error
        journal = cls(path, handle, 0)
        try:
            journal._lock()
            found = read(path)
            os.ftruncate(handle, found.size)
        except OSError as error:
            journal.close()
            raise _unwritable(path, error) from error
        except JournalError:
            journal.close()
            raise
        journal._size = found.size
        return journal, found

    def append(self, events: Iterable[Event]) -> None:
        """Add events; return once all are on the disk. Raises JournalError, and then none is."""
        self._add(lines_of(events))

    def _add(self, data: bytes) -> None:
        try:
            if self._unsure:
                self._cut_back()
            os.lseek(self._handle, self._size, os.SEEK_SET)
            left = memoryview(data)
            while left:
                left = left[os.write(self._handle, left) :]
            os.fsync(self._handle)
        except OSError as error:
            self._unsure = True
            with contextlib.suppress(OSError):
                self._cut_back()
            why = error.strerror or str(error)
            words = mark("The lesson can't be kept in {path}: {why}.")
            raise JournalError(say(words, path=self.path, why=why)) from error
        self._size += len(data)

    def _cut_back(self) -> None:
        os.ftruncate(self._handle, self._size)
        os.fsync(self._handle)
        self._unsure = False

    def _lock(self) -> None:
        """Hold the file alone."""
        if not hold(self._handle):
            words = mark("Another window has this lesson open: {path}.")
            raise JournalError(say(words, path=self.path))

    def close(self) -> None:
        """Let the file go; what was promised is in it."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _unwritable(path: Path, error: OSError) -> JournalError:
    why = error.strerror or error
    return JournalError(say("{path} can't be written: {why}.", path=path, why=why))


_BINARY: Final = getattr(os, "O_BINARY", 0)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last; folders can't be opened for that on Windows."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
