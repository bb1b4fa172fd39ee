"""One game as a process of its own, with pipes instead of a terminal.

It ends when it is asked to, and by itself when this end of its input closes, however this process
died: its driver watches for that (`game/tui/web.py`), which works the same on every system.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

from game.serve.packets import meta, packets

__all__ = ["Child", "environment"]

DRIVER: Final = "game.tui.web:PageDriver"
COMMAND: Final = (sys.executable, "-P", "-m", "game", "--set", "plain=off")
"""`-P`: the folder in which it runs is a player's, and no place to import from."""
PATIENCE: Final = (2.0, 1.0, 2.0)
"""Seconds that a game gets to leave when asked, when its input closes, when it is told to."""


def environment(folder: Path, width: int, height: int) -> dict[str, str]:
    """What a game finds in its environment: a data folder of its own, and a page for a screen."""
    ours = str(Path(__file__).resolve().parents[2])
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("TEXTUAL") and name not in ("LINES", "CARROT_PLAIN", "ACCESSIBLE")
    }
    paths = [ours, *filter(None, [kept.get("PYTHONPATH")])]
    return kept | {
        "CARROT_HOME": str(folder),
        "COLORTERM": "truecolor",
        "COLUMNS": str(width),
        "PYTHONPATH": os.pathsep.join(paths),
        "PYTHONUTF8": "1",
        "ROWS": str(height),
        "TERM": "xterm-256color",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TEXTUAL_DRIVER": DRIVER,
    }


class Child:
    """A game that runs."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.process, self._in, self._out = process, process.stdin, process.stdout

    @classmethod
    async def start(cls, folder: Path, width: int, height: int) -> Child:
        """Start a game whose files lie in `folder`; raises OSError."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(
            await asyncio.create_subprocess_exec(
                *COMMAND,
                stdin=PIPE,
                stdout=PIPE,
                cwd=folder,
                env=environment(folder, width, height),
                start_new_session=True,  # Ctrl+C is for the server, which then says goodbye
            )
        )

    @property
    def runs(self) -> bool:
        """Whether it has not ended yet."""
        return self.process.returncode is None

    def packets(self) -> AsyncIterator[tuple[bytes, bytes]]:
        """What it says, until it ends."""
        return packets(self._out)

    async def send(self, packet: bytes) -> None:
        """Tell it something; one that has ended hears nothing."""
        with contextlib.suppress(ConnectionError, RuntimeError):
            self._in.write(packet)
            await self._in.drain()

    async def stop(self) -> None:
        """End it: asked, then by its input's end, then told to, then killed."""
        with contextlib.suppress(ConnectionError, RuntimeError):
            self._in.write(meta("quit"))
        for wait, end in zip(PATIENCE, (self._in.close, self._terminate, self._kill), strict=True):
            if await self._ended(wait):
                break
            end()
        await self.process.wait()
        self._in.close()

    async def _ended(self, seconds: float) -> bool:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.process.wait(), seconds)
        return not self.runs

    def _terminate(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
