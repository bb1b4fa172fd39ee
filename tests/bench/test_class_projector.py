"""The projector's own figures (`classroom.md`, last table), in the real terminal under a pty.

The hostile client is a process of its own. Prints a line a figure; a target that is missed fails.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench.test_class_server import p95, told
from tests.builders import ROOT
from tests.classroom.projected import Projected

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs a pty")
KEYS = 30


def pressed(wall: Projected) -> float:
    """Space opens and closes the vote: seconds until the wall says so."""
    words = "Vote · open" if "Vote · open" not in wall.flat else "Vote · closed"
    began = time.monotonic()
    wall.press("space").wait(words)
    return time.monotonic() - began


def told_on(wall: Projected) -> str:
    """The line for the teacher, as soon as it stands on the wall."""
    end = time.monotonic() + 15
    while time.monotonic() < end:
        if found := re.search("(A device sends far more|Somebody tries room codes)", wall.flat):
            return found[1]
        time.sleep(0.02)
    raise AssertionError(f"the teacher was told nothing:\n{wall.text}")


def test_keys_under_a_hostile_client(carrot_home: Path) -> None:
    with Projected(carrot_home, "--host", "127.0.0.1") as wall:
        port = wall.address.split(":")[2].partition("/")[0]
        wall.until("Open the vote")
        quiet = [pressed(wall) for _ in range(KEYS)]
        flood = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.flood", port, "25"],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        line = told_on(wall)
        keys = [pressed(wall) for _ in range(KEYS)]
        assert flood.poll() is None, "the flood ended before the keys did"
        sent, _ = flood.communicate(timeout=60)
        wall.close()
    print(f"\nhostile client: {sent.strip()} requests sent; told: {line}")
    told("projector: a key seen on the wall, quiet, p95", p95(quiet) * 1000, 500, "ms")
    told("projector: a key seen under a hostile client, worst", max(keys) * 1000, 500, "ms")


def test_the_host_is_back_after_kill_9(carrot_home: Path) -> None:
    took = []
    with Projected(carrot_home) as wall:
        wall.until("Open the vote")
        wall.press("space").wait("Vote · open")
        wall.kill()
    for _ in range(5):
        with Projected(carrot_home, "--resume") as again:
            again.wait("Vote · open")
            took.append(time.monotonic() - again.began)
            again.kill()
    told("projector: kill -9, its wall back, worst of 5", max(took) * 1000, 2000, "ms")
