"""A guide is read strictly, told of with file, line and column, and keeps nobody from playing."""

from pathlib import Path

import pytest

from game.check.examine import examine
from game.pack import PackError
from game.pack.guide import guide_of, has_guide
from tests.builders import Tiny
from tests.guide.helpers import CARDS, PAGE, Beside


@pytest.fixture
def beside(tmp_path: Path) -> Beside:
    return Beside(tmp_path)


def test_a_whole_guide_has_no_problem(beside: Beside) -> None:
    assert beside.told() == []
    guide = guide_of(beside.story())
    assert guide is not None
    assert list(guide.pages) == ["start"]
    assert list(guide.cards) == ["drill", "ladder"]


SLIPS = (
    (PAGE, "see: [start]", "see: [strat]", "9:11", "no page `strat`. Did you mean `start`?"),
    (PAGE, "claims: [B1]", "claims: [B7]", "8:14", "there is no claim `B7`."),
    (PAGE, "line: How", "lien: How", "3:1", "`lien`"),
    (PAGE, "say: [We begin.]", "say: We begin.", "7:10", "a list"),
    (PAGE, "title: Start\n", "title: Start\nreaders: pupil\n", "3:10", "Did you mean `pupils`?"),
    (CARDS, "drill:", "dril:", "1:1", "no scene `dril`. Did you mean `drill`?"),
    (CARDS, "[Who waits?, Who knew?]", "[Who waits?]", "1:1", "has 1 follow-up questions"),
    (CARDS, "trap: Nobody talks.", "trap:", "4:8", "empty"),
    (CARDS, "ladder:", "drill:", "6:1", "`drill`"),
)


@pytest.mark.parametrize(("file", "old", "new", "at", "words"), SLIPS)
def test_a_slip_is_told_where_it_stands(
    beside: Beside, file: str, old: str, new: str, at: str, words: str
) -> None:
    told = beside.swap(file, old, new).told()
    assert any(line.startswith(f"{file}:{at}: ") and words in line for line in told), told


def test_two_pages_with_one_id_are_told(beside: Beside) -> None:
    text = (beside.folder / PAGE).read_text(encoding="utf-8")
    (line,) = beside.put("guide/2-again.yaml", text).told()
    assert line.startswith("guide/2-again.yaml:1:5: error: there are two pages")


def test_a_scene_without_a_card_is_a_warning(beside: Beside) -> None:
    text = (beside.folder / CARDS).read_text(encoding="utf-8")
    (line,) = beside.put(CARDS, text[: text.index("ladder:")]).told()
    assert line.startswith(f"{CARDS}:1:1: warning: no card")
    assert "`ladder`" in line
    assert guide_of(beside.story()) is not None


def test_a_broken_guide_keeps_nobody_from_playing(beside: Beside) -> None:
    story = beside.put(PAGE, "id: [").story()
    with pytest.raises(PackError):
        guide_of(story)


def test_a_check_reads_the_guide_as_well(beside: Beside) -> None:
    assert examine(beside.folder).good
    beside.swap(PAGE, "see: [start]", "see: [strat]")
    assert not examine(beside.folder).good


def test_a_check_warns_of_words_to_avoid_and_of_hard_words_for_a_class(beside: Beside) -> None:
    hard = "Administrative accountability necessitates institutional documentation."
    beside.swap(PAGE, "Everybody sits.", "Nobody is a thief.").swap(PAGE, "We begin.", hard)
    found = {problem.code for problem in examine(beside.folder).problems}
    assert {"avoided-word", "grade"} <= found


def test_a_story_without_a_guide_has_none(tiny: Tiny) -> None:
    assert not has_guide(tiny.load())
    assert guide_of(tiny.load()) is None


def test_the_guide_is_no_part_of_what_a_save_was_made_with(beside: Beside) -> None:
    before = beside.story().digest
    assert beside.swap(PAGE, "We begin.", "We start.").story().digest == before
