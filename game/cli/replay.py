"""`carrot replay`: a run read again, in the terminal app or as plain text. Nothing is changed."""

from __future__ import annotations

import sys
from argparse import Namespace

from game.cli.kept import find_run
from game.cli.play import Terminal, wants_plain
from game.cli.settings import preferences
from game.cli.story import Unusable, load_story
from game.core.replay import Replay
from game.core.save import Runs, SaveError
from game.core.shelf import Shelf
from game.folders import runs_folder

__all__ = ["main"]


def main(args: Namespace, terminal: Terminal) -> int:
    """Read a run again; return the exit code."""
    story = load_story(args.story)
    runs = Runs(runs_folder())
    file = find_run(args.file, runs, story)
    try:
        replay = Replay.of(story, file)
    except SaveError as error:
        raise Unusable(str(error)) from error
    settings = preferences()
    if not wants_plain(args.plain, settings):
        return terminal(Shelf.of(story), runs, replay, settings)
    from game.plain.replay import replay as said
    from game.plain.voice import Voice

    Voice(None, sys.stdout, echo=False).say(said(replay))
    return 0
