"""Runs on disk: one file a run, written whole or not at all.

Refuses to overwrite what it didn't write: where another terminal has gone on with the same
run, this one goes on in a file of its own. What can't be read is set aside, never deleted.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.core.trace import Choice

__all__ = ["FORMAT", "Run", "RunFile", "Runs", "SaveError", "decode", "encode", "new_run"]

FORMAT = 1
SUFFIX = ".run.json"
MARKS = ("stands", "in part", "falls", "can't tell")
MOST_BYTES = 2_000_000


class SaveError(Exception):
    """A run that can't be read or written; the message is a sentence for the player."""


@dataclass(frozen=True, slots=True)
class Run:
    """Story, keeper, cut and the list of choices; what the player said beside them."""

    story: str
    digest: str
    keeper: str
    cut: str
    name: str = ""
    choices: tuple[Choice, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    """Claim to one of MARKS."""
    statements: Mapping[str, Mapping[str, tuple[bool, int]]] = field(default_factory=dict)
    """`before` and `after`: statement to answer and confidence (1 to 3)."""
    comment: Mapping[str, str] = field(default_factory=dict)
    """`stance`, `claim`, `question`: keys of what was picked."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """Claim to what the player picked, guessed or filed."""
    told: Mapping[str, Any] = field(default_factory=dict)
    """What the player was told, so that an edited story can say what changed."""
    finished: bool = False


@dataclass(frozen=True, slots=True)
class RunFile:
    """A run and where it lies; `seal` is a hash of the bytes last written or read."""

    run: Run
    path: Path
    seal: str


def new_run(story: str, digest: str, keeper: str, cut: str, name: str = "") -> Run:
    """Return a run that has made no choice yet."""
    return Run(story, digest, keeper, cut, name)


def encode(run: Run) -> bytes:
    """Return a run as its file's bytes: readable JSON, one choice a line."""
    data: dict[str, Any] = {"format": FORMAT, "story": {"id": run.story, "digest": run.digest}}
    data |= {"keeper": run.keeper, "cut": run.cut, "name": run.name, "finished": run.finished}
    data["choices"] = [
        {"scene": c.scene, "option": c.option}
        | ({"predicted": c.predicted} if c.predicted is not None else {})
        for c in run.choices
    ]
    data |= {"marks": dict(run.marks), "statements": _plain(run.statements)}
    data |= {"comment": dict(run.comment), "answers": dict(run.answers), "told": run.told}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(statements: Mapping[str, Mapping[str, tuple[bool, int]]]) -> dict[str, Any]:
    return {
        when: {id: list(said) for id, said in part.items()} for when, part in statements.items()
    }


def decode(data: bytes) -> Run:
    """Read a run's bytes; raises SaveError with a sentence."""
    try:
        raw = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise SaveError("it is not readable JSON") from error
    if not isinstance(raw, dict) or "format" not in raw:
        raise SaveError("it is not a saved run")
    if raw["format"] != FORMAT:
        raise SaveError(f"its format is {raw['format']!r}; this program knows format {FORMAT}")
    try:
        return _decode(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SaveError(f"a part of it is missing or of the wrong kind ({error})") from error


def _decode(raw: dict[str, Any]) -> Run:
    choices = tuple(
        Choice(
            _word(c["scene"]),
            _word(c["option"]),
            _word(c["predicted"]) if c.get("predicted") else None,
        )
        for c in raw["choices"]
    )
    statements = {
        _word(when): {_word(id): (bool(said[0]), int(said[1])) for id, said in part.items()}
        for when, part in raw.get("statements", {}).items()
    }
    told = raw.get("told", {})
    if not isinstance(told, dict):
        raise TypeError("told")
    return Run(
        story=_word(raw["story"]["id"]),
        digest=_word(raw["story"]["digest"]),
        keeper=_word(raw["keeper"]),
        cut=_word(raw["cut"]),
        name=_word(raw.get("name", "")),
        choices=choices,
        marks=_words(raw.get("marks", {})),
        statements=statements,
        comment=_words(raw.get("comment", {})),
        answers=_words(raw.get("answers", {})),
        told=told,
        finished=bool(raw.get("finished", False)),
    )


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, found {value!r}")
    return value


def _words(value: dict[str, object]) -> dict[str, str]:
    return {_word(key): _word(item) for key, item in value.items()}


def _seal(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Runs:
    """The folder of runs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def create(self, run: Run) -> RunFile:
        """Write a new run to a file of its own; raises SaveError."""
        stamp = time.strftime("%Y%m%d-%H%M%S")
        path = self.folder / f"{stamp}-{secrets.token_hex(4)}{SUFFIX}"
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
            raise SaveError(f"Cannot read {file.path}: {error.strerror}.") from error

    def _write(self, run: Run, path: Path) -> RunFile:
        data = encode(run)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                with open(temporary, "wb") as out:
                    out.write(data)
                    out.flush()
                    os.fsync(out.fileno())
                os.replace(temporary, path)
            finally:
                with contextlib.suppress(OSError):
                    temporary.unlink(missing_ok=True)
            self._sync_folder()
        except OSError as error:
            raise SaveError(f"Cannot save to {path}: {error.strerror or error}.") from error
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
            handle = os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise SaveError(f"Cannot save to {path}: {error.strerror}.") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def load(self, path: Path) -> RunFile:
        """Read one run; raises SaveError with a sentence naming the file."""
        try:
            if path.stat().st_size > MOST_BYTES:
                raise SaveError(f"{path} is too large to be a run of this game.")
            data = path.read_bytes()
        except OSError as error:
            raise SaveError(f"Cannot read {path}: {error.strerror}.") from error
        try:
            return RunFile(decode(data), path, _seal(data))
        except SaveError as error:
            raise SaveError(f"{path} can't be used: {error}.") from error

    def all(self) -> tuple[tuple[RunFile, ...], tuple[str, ...]]:
        """Return every run, newest first, and a sentence for each file that was set aside."""
        try:
            paths = sorted(self.folder.glob(f"*{SUFFIX}"), key=lambda p: p.name, reverse=True)
        except OSError:
            return (), ()
        files, sentences = [], []
        for path in paths:
            try:
                files.append(self.load(path))
            except SaveError as error:
                sentences.append(self._set_aside(path, str(error)))
        files.sort(key=_last_touched, reverse=True)
        return tuple(files), tuple(sentences)

    def _set_aside(self, path: Path, why: str) -> str:
        if not os.access(path, os.R_OK):
            return why
        aside = path.with_name(path.name + ".set-aside")
        try:
            os.replace(path, aside)
        except OSError:
            return f"{why} It was left where it is."
        return f"{why} It was set aside as {aside.name}."

    def newest_unfinished(self, story: str) -> tuple[RunFile | None, tuple[str, ...]]:
        """Return the run to continue, and sentences about files that were set aside."""
        files, sentences = self.all()
        fitting = (f for f in files if f.run.story == story and not f.run.finished)
        return next(fitting, None), sentences


def _last_touched(file: RunFile) -> float:
    try:
        return file.path.stat().st_mtime
    except OSError:
        return 0.0
