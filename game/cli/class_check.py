"""`carrot class check`: before the lesson, in the room: will phones find this machine?

Opens a room that is kept nowhere, fetches its own page, and waits for one phone. Where none comes
it names the likely causes and what works instead; hands always do.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from game.classroom.doorway import Doorway
from game.classroom.preflight import CAUSES, Fetched, fetch, likely
from game.cli.story import load_story
from game.cli.streams import is_terminal
from game.folders import typed
from game.lesson.room import Room
from game.words import mark, say

__all__ = ["main"]

WAIT_SECONDS = 20.0
NEXT = mark(
    "Without phones: one device a table, if one of them can be let in; else hands, or paper "
    "cards. carrot class, then r: it works the same, and a lesson by hands is a whole lesson."
)
IN = mark("A phone is in. Phones will find the lesson: carrot class")


def main(args: Namespace) -> int:
    """Try it; return 0 when a phone came, else 1."""
    story = load_story(args.story)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "check.class.jsonl"
        room = Room.begin(story, story.default_keeper, story.default_cut, path)
        try:
            return asyncio.run(_try(room, Doorway(args.host or "0.0.0.0", args.port)))
        finally:
            room.close()


async def _try(room: Room, door: Doorway) -> int:
    said = await door.open(room)
    try:
        if said is not None:
            print(f"{said}\n\n{typed(say(NEXT))}")
            return 1
        _choose(door)
        return await _meet(room, door)
    finally:
        await door.close()


def _choose(door: Doorway) -> None:
    """List this machine's addresses, and let the teacher pick one where there are several."""
    print(say("This machine can be reached under:"))
    for n, address in enumerate(door.known, 1):
        print(f"  {n}  {address}  {likely(address)}")
    outside = [address for address in door.known if not address.startswith("127.")]
    if not outside:
        print(say("That is no address for phones: this machine is in no network."))
    if len(outside) < 2 or not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        return
    asks = say("Which of them are the phones to use? A number, or enter for 1:")
    print(asks, end=" ", flush=True)
    typed = sys.stdin.readline().strip()
    if typed.isdigit() and 0 < int(typed) <= len(door.known):
        door.address = door.known[int(typed) - 1]


async def _meet(room: Room, door: Doorway) -> int:
    print(
        say(
            "If the system asks whether this program may accept connections: allow it, for the\n"
            "network that the phones are in."
        )
    )
    found = await fetch(door.link)
    print(found.words(door.address))
    if found is not Fetched.WELL:
        print(f"\n{say(NEXT)}")
        return 1
    _show(door)
    words = mark("Take a phone, not in mobile data: point its camera here, or type {link}")
    print(say(words, link=door.link))
    waiting = say("Waiting {seconds} seconds for one phone …", seconds=f"{WAIT_SECONDS:.0f}")
    print(waiting, flush=True)
    if await _joined(room, WAIT_SECONDS):
        print(typed(say(IN)))
        return 0
    return await _none_came(room)


async def _none_came(room: Room) -> int:
    """Name the likely causes; in a terminal, wait on."""
    print(say("No phone came. What it most often is:"))
    for cause in CAUSES:
        print(f"  {say(cause)}")
    print(f"\n{say(NEXT)}")
    if not is_terminal(sys.stdout):
        return 1
    print(say("Still waiting, should you try something: Ctrl+C ends it."), flush=True)
    await _joined(room, None)
    print(typed(say(IN)))
    return 0


async def _joined(room: Room, seconds: float | None) -> bool:
    try:
        async with asyncio.timeout(seconds):
            while not room.lesson.seats:
                await asyncio.sleep(0.1)
    except TimeoutError:
        return False
    return True


def _show(door: Doorway) -> None:
    """The square, dark on light whatever the terminal's colours are."""
    square = door.square
    if square is None or not is_terminal(sys.stdout):
        return
    from rich.console import Console
    from rich.text import Text

    from game.classroom import qr

    style = f"{qr.DARK} on {qr.LIGHT}"
    console = Console(highlight=False)
    if console.width < square.width:
        return
    for line in square.text.split("\n"):
        console.print(Text(line, style=style))
