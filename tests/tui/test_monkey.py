"""A short play of the monkey with each test run; the long one is in `make bench`."""

from pathlib import Path

import pytest

from game.core.story.model import Story
from tests.tui.monkey import play


@pytest.mark.parametrize("seed", range(5))
async def test_a_hundred_random_keys_and_clicks_break_nothing(
    shipped: Story, seed: int, tmp_path: Path
) -> None:
    monkey = await play(shipped, seed, 100, tmp_path)
    assert len(monkey.steps) >= 100
