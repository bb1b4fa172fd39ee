"""Sittings on disk: what was said in a booster, one file a sitting, whole or not at all.

Refuses to guess: a file that isn't a sitting is passed over and left where it is.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.core.run.saved import MARKS, SURE, SaveError
from game.core.saves.runs import CANNOT_SAVE, changed_at
from game.core.writing import write_whole
from game.words import say

__all__ = ["Sitting", "SittingFile", "Sittings"]

FORMAT = 1
SUFFIX = ".booster.json"
MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Sitting:
    """What was said in one booster."""

    story: str
    run: str
    """The name of the run's file that it looks back on."""
    statements: Mapping[str, tuple[bool, int]] = field(default_factory=dict)
    """Statement to answer and confidence (1 to 3)."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Claim to one of MARKS."""
    done: bool = False
    """It was gone through to its end."""


@dataclass(frozen=True, slots=True)
class SittingFile:
    """A sitting and where it lies."""

    sitting: Sitting
    path: Path

    @property
    def when(self) -> float:
        """When it was last written, in seconds since 1970."""
        return changed_at(self.path)


class Sittings:
    """The folder of sittings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def new_path(self) -> Path:
        """A path that no other sitting has."""
        return self.folder / f"{time.strftime('%Y%m%d-%H%M%S')}-{os.urandom(4).hex()}{SUFFIX}"

    def save(self, sitting: Sitting, path: Path) -> None:
        """Write a sitting; raises SaveError with a sentence."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, _encode(sitting), private=True)
        except OSError as error:
            raise SaveError(say(CANNOT_SAVE, path=path, why=error.strerror or error)) from error

    def of(self, story: str) -> tuple[SittingFile, ...]:
        """Return the sittings of a story, the one begun last first."""
        try:
            paths = sorted(self.folder.glob(f"*{SUFFIX}"), key=lambda p: p.name, reverse=True)
        except OSError:
            return ()
        read = ((path, _read(path)) for path in paths)
        return tuple(SittingFile(s, path) for path, s in read if s and s.story == story)


def _encode(sitting: Sitting) -> bytes:
    data = {
        "format": FORMAT,
        "story": sitting.story,
        "run": sitting.run,
        "statements": {id: list(said) for id, said in sitting.statements.items()},
        "marks": dict(sitting.marks),
        "done": sitting.done,
    }
    return (json.dumps(data, ensure_ascii=True, indent=1) + "\n").encode()


def _read(path: Path) -> Sitting | None:
    """Read a sitting; None where it isn't one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        return _decode(json.loads(path.read_bytes().decode()))
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None


def _decode(raw: dict[str, Any]) -> Sitting | None:
    if raw["format"] != FORMAT:
        return None
    statements = {
        str(id): (truth, sure)
        for id, (truth, sure) in raw["statements"].items()
        if type(truth) is bool and type(sure) is int and sure in SURE
    }
    marks = {str(id): mark for id, mark in raw["marks"].items() if mark in MARKS}
    return Sitting(str(raw["story"]), str(raw["run"]), statements, marks, raw["done"] is True)
