"""The class server: starts beside whatever runs in this event loop, and stops with it.

Listens on this machine's own addresses and connects to none. Nothing that it or its library would
log goes anywhere: an access log is a list of addresses.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import gc
import logging
import secrets
from typing import Final

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from game.classroom.addresses import addresses
from game.classroom.limits import MOST_CONNECTIONS
from game.classroom.qr import Code, code
from game.classroom.routes import Routes
from game.classroom.writer import Grouped
from game.lesson.room import Room
from game.lesson.writer import Now
from game.words import mark, say

__all__ = ["PORT", "ClassError", "ClassServer"]

PORT: Final = 8080
NEARBY: Final = 10
"""How many ports above are tried where nobody asked for one."""
IDLE_SECONDS: Final = 15.0
"""A connection that asks nothing for so long, or doesn't get a request finished, is dropped."""
SWEEP_SECONDS: Final = 5.0

_SILENT = logging.getLogger("game.classroom.silent")
_SILENT.disabled = True


class ClassError(Exception):
    """The server can't start; the message is a sentence for the teacher."""


class _Server(web.Server):
    """Refuses connections over the limit before they cost anything."""

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        super().connection_made(handler, transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()


class ClassServer:
    """Serves one room to phones."""

    def __init__(self, room: Room, host: str = "0.0.0.0", port: int | None = None) -> None:
        self.room, self.host, self._wanted = room, host, port
        self.port = 0
        self.secret = secrets.token_urlsafe(24)
        """Opens the notes page; for the teacher's eyes."""
        self.routes = Routes(room, self.secret)
        self._server: asyncio.Server | None = None
        self._web: _Server | None = None
        self._sweeper: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen; raises ClassError with a sentence where that can't be."""
        _raise_file_limit()
        gc.freeze()  # the story stays as it is: looking through it again would hold up every phone
        loop = asyncio.get_running_loop()
        self._web = _Server(
            self.routes.handle,
            access_log=None,
            logger=_SILENT,
            keepalive_timeout=IDLE_SECONDS,
            lingering_time=1.0,
            handler_cancellation=True,
            auto_decompress=False,
            max_line_size=2048,
            max_field_size=4096,
            max_headers=64,
        )
        self._server = await self._listen(loop)
        self.port = self._server.sockets[0].getsockname()[1]
        self.room.writer = Grouped(self.room.writer.journal, loop)
        self.room.connected = self.routes.connected
        self._sweeper = loop.create_task(self._sweep())

    async def _listen(self, loop: asyncio.AbstractEventLoop) -> asyncio.Server:
        assert self._web is not None
        ports = [self._wanted] if self._wanted is not None else range(PORT, PORT + NEARBY)
        for port in ports:
            try:
                return await loop.create_server(self._web, self.host, port, backlog=1024)
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    why = error.strerror or str(error)
                    words = mark("Phones can't be served on {address}: {why}.")
                    raise ClassError(say(words, address=self.host, why=why)) from error
        words = mark(
            "Ports {first} to {last} are taken by another program. Choose one with --port."
        )
        if len(ports) == 1:
            words = mark("Port {first} is taken by another program. Choose one with --port.")
        raise ClassError(say(words, first=ports[0], last=ports[-1]))

    async def stop(self) -> None:
        """Write what waits, tell nobody more, and let every connection go."""
        if self._server is None or self._web is None:
            return
        self._server.close()
        self.routes.close()
        if self._sweeper is not None:
            self._sweeper.cancel()
        if isinstance(self.room.writer, Grouped):
            self.room.writer.flush()
            self.room.writer = Now(self.room.writer.journal)
        self.room.connected = None
        await self._web.shutdown(1.0)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(2.0):
                await self._server.wait_closed()
        self._server = None

    async def _sweep(self) -> None:
        """Drop connections that don't take what they asked for."""
        stuck: set[int] = set()
        while self._web is not None:
            await asyncio.sleep(SWEEP_SECONDS)
            full = {}
            for connection in self._web.connections:
                transport = connection.transport
                if transport is not None and transport.get_write_buffer_size():
                    full[id(transport)] = transport
            for key in stuck & full.keys():
                full[key].abort()
            stuck = set(full)

    # For faces

    def addresses(self) -> tuple[str, ...]:
        """Where phones may find this room now, the likeliest first: `192.168.1.20:8080`."""
        if self.host not in ("0.0.0.0", "::"):
            return (f"{self.host}:{self.port}",)
        return tuple(f"{address}:{self.port}" for address in addresses())

    def link(self, address: str) -> str:
        """The address to type or to scan: it brings the room code along."""
        return f"http://{address}/{self.room.lesson.code}"

    def qr(self, address: str) -> Code:
        """The link's QR code."""
        return code(self.link(address))

    @property
    def notes_path(self) -> str:
        """Path of the notes page; whoever knows it can see the tally early."""
        return f"/notes/{self.secret}"


def _raise_file_limit() -> None:
    """A thousand streams are a thousand open files; some systems allow 256 until asked."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = MOST_CONNECTIONS + 500
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        if soft != resource.RLIM_INFINITY and soft < most:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
