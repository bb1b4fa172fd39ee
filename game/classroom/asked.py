"""What a request asks, read strictly: body, seat, host. Raises Wrong with a status and a sentence.

Refuses bodies over 4 KiB, compressed ones, ones that trickle, other people's pages (Origin) and
names that are not this machine's (Host: a page elsewhere may point its own name at us).
"""

from __future__ import annotations

import asyncio
import ipaddress
import json
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl

from aiohttp.web import BaseRequest

from game.classroom.limits import MOST_BODY
from game.words import mark, say

__all__ = ["Wrong", "body", "check_host", "check_origin", "tokens", "wants_page", "whole", "word"]

BODY_SECONDS: Final = 5.0
MOST_NAMES: Final = 200


class Wrong(Exception):
    """A request that is refused: an HTTP status and a sentence."""

    def __init__(self, status: int, sentence: str, close: bool = False) -> None:
        super().__init__(sentence)
        self.status, self.close = status, close


def wants_page(request: BaseRequest) -> bool:
    """Whether the asker is a browser that sent a form or follows a link."""
    return "text/html" in request.headers.get("Accept", "")


def check_host(request: BaseRequest, known: set[str]) -> str:
    """Return the Host header; raises Wrong where it names another machine.

    Hosts that were found good are added to `known`, as they came.
    """
    host = request.headers.get("Host", "")
    if host in known:
        return host
    bare = host.rpartition(":")[0] if ":" in host and not host.endswith("]") else host
    bare = bare.strip("[]").lower().rstrip(".")
    if bare not in known:
        try:
            ipaddress.ip_address(bare)
        except ValueError as error:
            raise Wrong(403, say("This room is not reached under that name."), True) from error
    if len(known) < MOST_NAMES:
        known.add(host)
    return host


def check_origin(request: BaseRequest, known: set[str]) -> None:
    """Refuse what another page sends: a browser names the page that it comes from."""
    host = check_host(request, known)
    origin = request.headers.get("Origin")
    if origin is not None and origin.lower() != f"http://{host.lower()}":
        raise Wrong(403, say("That came from another page. Open this room's own page."), True)


def tokens(request: BaseRequest) -> tuple[str, ...]:
    """Return the secrets that a request brings: the page's own echo first, then the cookie."""
    brought = [request.headers.get("X-Seat", "")]
    for cookie in request.headers.get("Cookie", "").split(";"):
        name, _, value = cookie.strip().partition("=")
        if name == "seat":
            brought.append(value.strip('"'))
    return tuple(token for token in brought if 16 <= len(token) <= 128)


async def body(request: BaseRequest) -> Mapping[str, Any]:
    """Return a request's body, JSON or form; raises Wrong."""
    if request.headers.get("Content-Encoding", "identity") != "identity":
        raise Wrong(400, say("Send it as it is, not compressed."), True)
    if (request.content_length or 0) > MOST_BODY:
        raise _too_long()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            data = await _read(request)
    except TimeoutError as error:
        raise Wrong(408, say("That took too long to arrive."), True) from error
    return _parse(request, data)


async def _read(request: BaseRequest) -> bytes:
    data = b""
    while not request.content.at_eof():
        data += await request.content.read(MOST_BODY + 1 - len(data))
        if len(data) > MOST_BODY:
            raise _too_long()
    return data


def _too_long() -> Wrong:
    words = mark("That is too long: {n} bytes are enough for a vote.")
    return Wrong(413, say(words, n=MOST_BODY), True)


def _parse(request: BaseRequest, data: bytes) -> Mapping[str, Any]:
    try:
        text = data.decode()
        if request.content_type == "application/json" or text[:1] == "{":
            found = json.loads(text)
        else:
            found = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=20))
    except (ValueError, RecursionError) as error:
        raise Wrong(400, say("That is neither JSON nor a form.")) from error
    if not isinstance(found, dict):
        example = '{"round": 1, "option": "a"}'
        raise Wrong(400, say("Send one object, such as {example}.", example=example))
    return found


def whole(found: Mapping[str, Any], name: str, default: int | None = None) -> int:
    """Return a whole number of a body, from JSON or a form."""
    value = found.get(name, default)
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 9:
        value = int(value)
    if type(value) is not int or not 0 <= value < 10**9:
        raise Wrong(400, say("`{name}` is missing or no whole number.", name=name))
    return value


def word(found: Mapping[str, Any], name: str, longest: int = 64) -> str:
    """Return a short text of a body."""
    value = found.get(name, "")
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise Wrong(400, say("`{name}` is missing, too long or no text.", name=name))
    return value
