"""Enter takes nothing before all that can be taken was seen, and nothing is lost unasked."""

import pytest

from game.core.playing.session import Session
from game.tui.widgets.choices import Choices, Row
from tests.builders import shipped_story
from tests.tui.helpers import Table, opened
from tests.tui.screens import at

SMALL, COMMON = (80, 24), (100, 30)


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


@pytest.mark.parametrize("size", [SMALL, COMMON])
async def test_enter_shows_the_options_below_before_it_takes_one(size: tuple[int, int]) -> None:
    story = shipped_story()
    async with opened(story, at("long-way-home", keeper="reply")(story), size=size) as table:
        below = "▼ more" in foot(table)
        assert ("to the other options" in foot(table)) is below
        if below:
            await table.press("enter")
        assert table.session.waiting
        assert "1–4 choose" in foot(table)
        assert all(f" {digit}  " in table.text for digit in (1, 2, 3))
        await table.press("enter")
        assert "enter once more takes it" in foot(table)
        await table.press("enter")
        assert table.session.waiting is None


async def test_a_digit_takes_only_what_can_be_seen() -> None:
    story = shipped_story()
    session = at("under-the-article", keeper="reply")(story)
    made = len(session.run.choices)
    async with opened(story, session, size=SMALL) as table:
        await table.press("4")
        assert len(table.session.run.choices) == made


async def test_options_that_fill_more_than_a_page_are_shown_a_page_at_a_time() -> None:
    story = shipped_story()
    session = at("long-way-home", keeper="reply")(story)
    async with opened(story, session, size=SMALL) as table:
        choices = table.app.screen.query_one(Choices)
        rows = tuple(Row(str(n), f"line one {n} " * 20, str(n)) for n in range(1, 9))
        choices.show_rows(rows)
        await table.rest()
        pressed = 0
        while not choices.in_sight and pressed < 20:
            await table.press("enter")
            pressed += 1
        assert table.session.waiting
        assert 2 <= pressed < 6


def judged_before() -> Session:
    story = shipped_story()
    session = at(cut="taster")(story)
    assert session is not None
    session.believe("before", story.statements[0].id, True)
    return session


async def test_the_answers_are_told_only_after_a_question() -> None:
    async with opened(shipped_story(), judged_before(), size=SMALL) as table:
        await table.press("o")
        assert "After that they can't be judged again" in table.flat
        assert not table.session.key_told
        await table.press("s")
        assert "True or false" in table.flat or "The same once more" in table.flat


async def test_escape_leaves_the_answers_untold() -> None:
    async with opened(shipped_story(), judged_before(), size=SMALL) as table:
        await table.press("o", "escape")
        assert "After that" not in table.flat
        await table.press("o")
        assert not table.session.key_told


async def test_once_the_answers_are_told_nothing_offers_to_judge_them() -> None:
    async with opened(shipped_story(), judged_before(), size=SMALL) as table:
        await table.press("o", "o")
        assert table.session.key_told
        assert "Press s" not in table.flat
        assert "s statements" not in foot(table)
        await table.press("s")
        assert "The answers have been told; what you said before stands." in table.flat


async def test_escape_takes_back_the_question_whether_to_reopen_a_year() -> None:
    session = judged_before()
    async with opened(shipped_story(), session, size=SMALL) as table:
        await table.press("u")
        assert "This year is over" in table.flat
        await table.press("escape")
        assert "This year is over" not in table.flat
        await table.press("u")
        assert table.session.over


async def test_m_offers_the_marks_on_a_card_opened_by_its_key_too() -> None:
    story = shipped_story()
    async with opened(story, at("red-man", "reveal")(story), size=SMALL) as table:
        await table.press("c", "m")
        assert "Mark the sentence" in table.flat
        await table.press("2")
        assert "you: in part" in table.flat


async def test_a_mark_made_by_a_digit_is_said_where_it_is_out_of_sight() -> None:
    story = shipped_story()
    async with opened(story, at("somebody-falls", "card")(story), size=SMALL) as table:
        await table.press("space", "2")
        assert "marked: in part; 2 takes it off" in foot(table)
        assert foot(table).rstrip().endswith("off")
        assert "? help" in foot(table)
        await table.press("2")
        assert "the mark is off" in foot(table)
