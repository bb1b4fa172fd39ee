"""`carrot new DIR`: a small story that plays, with comments that explain, to make one's own.

The folder is new, or there and empty; nothing is ever written over. Everything is put together
beside it and moved into its place at the end, so that nothing half-written is left.
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

from game.cli.schema import files as schemas
from game.cli.story import Unusable
from game.folders import program, starter_folder
from game.words import mark, say

__all__ = ["main"]

ID = "id: my-story "  # not said
"""How the starter's own id stands in its story.yaml."""


def main(folder: str) -> int:
    """Write the story; return the exit code."""
    path = Path(os.path.abspath(Path(folder).expanduser()))
    _may_be_written(path)
    half = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _write(half, path.name)
        _move(half, path)
    except OSError as error:
        words = mark("{path} can't be written: {why}. Nothing is left.")
        raise Unusable(say(words, path=path, why=error.strerror)) from error
    finally:
        shutil.rmtree(half, ignore_errors=True)
    print(_next(folder, path))
    return 0


def _may_be_written(path: Path) -> None:
    if not path.parent.is_dir():
        raise Unusable(say("There is no folder {folder} to put it in.", folder=path.parent))
    if path.exists() and not path.is_dir():
        raise Unusable(say("{path} is a file; a story is a folder.", path=path))
    try:
        there = sorted(entry.name for entry in path.iterdir()) if path.exists() else []
    except OSError as error:
        raise Unusable(
            say("{path} can't be read: {why}.", path=path, why=error.strerror)
        ) from error
    if there:
        words = mark("{path} is not empty (it holds {name}). Name a folder that is new.")
        raise Unusable(say(words, path=path, name=there[0]))


def _write(half: Path, name: str) -> None:
    for file, text in _files(name):
        target = half / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _files(name: str) -> Iterator[tuple[str, str]]:
    """Every file of the new story: the starter's, with an id of its own, and the schemas."""
    starter = starter_folder()
    for path in sorted(starter.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            own = f"id: {_id(name)} " if path.name == "story.yaml" else ID
            yield path.relative_to(starter).as_posix(), text.replace(ID, own, 1)
    yield from schemas()


def _id(name: str) -> str:
    """Saved runs belong to a story's id, so two new stories get two of them."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "my-story"


def _move(half: Path, path: Path) -> None:
    """Into a folder that is there, part by part; where one can't be moved, none stays."""
    if not path.exists():
        half.rename(path)
        return
    moved = []
    try:
        for part in sorted(half.iterdir()):
            part.rename(path / part.name)
            moved.append(path / part.name)
    except OSError:
        for part in moved:
            with contextlib.suppress(OSError):
                shutil.rmtree(part) if part.is_dir() else part.unlink()
        raise


def _next(folder: str, path: Path) -> str:
    carrot = program()
    it, article = shlex.quote(folder), shlex.quote(str(Path(folder) / "article.txt"))
    steps = (
        (say("play it"), f"{carrot} play --story {it}"),  # not said
        (say("play while you write"), f"{carrot} play --author --story {it}"),  # not said
        (say("check it"), f"{carrot} check {it} --source {article}"),  # not said
    )
    lines = [f"  {command:<{max(len(c) for _, c in steps)}}   {what}" for what, command in steps]
    return "\n".join(
        (
            say("A small story is ready, in {path}", path=path),
            *lines,
            say(
                "Then open {file} and change a word. The comments there explain.",
                file="chapters/1-a-dry-summer.yaml",
            ),
        )
    )
