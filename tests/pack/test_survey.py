"""A broken story is read as far as it can be, and what is left can be walked by the engine."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.check.examine import quick
from game.check.proof import prove
from game.core.playing.session import Session
from game.core.saves.runs import new_run
from game.pack import Problem, Survey, survey
from tests.builders import FILES, Tiny

STORY, CHAPTER, LAST = "story.yaml", "chapters/1.yaml", "chapters/2.yaml"
SCORE, LISTS = "rulebooks/score.yaml", "rulebooks/lists.yaml"
ILL = "- {id: ill, label: Do bad., deeds: [bad], outcome: Bad.}\n"


def codes(found: Survey) -> list[str]:
    return [problem.code for problem in found.problems.sorted()]


def walked(found: Survey) -> None:
    """Walk every way through what was mended."""
    assert found.mended is not None
    for keeper in found.mended.head.keepers:
        for cut in found.mended.head.cuts:
            way = prove(found.mended, keeper, cut)
            assert way.plays > 0 or way.locks


def test_a_story_without_problems_needs_no_mending(tiny: Tiny) -> None:
    found = survey(tiny.folder)
    assert found.story is found.written is found.mended
    assert found.story is not None
    assert not found.story.mended


def test_a_broken_story_is_mended_and_no_story_to_play(tiny: Tiny) -> None:
    found = survey(tiny.swap(LAST, "deeds: [bad]", "deeds: [bda]").folder)
    assert found.story is None
    assert found.mended is not None
    assert found.mended.mended


def test_a_mended_story_is_not_played(tiny: Tiny) -> None:
    mended = survey(tiny.swap(LAST, "deeds: [bad]", "deeds: [bda]").folder).mended
    assert mended is not None
    with pytest.raises(ValueError, match="not to be played"):
        Session(mended, new_run("tiny", mended.digest, "score", "whole"))


@pytest.mark.parametrize(
    ("name", "old", "new", "left"),
    [
        (LAST, "outcome: Bad.", "outcome: Bad., then: first", "then"),
        (LAST, "outcome: Bad.", "outcome: Bad., then: fourth", "then"),
        (LAST, "outcome: Bad.", "outcome: Bad., if: door nowhere open", "if_"),
        (LAST, "outcome: Bad.", "outcome: Bad., if: rain or shine", "if_"),
        (CHAPTER, "needs: door gate open", "needs: door gaet open", "needs"),
    ],
)
def test_what_an_option_names_in_vain_is_left_out(
    tiny: Tiny, name: str, old: str, new: str, left: str
) -> None:
    mended = survey(tiny.swap(name, old, new).folder).mended
    assert mended is not None
    options = [option for scene in mended.scenes.values() for option in scene.options]
    assert {getattr(option, left) for option in options} == {None}


def test_the_second_scene_of_an_id_is_left_out(tiny: Tiny) -> None:
    found = survey(tiny.swap(LAST, "id: third", "id: first").folder)
    assert found.mended is not None
    assert next(s.title for s in found.mended.scenes.values()) == "The first"
    assert "third" not in found.mended.scenes
    walked(found)


def test_a_rule_that_can_not_be_applied_is_silent(tiny: Tiny) -> None:
    found = survey(
        tiny.swap(SCORE, "size: small, claim: C1, says: Good", "claim: C1, says: G").folder
    )
    assert found.mended is not None
    assert "good" not in found.mended.rulebooks["score"].rules
    walked(found)


def test_nobody_is_blamed_for_naming_what_could_not_be_read(tiny: Tiny) -> None:
    tiny.put(LAST, "chapter: [\n")
    assert codes(survey(tiny.swap(STORY, "[second, first]", "[third, first]").folder)) == [
        "not-yaml"
    ]


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_that_can_not_be_read_hides_nothing_else(tiny: Tiny, name: str) -> None:
    found = survey(tiny.put(name, "a: [\n").folder)
    assert "not-yaml" in codes(found)
    assert [code for code in codes(found) if code.startswith("unknown-")] == []


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (LAST, "    claims: [C1]\n", "    claims: C1\n", "wrong-kind"),
        (LAST, "    claims: [C1]\n", "    claimz: [C1]\n", "unknown-key"),
        (LAST, "    text: It ends.\n", "    text: ''\n", "empty-text"),
        (LAST, "month: 6", "month: six", "wrong-kind"),
        (LAST, f"      {ILL}", "", ""),
        (CHAPTER, "{text: It rains elsewhere.}", "{txt: It.}", "missing-key unknown-key"),
        (SCORE, "start: 50", "start: fifty", "wrong-kind"),
        (SCORE, "{small: 10}", "10", "wrong-kind"),
        (SCORE, "answer: up", "answer: upp", "wrong-kind"),
        (SCORE, "rules:\n  good", "rules: none\nrulez:\n  good", "wrong-kind unknown-key"),
        (LISTS, "    months: 3\n", "    months: three\n", "wrong-kind"),
        ("claims/all.yaml", "verdict: documented", "verdict: sure", "wrong-kind"),
        ("claims/all.yaml", "  for: It does.\n", "  fro: It does.\n", "unknown-key"),
        (STORY, "normally: closed", "normally: shut", "wrong-kind"),
    ],
)
def test_one_slip_brings_up_no_others(tiny: Tiny, name: str, old: str, new: str, told: str) -> None:
    assert codes(survey(tiny.swap(name, old, new).folder)) == told.split()


NOISE = st.sampled_from(
    [
        *(
            "",
            " ",
            "\n",
            ":",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "'",
            "x",
            "0",
            "none",
            "if: ",
            "then: first",
        ),
        *(
            "first",
            "gate",
            "good",
            "door gate open",
            " or ",
            "\n  ",
            "\t",
            "é",
            "\x00",
            "999999999",
        ),
    ]
)
CUTS = st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 30), NOISE), min_size=1, max_size=4)


@settings(max_examples=150)
@given(name=st.sampled_from(sorted(FILES)), cuts=CUTS)
def test_whatever_is_broken_the_rest_is_walked(
    tmp_path_factory: pytest.TempPathFactory, name: str, cuts: Sequence[tuple[int, int, str]]
) -> None:
    text = FILES[name]
    for at, gone, noise in cuts:
        at %= len(text) + 1
        text = text[:at] + noise + text[at + gone :]
    folder = Tiny(tmp_path_factory.getbasetemp() / "survey").put(name, text).folder
    found, _ = quick(folder)
    for problem in found.problems.sorted():
        assert problem.message
        assert stands(folder, problem), problem
    if found.mended is not None:
        walked(found)


def stands(folder: Path, problem: Problem) -> bool:
    """Whether a problem's place is a file of the story, and a place in it."""
    path = folder / problem.file
    if problem.line == 0:
        return path.exists() or problem.code in ("missing-file", "no-folder")
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", path.read_text(encoding="utf-8-sig"))
    inside = problem.line <= len(lines) and problem.column <= len(lines[problem.line - 1]) + 1
    return inside and problem.column > 0


def test_a_condition_that_is_broken_over_lines_is_told_at_its_head(tmp_path: Path) -> None:
    whole = "if: chose first.ill, deeds"
    folded = 'if: "chose first.ill\n        oor on any", deeds'
    text = FILES["chapters/1.yaml"].replace(whole, folded)
    folder = Tiny(tmp_path / "folded").put("chapters/1.yaml", text).folder
    found, _ = quick(folder)
    told = [problem for problem in found.problems.sorted() if problem.code == "condition"]
    assert [stands(folder, problem) for problem in told] == [True]


def test_an_id_that_can_not_be_typed_is_told_where_it_is_written(tmp_path: Path) -> None:
    text = FILES["claims/all.yaml"].replace("id: C1", "id: C 1", 1)
    folder = Tiny(tmp_path / "odd").put("claims/all.yaml", text).folder
    found, _ = quick(folder)
    told = [problem for problem in found.problems.sorted() if problem.code == "odd-id"]
    assert [stands(folder, problem) for problem in told] == [True]
