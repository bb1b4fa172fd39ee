"""Programs in a real pseudo-terminal, timed from outside: what somebody at the keys waits for."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
SIZE = (30, 100)
"""Rows and columns."""
QUIET = 0.12
"""Seconds without a byte after which a screen counts as painted to the end."""
PATIENCE = 30.0

MINIMAL = """\
from textual.app import App
from textual.widgets import Footer, Header, OptionList, Static

class Minimal(App):
    BINDINGS = [("q", "quit", "Quit"), ("u", "undo", "Undo"), ("l", "ledger", "Ledger")]

    def compose(self):
        yield Header()
        yield Static("Canal Street is empty. The red man has been red for a long time. " * 6)
        yield OptionList(*[f"Option number {n}" for n in range(4)])
        yield Footer()

Minimal().run()
"""
"""The smallest app that has what every app has; everything is measured against it."""


class Painted:
    """A program that runs in a terminal of its own."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        import fcntl
        import pty
        import struct
        import termios

        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", *SIZE, 0, 0))
        wanted = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "CARROT_HOME": str(home)}
        plain = ("CARROT_PLAIN", "ACCESSIBLE", "NO_COLOR", "TEXTUAL")
        kept = {name: value for name, value in os.environ.items() if name not in plain}
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=ROOT,
            env={**kept, **wanted, "PYTHONPATH": str(ROOT)},
            start_new_session=True,
        )
        os.close(theirs)
        self.screen = ours

    def read(self, wait: float) -> bytes:
        """Return what is painted within `wait` seconds; nothing where nothing is."""
        ready, _, _ = select.select([self.screen], [], [], wait)
        try:
            return os.read(self.screen, 1 << 16) if ready else b""
        except OSError:  # the program is gone
            return b""

    def until(self, words: bytes) -> float:
        """Return seconds from the start until these words are on the screen."""
        seen = b""
        while words not in seen:
            got = self.read(PATIENCE)
            if not got:
                raise AssertionError(f"{words!r} was never painted; the end was {seen[-300:]!r}")
            seen += got
        return time.perf_counter() - self.began

    def settle(self) -> None:
        """Wait until nothing more is painted."""
        while self.read(QUIET):
            pass

    def press(self, key: bytes) -> float:
        """Press a key; return seconds until the last byte of what it repaints."""
        while self.read(0):  # whatever came since the last key is not this one's
            pass
        pressed = time.perf_counter()
        os.write(self.screen, key)
        painted = 0.0
        while self.read(QUIET if painted else PATIENCE):
            painted = time.perf_counter() - pressed
        if not painted:
            raise AssertionError(f"nothing was painted after {key!r}")
        return painted

    def megabytes(self) -> float:
        """Return the memory that is the program's own: resident, and shared with nobody."""
        words = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text(encoding="ascii")
        kept = ("Private_Clean:", "Private_Dirty:")
        lines = (line.split() for line in words.splitlines() if line.startswith(kept))
        return sum(int(line[1]) for line in lines) / 1024

    def close(self) -> None:
        """End the program, and its terminal with it."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.screen)


def minimal(folder: Path) -> list[str]:
    """Return the command of the minimal app, written into a folder as a module with bytecode."""
    path = folder / "minimal_app.py"
    path.write_text(MINIMAL, encoding="utf-8")
    return [sys.executable, str(path)]
