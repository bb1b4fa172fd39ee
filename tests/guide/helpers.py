"""The shipped guide, and a small one beside the example story, easy to vary."""

import shutil
from functools import cache
from pathlib import Path

from game.core.story.guide import Guide
from game.core.story.model import Story
from game.pack import load
from game.pack.guide import guide_of, read_guide
from game.pack.problems import Problems
from tests.builders import ROOT, shipped_story

__all__ = ["PAGE", "Beside", "shipped_guide"]

PAGE = "guide/1-start.yaml"
CARDS = "guide/cards/scenes.yaml"
SMALL = {
    PAGE: """\
id: start
title: Start
line: How to begin.
parts:
  - head: Sit down
    text: [Everybody sits.]
    say: [We begin.]
    claims: [B1]
    see: [start]
""",
    CARDS: """\
drill:
  point: A tool is late.
  ask: [Who waits?, Who knew?]
  trap: Nobody talks.
  room: [It is only a drill.]
ladder:
  point: A tool is heavy.
  ask: [Who carries?, Who counts?]
  trap: Everybody talks.
  room: [It is only a ladder.]
""",
}


@cache
def shipped_guide() -> Guide:
    """The guide that ships with the game."""
    guide = guide_of(shipped_story())
    assert guide is not None
    return guide


class Beside:
    """A copy of the example story with a small guide beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "story"
        shutil.copytree(ROOT / "docs" / "example", self.folder)
        for name, text in SMALL.items():
            self.put(name, text)

    def put(self, name: str, text: str) -> "Beside":
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return self

    def swap(self, name: str, old: str, new: str) -> "Beside":
        text = (self.folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        return self.put(name, text.replace(old, new))

    def story(self) -> Story:
        return load(self.folder)

    def told(self) -> list[str]:
        """Every problem, in a line each."""
        problems = Problems()
        read_guide(self.folder, self.story(), problems)
        return [str(problem) for problem in problems.sorted()]
