"""Arguments of `carrot guide`, for teachers. Nothing but argparse is imported."""

from __future__ import annotations

import argparse
from typing import TypeVar

__all__ = ["add_guide"]

Parser = TypeVar("Parser", bound=argparse.ArgumentParser)

_EXAMPLES = """\
examples:
  carrot guide start              one page: how to begin
  carrot guide red-man            the card of a scene
  carrot guide --out lesson       all of it, to print: open lesson/index.html
  carrot guide cards --out .      the voting cards alone"""


def add_guide(commands: argparse._SubParsersAction[Parser], story: str) -> None:
    """Add the command; `story` says what a story folder is."""
    guide = commands.add_parser(
        "guide",
        help="for teachers: the lesson plan, a card for each scene, letters, voting cards",
        description="Print a page of the guide for teachers, or say which there are.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    guide.add_argument("page", nargs="?", metavar="PAGE", help="a page, or a scene's id")
    words = "make pages for a browser and its printer there: all, or the one named"
    guide.add_argument("--out", metavar="FOLDER", help=words)
    guide.add_argument("--force", action="store_true", help="write over files that are there")
    guide.add_argument("--story", metavar="DIR", help=story)
