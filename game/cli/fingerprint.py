"""`carrot fingerprint ARTICLE [DIR]`: hash the quotes of a story, so that anybody can check them.

Writes one file, whole or not at all; never the text itself.
"""

from __future__ import annotations

import os
from pathlib import Path

from game.check.fingerprint import FILE, make
from game.cli.story import Unusable, load_story, read_text
from game.folders import story_folder

__all__ = ["main"]


def main(article: str, folder: str | None) -> int:
    """Write the fingerprint; exit 1 where a quote does not stand in the article."""
    path = Path(folder).expanduser() if folder else story_folder()
    text, story = read_text(article), load_story(str(path))
    try:
        lines = make(story, text)
    except ValueError as error:
        print(f"Not written: {error}, letter for letter.")
        return 1
    target = path / FILE
    try:
        half = target.with_name(f".{FILE}.tmp")
        half.write_text(lines, encoding="utf-8")
        os.replace(half, target)
    except OSError as error:
        raise Unusable(f"{target} can't be written: {error.strerror}.") from error
    print(f"{lines.count(chr(10)) - 2} quotes are fingerprinted in {target}.")
    return 0
