"""`carrot schema DIR`: JSON Schemas for editors, written beside a story's files.

They lie in a folder `schema`, so that the first line of a story file can point at one with a
relative path: no editor has to ask the internet. Each file is written whole or not at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from game.cli.story import Unusable, put
from game.pack.schema import KINDS, schema
from game.words import say

__all__ = ["FOLDER", "files", "main"]

FOLDER = "schema"


def files() -> Iterator[tuple[str, str]]:
    """Return every schema's path inside a story, and its text."""
    for kind in KINDS:
        yield f"{FOLDER}/{kind}.json", json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n"


def main(folder: str) -> int:
    """Write them; return the exit code."""
    path = Path(folder).expanduser()
    if not path.is_dir():
        raise Unusable(say("There is no folder {folder}.", folder=path))
    try:
        (path / FOLDER).mkdir(exist_ok=True)
    except OSError as error:
        told = say("{path} can't be made: {why}.", path=path / FOLDER, why=error.strerror)
        raise Unusable(told) from error
    for name, text in files():
        put(path / name, text)
    print(say("{n} schemas are written to {folder}.", n=len(KINDS), folder=path / FOLDER))
    return 0
