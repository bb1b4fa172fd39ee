"""What a game and its page say to each other: Textual's web driver protocol, read strictly.

A packet is a letter, four bytes of length, and so many bytes: `D` is what a terminal would read or
write, `M` is JSON about it. Refuses sizes and messages that no terminal would send.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, Final

__all__ = ["MOST_SAID", "data", "meta", "packets", "said", "whole_size"]

READY: Final = b"__GANGLION__\n"
"""What a Textual app writes once it speaks the protocol."""
MOST_PRELUDE: Final = 10
"""Lines that may stand before that."""
MOST_PACKET: Final = 16 * 1024 * 1024
MOST_SAID: Final = 64 * 1024
"""Bytes of one message of a page: a long paste, and no more."""
SIZES: Final = ((20, 500), (5, 200))
"""Fewest and most columns, rows."""


def data(typed: str) -> bytes:
    """What was typed, as a packet for the game."""
    return _packet(b"D", typed.encode("utf-8", "replace"))


def meta(kind: str, **more: int) -> bytes:
    """Something about the terminal, as a packet for the game."""
    return _packet(b"M", json.dumps({"type": kind, **more}).encode())


def _packet(letter: bytes, payload: bytes) -> bytes:
    return letter + len(payload).to_bytes(4, "big") + payload


async def packets(stream: asyncio.StreamReader) -> AsyncIterator[tuple[bytes, bytes]]:
    """Yield what a game says until it ends; nothing where it never came to speak the protocol."""
    try:
        for _ in range(MOST_PRELUDE):
            if await stream.readuntil(b"\n") == READY:
                break
        else:
            return
        while True:
            letter = await stream.readexactly(1)
            size = int.from_bytes(await stream.readexactly(4), "big")
            if size > MOST_PACKET:
                return
            yield letter, await stream.readexactly(size)
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
        return


def whole_size(width: object, height: object) -> tuple[int, int]:
    """Return columns and rows within reason; the usual 80 × 24 where they are no numbers."""
    made = []
    for value, usual, (least, most) in zip((width, height), (80, 24), SIZES, strict=True):
        try:
            number = int(str(value))
        except ValueError:
            number = usual
        made.append(min(max(number, least), most))
    return made[0], made[1]


def said(text: str) -> bytes:
    """Return what a page's message is for the game; empty where it is nothing for it."""
    try:
        match json.loads(text):
            case ["stdin", str(typed)]:
                return data(typed)
            case ["resize", dict(size)]:
                return _resized(size)
            case ["focus" | "blur" as kind, *_]:
                return meta(kind)
    except (ValueError, RecursionError):
        return b""
    return b""


def _resized(size: Mapping[str, Any]) -> bytes:
    width, height = whole_size(size.get("width"), size.get("height"))
    return meta("resize", width=width, height=height)
