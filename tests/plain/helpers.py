"""Plays the plain face in this process, typed lines in, told text out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.core.playing.session import Session
from game.core.run.trace import Choice
from game.core.saves.runs import Runs
from game.core.saves.settings import Preferences
from game.core.story.model import Story
from game.folders import story_folder
from game.pack import load
from game.plain.face import Face, Script
from game.plain.log import Log
from game.plain.voice import Voice

KEEPERS = ("article", "reply", "sesame", "record", "carrots", "bureau")
FIRST = ("1",) * 6


@cache
def taster() -> Story:
    """The story that ships with the game."""
    return load(story_folder())


@dataclass
class Told:
    """What a play came to."""

    text: str
    code: int
    session: Session
    complaints: list[str]

    @property
    def flat(self) -> str:
        """The text in one line: where a line breaks is not what most tests are about."""
        return " ".join(self.text.split())


def new(keeper: str = "article", runs: Runs | None = None, story: Story | None = None) -> Session:
    return Session.new(story or taster(), keeper, "taster", runs, predictions=False)


def play(
    lines: Sequence[str],
    session: Session | None = None,
    keeper: str = "article",
    runs: Path | None = None,
    script: Sequence[Choice] = (),
    log: Path | None = None,
    settings: Preferences | None = None,
) -> Told:
    """Type lines at the plain face until they run out, or until the year is over."""
    session = session or new(keeper, Runs(runs) if runs else None)
    said = io.StringIO()
    complaints: list[str] = []
    heard = io.StringIO("".join(f"{line}\n" for line in lines))
    face = Face(
        session,
        Voice(heard, said, echo=True),
        complaints.append,
        Script(script),
        Log(log) if log else None,
        settings=settings,
    )
    code = face.run()
    return Told(said.getvalue(), code, session, complaints)
