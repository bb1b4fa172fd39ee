"""Arguments of `carrot serve`."""

from __future__ import annotations

import argparse
from typing import TypeVar

from game.cli.parser import Raw
from game.words import mark, say

__all__ = ["add_serve"]

Parser = TypeVar("Parser", bound=argparse.ArgumentParser)

MOST = 8
"""Games at once where nobody says how many: what a small laptop carries."""

_ABOUT = mark(
    """\
Serve the app to browsers, for machines without Python. Each browser plays a
game of its own; a reload finds it as it was."""
)

_MORE = mark(
    """\
examples:
  carrot serve                            for this machine alone
  carrot serve --host 0.0.0.0 --most 20   for a network that you trust
  carrot serve --port 9000                at another port

Who can reach it: this machine alone, unless --host opens it. On the network
there is no password and no encryption: everybody there can play. They get the
game and nothing else; they can't read or write files by name, or see each
other's runs.

Each browser is known by a random cookie, which opens a folder of its own beside
your saves (its name is printed). A game waits five minutes for a page that went
away; later the title screen offers to continue. Delete the folder to forget.

Each game is a process of its own (about 50 MB). One too many gets a page that
says so and tries again. They end with the server, however it ends.

The page is a terminal, so keys and mouse do what they do in one; a phone gets a
row of keys. It asks nothing of any other machine. For a screen reader,
`carrot --plain` is the better way. Ctrl+C ends it (exit 0)."""
)


def add_serve(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command."""
    serve = commands.add_parser(
        "serve",
        help=say("the app in a browser, for machines without Python"),
        description=say(_ABOUT),
        epilog=say(_MORE),
        formatter_class=Raw,
    )
    words = say("the port (default: 8000, or the next that is free)")
    serve.add_argument("--port", type=_port, metavar="N", help=words)
    words = say("the address to listen on (default: 127.0.0.1, this machine alone)")
    serve.add_argument("--host", default="127.0.0.1", metavar=say("ADDR"), help=words)
    words = say("how many can play at once (default: {most})", most=MOST)
    serve.add_argument("--most", type=_most, default=MOST, metavar="N", help=words)


def _port(word: str) -> int:
    return _whole(word, 0, 65535)


def _most(word: str) -> int:
    return _whole(word, 1, 500)


def _whole(word: str, least: int, most: int) -> int:
    if not (word.isascii() and word.isdigit() and least <= int(word) <= most):
        raise argparse.ArgumentTypeError(
            say(
                "{word} is no whole number from {least} to {most}",
                word=word, least=least, most=most,
            )
        )  # fmt: skip
    return int(word)
