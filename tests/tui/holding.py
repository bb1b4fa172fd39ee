"""Snapshots: what a screen looks like, held as text in a file, so that a change is seen."""

import os
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

__all__ = ["ANEW", "HERE", "at_size", "held", "sized"]

HERE = Path(__file__).with_name("snapshots")
ANEW = bool(os.environ.get("SNAPSHOTS"))
"""Set by `make snapshots`: what is seen is written, not compared."""


def held(name: str, seen: str) -> None:
    """Compare with the file of this name, or write it."""
    path = HERE / f"{name}.txt"
    if ANEW:
        path.write_text(seen, encoding="utf-8", newline="\n")
    assert path.exists(), f"{path.name} is missing: make snapshots"
    assert seen == path.read_text(encoding="utf-8"), "where this is meant: make snapshots"


def sized(size: tuple[int, int], text: str) -> str:
    """A page of a snapshot: the size, and the screen under it."""
    return f"==== {size[0]} × {size[1]}\n{text.rstrip()}\n"


async def at_size(pilot: Pilot[Any], columns: int, rows: int) -> None:
    """Give the terminal a size, and wait until the screen has it: a busy machine takes its time."""
    await pilot.resize_terminal(columns, rows)
    for _ in range(500):
        if pilot.app.screen.size == (columns, rows):
            break
        await pilot.pause(0.01)
    await pilot.pause()
