"""All 28 slips in one run that proves every cut under every keeper, as `carrot check` does."""

import shutil
import time
from pathlib import Path

from game.check.examine import examine
from game.check.proofs import prove_all
from game.check.shelf import Shelf
from tests.builders import STORY
from tests.check.test_seeds import SEEDS, place, sow


def test_every_slip_is_told_by_a_whole_check(tmp_path: Path) -> None:
    folder = tmp_path / "story"
    shutil.copytree(STORY, folder)
    sow(folder)
    began = time.perf_counter()
    report = examine(folder, prove=lambda story: prove_all(story, Shelf(None)))
    print(
        f"\n28 slips in {time.perf_counter() - began:.1f} s, {len(report.problems)} problems told"
    )
    told = {(p.code, p.file, p.line) for p in report.problems}
    assert [one.code for one in SEEDS if place(folder, one) not in told] == []
