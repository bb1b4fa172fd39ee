"""The server of the app in a browser: listens, seats whoever comes, and ends what it started.

Listens on the loopback unless it is given another address; connects to none. It writes no log:
an access log is a list of addresses.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import ipaddress
import logging
from pathlib import Path
from typing import Final

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

from game.classroom.addresses import addresses
from game.serve.routes import Routes
from game.serve.seats import Seats
from game.words import say

__all__ = ["PORT", "AppServer", "ServeError"]

PORT: Final = 8000
NEARBY: Final = 10
"""How many ports above are tried where nobody asked for one."""
IDLE_SECONDS: Final = 15.0
MORE_CONNECTIONS: Final = 200
"""Connections beside the seats': pages that load, and people who wait."""

_SILENT = logging.getLogger("game.serve.silent")
_SILENT.disabled = True


class ServeError(Exception):
    """The server can't start; the message is a sentence."""


class _Server(web.Server):
    """Refuses connections over the limit before they cost anything."""

    most = MORE_CONNECTIONS

    def connection_made(self, handler: RequestHandler, transport: asyncio.Transport) -> None:
        super().connection_made(handler, transport)
        if len(self.connections) > self.most:
            transport.abort()


def _taken(first: int, last: int) -> str:
    if first == last:
        return say(
            "Port {port} is taken by another program. Choose one with {option}.",
            port=first,
            option="--port",
        )
    return say(
        "Ports {first} to {last} are taken by another program. Choose one with {option}.",
        first=first,
        last=last,
        option="--port",
    )


class AppServer:
    """Serves the app to browsers."""

    def __init__(self, folder: Path, host: str, port: int | None, most: int) -> None:
        self.host, self._wanted, self.port = host, port, 0
        self.seats = Seats(folder, most)
        self.routes = Routes(self.seats)
        self._web: _Server | None = None
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        """Listen; raises ServeError with a sentence where that can't be."""
        self._web = _Server(
            self.routes.handle,
            access_log=None,
            logger=_SILENT,
            keepalive_timeout=IDLE_SECONDS,
            handler_cancellation=True,
            max_line_size=2048,
            max_field_size=4096,
            max_headers=64,
        )
        self._web.most = MORE_CONNECTIONS + self.seats.most
        self._server = await self._listen(self._web)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _listen(self, handler: _Server) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        ports = [self._wanted] if self._wanted is not None else range(PORT, PORT + NEARBY)
        for port in ports:
            try:
                return await loop.create_server(handler, self.host, port)
            except (OSError, OverflowError, UnicodeError) as error:
                if getattr(error, "errno", None) != errno.EADDRINUSE:
                    why = getattr(error, "strerror", None) or str(error)
                    at = f"{self.host}:{port}"
                    raise ServeError(
                        say("Cannot listen on {address}: {why}.", address=at, why=why)
                    ) from error
        raise ServeError(_taken(ports[0], ports[-1]))

    async def stop(self) -> None:
        """End every game, and let every connection go."""
        if self._server is None or self._web is None:
            return
        self._server.close()
        await self.seats.close()
        await self._web.shutdown(1.0)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(2.0):
                await self._server.wait_closed()
        self._server = None

    # For whoever started it

    @property
    def is_open(self) -> bool:
        """Whether other machines reach it."""
        if self.host == "localhost":
            return False
        try:
            return not ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return True

    def links(self) -> tuple[str, ...]:
        """The addresses to open, the likeliest first."""
        every = self.host in ("0.0.0.0", "::", "")
        hosts = addresses() if every else (f"[{self.host}]" if ":" in self.host else self.host,)
        return tuple(f"http://{host}:{self.port}" for host in hosts)
