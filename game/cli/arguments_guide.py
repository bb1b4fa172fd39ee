"""Arguments of `carrot guide`, for teachers. Nothing but argparse is imported."""

from __future__ import annotations

import argparse
from typing import TypeVar

from game.cli.parser import Raw
from game.words import mark, say

__all__ = ["add_guide"]

Parser = TypeVar("Parser", bound=argparse.ArgumentParser)

_EXAMPLES = mark(
    """\
examples:
  carrot guide start              one page: how to begin
  carrot guide red-man            the card of a scene
  carrot guide --out lesson       all of it, to print: open lesson/index.html
  carrot guide cards --out .      the voting cards alone"""
)


def add_guide(commands: argparse._SubParsersAction[Parser], story: str) -> None:
    """Add the command; `story` says what a story folder is."""
    guide = commands.add_parser(
        "guide",
        help=say("for teachers: the lesson plan, a card for each scene, letters, voting cards"),
        description=say("Print a page of the guide for teachers, or say which there are."),
        epilog=say(_EXAMPLES),
        formatter_class=Raw,
    )
    guide.add_argument("page", nargs="?", metavar=say("PAGE"), help=say("a page, or a scene's id"))
    words = say("make pages for a browser and its printer there: all, or the one named")
    guide.add_argument("--out", metavar=say("FOLDER"), help=words)
    guide.add_argument("--force", action="store_true", help=say("write over files that are there"))
    guide.add_argument("--story", metavar=say("DIR"), help=story)
