"""An answer in one write: for `GET /state`, which a thousand phones ask at the same moment.

The library builds its headers anew for each answer; here they are bytes. Nothing else is skipped:
the request was read, checked and limited like any other.
"""

from __future__ import annotations

from typing import Any

from aiohttp.abc import AbstractStreamWriter
from aiohttp.web import BaseRequest, StreamResponse

__all__ = ["Quick"]

_HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: no-cache\r\n"
    b"X-Content-Type-Options: nosniff\r\nETag: %s\r\nContent-Length: %d\r\nConnection: %s\r\n\r\n"
)


class Quick(StreamResponse):
    """A state, as JSON, with its tag."""

    def __init__(self, data: bytes, tag: str) -> None:
        super().__init__()
        self._data, self._tag = data, tag.encode()

    async def prepare(self, request: BaseRequest) -> AbstractStreamWriter | None:
        """Send all of it."""
        self._keep_alive = request.keep_alive
        if request.transport is None:
            raise ConnectionResetError("the phone has gone")  # not said
        kept = b"keep-alive" if self._keep_alive else b"close"
        body = b"" if request.method == "HEAD" else self._data
        request.transport.write(_HEAD % (self._tag, len(self._data), kept) + body)
        return None

    async def write_eof(self, data: Any = b"") -> None:
        """Nothing is left to send."""
