"""What tests of the app's server are built from: a house (a server) and players with a glass.

A glass shows what a terminal would: the bytes that a page gets go in, the text comes out.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pyte

from game.serve.routes import COOKIE
from game.serve.seats import folder_of
from game.serve.server import AppServer

__all__ = ["Glass", "House", "Player", "alive", "house", "until"]

PATIENCE = 30.0


async def until(there: Callable[[], bool], what: str = "it") -> None:
    """Wait until something is so; fail where it never comes to be."""
    since = time.monotonic()
    while not there():
        assert time.monotonic() - since < PATIENCE, f"waited in vain for {what}"
        await asyncio.sleep(0.02)


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and was not waited for doesn't."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Glass:
    """A terminal's screen."""

    def __init__(self, width: int = 100, height: int = 30) -> None:
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)

    def feed(self, painted: bytes) -> None:
        self._stream.feed(painted)

    @property
    def rows(self) -> list[str]:
        return [row.rstrip() for row in self._screen.display]

    @property
    def flat(self) -> str:
        return " ".join(" ".join(self.rows).split())

    @property
    def chosen(self) -> str:
        """The highlighted row of a list."""
        rows = (row.partition("›")[2].strip() for row in self.rows if "›" in row)
        return next(rows, "")


class Player:
    """A browser with a cookie, without a browser."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.session = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self.glass = Glass()
        self.socket: aiohttp.ClientWebSocketResponse | None = None
        self._reader: asyncio.Task[None] | None = None

    async def get(self, path: str = "/", **headers: str) -> tuple[int, str]:
        async with self.session.get(
            self.address + path, headers=headers, allow_redirects=False
        ) as answer:
            return answer.status, await answer.text()

    @property
    def token(self) -> str:
        return next(c.value for c in self.session.cookie_jar if c.key == COOKIE)

    async def connect(self, **headers: str) -> None:
        """Open the socket as the page does."""
        self.glass = glass = Glass()
        self.socket = socket = await self.session.ws_connect(
            f"{self.address}/ws?width=100&height=30",
            headers={"Origin": self.address} | headers,
        )

        async def read() -> None:
            async for message in socket:
                if message.type is aiohttp.WSMsgType.BINARY:
                    glass.feed(message.data)

        self._reader = asyncio.create_task(read())

    async def play(self) -> "Player":
        """Open the page and wait for the title."""
        status, _ = await self.get()
        assert status == 200
        await self.connect()
        await self.sees("Your years")
        return self

    async def press(self, keys: str) -> None:
        """Type, once what is shown has come to rest: a page that has just turned takes no key."""
        assert self.socket is not None
        await self.rest()
        await self.socket.send_json(["stdin", keys])

    async def rest(self) -> None:
        """Wait until what is shown stays as it is."""
        before: list[str] = []
        while before != self.glass.rows:
            before = self.glass.rows
            await asyncio.sleep(0.25)

    async def sees(self, words: str) -> None:
        await until(lambda: words in self.glass.flat, words)

    async def choose(self, words: str) -> None:
        """Go down to a row of a list, and press Enter."""
        await self.rest()
        while not self.glass.chosen.startswith(words):
            await self.press("\x1b[B")
            await self.rest()
        await self.press("\r")

    async def leave(self) -> None:
        """Close the page; the cookie stays."""
        assert self.socket is not None
        await self.socket.close()

    async def ended(self) -> None:
        """Wait until the server has closed the socket."""
        assert self._reader is not None
        await asyncio.wait_for(self._reader, PATIENCE)


class House:
    """A server on the loopback with a folder of its own."""

    def __init__(self, folder: Path, most: int) -> None:
        self.folder = folder
        self.server = AppServer(folder, "127.0.0.1", 0, most)
        self._players: list[Player] = []

    @property
    def address(self) -> str:
        return self.server.links()[0]

    def player(self) -> Player:
        player = Player(self.address)
        self._players.append(player)
        return player

    def pid(self, player: Player) -> int:
        """The process of a player's game."""
        return self.server.seats._seats[folder_of(player.token)].child.process.pid

    async def close(self) -> None:
        await self.server.stop()
        for player in self._players:
            await player.session.close()


@asynccontextmanager
async def house(folder: Path, most: int = 2) -> AsyncIterator[House]:
    made = House(folder, most)
    await made.server.start()
    try:
        yield made
    finally:
        await made.close()


def children(pid: int) -> list[int]:
    """The processes that a process has started (Linux)."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


Waiting = Callable[[], Awaitable[Any]]
NO_PROC = not os.path.exists("/proc/self/stat")
