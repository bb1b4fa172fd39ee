"""Runs on disk: one file a run, written whole or not at all.

Refuses to overwrite what it didn't write: where another terminal has gone on with the same
run, this one goes on in a file of its own. What can't be read is set aside, never deleted.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.core.run.saved import MARKS, Run, SaveError, decode, encode, new_run
from game.core.saves.bookmark import forget_bookmark
from game.words import mark, say

__all__ = ["MARKS", "SUFFIX", "Run", "RunFile", "Runs", "SaveError", "changed_at", "new_run"]

SUFFIX = ".run.json"
MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class RunFile:
    """A run and where it lies; `seal` is a hash of the bytes last written or read."""

    run: Run
    path: Path
    seal: str


CANNOT_READ = mark("Cannot read {path}: {why}.")
CANNOT_SAVE = mark("Cannot save to {path}: {why}.")
CANNOT_DELETE = mark("Cannot delete {path}: {why}.")


def _cannot(words: str, path: Path, error: OSError) -> SaveError:
    return SaveError(say(words, path=path, why=error.strerror or error))


def _seal(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Runs:
    """The folder of runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def create(self, run: Run) -> RunFile:
        """Write a new run to a file of its own; raises SaveError."""
        stamp = time.strftime("%Y%m%d-%H%M%S")
        path = self.folder / f"{stamp}-{os.urandom(4).hex()}{SUFFIX}"
        return self._write(run, path)

    def save(self, file: RunFile, run: Run) -> RunFile:
        """Write a run over its file, or beside it where another hand changed that file meanwhile.

        Returns the file as it is now; its path differs from the old one in the second case.
        Raises SaveError with a sentence when nothing could be written; the old file is whole.
        """
        if run == file.run:
            return file
        with self._locked(file.path):
            if self._changed(file):
                return self.create(run)
            return self._write(run, file.path)

    def _changed(self, file: RunFile) -> bool:
        try:
            return _seal(file.path.read_bytes()) != file.seal
        except FileNotFoundError:
            return False
        except OSError as error:
            raise _cannot(CANNOT_READ, file.path, error) from error

    def _write(self, run: Run, path: Path) -> RunFile:
        data = encode(run)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                with open(temporary, "wb", opener=_private) as out:
                    out.write(data)
                    out.flush()
                    os.fsync(out.fileno())
                os.replace(temporary, path)
            finally:
                with contextlib.suppress(OSError):
                    temporary.unlink(missing_ok=True)
            self._sync_folder()
        except OSError as error:
            raise _cannot(CANNOT_SAVE, path, error) from error
        return RunFile(run, path, _seal(data))

    def _sync_folder(self) -> None:
        """Make the rename itself last; folders can't be opened for that on Windows."""
        with contextlib.suppress(OSError, AttributeError):
            handle = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    @contextlib.contextmanager
    def _locked(self, path: Path) -> Iterator[None]:
        """Hold a lock while comparing and renaming; systems without one go on without."""
        try:
            import fcntl
        except ImportError:
            yield
            return
        # One lock for the folder, never removed: a removed lock can be held twice.
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise _cannot(CANNOT_SAVE, path, error) from error
        try:
            with contextlib.suppress(OSError):  # some network folders know no locks
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def load(self, path: Path) -> RunFile:
        """Read one run; raises SaveError with a sentence naming the file."""
        try:
            if path.stat().st_size > MOST_BYTES:
                raise SaveError(say("{path} is too large to be a run of this game.", path=path))
            data = path.read_bytes()
        except OSError as error:
            raise _cannot(CANNOT_READ, path, error) from error
        try:
            return RunFile(decode(data), path, _seal(data))
        except SaveError as error:
            raise SaveError(say("{path} can't be used: {why}.", path=path, why=error)) from error

    def paths(self) -> tuple[Path, ...]:
        """Return the path of every run, the one begun last first."""
        try:
            found = self.folder.glob(f"*{SUFFIX}")
            return tuple(sorted(found, key=lambda path: path.name, reverse=True))
        except OSError:
            return ()

    def remove(self, file: RunFile) -> None:
        """Delete a run for good; raises SaveError where it can't be, or was changed meanwhile."""
        with self._locked(file.path):
            if self._changed(file):
                name = file.path.name
                raise SaveError(
                    say("{file} went on in another window; it was not deleted.", file=name)
                )
            try:
                file.path.unlink(missing_ok=True)
            except OSError as error:
                raise _cannot(CANNOT_DELETE, file.path, error) from error
            forget_bookmark(file.path)

    def all(self) -> tuple[tuple[RunFile, ...], tuple[str, ...]]:
        """Return every run, newest first, and a sentence for each file that was set aside."""
        files, sentences = [], []
        for path in self.paths():
            try:
                files.append(self.load(path))
            except SaveError as error:
                sentences.append(self._set_aside(path, str(error)))
        files.sort(key=lambda file: changed_at(file.path), reverse=True)
        return tuple(files), tuple(sentences)

    def _set_aside(self, path: Path, why: str) -> str:
        if not os.access(path, os.R_OK):
            return why
        aside = path.with_name(path.name + ".set-aside")
        try:
            while aside.exists():  # never over something that was set aside before
                aside = aside.with_name(f"{path.name}.{os.urandom(4).hex()}.set-aside")
            os.replace(path, aside)
        except OSError:
            return why + " " + say("It was left where it is.")
        return why + " " + say("It was set aside as {file}.", file=aside.name)

    def taken(self, story: str, but: Path | None = None) -> frozenset[str]:
        """Return `scene.option` for every choice in a story's runs; `but` is left out."""
        taken: set[str] = set()
        for path in self.paths():
            with contextlib.suppress(SaveError):
                run = None if path == but else self.load(path).run
                if run is not None and run.story == story:
                    taken.update(f"{choice.scene}.{choice.option}" for choice in run.choices)
        return frozenset(taken)

    def newest_unfinished(self, story: str) -> tuple[RunFile | None, tuple[str, ...]]:
        """Return the run to continue, and sentences about files that were set aside."""
        files, sentences = self.all()
        fitting = (f for f in files if f.run.story == story and not f.run.finished)
        return next(fitting, None), sentences


def _private(path: str, flags: int) -> int:
    """Open for the owner's eyes only: a run holds what somebody chose and wrote."""
    return os.open(path, flags, 0o600)


def changed_at(path: Path) -> float:
    """Return when a file was last written, in seconds since 1970; 0 where it is gone."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
