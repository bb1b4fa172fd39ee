"""The cover of a story folder: three texts at a glance, and never a complaint."""

from pathlib import Path

import pytest

from game.cli.cover import BLANK, cover
from game.core.model import Story
from game.folders import story_folder


def test_the_cover_says_what_the_story_says(shipped: Story) -> None:
    seen = cover(story_folder())
    head = shipped.head
    assert (seen.title, seen.subtitle, seen.opening) == (head.title, head.subtitle, head.opening)


@pytest.mark.parametrize(
    "words",
    ["", "- a list", "title: [1, 2]", "title: {", "\x00", "title: !!python/name:os.system x"],
)
def test_what_can_not_be_made_out_is_left_empty(tmp_path: Path, words: str) -> None:
    (tmp_path / "story.yaml").write_text(words)
    assert cover(tmp_path).subtitle == ""


def test_a_missing_folder_has_a_blank_cover(tmp_path: Path) -> None:
    assert cover(tmp_path / "nowhere") == BLANK


def test_a_file_that_is_no_text_has_a_blank_cover(tmp_path: Path) -> None:
    (tmp_path / "story.yaml").write_bytes(b"title: \xff\xfe")
    assert cover(tmp_path) == BLANK
