"""`carrot class notes`: for the teacher, in a second window. Reads the lesson's journal.

Refuses to change anything: the keys are in the first window, or on the notes page, whose address
is told here and nowhere else.
"""

from __future__ import annotations

import sys
import time
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from game.cli.lessons import lesson_file
from game.cli.play import wants_plain
from game.cli.settings import preferences
from game.cli.story import Unusable, load_story
from game.cli.streams import complain, is_terminal
from game.core.saves.settings import Preferences
from game.core.story.model import Story
from game.lesson.follow import Follow
from game.lesson.journal import JournalError
from game.lesson.notes import SceneCard
from game.lesson.refused import Refused
from game.pack import PackError
from game.pack.guide import guide_of
from game.words import mark, say

__all__ = ["Notebook", "main", "tablet"]

PAUSE = 0.5


class Notebook(Protocol):
    """Opens the notes in a terminal."""

    def __call__(
        self, follow: Follow, cards: Mapping[str, SceneCard], settings: Preferences
    ) -> int: ...


def main(args: Namespace, notebook: Notebook) -> int:
    """Show the notes; return the exit code."""
    settings = preferences(getattr(args, "set", ()))
    story = load_story(args.story)
    path = lesson_file(getattr(args, "file", None))
    follow = Follow(story, path)
    cards = _cards(story)
    try:
        if not wants_plain(args.plain, settings):
            return notebook(follow, cards, settings)
        return _say(follow, cards)
    except (JournalError, Refused) as error:
        raise Unusable(str(error)) from error


def _cards(story: Story) -> Mapping[str, SceneCard]:
    """The guide's cards; a story without a guide, or with one that can't be read, has none."""
    try:
        guide = guide_of(story)
    except PackError as error:
        words = mark("The guide can't be read, so there are no cards: {why}")
        complain(say(words, why=error.problems[0].message))
        return {}
    return guide.cards if guide else {}


def _say(follow: Follow, cards: Mapping[str, SceneCard]) -> int:
    """Say the notes; where somebody listens, again with each new page."""
    from game.plain.blocks import text
    from game.plain.lesson_notes import told
    from game.plain.voice import Voice

    voice, last = Voice(None, sys.stdout, echo=False), None
    address = tablet(follow.path)
    if address:
        voice.tell([text(say("The same on a tablet: {address}", address=address))])
    while True:
        room = follow.look()
        if room is not None and (room.lesson.stage != last):
            last = room.lesson.stage
            voice.tell(told(room, cards))
            if last.page == "end":
                return 0
        if not is_terminal(sys.stdout):
            return 0
        time.sleep(PAUSE)


def tablet(path: Path) -> str:
    """Where the notes page is, while the lesson is open; nothing where it is not."""
    from game.classroom.addresses import addresses
    from game.classroom.doorway import found_open

    found = found_open(path)
    return f"http://{addresses()[0]}:{found.port}/notes/{found.secret}" if found else ""
