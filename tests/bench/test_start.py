"""The first plain prompt and the help, against what any such program imports, in turn in one run.

Time is the processor's, of the whole program with nothing typed, and the middle of the rounds
counts: other work on the machine weighs on both sides alike. `make bench` prints the table.
"""

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 15
ROOT = Path(__file__).parents[2]
LIKE = [sys.executable, "-c", "import yaml, argparse, dataclasses"]


def spent(command: list[str], home: Path) -> float:
    """Run a program; return its milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    env = {**os.environ, "CARROT_HOME": str(home), "PYTHONPATH": str(ROOT)}
    subprocess.run(command, input=b"", capture_output=True, cwd=ROOT, env=env, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


@pytest.mark.parametrize(("word", "aim"), [("--help", 2), ("--plain", 4)])
def test_start(tmp_path: Path, word: str, aim: int) -> None:
    ours, theirs = [], []
    for n in range(ROUNDS + 1):
        theirs.append(spent(LIKE, tmp_path))
        ours.append(spent([sys.executable, "-m", "game", word], tmp_path / f"home{n}"))
    # The first round compiles what the others find compiled.
    mine, other = statistics.median(ours[1:]), statistics.median(theirs[1:])
    print(
        f"\ncarrot {word:<8} {mine:6.1f} ms   import yaml, argparse, dataclasses {other:6.1f} ms"
        f"   {mine / other:.2f} ×   aim ≤ {aim} ×"
    )
