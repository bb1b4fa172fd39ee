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
WRITE_SECONDS: Final = 10.0
HEADERS: Final = {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",
}


class _Stream:
    __slots__ = ("open", "wake")

    def __init__(self) -> None:
        self.open, self.wake = True, asyncio.Event()


class Streams:
    """The open streams of a room, by seat."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._by_seat: dict[str, _Stream] = {}
        self._later: asyncio.TimerHandle | None = None
        self._stage: object = None
        self._stop = room.watch(self._changed)

    def __len__(self) -> int:
        return len(self._by_seat)

    def __contains__(self, seat: str) -> bool:
        return seat in self._by_seat

    def _changed(self) -> None:
        lesson = self.room.lesson
        stage = (lesson.stage, lesson.source, lesson.sources, lesson.code)
        if self._stage is None or any(a is not b for a, b in zip(stage, self._stage, strict=True)):  # type: ignore[call-overload]
            self._stage = stage
            self._tell_all()
        elif self._later is None:
            pause = max(1.0, len(self._by_seat) / 250)
            self._later = asyncio.get_running_loop().call_later(pause, self._tell_all)

    def _tell_all(self) -> None:
        if self._later is not None:
            self._later.cancel()
            self._later = None
        for stream in self._by_seat.values():
            stream.wake.set()

    async def serve(self, request: BaseRequest, seat: str) -> StreamResponse:
        """Hold a stream open until the phone or a newer stream of its seat ends it."""
        response = StreamResponse(headers=HEADERS)
        await response.prepare(request)
        older = self._by_seat.get(seat)
        if older is not None:
            older.open = False
            older.wake.set()
        stream = self._by_seat[seat] = _Stream()
        try:
            await self._tell(response, stream)
        except (ConnectionError, TimeoutError):
            if request.transport is not None:
                request.transport.abort()
        finally:
            if self._by_seat.get(seat) is stream:
                del self._by_seat[seat]
        response.force_close()
        return response

    async def _tell(self, response: StreamResponse, stream: _Stream) -> None:
        line = b"retry: 1500\ndata: %d\n\n"
        while stream.open:
            stream.wake.clear()
            text = line % self.room.version if b"%d" in line else line
            async with asyncio.timeout(WRITE_SECONDS):
                await response.write(text)
            line = b"data: %d\n\n"
            try:
                async with asyncio.timeout(BEAT_SECONDS):
                    await stream.wake.wait()
            except TimeoutError:
                line = b":\n\n"

    def close(self) -> None:
        """End every stream."""
        self._stop()
        if self._later is not None:
            self._later.cancel()
        for stream in self._by_seat.values():
            stream.open = False
            stream.wake.set()
