"""What the guide says: a card for every scene, words that a class can read, nothing of its own
that should be the story's.
"""

import itertools
import re
from pathlib import Path

import pytest

from game.check.grade import MOST, grade
from game.check.guide import aloud, check_guide, guide_prose
from game.cli.arguments import parser
from game.core.guiding import page
from game.core.statements import statements
from game.pack.problems import Problems
from tests.builders import STORY, shipped_story
from tests.guide.helpers import shipped_guide

GUIDE, TOLD = shipped_guide(), shipped_story()


def test_a_check_finds_nothing_wrong_with_it() -> None:
    problems = Problems()
    check_guide(TOLD, STORY, problems)
    assert [str(problem) for problem in problems.sorted()] == []


@pytest.mark.parametrize("cut", ["taster", "season"])
def test_every_scene_and_event_of_a_shorter_year_has_a_card(cut: str) -> None:
    assert [s.id for s in TOLD.cut_scenes(cut) if s.id not in GUIDE.cards] == []


def test_every_card_is_for_a_scene_that_there_is() -> None:
    assert set(GUIDE.cards) <= set(TOLD.scenes)


def test_a_card_has_two_questions_and_something_that_a_room_says() -> None:
    for card in GUIDE.cards.values():
        assert len(card.ask) == 2
        assert all(words.strip().endswith("?") for words in card.ask)
        assert len(card.room) >= 2


def test_what_a_class_hears_or_reads_keeps_to_its_grade() -> None:
    grades = {title: grade(texts) for _, title, texts in aloud(GUIDE)}
    assert len(grades) > 20
    assert {title: level for title, level in grades.items() if level > MOST} == {}


def test_no_page_quotes_by_itself() -> None:
    """Quotes are put in from the story, with their answer; curly marks are theirs alone."""
    assert [text for text in guide_prose(GUIDE) if re.search("[“”]", text)] == []


def test_no_sentence_of_the_article_stands_in_the_guides_own_words() -> None:
    prose = " ".join(" ".join(text.split()) for text in guide_prose(GUIDE)).casefold()
    quoted = (" ".join(claim.words.split()).casefold() for claim in TOLD.claims.values())
    assert [words for words in quoted if len(words.split()) > 4 and words in prose] == []


def test_nobody_who_lives_is_named() -> None:
    names = "Liu Hu|Xi Jinping|Jack Ma|Bruce|Roberts|James"
    assert [text for text in guide_prose(GUIDE) if re.search(rf"\b(?:{names})\b", text)] == []


def test_the_statements_are_the_storys() -> None:
    shown = [part.statements for id in GUIDE.pages for part in page(TOLD, GUIDE, id).parts]
    assert sum(1 for found in shown if found) == 2
    assert {found for found in shown if found} == {statements(TOLD, {}, "first")}


def test_the_plan_fills_its_45_minutes_without_a_gap() -> None:
    due = [part.minutes.split("–") for part in GUIDE.pages["plan"].parts if part.minutes]
    assert due[0][0] == "0"
    assert due[-1][1] == "45"
    assert all(before[1] == after[0] for before, after in itertools.pairwise(due))


def test_scenes_that_the_plan_names_are_in_the_taster() -> None:
    (scenes,) = (part for part in GUIDE.pages["plan"].parts if part.minutes == "7–24")
    words = even(" ".join(scenes.text))
    named = [s.title for s in TOLD.cut_scenes("taster") if s.title.casefold() in words]
    assert len(named) == 6


def test_every_command_that_is_named_is_a_command() -> None:
    known = set(commands())
    named = set()
    for text in [*guide_prose(GUIDE), *typed()]:
        named |= set(re.findall(r"\bcarrot (?!--)([a-z]+)", text))
    assert named - known == set()


def even(words: str) -> str:
    return " ".join(words.split()).casefold()


def commands() -> list[str]:
    (action,) = (a for a in parser()._actions if a.dest == "command")
    return list(action.choices or ())


def typed() -> list[str]:
    return [key for leaf in GUIDE.pages.values() for part in leaf.parts for key in part.commands]


def test_the_guide_holds_no_program() -> None:
    kinds = {path.suffix for path in Path(STORY, "guide").rglob("*") if path.is_file()}
    assert kinds == {".yaml"}
