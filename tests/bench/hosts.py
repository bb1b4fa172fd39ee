"""The real program with its real face, as the benches of the class drive it: keys in a terminal.

What a verb took is counted from the key to what the wall says, so that the face, the journal and
the server are all in it.
"""

from __future__ import annotations

import asyncio
import json
import os
import time
import urllib.request
from pathlib import Path
from typing import Any

from game.classroom.doorway import found_open
from tests.classroom.projected import Projected

__all__ = ["Host"]

KEYS = {"toggle": "space", "show": "enter"}
BACK = 20.0


class Host:
    """`carrot class` in a pseudo-terminal of 66 by 18, on the loopback alone."""

    def __init__(self, home: Path) -> None:
        self.home, self.wall = home, Projected(home, "--host", "127.0.0.1")

    @classmethod
    async def start(cls, home: Path) -> Host:
        host = cls(home)
        address = await asyncio.to_thread(lambda: host.wall.address)
        host.port, host.code = int(address.split(":")[2].partition("/")[0]), address[-4:]
        return host

    port: int
    code: str

    @property
    def journal(self) -> Path:
        (path,) = (self.home / "lessons").glob("*.class.jsonl")
        return path

    async def scene(self) -> None:
        """Go on to the first vote."""
        await asyncio.to_thread(self.wall.until, "Open the vote")

    async def press(self, key: str, words: str) -> tuple[float, float]:
        """Press a key; return when, and how long until the wall says what came of it."""
        at = time.monotonic()
        await asyncio.to_thread(self.wall.press(key).wait, words, BACK)
        return at, time.monotonic() - at

    async def toggle(self) -> tuple[float, float]:
        """Space: open or close the vote, or ask for another."""
        was = self.wall.flat
        return await self.press("space", "· closed" if "· open" in was else "· open")

    async def show(self) -> tuple[float, float]:
        """Enter: show the tally."""
        return await self.press("enter", "How this room voted")

    @property
    def memory(self) -> float:
        """The most that the process had so far, in MB."""
        words = Path(f"/proc/{self.wall.process.pid}/status").read_text()
        (line,) = (line for line in words.splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    @property
    def cpu(self) -> float:
        """Seconds of a processor that the process has had: a busy machine adds none."""
        fields = Path(f"/proc/{self.wall.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _notes(self) -> Any:
        found = found_open(self.journal)
        assert found
        address = f"http://127.0.0.1:{found.port}/notes/{found.secret}"
        with urllib.request.urlopen(address, timeout=10) as answer:
            return json.loads(answer.read())

    async def notes(self) -> Any:
        """What the teacher's own page has."""
        return await asyncio.to_thread(self._notes)

    async def killed(self) -> float:
        """Kill it as a battery does, and start it again; return when it was killed."""
        at = time.monotonic()
        self.wall.kill()
        self.wall = Projected(self.home, "--resume", "--host", "127.0.0.1")
        return at

    async def end(self) -> None:
        if self.wall.process.poll() is None:
            self.wall.kill()
