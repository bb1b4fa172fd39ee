"""`carrot` and `python -m game`: arguments in, one command run, an exit code out.

Each command is imported only when it is asked for; the terminal app is imported nowhere else.
No traceback reaches a player: what can't be used is said in a sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from game.cli.keeping import kept_for_good
from game.cli.streams import complain, prepare, silence
from game.words import say, speak

if TYPE_CHECKING:
    from argparse import Namespace

    from game.check.bench import Bench
    from game.classroom.doorway import Doorway
    from game.core.playing.booster import Booster
    from game.core.playing.session import Session
    from game.core.saves.runs import Runs
    from game.core.saves.settings import Preferences
    from game.core.story.model import Story
    from game.core.story.shelf import Shelf
    from game.lesson.follow import Follow
    from game.lesson.notes import SceneCard
    from game.lesson.room import Room

__all__ = ["main"]

INTERRUPTED = 130
PLAIN, FRESH = "--plain", "--fresh"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; return its exit code."""
    prepare()
    args = _arguments(sys.argv[1:] if argv is None else argv)
    from game.cli.story import Unusable

    try:
        code = _run(args)
        sys.stdout.flush()
    except Unusable as error:
        complain(str(error))
        return 2
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        silence()
        return 0
    except OSError as error:
        silence()
        complain(say("Something could not be read or written: {why}.", why=error))
        return 1
    return code


def _arguments(words: Sequence[str]) -> Namespace:
    """Read the command line; switches alone need no reader, and the first screen doesn't wait."""
    if {PLAIN, FRESH}.issuperset(words):
        switches = SimpleNamespace(command=None, plain=PLAIN in words, fresh=FRESH in words)
        return cast("Namespace", switches)
    from game.cli.arguments import parser
    from game.cli.cover import cover
    from game.folders import story_folder

    speak(cover(story_folder()).language)  # help and complaints come before any story is read
    return parser().parse_args(words)


def _run(args: Namespace) -> int:
    match args.command:
        case "library":
            from game.cli import library

            return library.main(" ".join(args.word), args.story)
        case "guide":
            from game.cli import guide

            return guide.main(args)
        case "report":
            from game.cli import report

            return report.main(args)
        case "replay":
            from game.cli import replay

            return replay.main(args, _terminal, _projector)
        case "booster":
            from game.cli import booster

            return booster.main(args, _booster)
        case "serve":
            from game.cli import serve

            return serve.main(args)
        case "where":
            from game.cli import where

            return where.main()
        case "class":
            return _run_for_class(args)
        case "check" | "fingerprint" | "new" | "schema":
            return _run_for_authors(args)
        case _:
            from game.cli import play

            return play.main(args, _terminal)


def _run_for_class(args: Namespace) -> int:
    match args.action:
        case "check":
            from game.cli import class_check

            return class_check.main(args)
        case "notes":
            from game.cli import class_notes

            return class_notes.main(args, _notes)
        case "forget":
            from game.cli import class_forget

            return class_forget.main()
        case _:
            from game.cli import classroom

            return classroom.main(args, _projector)


def _run_for_authors(args: Namespace) -> int:
    match args.command:
        case "check":
            from game.cli import check

            return check.main(args)
        case "fingerprint":
            from game.cli import fingerprint

            return fingerprint.main(args.article, args.folder)
        case "new":
            from game.cli import new

            return new.main(args.folder)
        case _:
            from game.cli import schema

            return schema.main(args.folder)


def _terminal(
    shelf: Shelf,
    runs: Runs | Path,
    session: Session | None,
    settings: Preferences,
    bench: Bench | None = None,
) -> int:
    """Open the terminal app; nothing but this imports it."""
    with kept_for_good():
        from game.tui.app import run

    return run(shelf, runs, session=session, bench=bench, settings=settings, report=_report)


def _projector(room: Room, doorway: Doorway | None, settings: Preferences) -> int:
    """Open the projector on a lesson."""
    from game.tui.projector.app import run

    return run(room, doorway, settings)


def _notes(follow: Follow, cards: Mapping[str, SceneCard], settings: Preferences) -> int:
    """Open the teacher's notes on a lesson."""
    from game.cli.class_notes import tablet
    from game.tui.projector.notes import run

    return run(follow, cards, settings, tablet(follow.path))


def _booster(story: Story, runs: Runs, booster: Booster, settings: Preferences) -> int:
    """Open the terminal app on a booster."""
    from game.tui.app import run

    return run(story, runs, booster=booster, settings=settings, report=_report)


def _report(session: Session) -> str:
    """Write a year as a page; say where, or why it can't be."""
    from game.cli.report import beside

    return beside(session)


if __name__ == "__main__":
    sys.exit(main())
