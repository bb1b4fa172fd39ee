"""The statements: judged by key and by click, before and after, and laid open in the debrief."""

from game.core.story.model import Story
from game.tui.screens.statements import StatementsScreen
from tests.builders import Tiny, shipped_story
from tests.tui.helpers import Table, begin, opened, played

TWO = """\
- {id: one, says: Everything counts., truth: true, set: first, claim: C1, answer: It does.}
- {id: two, says: Nothing counts., truth: false, set: first, claim: C1, answer: It does so.}
"""
THROUGH = ("first.ill", "second.well", "third.well")


def asking(tiny: Tiny) -> Story:
    return tiny.put("statements.yaml", TWO).load()


async def to_the_debrief(table: Table) -> Table:
    while table.session.page is not None:
        await table.press("enter")
    return table


async def test_letters_say_true_or_false_and_digits_how_sure(files: Tiny) -> None:
    story = asking(files)
    async with opened(story, begin(story)) as table:
        await table.press("s", "f", "3", "enter", "t")
        assert table.session.run.statements["before"] == {"one": (False, 3), "two": (True, 2)}


async def test_a_click_judges_a_statement_too(files: Tiny) -> None:
    story = asking(files)
    async with opened(story, begin(story)) as table:
        await table.press("s")
        await table.click("t true")
        await table.click("1 a guess")
        assert table.session.run.statements["before"] == {"one": (True, 1)}


async def test_how_sure_waits_for_true_or_false(files: Tiny) -> None:
    story = asking(files)
    async with opened(story, begin(story)) as table:
        await table.press("s", "3")
        assert "True or false first" in table.text
        assert table.session.run.statements == {}


async def test_what_was_said_on_the_title_page_goes_with_the_run_that_begins(files: Tiny) -> None:
    async with opened(asking(files)) as table:
        await table.click("2 statements")
        await table.press("t", "escape")
        assert "1 of 2 judged" in table.text
        await table.click("New year")
        assert table.session.run.statements["before"] == {"one": (True, 2)}


async def test_it_does_not_go_with_the_next_run_as_well(files: Tiny) -> None:
    async with opened(asking(files)) as table:
        await table.click("2 statements")
        await table.press("t", "escape")
        await table.click("New year")
        await table.press("enter", "enter", "1", "q")
        await table.click("New year")
        assert table.session.run.statements == {}


async def test_nobody_is_made_to_judge_them(files: Tiny) -> None:
    story = asking(files)
    async with opened(story, begin(story)) as table:
        await table.press("enter", "enter", "1")
        assert not any(isinstance(s, StatementsScreen) for s in table.app.screen_stack)


async def test_what_is_so_waits_until_they_have_been_judged_again(files: Tiny) -> None:
    story = asking(files)
    session = played(story, *THROUGH)
    session.believe("before", "two", True)
    async with opened(story, session, size=(100, 60)) as table:
        await to_the_debrief(table)
        assert "You judged 1 of the 2 statements before the year." in table.text
        assert "It does so." not in table.text
        await table.press("s", "t", "down", "f", "escape")
        assert "you said before: true" in table.text
        assert "after: false" in table.text
        assert "It does so." in table.text
        assert table.session.saved


async def test_what_is_so_can_be_opened_without_judging_again(files: Tiny) -> None:
    story = asking(files)
    session = played(story, *THROUGH)
    session.believe("before", "two", True)
    async with opened(story, session, size=(100, 60)) as table:
        await to_the_debrief(table)
        await table.click("Or press o")  # it asks once
        await table.click("Or press o")
        assert "you believed" in table.text
        assert "It does so." in table.text


async def test_all_six_fit_a_small_page() -> None:
    async with opened(shipped_story(), size=(80, 24)) as table:
        await table.click("Six statements")
        assert "▼" not in table.text
        for _ in range(6):
            await table.press("t", "down")
        assert table.text.count("3 sure") == 6
        assert "▼" not in table.text


async def test_the_same_letter_again_takes_back_what_was_said(files: Tiny) -> None:
    story = asking(files)
    async with opened(story, begin(story)) as table:
        await table.press("s", "f", "f", "down", "t")
        assert table.session.run.statements["before"] == {"two": (True, 2)}
        await table.press("t")
        assert table.session.run.statements == {}
        assert "0 of 2 judged" in table.text


async def test_what_was_said_on_the_title_page_is_taken_back_there_as_well(files: Tiny) -> None:
    async with opened(asking(files)) as table:
        await table.click("2 statements")
        await table.click("t true")
        await table.click("t true")
        await table.press("escape")
        await table.click("New year")
        assert table.session.run.statements == {}


async def test_enter_on_the_last_statement_stays_there_and_says_which_way_is_on(
    files: Tiny,
) -> None:
    async with opened(asking(files)) as table:
        await table.click("2 statements")
        await table.press("t", "enter", "enter")
        assert "that was the last, 1 of 2 judged: esc" in table.text
        await table.press("t", "enter", "t")
        assert table.app.theme == "newsprint"
        assert isinstance(table.app.screen, StatementsScreen)
        await table.press("t", "enter")
        assert "that was the last, all are judged: esc" in table.text


async def test_the_page_of_statements_says_what_its_keys_do(files: Tiny) -> None:
    async with opened(asking(files)) as table:
        await table.click("2 statements")
        assert "Press t or f, then 1 to 3 for how sure" in table.flat


async def test_one_judged_after_the_year_is_kept_and_the_rest_can_be_judged_later(
    files: Tiny,
) -> None:
    story = asking(files)
    async with opened(story, played(story, *THROUGH), size=(100, 60)) as table:
        await to_the_debrief(table)
        await table.press("s", "f", "escape")
        assert "It does so." not in table.text
        assert "1 of 2 is judged now. Press s to judge the rest" in table.flat
        await table.press("s", "down", "f", "escape")
        assert "It does so." in table.text
        assert set(table.session.run.statements["after"]) == {"one", "two"}


async def test_the_answers_are_told_of_all_statements_and_asked_for_twice_while_some_are_open(
    files: Tiny,
) -> None:
    story = asking(files)
    async with opened(story, played(story, *THROUGH), size=(100, 60)) as table:
        await to_the_debrief(table)
        await table.press("s", "f", "escape", "o")
        assert "It does so." not in table.text
        await table.press("o")
        assert "It does so." in table.text
        assert "you didn't say" in table.text
        await table.press("s")
        assert not isinstance(table.app.screen, StatementsScreen)
