"""A lesson in a language that isn't there: phones, wall and notes say nothing in English."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from game.classroom.notes_page import notes_page
from game.classroom.pages import page
from game.core.story.model import Story
from game.lesson.alias import alias
from game.lesson.notes import notes
from game.lesson.phone import Phones
from game.lesson.shown import asked_of
from tests.lesson.rooms import Class
from tests.words.pseudo import latin

NAME = {"Carrot", "Stick"}
"""What the game is called."""


@pytest.fixture
def lesson(pseudo: Story, tmp_path: Path) -> Class:
    return Class(pseudo, tmp_path / "pseudo.class.jsonl", seats=5, cut="taster")


def read(html: str) -> str:
    """What a person reads of a page, or hears of it."""
    heard = " ".join(re.findall(r'aria-label="([^"]*)"', html))
    text = re.sub(r"<(style|script)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return unescape(heard + " " + re.sub(r"<[^>]*>", " ", text))


def script_words(html: str) -> object:
    found = re.search(r"<script type=application/json id=words>(.*?)</script>", html)
    assert found
    return json.loads(found[1])


def every_page(lesson: Class) -> list[tuple[str, str]]:
    """Every page of a lesson as a phone and the teacher's tablet see it, with what is asked."""
    seen: list[tuple[str, str]] = []
    phones = Phones(lesson.room)
    while True:
        state = phones.state(lesson.seats[0])
        told = notes_page(notes(lesson.room), asked_of(lesson.room), "", "xx")
        seen.append((f"{state['page']} {state['phase']}", page(state, "", "", "xx") + told))
        if state["page"] == "end":
            return seen
        if lesson.shown.tie:
            lesson.teacher.pick(lesson.shown.tie[0])
            continue
        lesson.teacher.go_on()
        asked = lesson.shown.asked
        if asked and asked.open:
            sure = 2 if asked.kind == "statement" else 0
            open_ = [view.id for view in asked.answers if view.letter]
            lesson.say(*(open_ * 2)[:3], sure=sure)


def test_a_phone_and_a_tablet_are_told_whole_on_every_page(lesson: Class) -> None:
    code = {lesson.room.lesson.code}
    for where, html in every_page(lesson):
        assert set(latin(read(html))) <= NAME | code, where


def test_the_door_is_told_whole(pseudo: Story) -> None:
    assert set(latin(read(page(None, "", "", "xx")))) <= NAME


def test_the_pages_script_has_no_words_of_its_own(pseudo: Story) -> None:
    told = script_words(page(None, "", "", "xx"))
    named = re.findall(r"\{\w+\}", json.dumps(told))
    assert set(named) == {"{alias}", "{why}", "{answer}", "{sure}"}
    assert latin(re.sub(r'"\w+":|\{\w+\}', "", json.dumps(told, ensure_ascii=False))) == ["ACDE"]
    script = (Path(page.__code__.co_filename).parent / "page" / "page.js").read_text()
    said = re.findall(r'"[^"\n]*[a-z] [a-z][^"\n]*"', re.sub(r"[(){};]", "\n", script))
    assert [words for words in said if words != '"use strict"'] == []
    assert set(re.findall(r"words\.(\w+)", script)) - {"forEach"} == set(told)  # type: ignore[call-overload]


def test_a_page_says_in_which_language_it_is(pseudo: Story) -> None:
    assert '<html lang="xx">' in page(None, "", "", "xx")
    assert '<html lang="&quot;&gt;">' in page(None, "", "", '">')


def test_every_seat_has_an_alias_of_its_own_in_any_language(pseudo: Story) -> None:
    told = [alias(number) for number in range(36 * 36)]
    assert len(set(told)) == len(told)
    assert latin(" ".join(told)) == []
