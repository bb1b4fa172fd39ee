"""The cover of a story folder: three texts at a glance, and never a complaint."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.cover import BLANK, at_a_glance, cover, with_care
from game.core.story.model import Story
from game.folders import starter_folder, story_folder


def test_the_cover_says_what_the_story_says(shipped: Story) -> None:
    seen = cover(story_folder())
    head = shipped.head
    assert (seen.title, seen.subtitle, seen.opening) == (head.title, head.subtitle, head.opening)
    assert seen.language == head.language


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


@pytest.mark.parametrize("folder", [story_folder, starter_folder])
def test_our_own_covers_are_written_plainly(folder: Callable[[], Path]) -> None:
    text = (folder() / "story.yaml").read_text(encoding="utf-8")
    assert at_a_glance(text) == with_care(text)


LINES = st.sampled_from(
    [
        *(
            "title: A name",
            "title: 'A name'",
            "title: A name: more",
            "title: A name # it is",
            "language: en   # it is",
            "language: en# it is",
            "title:",
        ),
        *(
            "title: >",
            "title: |",
            "title: |-",
            "title: &a b",
            "title: *a",
            "subtitle: yes",
            "title : b",
        ),
        *(
            "opening: |",
            "opening: | # so",
            "  one line",
            "   deeper",
            "  # a mark",
            "# a comment",
            "",
        ),
        *(
            " ",
            "  ",
            "\ttab",
            "- a",
            "  - a",
            "cuts:",
            "cuts: {a: 1}",
            "---",
            "...",
            "subtitle: A-b:",
        ),
        *(
            "  a: b",
            "subtitle: it's",
            "subtitle: a#b",
            "subtitle: B \u2028 c",
            "'title': x",
            "? title",
        ),
    ]
)


@given(st.lists(LINES, max_size=8).map("\n".join), st.sampled_from(["", "\n", "\n\n", "\n# end"]))
def test_what_is_read_at_a_glance_is_what_yaml_makes_of_it(lines: str, end: str) -> None:
    seen = at_a_glance(lines + end)
    assert seen is None or seen == with_care(lines + end) or with_care(lines + end) == BLANK
