"""What the guide says: a card for every scene, words that a class can read, nothing of its own
that should be the story's.
"""

import itertools
import re
from pathlib import Path
from typing import get_args

import pytest

from game.check.grade import MOST, grade
from game.check.guide import aloud, check_guide, guide_prose
from game.cli.arguments import parser
from game.core.library.guiding import page
from game.core.story.claims import Verdict
from game.core.story.guide import Part
from game.core.story.statements import statements
from game.lesson.notes import PLAN
from game.pack.problems import Problems
from game.tui.projector.keys import KEYS
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


@pytest.mark.parametrize(("id", "minutes"), [("plan", "45"), ("shorter", "35")])
def test_a_plan_fills_its_minutes_without_a_gap(id: str, minutes: str) -> None:
    due = [part.minutes.split("–") for part in GUIDE.pages[id].parts if part.minutes]
    assert due[0][0] == "0"
    assert due[-1][1] == minutes
    assert all(before[1] == after[0] for before, after in itertools.pairwise(due))


@pytest.mark.parametrize("id", ["plan", "shorter", "hands"])
def test_the_minutes_of_scenes_go_up_and_stay_within_their_part(id: str) -> None:
    for part in GUIDE.pages[id].parts:
        at = [int(term.removeprefix("minute ")) for term in part.terms]
        assert at == sorted(set(at))
        if part.minutes:
            first, last = map(int, part.minutes.split("–"))
            assert at == [] or (at[0] == first and at[-1] < last)


@pytest.mark.parametrize(("id", "many"), [("plan", 7), ("shorter", 4), ("hands", 4)])
def test_scenes_that_a_plan_names_are_the_tasters_in_their_order(id: str, many: int) -> None:
    """Of the 45 minutes all seven, with the letter that nobody chooses and two more if there is
    time; of the others the first four.
    """
    words = even(" ".join(text for part in GUIDE.pages[id].parts for text in planned(part)))
    titles = [scene.title.casefold() for scene in TOLD.cut_scenes("taster")]
    places = [words.find(title) for title in titles[:many]]
    assert -1 not in places
    assert places == sorted(places)
    assert [title for title in titles[many:] if title in words] == []


def planned(part: Part) -> list[str]:
    return [*part.terms.values(), *(part.after if part.terms else ())]


def test_the_notes_count_the_minutes_of_the_plan() -> None:
    due = [int(part.minutes.split("–")[0]) for part in GUIDE.pages["plan"].parts if part.minutes]
    assert [minute for minute, _ in PLAN] == due


def test_the_board_has_every_word_of_a_record() -> None:
    (words,) = (part.terms for part in GUIDE.pages["board"].parts)
    assert tuple(words) == get_args(Verdict)


def test_keys_that_are_named_are_keys_of_the_wall() -> None:
    known = {name for key, _ in KEYS for name in key.split(",")}
    named = {key for text in guide_prose(GUIDE) for key in re.findall(r"`([a-z])`", text)}
    start = {key for part in GUIDE.pages["start"].parts for key in part.commands if len(key) == 1}
    assert {"d", "o", "r", "s", "w"} <= named
    assert named | start <= known


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
