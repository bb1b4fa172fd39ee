"""`carrot booster`: five minutes, a week after a year; in the terminal app, or as plain text."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable

from game.cli.play import wants_plain
from game.cli.settings import preferences
from game.cli.story import load_story
from game.cli.streams import complain, is_terminal
from game.core.playing.booster import Booster, open_booster
from game.core.saves.runs import Runs
from game.core.saves.settings import Preferences
from game.core.saves.sittings import Sittings
from game.core.story.model import Story
from game.folders import command, runs_folder, sittings_folder
from game.words import mark, say

__all__ = ["NOT_YET", "main"]

NOT_YET = mark(
    "Nobody has finished a year here yet. Type {command} to play one, and come back in a week."
)

Terminal = Callable[[Story, Runs, Booster, Preferences], int]
"""Opens the terminal app on a booster."""


def main(args: Namespace, terminal: Terminal) -> int:
    """Ask; return the exit code."""
    story = load_story(args.story)
    runs = Runs(runs_folder())
    booster = open_booster(story, runs, Sittings(sittings_folder()))
    if booster is None:
        print(say(NOT_YET, command=command("", story.folder)))
        return 0
    settings = preferences()
    if not wants_plain(args.plain, settings):
        return terminal(story, runs, booster, settings)
    from game.plain.booster import ask_all
    from game.plain.voice import Voice

    voice = Voice(sys.stdin, sys.stdout, echo=not is_terminal(sys.stdin))
    return ask_all(booster, voice, complain)
