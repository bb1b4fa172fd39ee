"""Which lesson a command means: a file, a name, or the newest. Looks, and changes nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from game.cli.story import Unusable
from game.core.dates import month
from game.folders import lessons_folder, typed
from game.lesson.journal import SUFFIX
from game.words import mark, say

__all__ = ["begun", "is_lesson", "lesson_file", "lessons", "new_lesson"]

HEAD = b'{"journal"'
NEWEST = "lesson"
"""Stands for the newest one: nobody has to type a file's name after a lesson."""


def lessons() -> list[Path]:
    """Every lesson that is kept, the newest last."""
    folder = lessons_folder()
    found = folder.glob(f"*{SUFFIX}") if folder.is_dir() else ()
    return sorted(found, key=lambda path: (_changed(path), path.name))


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def new_lesson() -> Path:
    """A name for a journal of its own."""
    import secrets

    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    return lessons_folder() / f"{stamp}-{secrets.token_hex(2)}{SUFFIX}"


def begun(path: Path) -> str:
    """When a lesson began, as its name says."""
    try:
        when = datetime.strptime(path.name[:15], "%Y%m%d-%H%M%S")
    except ValueError:
        return path.name
    day, time = f"{when:%d}", f"{when:%H:%M}"
    return say("{day} {month}, {time}", day=day, month=month(when.month), time=time)


def is_lesson(wanted: str | None) -> bool:
    """Whether somebody means a lesson's journal, and not a run."""
    if wanted and _newest(wanted):
        return True
    path = _path(wanted) if wanted else None
    if path is None:
        return False
    if path.name.endswith(SUFFIX):
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(HEAD)) == HEAD
    except OSError:
        return False


def lesson_file(wanted: str | None) -> Path:
    """Return the journal that is meant; raises Unusable with a sentence."""
    if wanted and not _newest(wanted):
        path = _path(wanted)
        if path is None:
            words = mark("There is no lesson `{name}` here or in {folder}.")
            raise Unusable(say(words, name=wanted[:80], folder=lessons_folder()))
        return path
    kept = lessons()
    if not kept:
        words = mark("No lesson is kept yet in {folder}. carrot class begins one.")
        raise Unusable(typed(say(words, folder=lessons_folder())))
    return kept[-1]


def _newest(wanted: str) -> bool:
    """Whether the word `lesson` was typed, and no file is called that."""
    return wanted.casefold() == NEWEST and not Path(wanted).exists()


def _path(wanted: str) -> Path | None:
    """A file by its path, or one of ours by its name or the beginning of it."""
    try:
        path = Path(wanted).expanduser()
        if path.is_file():
            return path
    except (OSError, RuntimeError, ValueError):
        return None
    if path.name != wanted or wanted.isdigit():
        return None
    fitting = [kept for kept in lessons() if kept.name.startswith(wanted)]
    return fitting[0] if len(fitting) == 1 else None
