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

if TYPE_CHECKING:
    from game.serve.server import AppServer

__all__ = ["main"]

ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
NEEDS = ("aiohttp", "textual_serve")


def main(args: Namespace) -> int:
    """Serve until somebody ends it; return the exit code."""
    if missing := [name for name in NEEDS if find_spec(name) is None]:
        what = " and ".join(name.replace("_", "-") for name in missing)
        raise Unusable(f"`carrot serve` needs {what}: pip install {what}.")
    with contextlib.suppress(KeyboardInterrupt):  # so it comes where no signal can be waited for
        asyncio.run(_serve(args))
    print("Closed. What was chosen is kept.")
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
    print(f"The game, in a browser: {first}")
    for link in others:
        print(f"                    or: {link}")
    if server.is_open:
        print(
            "Open to the network: whoever reaches this machine there can play, without a password,"
        )
        print("and what they type goes over that network unencrypted.")
    else:
        print("Only this machine reaches it; --host 0.0.0.0 opens it to the network.")
    seats = server.seats.most
    print(f"{seats} can play at once." if seats > 1 else "One can play at a time.")
    print(f"Each browser's runs are kept apart, in {server.seats.folder}")
    print("Ctrl+C ends it.", flush=True)
