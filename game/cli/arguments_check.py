"""Arguments of `carrot check`: the longest of the helps. Nothing but argparse is imported."""

from __future__ import annotations

import argparse
import re
from typing import TypeVar

__all__ = ["add_check"]

Parser = TypeVar("Parser", bound=argparse.ArgumentParser)

_CHECK = """\
Check a story: every problem at once, and every play of every cut under every
keeper, proven by the game's own engine. What is proven is kept: after an edit
of words it is known at once. Exit 0 where it is good, 1 where it has errors."""

_CHECK_EXAMPLES = """\
examples:
  carrot check my-story --source article.txt
  carrot check --balance --cut season
  carrot check --way long-way-home.train   the shortest way there, for --choices
  carrot check --random 1200 --seed 7
  carrot check --graph --cut taster > taster.mmd

--graph, --way and --random answer that one question and check nothing else."""


def add_check(commands: argparse._SubParsersAction[Parser], story: str) -> None:
    """Add the command; `story` says what a story folder is."""
    check = commands.add_parser(
        "check",
        help="check a story: every problem at once, and every play proven",
        description=_CHECK,
        epilog=_CHECK_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    check.add_argument("folder", nargs="?", metavar="DIR", help=story)
    check.add_argument("--json", action="store_true", help="all of it as JSON")
    check.add_argument("--source", metavar="ARTICLE", help="hold the quotes against this text, too")
    words = "how each keeper's plays spread and end, and where that is off"
    check.add_argument("--balance", action="store_true", help=words)
    words = "the shortest way to an option (scene.option) or an ending"
    check.add_argument("--way", metavar="GOAL", help=words)
    check.add_argument("--graph", action="store_true", help="a cut as a Mermaid flowchart")
    words = "play N times by chance, twice: any option, then the least used"
    check.add_argument("--random", metavar="N", type=_whole, help=words)
    words = "what the chance of --random starts from (default: 1)"
    check.add_argument("--seed", metavar="S", type=int, default=1, help=words)
    words = "of --balance, --way, --graph, --random (default: the longest)"
    check.add_argument("--cut", metavar="ID", help=words)
    check.add_argument("--keeper", metavar="ID", help="likewise (default: every keeper)")
    words = "prove anew, whatever was proven before"
    check.add_argument("--fresh", action="store_true", default=argparse.SUPPRESS, help=words)


def _whole(word: str) -> int:
    """Read a whole number from 1; argparse says the sentence."""
    if not re.fullmatch(r"[1-9]\d{0,8}", word):
        raise argparse.ArgumentTypeError(f"expected a whole number from 1, found `{word}`")
    return int(word)
