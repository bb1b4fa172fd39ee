"""Arguments of `carrot check`: the longest of the helps. Nothing but argparse is imported."""

from __future__ import annotations

import argparse
import re
from typing import TypeVar

from game.cli.parser import Raw
from game.words import mark, say

__all__ = ["add_check"]

Parser = TypeVar("Parser", bound=argparse.ArgumentParser)

_CHECK = mark(
    """\
Check a story: every problem at once, and every play of every cut under every
keeper, proven by the game's own engine. What is proven is kept: after an edit
of words it is known at once. Exit 0 where it is good, 1 where it has errors."""
)

_CHECK_EXAMPLES = mark(
    """\
examples:
  carrot check my-story --source article.txt
  carrot check --balance --cut season
  carrot check --way long-way-home.train   the shortest way there, for --choices
  carrot check --random 1200 --seed 7
  carrot check --graph --cut taster > taster.mmd

--graph, --way and --random answer that one question and check nothing else."""
)


def add_check(commands: argparse._SubParsersAction[Parser], story: str) -> None:
    """Add the command; `story` says what a story folder is."""
    check = commands.add_parser(
        "check",
        help=say("check a story: every problem at once, and every play proven"),
        description=say(_CHECK),
        epilog=say(_CHECK_EXAMPLES),
        formatter_class=Raw,
    )
    check.add_argument("folder", nargs="?", metavar=say("DIR"), help=story)
    check.add_argument("--json", action="store_true", help=say("all of it as JSON"))
    check.add_argument(
        "--source", metavar=say("ARTICLE"), help=say("hold the quotes against this text, too")
    )
    words = say("how each keeper's plays spread and end, and where that is off")
    check.add_argument("--balance", action="store_true", help=words)
    words = say("the shortest way to an option (scene.option) or an ending")
    check.add_argument("--way", metavar=say("GOAL"), help=words)
    check.add_argument("--graph", action="store_true", help=say("a cut as a Mermaid flowchart"))
    words = say("play N times by chance, twice: any option, then the least used")
    check.add_argument("--random", metavar="N", type=_whole, help=words)
    words = say("what the chance of --random starts from (default: 1)")
    check.add_argument("--seed", metavar="S", type=int, default=1, help=words)
    words = say("of --balance, --way, --graph, --random (default: the longest)")
    check.add_argument("--cut", metavar=say("ID"), help=words)
    check.add_argument("--keeper", metavar=say("ID"), help=say("likewise (default: every keeper)"))
    words = say("prove anew, whatever was proven before")
    check.add_argument("--fresh", action="store_true", default=argparse.SUPPRESS, help=words)


def _whole(word: str) -> int:
    """Read a whole number from 1; argparse says the sentence."""
    if not re.fullmatch(r"[1-9]\d{0,8}", word):
        raise argparse.ArgumentTypeError(
            say("expected a whole number from 1, found `{word}`", word=word)
        )
    return int(word)
