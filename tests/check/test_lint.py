"""A lint that cries wolf is worse than none: what is meant so is not told."""

from pathlib import Path

import pytest

from game.check.examine import quick
from game.diagnostics.scenes import FIRST_OPTION
from game.diagnostics.snippets import MORE
from tests.builders import STORY
from tests.diagnostics.examples import Twin

HEAD, SPRING, LAST = "story.yaml", "chapters/1-spring.yaml", "chapters/2-summer.yaml"
ARTICLE, RECORD, DEEDS = "rulebooks/article.yaml", "rulebooks/record.yaml", "deeds.yaml"
CHECK = "checks/late.txt"


@pytest.fixture
def twin(tmp_path: Path) -> Twin:
    return Twin(tmp_path / "story")


def codes(twin: Twin) -> list[str]:
    return [problem.code for problem in twin.problems()]


def test_the_shipped_story_has_no_error_and_no_warning() -> None:
    found, _ = quick(STORY)
    assert {problem.severity for problem in found.problems.found} <= {"advice"}


def test_options_that_are_never_offered_together_may_read_alike(twin: Twin) -> None:
    twin.swap(LAST, "label: Fetch the level with the spare key.", "label: Do it, by eye.")
    assert codes(twin) == []


def test_a_name_that_somebody_misspelt_is_not_called_unused(twin: Twin) -> None:
    twin.swap(LAST, "deeds: [keeps-tool-late]", "deeds: [sing]")
    twin.swap(DEEDS, "helps-", "sings: {name: singing}\nhelps-")
    twin.swap(ARTICLE, "silent: [", "silent: [sings, ")
    twin.swap(RECORD, "not_tracked: [", "not_tracked: [sings, ")
    assert codes(twin) == ["unknown-deed"]


def test_a_part_that_could_not_be_read_may_be_what_uses_a_name(twin: Twin) -> None:
    twin.swap(LAST, "chapter: Summer", "chapter: @Summer")
    assert codes(twin) == ["not-yaml"]


def test_the_memories_that_every_story_has_need_no_condition(twin: Twin) -> None:
    twin.swap(HEAD, "remembered: [ties]\n", "")
    assert codes(twin) == []


def test_another_ones_list_needs_no_rule_that_lists_on_it(twin: Twin) -> None:
    listing = (
        "  firm-list:\n    name: the firm's\n    reason: A false form.\n    until: cleared\n"
        "    way_out: Mend it.\n    whose: firm\n    claim: B1\n"
    )
    assert codes(twin.swap(RECORD, "lists:\n  late", f"lists:\n{listing}  late")) == []


def test_the_own_choice_may_be_read_by_what_its_outcome_says(twin: Twin) -> None:
    also = "        also: [{if: chose shelf.eye, text: Of course.}]\n"
    assert (
        codes(twin.swap(LAST, "        label: Do it by eye.\n", f"{also}        label: Do it.\n"))
        == []
    )


def test_a_jump_that_only_some_take_skips_nothing(twin: Twin) -> None:
    label = "        label: Make all the holes together.\n"
    assert codes(twin.swap(SPRING, label, f"{label}        then: ladder\n")) == []


def test_a_broken_story_is_not_played(twin: Twin) -> None:
    """Else every play beside it would fall short, and its one cause be lost among them."""
    twin.swap(SPRING, "deeds: [keeps-tool-late]", "deeds: [keep]")
    assert codes(twin) == ["unknown-deed"]


def test_what_a_play_names_is_looked_at_even_then(twin: Twin) -> None:
    twin.swap(SPRING, "deeds: [keeps-tool-late]", "deeds: [keep]")
    assert codes(twin.swap(CHECK, "drill: keep", "drill: kep")) == [
        "unknown-deed",
        "unknown-option",
    ]


def test_options_of_one_scene_are_one_fact(twin: Twin) -> None:
    """Which of them was chosen: seven names, and two facts."""
    names = ("drill.back", "drill.keep", "drill.together", "ladder.carry", "ladder.pass")
    facts = " or ".join(f"chose {name}" for name in (*names, "ladder.drive"))
    twin.swap(LAST, "if: door spare-key open", f"if: {facts} or was on any")
    assert codes(twin) == []


@pytest.mark.parametrize(
    ("band", "told"), [("from 40", ["band"]), ("below 0", ["off-scale"]), ("below 1", [])]
)
def test_a_band_is_looked_at_like_a_door(twin: Twin, band: str, told: list[str]) -> None:
    assert codes(twin.swap(ARTICLE, "low: below 40", f"low: {band}")) == told


def test_bands_that_cross_are_told(twin: Twin) -> None:
    assert codes(twin.swap(ARTICLE, "low: below 40", "low: below 70")) == ["band"]


@pytest.mark.parametrize("help", ["answer", "verdict", "drawer", "write"])
def test_only_a_pick_needs_a_weaker_answer(twin: Twin, help: str) -> None:
    assert codes(twin.swap(LAST, "help: answer", f"help: {help}")) == []


def test_a_claim_that_a_rule_rests_on_may_stand_behind_another_in_its_scene(twin: Twin) -> None:
    assert codes(twin.swap(SPRING, "claims: [B2]", "claims: [B1, B2]")) == []
    twin.swap(LAST, "claims: [B2, B1]", "claims: [B1, B2]")
    assert codes(twin) == []


def test_options_behind_doors_count_as_offered_at_once(twin: Twin) -> None:
    more = MORE.replace("label: Leave", "needs: door van open\n        label: Leave")
    assert more != MORE
    twin.swap(SPRING, FIRST_OPTION, more + FIRST_OPTION)
    assert codes(twin) == ["many-options"]
