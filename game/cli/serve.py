"""`carrot serve`: the app in a browser, until Ctrl+C. Says where it is and who can reach it."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from argparse import Namespace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from game.cli.story import Unusable
from game.folders import browsers_folder
from game.words import joined, many, say

if TYPE_CHECKING:
    from game.serve.server import AppServer

__all__ = ["main"]

ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
NEEDS = ("aiohttp", "textual_serve")


def main(args: Namespace) -> int:
    """Serve until somebody ends it; return the exit code."""
    if missing := [name for name in NEEDS if find_spec(name) is None]:
        names = [name.replace("_", "-") for name in missing]
        raise Unusable(
            say(
                "`carrot serve` needs {names}: pip install {packages}.",
                names=joined(names), packages=" ".join(names),
            )
        )  # fmt: skip
    with contextlib.suppress(KeyboardInterrupt):  # so it comes where no signal can be waited for
        asyncio.run(_serve(args))
    print(say("Closed. What was chosen is kept."))
    return 0


async def _serve(args: Namespace) -> None:
    from game.serve.server import AppServer, ServeError

    server = AppServer(browsers_folder(), args.host, args.port, args.most)
    ended = asyncio.Event()
    for name in ENDS:
        with contextlib.suppress(NotImplementedError, AttributeError):
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), ended.set)
    try:
        await server.start()
    except ServeError as error:
        raise Unusable(str(error)) from error
    try:
        _tell(server)
        await ended.wait()
    finally:
        await server.stop()


def _tell(server: AppServer) -> None:
    first, *others = server.links()
    print(say("The game, in a browser: {link}", link=first))
    for link in others:
        print(say("                    or: {link}", link=link))
    if server.is_open:
        print(
            say(
                "Open to the network: whoever reaches this machine there can play, without a "
                "password,\nand what they type goes over that network unencrypted."
            )
        )
    else:
        print(say("Only this machine reaches it; --host 0.0.0.0 opens it to the network."))
    print(many("One can play at a time.", "{n} can play at once.", server.seats.most))
    print(say("Each browser's runs are kept apart, in {folder}", folder=server.seats.folder))
    print(say("Ctrl+C ends it."), flush=True)
