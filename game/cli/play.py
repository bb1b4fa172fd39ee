"""`carrot` and `carrot play`: which face, and for the title screen nothing more than that.

The first screen waits for nothing that it doesn't show: the story is read behind it. Whatever
else is asked for is `playing`'s.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.cli.keeping import kept_for_good
from game.cli.settings import preferences
from game.cli.streams import is_terminal
from game.core.saves.settings import Preferences
from game.core.story.shelf import Cover, Shelf
from game.folders import runs_folder, story_folder
from game.words import speak

if TYPE_CHECKING:
    from argparse import Namespace

    from game.check.bench import Bench
    from game.core.playing.session import Session
    from game.core.saves.runs import Runs
    from game.core.story.model import Story

__all__ = ["Terminal", "main", "wants_plain"]


class Terminal(Protocol):
    """Opens the terminal app: on its title screen, or in the middle of a session."""

    def __call__(
        self,
        shelf: Shelf,
        runs: Runs | Path,
        session: Session | None,
        settings: Preferences,
        bench: Bench | None = None,
    ) -> int: ...


def wants_plain(asked: bool, settings: Preferences) -> bool:
    """Say whether the plain face is to be used: asked for, or all that would work."""
    if asked or settings.now.plain == "on":
        return True
    if os.environ.get("TERM", "").casefold() == "dumb":
        return True
    if os.environ.get("TEXTUAL_DRIVER"):  # the pipes lead to a screen: a page in a browser
        return False
    return not (is_terminal(sys.stdin) and is_terminal(sys.stdout))


def main(args: Namespace, terminal: Terminal) -> int:
    """Play; return the exit code."""
    settings = preferences(getattr(args, "set", ()))
    plain = wants_plain(args.plain, settings)
    if not args.command and not plain:
        shelf = _shelf()
        speak(shelf.cover.language)  # or the first screen would be English for a moment
        return terminal(shelf, runs_folder(), None, settings)
    with kept_for_good():
        from game.cli.playing import play

    return play(args, settings, plain, terminal)


def _shelf() -> Shelf:
    """The story that came with the game; the title screen reads it once it is painted."""
    folder: Path = story_folder()

    def read() -> Story:
        from game.cli.story import load_story

        return load_story(None)

    def look() -> Cover:
        from game.cli.cover import cover

        return cover(folder)

    return Shelf(read, look)
