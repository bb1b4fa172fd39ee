"""`carrot class`: a lesson begun, or taken up again, and the face that shows it.

Everything that could be wrong is found before a journal is begun. A lesson in which nothing
happened leaves no file.
"""

from __future__ import annotations

import contextlib
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.cli.lessons import begun, lesson_file, lessons, new_lesson
from game.cli.play import wants_plain
from game.cli.settings import preferences
from game.cli.story import Unusable, known, load_story
from game.cli.streams import complain
from game.core.saves.settings import Preferences
from game.core.story.model import Story
from game.folders import command, typed
from game.lesson.journal import JournalError
from game.lesson.refused import Refused
from game.lesson.room import Room
from game.words import say

if TYPE_CHECKING:
    from game.classroom.doorway import Doorway

__all__ = ["Projector", "main"]

DEFAULT_CUT = "taster"


class Projector(Protocol):
    """Opens the projector on a room."""

    def __call__(self, room: Room, doorway: Doorway | None, settings: Preferences) -> int: ...


def main(args: Namespace, projector: Projector) -> int:
    """Hold a lesson; return the exit code."""
    from game.classroom.doorway import Doorway

    settings = preferences(getattr(args, "set", ()))
    story = load_story(args.story)
    earlier = None if args.resume else _unfinished()
    room = _room(args, story)
    if earlier is not None:
        room.notices.append(
            typed(
                say(
                    "The lesson of {day} is not finished. To go on with it: q q, then "
                    "carrot class --resume",
                    day=begun(earlier),
                )
            )
        )
    path = room.writer.journal.path
    doorway = Doorway(args.host or "0.0.0.0", args.port)
    try:
        if wants_plain(args.plain, settings):
            from game.cli.class_plain import hold

            code = hold(room, doorway)
        else:
            code = projector(room, doorway, settings)
    finally:
        kept = _keep(room, path)
    if kept:
        complain(say("The lesson is kept: {path}", path=path))
        report = command("report lesson --out lesson.html", "")  # not said: typed
        complain(say("To read or print it: {command}", command=report))
        complain(say("To go on with it: {command}", command=command("class --resume", "")))
    return code


def _room(args: Namespace, story: Story) -> Room:
    cut = DEFAULT_CUT if DEFAULT_CUT in story.head.cuts else story.default_cut
    if args.keeper is not None:
        known("keeper", args.keeper, story.rulebooks)
    if args.cut is not None:
        known("cut", args.cut, story.head.cuts)
    try:
        if not args.resume:
            return Room.begin(
                story, args.keeper or story.default_keeper, args.cut or cut, new_lesson()
            )
        if args.keeper or args.cut:
            raise Unusable(say("A lesson goes on under its own keeper and cut: leave them out."))
        return Room.resume(story, lesson_file(None))
    except (JournalError, Refused) as error:
        raise Unusable(str(error)) from error


def _unfinished() -> Path | None:
    """The newest lesson, where it didn't come to its last page."""
    kept = lessons()
    if not kept:
        return None
    from game.lesson.journal import read

    try:
        found = read(kept[-1])
    except JournalError:
        return None
    return kept[-1] if found.lesson.past and found.lesson.stage.page != "end" else None


def _keep(room: Room, path: Path) -> bool:
    """Say whether there is anything to keep; an empty lesson's file goes."""
    room.close()
    lesson = room.lesson
    if lesson.past or lesson.ballots or lesson.opened > 1:
        return True
    with contextlib.suppress(OSError):
        path.unlink()
    return False
