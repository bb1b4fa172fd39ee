"""Memories on a scene's page: two at most, and never at the cost of what is needed now."""

from collections.abc import Sequence

import pytest

from game.core.playing.session import Session
from game.core.showing.views import ScenePage
from tests.builders import Tiny, choices

SECOND = "    title: The second\n"


def told(tiny: Tiny, conditions: Sequence[str]) -> list[str]:
    """Which of some paragraphs the second scene tells, after a first choice that was ill."""
    lines = "".join(f"      - {{if: {c}, text: Part {n}.}}\n" for n, c in enumerate(conditions))
    tiny.swap("chapters/1.yaml", SECOND, f"{SECOND}    also:\n{lines}")
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.ill"))
    while session.waiting is None:
        session.go_on()
    page = session.page
    assert isinstance(page, ScenePage)
    return [words for words in page.paragraphs if words.startswith("Part")]


@pytest.mark.parametrize(
    ("conditions", "parts"),
    [
        (["chose first.ill"] * 2, ["Part 0.", "Part 1."]),
        (["chose first.ill"] * 4, ["Part 0.", "Part 3."]),
        (["chose first.ill", "chose first.well", "chose first.ill"], ["Part 0.", "Part 2."]),
    ],
)
def test_of_what_only_remembers_choices_the_first_and_the_last_are_told(
    tiny: Tiny, conditions: list[str], parts: list[str]
) -> None:
    assert told(tiny, conditions) == parts


def test_what_reads_a_door_is_told_whatever_else_is_remembered(tiny: Tiny) -> None:
    memories = ["chose first.ill"] * 3
    assert "Part 1." in told(tiny, [memories[0], "door gate closed", *memories])
