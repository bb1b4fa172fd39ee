"""A lesson in plain text: the server in a loop of its own thread, the teacher's words in this one.

Whatever touches the room is done in the loop, one thing after another; here it is only read what
was typed and said what came of it.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from game.classroom.doorway import Doorway
from game.cli.streams import is_terminal
from game.lesson.refused import Refused
from game.lesson.room import Room
from game.lesson.tally import is_seated
from game.lesson.teacher import Teacher
from game.plain.blocks import Block, text
from game.plain.lesson import Leave, LessonDesk
from game.plain.voice import Voice
from game.words import mark, say

__all__ = ["hold"]

INTERRUPTED = 130
ADDRESS = {
    "moved": mark(
        "This machine has another address now. Type address, and let the phones open it."
    ),
    "lost": mark("This machine is in no network now, so no phone finds it. Type hands or paper."),
    "back": mark("The network is back, at the same address. Phones come back by themselves."),
}
T = TypeVar("T")


class _Loop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something in the loop, and wait for it."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result()

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self._thread.join(5)


def hold(room: Room, doorway: Doorway) -> int:
    """Hold a lesson; return the exit code."""
    voice = Voice(sys.stdin, sys.stdout, echo=not is_terminal(sys.stdin))
    desk, loop = LessonDesk(room, doorway), _Loop()
    try:
        loop.run(_open(room, doorway))
        voice.tell(loop.run(_said(desk.news)))
        voice.tell(loop.run(_said(lambda: desk.do("address"))))
        voice.tell([text(say("Type help for all words."))])
        return _teach(voice, desk, loop, doorway)
    except KeyboardInterrupt:
        voice.tell([text(say("Stopped. The lesson is kept."))])
        return INTERRUPTED
    finally:
        loop.run(doorway.close())
        loop.close()


def _teach(voice: Voice, desk: LessonDesk, loop: _Loop, doorway: Doorway) -> int:
    while True:
        line = voice.ask(loop.run(_said(desk.onward)))
        if line is None:
            return 0
        loop.run(_look(desk.room, doorway))
        try:
            voice.tell(loop.run(_do(desk, line)))
        except Refused as why:
            voice.tell([text(str(why))])
        except Leave:
            return 0


async def _open(room: Room, doorway: Doorway) -> None:
    said = await doorway.open(room)
    if said is not None:
        words = mark("So the room answers by hands; type paper for paper cards.")
        room.warn(f"{said} {say(words)}")
        if is_seated(room.ahead.source):
            Teacher(room).use("hands")


async def _look(room: Room, doorway: Doorway) -> None:
    """With each line that is typed: has this machine still the address that phones know?"""
    moved = doorway.look(room)
    if moved is not None:
        room.warn(say(ADDRESS[moved]))


async def _said(told: Callable[[], T]) -> T:
    return told()


async def _do(desk: LessonDesk, line: str) -> list[Block]:
    """Do it, wait until the journal has it, and say what is new."""
    told = desk.do(line)
    while desk.room.lesson is not desk.room.ahead:
        await asyncio.sleep(0.005)
    return told or desk.news()
