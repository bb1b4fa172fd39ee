"""`carrot replay`: a run or a lesson read again, in a terminal or as plain text; read only."""

from __future__ import annotations

import sys
from argparse import Namespace

from game.cli.classroom import Projector
from game.cli.kept import find_run
from game.cli.lessons import is_lesson, lesson_file
from game.cli.play import Terminal, wants_plain
from game.cli.settings import preferences
from game.cli.story import Unusable, load_story
from game.core.playing.replay import Replay
from game.core.saves.runs import Runs, SaveError
from game.core.story.model import Story
from game.core.story.shelf import Shelf
from game.folders import runs_folder

__all__ = ["main"]


def main(args: Namespace, terminal: Terminal, projector: Projector) -> int:
    """Read a run again; return the exit code."""
    story = load_story(args.story)
    if is_lesson(args.file):
        return _lesson(args, story, projector)
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

    Voice(None, sys.stdout, echo=False).tell(said(replay))
    return 0


def _lesson(args: Namespace, story: Story, projector: Projector) -> int:
    """A lesson, screen by screen."""
    from game.lesson.journal import JournalError
    from game.lesson.refused import Refused
    from game.lesson.replay import Replay as Lesson

    try:
        room = Lesson(story, lesson_file(args.file))
    except (JournalError, Refused) as error:
        raise Unusable(str(error)) from error
    settings = preferences()
    if not wants_plain(args.plain, settings):
        return projector(room, None, settings)
    from game.plain.lesson_replay import replay as said
    from game.plain.voice import Voice

    Voice(None, sys.stdout, echo=False).tell(said(room))
    return 0
