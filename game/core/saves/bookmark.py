"""Where somebody stopped reading a run: a small file beside it, so that Continue opens that page.

Refuses to matter: a bookmark that is missing, damaged, of another state of the run or of another
text of the story is none, and the run then opens at its last outcome.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.core.run.script import Stop
from game.core.writing import write_whole

__all__ = ["SUFFIX", "Bookmark", "beside", "bookmark_of", "forget_bookmark", "keep_bookmark"]

# So these files were called before they were called bookmarks here, and some lie beside runs.
SUFFIX = ".place.json"
FORMAT = 1
MOST_BYTES = 20_000


@dataclass(frozen=True, slots=True)
class Bookmark:
    """The page that was open last, and what was seen and is not shown again."""

    digest: str
    """Of the story whose page it was."""
    choices: int
    """How many choices had been made."""
    stop: Stop
    glanced: Collection[str] = ()
    """Scenes whose glance is over."""


def beside(run: Path) -> Path:
    """The file in which a run's bookmark is kept."""
    return run.with_name(run.name + SUFFIX)


def keep_bookmark(run: Path, bookmark: Bookmark) -> None:
    """Write it; where that can't be done, a page is lost and nothing else."""
    stop = bookmark.stop
    data = {
        "format": FORMAT,
        "digest": bookmark.digest,
        "choices": bookmark.choices,
        "page": [stop.kind, stop.turn, stop.chapter],
        "glanced": sorted(bookmark.glanced),
    }
    with contextlib.suppress(OSError):
        if run.exists():
            write_whole(beside(run), (json.dumps(data, indent=1) + "\n").encode(), private=True)


def bookmark_of(run: Path) -> Bookmark | None:
    """Read it; None where there is none that can be used."""
    path = beside(run)
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        return _decode(json.loads(path.read_bytes().decode()))
    except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return None


def _decode(raw: Any) -> Bookmark | None:
    if raw["format"] != FORMAT:
        return None
    kind, turn, chapter = raw["page"]
    return Bookmark(
        str(raw["digest"]),
        int(raw["choices"]),
        Stop(kind, int(turn), int(chapter)),
        frozenset(str(scene) for scene in raw["glanced"]),
    )


def forget_bookmark(run: Path) -> None:
    """Take it away, with the run that it belonged to."""
    with contextlib.suppress(OSError):
        beside(run).unlink(missing_ok=True)
