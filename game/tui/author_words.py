"""The words of playing while writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.tui.words import Hint
from game.words import many, mark, say

if TYPE_CHECKING:
    from game.pack.problems import Problem

__all__ = ["hints", "reloaded"]

RELOAD = Hint("e", mark("reload"), "reload")
OLD_PLAYS_ON = mark("The story can't be played as it is now, so the one from before plays on.")
NOTHING_PLAYS = mark("The story can't be played yet. Mend what is marked error, then press e.")
PROBLEMS = mark("Problems of the story")
HERE, ELSEWHERE = mark("In this scene"), mark("Elsewhere")
NOTHING_HERE = mark("Nothing in the lines of this scene.")
NO_PROBLEMS = mark("None that can be seen without exploring; carrot check looks further.")
KEYS = (
    ("e", mark("read the story anew from disk, and stay on this page")),
    ("p", mark("its problems: file, line and column, those of this scene first")),
)


def hints(problems: int) -> tuple[Hint, ...]:
    """What an author can do from a page."""
    said = many("{n} problem", "{n} problems", problems) if problems else say("no problems")
    return RELOAD, Hint("p", said, "problems")


def reloaded(problems: Sequence[Problem]) -> str:
    """Say that the story was read anew, and what was found."""
    from game.check.bench import count

    return say("Read anew: {count}.", count=count(problems))
