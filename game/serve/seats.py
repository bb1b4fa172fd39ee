"""Who plays: a seat is a browser's game and the page that shows it; there are only so many.

A game outlives its page for a while, so that a reload, or a network that was gone, finds it as it
was. One browser has one game: the page that was opened last shows it. Where all seats are taken,
one that nobody looks at is given away; what was chosen in it is on the disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from aiohttp.web import WebSocketResponse

from game.serve.child import Child
from game.serve.packets import meta
from game.words import mark, say

__all__ = ["Full", "Seat", "Seats", "folder_of"]

GRACE_SECONDS: Final = 300.0
"""How long a game waits for a page that went away."""
RELOAD_SECONDS: Final = 5.0
"""So long it isn't given to somebody else either: a reload takes a moment."""
LEAVE_SECONDS: Final = 1.0
LEAVING: Final = b'{"type": "exit"}'
NOT_STARTED: Final = (
    mark("The game could not be started on the machine that serves it."),
    mark("Whoever sits there finds the reason where `carrot serve` was typed."),
)


class Full(Exception):
    """Every seat is taken."""


def folder_of(token: str) -> str:
    """The name of a browser's folder: who may read the folder can't tell the cookie from it."""
    return hashlib.sha256(token.encode()).hexdigest()[:32]


class Seat:
    """One browser's game, and the page that shows it now."""

    def __init__(self, child: Child, ended: Callable[[Seat], None]) -> None:
        self.child, self._ended = child, ended
        self.page: WebSocketResponse | None = None
        self.left_at = time.monotonic()
        self.later: asyncio.TimerHandle | None = None
        self.told = False
        """Whether the game came to show anything."""
        self.task = asyncio.get_running_loop().create_task(self._pass_on())

    async def _pass_on(self) -> None:
        """Show on the page what the game says, until it ends; then close both."""
        try:
            async for letter, payload in self.child.packets():
                self.told = True
                if letter == b"D":
                    await self._show(payload)
                elif letter == b"M" and payload == LEAVING:
                    break
            if not self.told:
                told = "".join(f"\r\n  {say(sentence)}" for sentence in NOT_STARTED)
                await self._show(f"{told}\r\n".encode())
        finally:
            self._ended(self)
            page, self.page = self.page, None
            await self.child.stop()
            if page is not None:
                await close(page)

    async def _show(self, painted: bytes) -> None:
        if self.page is not None:
            with contextlib.suppress(ConnectionError):
                await self.page.send_bytes(painted)

    async def show_on(self, page: WebSocketResponse, width: int, height: int) -> None:
        """Let this page show the game; the one before it is closed."""
        before, self.page = self.page, page
        if self.later is not None:
            self.later.cancel()
        if before is not None:
            await close(before)
        if self.told:
            await self.child.send(meta("resize", width=width, height=height))
            await self.child.send(meta("again"))

    async def stop(self) -> None:
        """End the game."""
        await self.child.stop()
        await self.task


async def close(page: WebSocketResponse) -> None:
    """Close a page's socket without waiting for a page that doesn't answer."""
    with contextlib.suppress(ConnectionError, TimeoutError, RuntimeError):
        await asyncio.wait_for(page.close(), LEAVE_SECONDS)


class Seats:
    """The games that run, by browser."""

    def __init__(self, folder: Path, most: int) -> None:
        self.folder, self.most = folder, most
        self._seats: dict[str, Seat] = {}
        self._one_at_a_time = asyncio.Lock()
        self._leaving: set[asyncio.Task[None]] = set()

    def __len__(self) -> int:
        return len(self._seats)

    def has_room(self, token: str) -> bool:
        """Whether this browser would get a seat now."""
        mine = folder_of(token) in self._seats
        return mine or len(self._seats) < self.most or self._unwatched() is not None

    def _unwatched(self) -> Seat | None:
        """The seat that nobody has looked at for longest, and for longer than a reload takes."""
        since = time.monotonic() - RELOAD_SECONDS
        alone = [s for s in self._seats.values() if s.page is None and s.left_at < since]
        return min(alone, key=lambda seat: seat.left_at, default=None)

    async def sit(self, token: str, page: WebSocketResponse, width: int, height: int) -> Seat:
        """Give this browser its game back, or a new one; raises Full, or OSError."""
        key = folder_of(token)
        async with self._one_at_a_time:
            seat = self._seats.get(key)
            if seat is None or not seat.child.runs:
                seat = await self._new(key, width, height)
            try:
                await seat.show_on(page, width, height)
            except BaseException:  # the page went away meanwhile: it must not hold the seat
                self.leave(seat, page)
                raise
            return seat

    async def _new(self, key: str, width: int, height: int) -> Seat:
        if len(self._seats) >= self.most and key not in self._seats:
            given = self._unwatched()
            if given is None:
                raise Full
            await given.stop()
        child = await Child.start(self.folder / key, width, height)
        seat = self._seats[key] = Seat(child, lambda seat: self._forget(key, seat))
        return seat

    def _forget(self, key: str, seat: Seat) -> None:
        if self._seats.get(key) is seat:
            del self._seats[key]

    def leave(self, seat: Seat, page: WebSocketResponse) -> None:
        """A page went away; its game waits a while for the next."""
        if seat.page is not page:
            return
        seat.page, seat.left_at = None, time.monotonic()
        loop = asyncio.get_running_loop()
        seat.later = loop.call_later(GRACE_SECONDS, self._end, seat)

    def _end(self, seat: Seat) -> None:
        if seat.page is None:
            task = asyncio.get_running_loop().create_task(seat.stop())
            self._leaving.add(task)
            task.add_done_callback(self._leaving.discard)

    async def close(self) -> None:
        """End every game."""
        async with self._one_at_a_time:
            await asyncio.gather(*(seat.stop() for seat in list(self._seats.values())))
        for task in list(self._leaving):
            await task
