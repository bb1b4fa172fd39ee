"""The words of playing while writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.tui.words import Hint

if TYPE_CHECKING:
    from game.pack.problems import Problem

__all__ = ["hints", "reloaded"]

RELOAD = Hint("e", "reload", "reload")
OLD_PLAYS_ON = "The story can't be played as it is now, so the one from before plays on."
PROBLEMS = "Problems of the story"
HERE, ELSEWHERE = "In this scene", "Elsewhere"
NOTHING_HERE = "Nothing in the lines of this scene."
NO_PROBLEMS = "None that can be seen without exploring; carrot check looks further."
KEYS = (
    ("e", "read the story anew from disk, and stay on this page"),
    ("p", "its problems: file, line and column, those of this scene first"),
)


def hints(problems: int) -> tuple[Hint, ...]:
    """What an author can do from a page."""
    said = "no problems" if not problems else f"{problems} problem{'s' if problems > 1 else ''}"
    return RELOAD, Hint("p", said, "problems")


def reloaded(problems: Sequence[Problem]) -> str:
    """Say that the story was read anew, and what was found."""
    from game.check.bench import count

    return f"Read anew: {count(problems)}."
