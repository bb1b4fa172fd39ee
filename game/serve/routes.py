"""What each address of the game's server answers: a page, what it loads, and its socket.

A browser is known by a random cookie, which opens its own folder and nothing else. Refuses other
people's pages (Origin) and names that are not this machine's (Host), with a sentence.
"""

from __future__ import annotations

import contextlib
import secrets
from typing import Final

from aiohttp import WSMsgType
from aiohttp.web import BaseRequest, Response, StreamResponse, WebSocketResponse

from game.classroom.addresses import names
from game.classroom.asked import Wrong, check_host
from game.serve import pages
from game.serve.packets import MOST_SAID, said, whole_size
from game.serve.seats import Full, Seat, Seats, close
from game.words import mark, say

__all__ = ["COOKIE", "Routes"]

COOKIE: Final = "carrot"
COOKIE_SECONDS: Final = 180 * 24 * 3600
HEARTBEAT_SECONDS: Final = 15.0
"""After so long a page that went away without a word is noticed."""
ELSEWHERE: Final = mark(
    "This game is not reached under that name. Type the address that it was given."
)
OTHER_PAGE: Final = mark("That came from another page. Open the game's own page.")


class Routes:
    """Answers requests; plays in seats."""

    def __init__(self, seats: Seats) -> None:
        self.seats = seats
        self.names = set(names())

    async def handle(self, request: BaseRequest) -> StreamResponse:
        """Answer one request; whatever is refused gets a status and a sentence."""
        try:
            return await self._answer(request)
        except Wrong as wrong:
            response = _page(pages.refused(str(wrong)), wrong.status)
            response.force_close()
            return response

    async def _answer(self, request: BaseRequest) -> StreamResponse:
        host = self._host(request)
        if request.method not in ("GET", "HEAD"):
            raise Wrong(405, say("Nothing is sent to this page. It is only looked at."))
        if request.path == "/ws":
            return await self._play(request, host)
        if request.path in pages.FILES:
            return _file(request)
        if request.path != "/":
            raise Wrong(404, say("There is nothing at this address. The game is at /."))
        if request.query_string:  # the terminal's script would take orders from it
            return Response(status=303, headers={"Location": "/", **pages.HEADERS})
        return self._open(request)

    def _host(self, request: BaseRequest) -> str:
        try:
            return check_host(request, self.names)
        except Wrong as wrong:
            raise Wrong(wrong.status, say(ELSEWHERE)) from wrong

    def _open(self, request: BaseRequest) -> Response:
        token = _token(request) or secrets.token_urlsafe(24)
        if not self.seats.has_room(token):
            response = _page(pages.full(self.seats.most), 503)
            response.headers["Retry-After"] = str(pages.AGAIN_SECONDS)
            return response
        response = _page(pages.game())
        response.set_cookie(COOKIE, token, httponly=True, samesite="Lax", max_age=COOKIE_SECONDS)
        return response

    async def _play(self, request: BaseRequest, host: str) -> StreamResponse:
        origin = request.headers.get("Origin", "")
        if origin.lower() != f"http://{host.lower()}":
            raise Wrong(403, say(OTHER_PAGE))
        token = _token(request)
        if not token:
            raise Wrong(
                401, say("The page's cookie is missing. Allow it, and open the page again.")
            )
        if not self.seats.has_room(token):
            raise Wrong(503, say("Every seat is taken just now."))
        page = WebSocketResponse(
            heartbeat=HEARTBEAT_SECONDS, max_msg_size=MOST_SAID, compress=False
        )
        if not page.can_prepare(request):
            raise Wrong(400, say("This is the game's socket. The game is at /."))
        size = whole_size(request.query.get("width"), request.query.get("height"))
        await page.prepare(request)
        try:
            seat = await self.seats.sit(token, page, *size)
        except (Full, OSError):
            await close(page)
            return page
        await self._listen(seat, page)
        return page

    async def _listen(self, seat: Seat, page: WebSocketResponse) -> None:
        """Pass on what the page says until it goes away."""
        try:
            async for message in page:
                if message.type is WSMsgType.TEXT and (packet := said(message.data)):
                    await seat.child.send(packet)
        finally:
            self.seats.leave(seat, page)
            with contextlib.suppress(ConnectionError):
                await close(page)


def _token(request: BaseRequest) -> str:
    """The cookie, where there is one that could be ours."""
    token = request.cookies.get(COOKIE, "")
    return token if 32 <= len(token) <= 64 and token.isascii() else ""


def _page(text: str, status: int = 200) -> Response:
    return Response(text=text, status=status, content_type="text/html", headers=pages.HEADERS)


def _file(request: BaseRequest) -> Response:
    headers = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    kind = pages.FILES[request.path].kind
    return Response(body=pages.file(request.path), content_type=kind, headers=headers)
