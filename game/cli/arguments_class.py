"""Arguments of `carrot class`: the lesson, and what stands around it."""

from __future__ import annotations

import argparse
from typing import Any

from game.cli.parser import Raw
from game.words import mark, say

__all__ = ["add_class"]

_SAYS = mark(
    """\
A lesson: the room votes, the story follows. This window goes on a projector;
its letters can be made so large that 66 columns and 18 rows are left. Phones
are one way to vote; one device a table, hands and paper cards are others, and r
switches at any moment. No account, no name, no internet."""
)

_EXAMPLES = mark(
    """\
examples:
  carrot class check        before the lesson, in the room: will phones find it?
  carrot class              the lesson
  carrot class notes        for the teacher, in a second window
  carrot class --resume     go on with the last lesson: after a fault, next week
  carrot class forget       delete every lesson that is kept here

→ leads through the whole lesson, ? has all keys. Afterwards `carrot report
lesson` and `carrot replay lesson` read the newest one; a file's name reads
another."""
)

_PLAIN = mark("plain text, for screen readers: the same keys as words")


def add_class(commands: argparse._SubParsersAction[Any], story: str) -> None:
    """Add `class` and what stands under it; arguments before the word count as well."""
    made = commands.add_parser(
        "class",
        help=say("a lesson: a room votes by phones, hands or paper"),
        description=say(_SAYS),
        epilog=say(_EXAMPLES),
        formatter_class=Raw,
    )
    made.set_defaults(**dict.fromkeys(("action", "keeper", "cut", "port", "host", "story")))
    _lesson(made)
    _room(made)
    _common(made, story)
    below = made.add_subparsers(dest="action", metavar="check | notes | forget")
    check = below.add_parser(
        "check",
        help=say("try the network with one phone"),
        description=say(
            "Before the lesson, in the room: which address phones can reach, tried "
            "with one phone; and where none comes, why that may be, and what works instead."
        ),
    )
    _room(check)
    notes = below.add_parser(
        "notes",
        help=say("for the teacher: votes as they come, what comes next, the scene's card"),
        description=say("For the teacher, in a second window: keep it off the projector."),
    )
    notes.add_argument(
        "file", nargs="?", metavar=say("FILE"), help=say("a lesson (default: the newest)")
    )
    below.add_parser(
        "forget",
        help=say("delete every lesson that is kept here"),
        description=say(
            "Delete every lesson that is kept here: journals, and nothing else. You are asked once."
        ),
    )
    for each in below.choices.values():
        _common(each, story)


def _lesson(to: argparse.ArgumentParser) -> None:
    to.add_argument("--keeper", metavar=say("ID"), help=say("who keeps the score"))
    to.add_argument("--cut", metavar=say("ID"), help=say("how much is played (default: taster)"))
    to.add_argument("--resume", action="store_true", help=say("go on with the last lesson"))


def _room(to: argparse.ArgumentParser) -> None:
    gone = argparse.SUPPRESS
    words = say("where phones find the room (default: 8080, or the next that is free)")
    to.add_argument("--port", type=_port, default=gone, metavar="N", help=words)
    words = say("only under this address of this machine (default: under all of them)")
    to.add_argument("--host", default=gone, metavar=say("ADDR"), help=words)


def _common(to: argparse.ArgumentParser, story: str) -> None:
    gone = argparse.SUPPRESS
    to.add_argument("--plain", action="store_true", default=gone, help=say(_PLAIN))
    to.add_argument("--story", default=gone, metavar=say("DIR"), help=story)
    words = say("a setting, for this start alone, such as theme=newsprint; may be repeated")
    to.add_argument("--set", action="append", default=gone, metavar=say("NAME=VALUE"), help=words)


def _port(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and 0 < int(typed[:6]) < 65536):
        raise argparse.ArgumentTypeError(
            say("a port is a number from 1 to 65535, not `{found}`", found=typed[:20])
        )
    return int(typed)
