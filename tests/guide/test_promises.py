"""What the guide tells a teacher to press, pressed: it is what the program does."""

from pathlib import Path

import pytest

from game.core.story.model import Story
from game.lesson.shown import screen
from tests.guide.helpers import shipped_guide
from tests.lesson.rooms import Class


@pytest.fixture
def room(shipped: Story, tmp_path: Path) -> Class:
    return Class(shipped, tmp_path / "promised.class.jsonl", seats=3, cut="taster")


def page(room: Class) -> tuple[str, int]:
    return screen(room.room).page, screen(room.room).n


def said(id: str) -> str:
    leaf = shipped_guide().pages[id]
    parts = [(*p.text, *p.steps, *p.items, *p.after, *p.terms.values()) for p in leaf.parts]
    return " ".join(" ".join(text.split()) for part in parts for text in part)


def test_the_right_arrow_seven_times_passes_the_statements_by(room: Class) -> None:
    assert "press the right arrow seven times" in said("shorter")
    for _ in range(7):
        room.teacher.go_on()
    assert page(room)[0] == "opening"
    assert screen(room.room).tally is None


def test_s_and_six_more_leave_the_statements_out_at_the_end(room: Class) -> None:
    assert "press `s`, then the right arrow six times" in said("shorter")
    room.teacher.to_statements()
    for _ in range(6):
        room.teacher.go_on()
    assert page(room) == ("answers", 0)


def test_d_leaves_an_open_vote_for_who_wrote_this_and_loses_nothing(room: Class) -> None:
    assert "An open vote is closed by it" in said("shorter")
    room.go_to("scene")
    room.teacher.toggle()
    room.say("wait", "wait")
    room.teacher.to_debrief()
    assert page(room)[0] == "about"
    while page(room)[0] != "scene":
        room.teacher.go_back()
    assert screen(room.room).asked.in_ == 2


def test_the_page_that_is_shown_once_comes_before_sixteen_digits(room: Class) -> None:
    assert "a page that is shown once and never again" in said("plan")
    room.go_to("glance")
    room.teacher.go_on()
    assert (page(room)[0], screen(room.room).title) == ("scene", "Sixteen digits")
    room.teacher.go_back()
    assert page(room)[0] != "glance"


def test_a_lesson_of_three_scenes_ends_with_the_letter(room: Class) -> None:
    room.go_to("scene", 2)
    room.go_to("reveal", 3)
    assert screen(room.room).title == "No letter came"
    room.teacher.go_on()
    room.teacher.go_on()
    assert screen(room.room).title == "The long way home"


def test_looking_back_has_four_pages(room: Class) -> None:
    assert "Four pages" in said("plan")
    room.teacher.to_debrief()
    seen = []
    while page(room)[0] != "after":
        room.teacher.go_on()
        seen.append(page(room))
    assert [n for name, n in seen if name == "debrief"] == [0, 1, 2, 3]


def test_sixteen_digits_has_more_answers_than_cards_have_letters(room: Class) -> None:
    assert "More than four answers".casefold() in said("hands").casefold()
    room.go_to("scene", 2)
    room.vote("wrong")
    room.teacher.predict()
    assert len(screen(room.room).asked.answers) > 4


@pytest.mark.parametrize("title", ["The red man", "Sixteen digits"])
def test_the_plan_asks_for_a_guess_where_the_scene_does(shipped: Story, title: str) -> None:
    (scene,) = (s for s in shipped.cut_scenes("taster") if s.title == title)
    assert scene.predict
    (half,) = (s for s in shipped.cut_scenes("taster") if s.title == "Half price")
    assert half.predict is None
