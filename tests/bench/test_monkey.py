"""20,000 random keys and clicks with random resizes, over 50 seeds. `SEED=7` plays one of them."""

import os
from pathlib import Path

import pytest

from game.core.story.model import Story
from tests.tui.monkey import play

STEPS = 400
SEEDS = [int(os.environ["SEED"])] if "SEED" in os.environ else list(range(100, 150))


@pytest.mark.parametrize("seed", SEEDS)
async def test_a_monkey_finds_no_traceback_no_lost_run_no_dead_end(
    shipped: Story, seed: int, tmp_path: Path
) -> None:
    monkey = await play(shipped, seed, STEPS, tmp_path)
    print(f"\nmonkey, seed {seed}: {len(monkey.steps)} keys and clicks, nothing found")
