"""The terminal app against a minimal one, in turn, in one run: start, keys, memory.

These machines are noisy, so each figure is a ratio. `make bench` prints the table; a target that
is missed fails.
"""

from __future__ import annotations

import compileall
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.terminals import ROOT, Painted, minimal

pytestmark = pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="needs Linux")

ROUNDS = 15
KEYS = 60
TITLE = [sys.executable, "-m", "game"]
SCENE = [*TITLE, "play", "--fresh", "--cut", "taster"]
UP, DOWN = b"\x1b[A", b"\x1b[B"


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    """Everything on compiled bytecode, as an installed game is."""
    compileall.compile_dir(ROOT / "game", quiet=1)


def told(what: str, ours: float, theirs: float, unit: str, target: float) -> None:
    ratio = ours / theirs
    verdict = "holds" if ratio <= target else "MISSED"
    print(
        f"\n{what:<34} {ours:8.1f} {unit}   minimal app {theirs:8.1f} {unit}"
        f"   {ratio:5.2f} ×   target {target} ×   {verdict}"
    )
    assert ratio <= target


def starts(command: list[str], words: bytes, home: Path) -> float:
    app = Painted(command, home)
    try:
        return app.until(words) * 1000
    finally:
        app.close()


def test_start_to_the_first_painted_screen(tmp_path: Path) -> None:
    command = minimal(tmp_path)
    ours, theirs = [], []
    for n in range(ROUNDS):
        theirs.append(starts(command, b"Option number 3", tmp_path))
        ours.append(starts(TITLE, b"Library", tmp_path / f"home{n}"))
    told(
        "start to first painted screen",
        statistics.median(ours),
        statistics.median(theirs),
        "ms",
        1.25,
    )


def presses(app: Painted) -> list[float]:
    """Move the highlighted row up and down; return milliseconds a key."""
    app.settle()
    return [app.press((DOWN, UP)[n % 2]) * 1000 for n in range(KEYS)]


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def test_key_to_repainted_screen(tmp_path: Path) -> None:
    command = minimal(tmp_path)
    ours, theirs = [], []
    for n in range(3):
        theirs += on_the_list(command, tmp_path, presses)
        ours += on_a_scene(tmp_path / f"home{n}", presses)
    told("key to repainted screen (p95)", p95(ours), p95(theirs), "ms", 1.5)


def on_the_list(
    command: list[str], home: Path, then: Callable[[Painted], list[float]]
) -> list[float]:
    """Open the minimal app, where options wait."""
    app = Painted(command, home)
    try:
        app.until(b"Option number 3")
        return then(app)
    finally:
        app.close()


def on_a_scene(home: Path, then: Callable[[Painted], list[float]]) -> list[float]:
    """Turn to the first scene, where options wait, and go on from there."""
    app = Painted(SCENE, home)
    try:
        app.until(b"enter")
        for _ in range(2):
            app.press(b"\r")
        return then(app)
    finally:
        app.close()


def test_memory(tmp_path: Path) -> None:
    command = minimal(tmp_path)
    ours, theirs = [], []
    for n in range(3):
        theirs += on_the_list(command, tmp_path, settled)
        ours += on_a_scene(tmp_path / f"home{n}", settled)
    told("memory", statistics.median(ours), statistics.median(theirs), "MB", 1.4)


def settled(app: Painted) -> list[float]:
    """Return the megabytes of a program that has painted all it wants to."""
    app.settle()
    return [app.megabytes()]
