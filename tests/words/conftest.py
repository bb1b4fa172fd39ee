"""A test that chose a language leaves English behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.story.model import Story
from game.words import speak
from tests.words.pseudo import catalogue_in, greek_story


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.fixture
def pseudo(tmp_path: Path) -> Story:
    """A story without a Latin letter in its texts, and a program that speaks without any."""
    story = greek_story()  # reading a story chooses its language
    assert speak("xx", catalogue_in(tmp_path / "locale"))
    return story
