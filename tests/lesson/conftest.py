"""Rooms over the tiny story and over the one that ships."""

from pathlib import Path

import pytest

from game.core.story.model import Story
from tests.builders import Tiny
from tests.lesson.rooms import Class


@pytest.fixture
def room(tiny: Tiny, tmp_path: Path) -> Class:
    return Class(tiny.load(), tmp_path / "tiny.class.jsonl")


@pytest.fixture
def taster(shipped: Story, tmp_path: Path) -> Class:
    return Class(shipped, tmp_path / "taster.class.jsonl", seats=5, cut="taster")
