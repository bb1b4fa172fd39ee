"""A class server in the test's own loop, on a free port of the loopback, and phones that ask it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from game.classroom.server import ClassServer
from game.core.story.model import Story
from tests.builders import Tiny
from tests.classroom.phones import Hall
from tests.lesson.rooms import Class


@pytest.fixture
async def hall(tiny: Tiny, tmp_path: Path) -> AsyncIterator[Hall]:
    """The tiny story's room, served."""
    async with Hall(Class(tiny.load(), tmp_path / "tiny.class.jsonl", seats=0)) as hall:
        yield hall


@pytest.fixture
async def taster_hall(shipped: Story, tmp_path: Path) -> AsyncIterator[Hall]:
    """The shipped taster's room, served."""
    path = tmp_path / "taster.class.jsonl"
    async with Hall(Class(shipped, path, seats=0, cut="taster")) as hall:
        yield hall


__all__ = ["ClassServer"]
