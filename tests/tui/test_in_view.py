"""What a key adds to a page is seen, and whoever leaves a list for a page comes back to its row."""

import pytest

from game.core.story.model import Story
from game.tui import words
from game.tui.screens.history import HistoryScreen
from tests.builders import shipped_story
from tests.tui.helpers import Table, begin, opened, played
from tests.tui.screens import at
from tests.tui.test_back import at_the_end

SMALL = (80, 24)


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


@pytest.mark.parametrize("scene", ["sixteen-digits", "noors-post"])
async def test_the_reply_to_an_answer_is_seen_and_the_key_stays(scene: str) -> None:
    story = shipped_story()
    async with opened(story, at(scene, "reveal", cut="taster")(story), size=SMALL) as table:
        await table.press("a", "1")
        assert "We f" in table.flat
        assert "a again" in foot(table)


async def test_a_question_never_parts_from_its_key() -> None:
    story = shipped_story()
    async with opened(story, at("under-the-article", "reveal")(story), size=SMALL) as table:
        await table.press("end")
        for row in table.text.splitlines():
            assert not row.endswith("press")


async def test_an_old_page_leads_back_to_its_row_of_history(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("h", "home", "down")
        at_row = table.app.screen.list.highlighted  # type: ignore[attr-defined]
        await table.press("enter", "escape")
        screen = table.app.screen
        assert isinstance(screen, HistoryScreen)
        assert screen.list.highlighted == at_row
        await table.press("escape")
        assert table.session.page is None


async def test_a_scene_that_was_turned_back_to_says_that_it_is_old(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "1", "b")
        assert "An old page" in table.flat
        await table.press("escape")
        assert "The number rises by 10" in table.flat
        await table.press("b", "u")
        assert not table.session.run.choices


async def test_turning_forward_again_takes_the_note_away(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await table.press("b", "enter")
        assert "An old page" not in table.flat


@pytest.mark.parametrize("key", ["o", "s"])
async def test_what_is_so_of_the_statements_begins_at_the_top(key: str) -> None:
    story = shipped_story()
    session = at(cut="taster")(story)
    session.believe("before", story.statements[0].id, True)
    async with opened(story, session, size=SMALL) as table:
        assert "s statements" in foot(table)
        await table.press("pagedown", "pagedown", *((key,) if key == "o" else ("s", "t", "escape")))
        assert "Six statements" in "".join(table.text.splitlines()[1:4])


async def test_where_a_word_is_typed_the_footer_offers_no_letters() -> None:
    async with opened(shipped_story(), size=SMALL) as table:
        await table.click("Library")
        assert "w who" in foot(table)
        await table.press("slash")
        assert foot(table).split() == ["enter", "to", "the", "list", "esc", "back"]
        await table.press("d", "e", "b", "t", "enter")
        assert "w who" in foot(table)
        assert words.HELP.words in foot(table)
