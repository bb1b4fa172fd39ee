"""A tiny story for the terminal face; the shipped one where the test is about what it shows."""

from pathlib import Path

import pytest

from game.core.story.model import Story
from tests.builders import Tiny


@pytest.fixture
def files(tmp_path: Path) -> Tiny:
    return Tiny(tmp_path / "files")


@pytest.fixture
def tiny(tmp_path: Path) -> Story:
    return Tiny(tmp_path / "tiny").load()


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing rolls while it is looked at."""
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
