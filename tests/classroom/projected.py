"""The real program in a real pseudo-terminal: `carrot class`, its keys, and what its wall shows."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyte

from tests.builders import ROOT

__all__ = ["KEYS", "InTmux", "Projected"]

KEYS = {
    "right": b"\x1b[C", "left": b"\x1b[D", "up": b"\x1b[A", "down": b"\x1b[B", "enter": b"\r",
    "space": b" ", "escape": b"\x1b",
}  # fmt: skip
PATIENCE = 30.0
QUIET = 0.3
"""Seconds without a byte after which nothing moves."""


class Projected:
    """One projector, 66 by 18 unless somebody wants it larger."""

    inside: tuple[str, ...] = ()
    """The command in which the program runs; none for a bare terminal."""

    def __init__(
        self,
        home: Path,
        *args: str,
        size: tuple[int, int] = (66, 18),
        before: Callable[[], None] | None = None,
        **more: str,
    ) -> None:
        ours, theirs = pty.openpty()
        columns, rows = size
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        wanted = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "CARROT_HOME": str(home)}
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [*self.inside, sys.executable, "-m", "game", "class", *args],
            stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT, preexec_fn=before,
            env={**os.environ, **wanted, "PYTHONPATH": str(ROOT), **more}, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self._terminal, self._lock = ours, threading.Lock()
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._heard = time.monotonic()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                got = os.read(self._terminal, 1 << 16)
            except OSError:  # the program is gone
                return
            if not got:
                return
            self._heard = time.monotonic()
            with self._lock:
                # pyte takes the answer to a question of kitty's for a letter
                self._stream.feed(re.sub(rb"\x1b\[[<>=]\d*u|\x1b\[\?\d+\$p", b"", got))

    @property
    def text(self) -> str:
        with self._lock:
            return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def flat(self) -> str:
        return " ".join(self.text.split())

    def wait(self, words: str, seconds: float = PATIENCE) -> Projected:
        """Wait until words are on the wall."""
        end = time.monotonic() + seconds
        while words not in self.flat:
            if time.monotonic() > end or self.process.poll() not in (None, 0):
                raise AssertionError(f"{words!r} never came; the wall shows:\n{self.text}")
            time.sleep(0.005)
        return self

    def press(self, *keys: str) -> Projected:
        for key in keys:
            os.write(self._terminal, KEYS.get(key, key.encode()))
        return self

    def settled(self) -> str:
        """What the wall shows once nothing moves: what is kept is painted a tenth later."""
        while (left := self.moving()) > 0:
            time.sleep(left)
        return self.text

    def moving(self) -> float:
        """For how long it has to be watched still, in seconds, until it counts as at rest."""
        return self._heard + QUIET - time.monotonic()

    def until(self, words: str, key: str = "right") -> Projected:
        """Press a key, again and again, until words are on the wall."""
        for _ in range(200):
            if words in self.flat:
                return self
            was = self.text
            self.press(key)
            end = time.monotonic() + 5
            while self.text == was and time.monotonic() < end:
                time.sleep(0.01)
            self.settled()
        raise AssertionError(f"{words!r} never came; the wall shows:\n{self.text}")

    @property
    def address(self) -> str:
        """What is printed for somebody to type, with the code behind it."""
        self.wait("Room code")
        found = re.search(r"(\d+(?:\.\d+){3}:\d+)/(\w{4})", self.text)
        assert found, self.text
        return f"http://{found[1]}/{found[2]}"

    def kill(self) -> None:
        """As if the battery ran out."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._reader.join(5)

    def close(self) -> int:
        """Press q twice, and wait for the end."""
        self.press("q").wait("Press q again")
        self.press("q")
        return self.process.wait(20)

    def __enter__(self) -> Projected:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()
        self._reader.join(5)
        os.close(self._terminal)


class InTmux(Projected):
    """The same within tmux, as on many a teacher's laptop: a server of its own, no status line."""

    def __init__(self, home: Path, *args: str, **more: str) -> None:
        home.mkdir(parents=True, exist_ok=True)
        self._socket = home / "tmux"
        plain = home / "tmux.conf"
        plain.write_text("set -g status off\nset -sg escape-time 0\n", encoding="utf-8")
        self.inside = ("tmux", "-u", "-S", str(self._socket), "-f", str(plain), "new-session")
        super().__init__(home, *args, **more)

    def __exit__(self, *_: object) -> None:
        end = ["tmux", "-S", str(self._socket), "kill-server"]
        subprocess.run(end, check=False, capture_output=True)  # gone already, where all went well
        super().__exit__()
