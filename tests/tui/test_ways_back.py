"""One click loses nothing: a finished year asks, an old page leads home, a mark stays."""

import pytest

from game.core.story.model import Story
from game.tui.screens.behind import DoorsScreen
from tests.builders import Tiny, shipped_story
from tests.tui.helpers import begin, opened
from tests.tui.screens import at
from tests.tui.test_back import at_the_end


@pytest.mark.parametrize("by_click", [True, False])
async def test_a_finished_year_is_unfinished_only_when_undo_was_asked_for_twice(
    tiny: Story, by_click: bool
) -> None:
    async with opened(tiny, at_the_end(tiny), size=(160, 45)) as table:
        run = table.session.run
        for asked in (True, False):
            await (table.click("undo") if by_click else table.press("u"))
            assert (table.session.run == run) is asked
            assert ("This year is over." in table.flat) is asked
        assert len(table.session.run.choices) == len(run.choices) - 1


async def test_what_undo_asked_is_forgotten_when_the_page_turns(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny), size=(160, 45)) as table:
        run = table.session.run
        await table.press("u", "b", "u")
        assert table.session.run == run


async def test_an_old_page_leads_to_yours_by_a_click_on_its_footer_or_its_line(
    tiny: Story,
) -> None:
    async with opened(tiny, at_the_end(tiny), size=(80, 24)) as table:
        left = table.session.stop
        for words in ("to your page", "Escape goes back"):
            await table.press("h", "home", "enter")
            assert table.session.stop != left
            await table.click(words)
            assert table.session.stop == left
            assert "to your page" not in table.text


async def test_from_an_old_page_the_other_is_tried_by_a_click(tiny: Story) -> None:
    session = at_the_end(tiny)
    async with opened(tiny, session, size=(80, 24)) as table:
        await table.press("h", "home", "enter")
        await table.click("try the other")
        assert table.session is not session
        assert "This is a run of its own" in table.flat
        await table.press("n")
        assert table.session.waiting


async def test_escape_from_a_guess_keeps_the_mark_on_the_option_that_was_chosen(
    files: Tiny,
) -> None:
    files.swap(
        "chapters/1.yaml", "title: The first\n", "title: The first\n    predict: direction\n"
    )
    async with opened(files.load(), begin(files.load(), predictions=True)) as table:
        for way in ("escape", "b"):
            await table.press("enter", "enter", "2", way)
            assert "› 2" in table.text


async def test_how_many_doors_are_closed_opens_them_on_a_small_page() -> None:
    story = shipped_story()
    async with opened(story, at("red-man")(story), size=(80, 24)) as table:
        await table.click("✕ closed")
        assert isinstance(table.app.screen, DoorsScreen)
