"""Runs the real program in a process of its own, as somebody at a shell would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
FIRST = "1\n" * 16
"""The first option of every scene of the cut that is played unasked."""


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **more}


def carrot(
    *args: str | Path, typed: str = "", cwd: Path | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run `carrot` with nothing but pipes around it."""
    return subprocess.run(
        [sys.executable, "-m", "game", *map(str, args)],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env=environment(**more),
        timeout=60,
        check=False,
    )


class Started(subprocess.Popen[str]):
    """A play that is going on, with pipes that are known to be there."""

    stdin: IO[str]
    stdout: IO[str]
    stderr: IO[str]

    def until(self, beginning: str) -> None:
        """Read on to the line that begins so."""
        while not (line := self.stdout.readline()).startswith(beginning):
            assert line, f"no line began with {beginning!r}"


def started() -> Started:
    """Start a play and leave it running."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-m", "game", "play"]
    return Started(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment(), encoding="utf-8"
    )


def flat(text: str) -> str:
    """Put text in one line: where a line breaks is not what most tests are about."""
    return " ".join(text.split())
