"""The terminal app against a minimal one, in turn, in one run: start, keys, memory.

These machines are noisy, so each figure is a ratio, both programs are measured in turn and in as
many rounds, and what counts is the middle of the rounds: whatever else the machine does meanwhile
slows down both. `make bench` prints the table; a target that is missed fails.
"""

from __future__ import annotations

import compileall
import statistics
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from tests.bench.terminals import ROOT, Painted, minimal

pytestmark = pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="needs Linux")

STARTS = 21
ROUNDS = 7
KEYS = 60
"""In each round, for each program."""
TITLE = [sys.executable, "-m", "game"]
SCENE = [*TITLE, "play", "--fresh", "--cut", "taster"]
UP, DOWN = b"\x1b[A", b"\x1b[B"


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    """Everything on compiled bytecode, as an installed game is."""
    compileall.compile_dir(ROOT / "game", quiet=1)


Times = list[float]


def told(what: str, ours: Times, theirs: Times, unit: str, target: float) -> None:
    """Hold the middle of the rounds against a target; print it, and between what the rounds lay."""
    middle, ratios = statistics.median, [a / b for a, b in zip(ours, theirs, strict=True)]
    ratio = middle(ours) / middle(theirs)
    verdict = "holds" if ratio <= target else "MISSED"
    print(
        f"\n{what:<34} {middle(ours):8.1f} {unit}   minimal app {middle(theirs):8.1f} {unit}"
        f"   {ratio:5.2f} ×   target {target} ×   {verdict}"
        f"   ({len(ratios)} rounds, {min(ratios):.2f} to {max(ratios):.2f} ×)"
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
    for n in range(STARTS + 1):
        theirs.append(starts(command, b"Option number 3", tmp_path))
        ours.append(starts(TITLE, b"Library", tmp_path / f"home{n}"))
    # The first round reads what the others find in memory.
    told("start to first painted screen", ours[1:], theirs[1:], "ms", 1.25)


def test_key_to_repainted_screen(tmp_path: Path) -> None:
    ours, theirs = [], []
    for n in range(ROUNDS):
        with both(tmp_path, n) as (mine, other):
            times = [(press(mine, at), press(other, at)) for at in range(KEYS)]
        ours.append(p95([a for a, _ in times]))
        theirs.append(p95([b for _, b in times]))
    told("key to repainted screen (p95)", ours, theirs, "ms", 1.5)


def test_memory(tmp_path: Path) -> None:
    ours, theirs = [], []
    for n in range(3):
        with both(tmp_path, n) as (mine, other):
            ours.append(mine.megabytes())
            theirs.append(other.megabytes())
    told("memory", ours, theirs, "MB", 1.4)


@contextmanager
def both(folder: Path, n: int) -> Iterator[tuple[Painted, Painted]]:
    """Open both programs where options wait, and let them paint all that they want to."""
    with ExitStack() as open_:
        mine = open_.enter_context(closing(Painted(SCENE, folder / f"home{n}")))
        other = open_.enter_context(closing(Painted(minimal(folder), folder)))
        mine.until(b"enter")
        mine.settle()
        for _ in range(2):
            mine.press(b"\r")
        other.until(b"Option number 3")
        other.settle()
        mine.settle()
        yield mine, other


def press(app: Painted, at: int) -> float:
    """Move the highlighted row down or up; return milliseconds."""
    return app.press((DOWN, UP)[at % 2]) * 1000


def p95(times: Times) -> float:
    return statistics.quantiles(times, n=20)[-1]
