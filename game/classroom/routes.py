"""What each address of the class server answers (`docs/lesson.md`, formats: the class server).

Only what the journal has is acknowledged. Refuses with a status and a sentence, and slows down
whoever asks far too much, without asking where from.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import time
import zlib
from collections.abc import Mapping
from typing import Any, Final

from aiohttp.web import BaseRequest, Response, StreamResponse

from game.classroom import asked, pages
from game.classroom.addresses import names
from game.classroom.asked import Wrong
from game.classroom.limits import Buckets
from game.classroom.quick import Quick
from game.classroom.streams import Streams
from game.classroom.teaching import Teaching
from game.lesson.alias import seat_of
from game.lesson.code import tidy
from game.lesson.phone import Phones
from game.lesson.refused import Refused
from game.lesson.room import Room
from game.words import mark, say

__all__ = ["Routes"]

STATUS: Final = {"malformed": 400, "seat": 401, "room": 404, "phase": 409, "many": 429}
KINDS: Final = {"/vote": "vote", "/predict": "predict", "/statement": "statement"}
IN_TOUCH_SECONDS: Final = 10.0
GONE_SECONDS: Final = 20.0
"""A phone that was silent for so long and asks again has come back."""
SLOW_SECONDS: Final = 1.0
COOKIE_SECONDS: Final = 60 * 24 * 3600
"""A seat is kept for the next lessons of the same class."""
NOISY: Final = mark(
    "A device sends far more than a phone does. It is slowed down; the others are not."
)
GUESSING: Final = mark("Somebody tries room codes. If it goes on, change the code.")


class Routes:
    """Answers the requests of one room."""

    def __init__(self, room: Room, secret: str) -> None:
        self.room, self.phones, self.streams = room, Phones(room), Streams(room)
        self.teaching = Teaching(room, secret)
        self.names = set(names())
        self._seen: dict[str, float] = {}
        self._by_seat = Buckets(60, 15)
        self._by_connection = Buckets(250, 60)
        self._wrong_codes = Buckets(30, 1)
        self._state: tuple[int, bytes] = (-1, b"")

    def connected(self) -> int:
        """How many phones are in touch now."""
        since = time.monotonic() - IN_TOUCH_SECONDS
        return sum(1 for seat, at in self._seen.items() if at > since or seat in self.streams)

    def close(self) -> None:
        """End the streams."""
        self.streams.close()

    async def handle(self, request: BaseRequest) -> StreamResponse:
        """Answer one request; whatever is refused gets a status and a sentence."""
        try:
            if not self._by_connection.take(id(request.protocol)):
                self.room.warn(say(NOISY))
                await asyncio.sleep(SLOW_SECONDS)
                raise Wrong(429, say("Too many from this device. Wait a second."), True)
            return await self._answer(request)
        except Wrong as wrong:
            return self._refuse(request, wrong.status, str(wrong), wrong.close)
        except Refused as refused:
            return self._refuse(request, STATUS[refused.kind], str(refused))

    async def _answer(self, request: BaseRequest) -> StreamResponse:
        path = request.path
        if path.startswith("/notes/"):
            return await self._notes(request, path)
        if request.method == "POST":
            asked.check_origin(request, self.names)
            if path == "/join":
                return await self._join(request)
            if path in KINDS:
                return await self._take(request, KINDS[path])
        elif request.method in ("GET", "HEAD"):
            asked.check_host(request, self.names)
            if path == "/state":
                return self._tell_state(request)
            if path == "/events":
                return await self.streams.serve(request, self._seat(request))
            if path == "/" or len(path) == 5:
                return self._page(request, tidy(path))
        else:
            raise Wrong(405, say("This room knows GET and POST."), True)
        raise Wrong(404, say("There is nothing at this address. The room is at /."))

    # Seats

    def _known(self, request: BaseRequest) -> str:
        """The seat that a request's secret opens; empty where it opens none."""
        found = (seat_of(token) for token in asked.tokens(request))
        return next((seat for seat in found if self.room.seated(seat)), "")

    def _seat(self, request: BaseRequest) -> str:
        """The seat of a request, marked as in touch; raises Wrong."""
        seat = self._known(request)
        if not seat:
            raise Wrong(401, say("This phone has no seat in this room. Join with the room code."))
        if not self._by_seat.take(seat):
            raise Wrong(429, say("Too many from this phone. Wait a second."))
        now = time.monotonic()
        silent = now - self._seen.get(seat, now) > GONE_SECONDS and seat not in self.streams
        self._seen[seat] = now
        if silent or not self.room.here(seat):
            self.room.back(seat)
        return seat

    async def _join(self, request: BaseRequest) -> Response:
        found = await asked.body(request)
        seat = self._known(request)
        if seat:
            self._seat(request)
            return self._joined(request, self._token(request, seat), seat)
        await self._check_code(found)
        token = secrets.token_urlsafe(24)
        seat = seat_of(token)
        done = asyncio.get_running_loop().create_future()
        self.room.join(seat, _resolve(done))
        await _kept(done)
        self._seen[seat] = time.monotonic()
        return self._joined(request, token, seat)

    async def _check_code(self, found: Mapping[str, Any]) -> None:
        code = asked.word(found, "room", 20)
        if tidy(code) == self.room.lesson.code:
            return
        if not self._wrong_codes.take("code"):
            self.room.warn(say(GUESSING))
            await asyncio.sleep(SLOW_SECONDS)
        raise Wrong(
            404, say("There is no such room here. Look at the four letters in front again.")
        )

    def _token(self, request: BaseRequest, seat: str) -> str:
        return next(token for token in asked.tokens(request) if seat_of(token) == seat)

    def _joined(self, request: BaseRequest, token: str, seat: str) -> Response:
        answer = {"joined": True, "seat": token, "alias": self.room.alias(seat)}
        response = self._done(request, answer | {"version": self.room.version})
        response.set_cookie("seat", token, httponly=True, samesite="Lax", max_age=COOKIE_SECONDS)
        return response

    # Answers

    async def _take(self, request: BaseRequest, kind: str) -> Response:
        seat = self._seat(request)
        found = await asked.body(request)
        number, option = asked.whole(found, "round"), asked.word(found, "option")
        nonce = asked.word(found, "nonce")
        sure = asked.whole(found, "confidence") if kind == "statement" else 0
        done = asyncio.get_running_loop().create_future()
        self.room.answer(kind, number, seat, option, nonce, sure, _resolve(done))
        await _kept(done)
        return self._done(request, {"accepted": True, "version": self.room.version})

    def _done(self, request: BaseRequest, answer: Mapping[str, Any]) -> Response:
        """What was asked is in the journal: say so, or show the page again."""
        if asked.wants_page(request):
            return Response(status=303, headers={"Location": "/", **pages.HEADERS})
        return _json(answer)

    # What is shown

    def _tell_state(self, request: BaseRequest) -> StreamResponse:
        seat = self._seat(request)
        if self._state[0] != self.room.version:
            self._state = self.room.version, json.dumps(self.phones.shared()).encode()[:-1]
        own = json.dumps(self.phones.own(seat)).encode()[1:]
        tag = f'"{self.room.version}-{zlib.crc32(own):x}"'
        if request.headers.get("If-None-Match") == tag:
            return Response(status=304, headers={"ETag": tag, "Cache-Control": "no-cache"})
        return Quick(self._state[1] + b", " + own, tag)

    def _page(self, request: BaseRequest, code: str, said: str = "", status: int = 200) -> Response:
        seat = self._known(request)
        if seat and status == 200:
            self._seat(request)
        state = self.phones.state(seat) if seat else None
        text = pages.page(state, code, said, self.room.story.head.language)
        return Response(text=text, status=status, content_type="text/html", headers=pages.HEADERS)

    def _refuse(
        self, request: BaseRequest, status: int, sentence: str, close: bool = False
    ) -> Response:
        if asked.wants_page(request) and status != 413:
            response = self._page(request, "", sentence, status)
        else:
            response = _json({"error": sentence}, status)
        if status == 429:
            response.headers["Retry-After"] = "1"
        if close:
            response.force_close()
        return response

    async def _notes(self, request: BaseRequest, path: str) -> Response:
        asked.check_origin(request, self.names)
        return await self.teaching.answer(request, path.removeprefix("/notes/"))


def _json(answer: Mapping[str, Any], status: int = 200) -> Response:
    headers = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
    data = json.dumps(answer).encode()
    return Response(body=data, status=status, content_type="application/json", headers=headers)


def _resolve(done: asyncio.Future[str | None]) -> Any:
    return lambda error: None if done.done() else done.set_result(error)


async def _kept(done: asyncio.Future[str | None]) -> None:
    """Wait until the journal has it; raises Wrong where it can't be kept."""
    error = await done
    if error is not None:
        raise Wrong(
            503, say("That could not be kept. The teacher has been told; it is sent again.")
        )
