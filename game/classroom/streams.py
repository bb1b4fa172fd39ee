"""Event streams: each says "version n" and nothing else. A hint; the truth is `GET /state`.

What everybody must see (a page, a vote that opens, a tally) is told at once; that one more vote is
in is told now and then, so that a thousand phones don't ask a thousand times. A seat has one
stream: the newest wins. A phone that doesn't read is let go.
"""

from __future__ import annotations

import asyncio
from typing import Final

from aiohttp.web import BaseRequest, StreamResponse

from game.lesson.room import Room

__all__ = ["Streams"]

BEAT_SECONDS: Final = 15.0
MOST_UNREAD: Final = 65_536
"""Bytes that a phone may leave unread before it is let go."""
HEADERS: Final = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}


class _Stream:
    """One open stream: where to write, and a future that ends it."""

    __slots__ = ("ended", "transport")

    def __init__(self, transport: asyncio.WriteTransport) -> None:
        self.transport = transport
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def tell(self, chunk: bytes) -> None:
        if self.transport.get_write_buffer_size() > MOST_UNREAD:
            self.transport.abort()
        else:
            self.transport.write(chunk)

    def end(self) -> None:
        if not self.ended.done():
            self.ended.set_result(None)


def _chunk(text: bytes) -> bytes:
    """Frame a piece of a chunked answer, so that one loop can write to all streams by itself."""
    return b"%x\r\n%s\r\n" % (len(text), text)


class Streams:
    """The open streams of a room, by seat."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._by_seat: dict[str, _Stream] = {}
        self._later: asyncio.TimerHandle | None = None
        self._beat: asyncio.TimerHandle | None = None
        self._stage: tuple[object, ...] = ()
        self._stop = room.watch(self._changed)

    def __len__(self) -> int:
        return len(self._by_seat)

    def __contains__(self, seat: str) -> bool:
        return seat in self._by_seat

    def _changed(self) -> None:
        lesson = self.room.lesson
        stage = (lesson.stage, lesson.source, lesson.sources, lesson.code)
        if not self._by_seat:
            return
        if len(self._stage) != len(stage) or any(map(_differs, stage, self._stage)):
            self._stage = stage
            self._tell_all()
        elif self._later is None:
            pause = max(1.0, len(self._by_seat) / 250)
            self._later = asyncio.get_running_loop().call_later(pause, self._tell_all)

    def _tell_all(self) -> None:
        if self._later is not None:
            self._later.cancel()
            self._later = None
        self._write(b"data: %d\n\n" % self.room.version)

    def _write(self, text: bytes) -> None:
        chunk = _chunk(text)
        for stream in list(self._by_seat.values()):
            stream.tell(chunk)

    def _still_here(self) -> None:
        """Let a phone that went away without a word be noticed."""
        self._write(b":\n\n")
        self._beat = asyncio.get_running_loop().call_later(BEAT_SECONDS, self._still_here)

    async def serve(self, request: BaseRequest, seat: str) -> StreamResponse:
        """Hold a stream open until the phone or a newer stream of its seat ends it."""
        response = StreamResponse(headers=HEADERS)
        response.force_close()
        await response.prepare(request)
        await response.write(b"retry: 1500\ndata: %d\n\n" % self.room.version)
        if request.transport is None:
            return response
        if self._beat is None:
            self._still_here()
        older = self._by_seat.get(seat)
        if older is not None:
            older.end()
        stream = self._by_seat[seat] = _Stream(request.transport)
        try:
            await stream.ended
        finally:
            if self._by_seat.get(seat) is stream:
                del self._by_seat[seat]
        return response

    def close(self) -> None:
        """End every stream."""
        self._stop()
        for timer in (self._later, self._beat):
            if timer is not None:
                timer.cancel()
        for stream in self._by_seat.values():
            stream.end()


def _differs(one: object, other: object) -> bool:
    return one is not other
