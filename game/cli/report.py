"""`carrot report`: a run, or a lesson, as Markdown, HTML, CSV or JSON, on stdout or in a file.

Refuses to write over a file unless it is told to, and to change the run.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from game.cli.kept import day_of, find_run, others
from game.cli.lessons import is_lesson, lesson_file
from game.cli.story import Unusable, load_story
from game.cli.streams import complain, is_terminal
from game.core.playing.session import Session
from game.core.saves.runs import Runs, SaveError
from game.core.story.model import Story
from game.folders import reports_folder, runs_folder
from game.report.account import account
from game.report.formats import format_of, put, written
from game.words import mark, say

__all__ = ["beside", "main", "written_to"]


def main(args: Namespace) -> int:
    """Write a report; return the exit code."""
    story = load_story(args.story)
    out = Path(args.out).expanduser() if args.out else None
    format = args.format or (format_of(args.out) if args.out else None) or "md"
    if out is not None:
        _usable(out, args.force)
    told = _lesson(story, args.file, format) if is_lesson(args.file) else _run(story, args, format)
    if out is None:
        _print(told)
    else:
        _put(told, out, format, args.force)
    return 0


def beside(session: Session) -> str:
    """Write a year as a page into a folder beside the runs; say where, or why it can't be.

    A page of the same run gives way: it was made out of the same choices.
    """
    file = session.file
    name = file.path.name.removesuffix(".run.json") if file else "year"
    out = reports_folder() / f"{name}.html"
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        put(written(account(session, day_of(file) if file else ""), "html"), out, "html", over=True)
    except OSError as error:
        return say("Cannot write {path}: {why}.", path=out, why=error.strerror or error)
    return written_to(out, "html")


def written_to(out: Path, format: str) -> str:
    """Say where a report stands, in full; of a page also what a browser is given to open it."""
    path = out.absolute()
    if format != "html":
        return say("Written: {path}", path=path)
    words = mark("Written: {path}. To open it, give a browser this address: {address}")
    return say(words, path=path, address=path.as_uri())


def _lesson(story: Story, file: str, format: str) -> str:
    from game.lesson.journal import JournalError
    from game.lesson.refused import Refused
    from game.lesson.replay import Replay
    from game.report.lesson import lesson_account
    from game.report.lesson_written import written_lesson

    try:
        room = Replay(story, lesson_file(file))
    except (JournalError, Refused) as error:
        raise Unusable(str(error)) from error
    room.turn(10**9)
    return written_lesson(lesson_account(room), format)


def _run(story: Story, args: Namespace, format: str) -> str:
    runs = Runs(runs_folder())
    file = find_run(args.file, runs, story, whole=True)
    try:
        session = Session.resume(story, file, None)
    except SaveError as error:
        raise Unusable(str(error)) from error
    if not args.file and (which := others(file, runs, story)):
        complain(which)
    return written(account(session, day_of(file)), format)


def _usable(out: Path, force: bool) -> None:
    """Make sure that there is a place to write to, before anything is made."""
    if out.is_dir():
        words = mark("{folder} is a folder: name a file in it, such as {file}.")
        raise Unusable(say(words, folder=out, file=out / "year.html"))
    if not out.parent.is_dir():
        raise Unusable(say("There is no folder {folder}.", folder=out.parent))
    if out.exists() and not force:
        raise Unusable(_taken(out))


def _taken(out: Path) -> str:
    words = mark("{path} is there already and was left alone. To write over it, add --force.")
    return say(words, path=out)


def _put(told: str, out: Path, format: str, force: bool) -> None:
    try:
        put(told, out, format, force)
    except FileExistsError as error:
        raise Unusable(_taken(out)) from error
    except OSError as error:
        why = error.strerror or error
        raise Unusable(say("Cannot write {path}: {why}.", path=out, why=why)) from error
    complain(written_to(out, format))


def _print(told: str) -> None:
    """Print it; through a pipe as UTF-8, which is what every format says it is."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or is_terminal(sys.stdout):
        sys.stdout.write(told)
        return
    sys.stdout.flush()
    buffer.write(told.encode())
