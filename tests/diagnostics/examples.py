"""The example story in docs/example, in a folder of its own, with one change made to it."""

import shutil
from pathlib import Path

from game.check.examine import examine
from game.check.proofs import Proofs, prove_all
from game.check.shelf import Shelf
from game.core.story.model import Story
from game.diagnostics import Example, Row, Whole
from game.diagnostics.table import TABLE
from game.pack import Problem
from tests.builders import ROOT

__all__ = ["EXAMPLE", "Twin", "broken", "mended"]

EXAMPLE = ROOT / "docs" / "example"


def proven(story: Story) -> Proofs:
    return prove_all(story, Shelf(None), processes=1)


class Twin:
    """A copy of the example story that can be changed and examined."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(EXAMPLE, folder)

    def swap(self, name: str, old: str, new: str) -> "Twin":
        """Change words that stand in a file once; no words: add at its end."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert not old or text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")
        return self

    def problems(self, code: str = "") -> tuple[Problem, ...]:
        """What a check tells; the article is at hand, and plays are proven, where it is of that."""
        source = (EXAMPLE / "article.txt").read_text(encoding="utf-8")
        quoted = source if code in ("not-in-source", "changed-source") else None
        explored = code in TABLE and TABLE[code].explored
        return examine(self.folder, quoted, proven if explored else None).problems


def mended(row: Row, folder: Path) -> Twin:
    """The twin that has nothing of the row's problem."""
    twin = Twin(folder)
    if isinstance(row.example, Example):
        for change in row.example.given:
            twin.swap(*change)
    return twin


def broken(row: Row, folder: Path) -> Twin:
    """The twin with the problem in it."""
    twin = mended(row, folder)
    example = row.example
    if isinstance(example, Whole):
        path = folder / example.file
        if example.file == ".":
            shutil.rmtree(path)
        elif example.data is None:
            path.unlink()
        else:
            path.write_bytes(example.data * example.times)
    elif example is not None:
        twin.swap(example.file, example.mended, example.broken)
    return twin
