"""What looks as if it could be clicked opens something, and nothing is lost by a click."""

from pathlib import Path

from game.core.showing.views import EndingPage
from game.core.story.model import Story
from game.folders import runs_folder
from game.tui.screens.behind import DoorsScreen
from game.tui.screens.card import CardScreen
from game.tui.screens.play import PlayScreen
from game.tui.screens.rule import RuleScreen
from game.tui.screens.settings import SettingsScreen
from game.tui.screens.title import TitleScreen
from game.tui.sheets.grid import set_grid
from tests.builders import shipped_story
from tests.tui.helpers import opened
from tests.tui.holding import at_size
from tests.tui.screens import at, lived
from tests.tui.walls import hung


async def test_what_the_keeper_did_opens_the_card_of_the_sentence_behind_it() -> None:
    story = shipped_story()
    async with opened(story, at("red-man", "outcome")(story)) as table:
        await table.click("The government looks at whether")
        assert isinstance(table.app.screen, CardScreen)
        assert "A19" in table.text


async def test_an_outcome_that_moved_nothing_opens_nothing() -> None:
    story = shipped_story()
    session = at("three-days", "outcome", take="refuse", keeper="record")(story)
    async with opened(story, session) as table:
        await table.click("No list moves")
        assert isinstance(table.app.screen, PlayScreen)


async def test_the_doors_in_the_margin_open_the_doors() -> None:
    story = shipped_story()
    async with opened(story, at("red-man")(story)) as table:
        await table.click("the appeal window")
        assert isinstance(table.app.screen, DoorsScreen)


async def test_the_head_of_a_column_opens_the_keepers_rule_for_it() -> None:
    story = shipped_story()
    async with opened(story, at("red-man", "reveal")(story)) as table:
        await table.click("◀ you")
        assert isinstance(table.app.screen, RuleScreen)


async def test_a_found_ending_in_the_album_opens_its_page_and_a_blank_one_nothing() -> None:
    story = shipped_story()
    lived()(story)
    async with opened(story) as table:
        await table.click("Your years")
        here = table.text
        await table.click("▐ ·····")
        assert table.text == here
        await table.click("▐ 1 Loud")
        assert isinstance(table.app.screen, PlayScreen)
        assert isinstance(table.session.page, EndingPage)
        assert "a page of the album" in table.text
        await table.press("escape")
        await table.rest()
        assert "The album:" in table.text


async def test_the_settings_are_one_click_away_from_a_scene_and_on_a_small_page_two() -> None:
    story = shipped_story()
    async with opened(story, at("red-man")(story), size=(100, 30)) as table:
        await table.click("settings")
        assert isinstance(table.app.screen, SettingsScreen)
    async with opened(story, at("under-the-article")(story), size=(80, 24)) as table:
        await table.click("help")
        while "settings: theme" not in table.text:
            await table.click("▼ more")
        await table.click("settings: theme")
        await table.rest()
        assert isinstance(table.app.screen, SettingsScreen)


async def test_quitting_with_statements_judged_for_a_year_to_come_is_asked_once() -> None:
    async with opened(shipped_story()) as table:
        await table.click("Six statements")
        await table.press("t", "escape")
        await table.click("quit")
        assert isinstance(table.app.screen, TitleScreen)
        assert "goes with a new year, and none has begun" in table.flat
        await table.click("quit")
    assert table.app.return_code == 0


async def test_quitting_with_nothing_to_lose_asks_nothing() -> None:
    async with opened(shipped_story()) as table:
        await table.click("quit")
    assert table.app.return_code == 0


async def test_what_was_told_over_the_menu_goes_with_the_next_row_that_is_taken(
    tiny: Story,
) -> None:
    (runs_folder()).mkdir(parents=True, exist_ok=True)
    (runs_folder() / "broken.run.json").write_text("{")
    async with opened(tiny) as table:
        assert "set aside" in table.flat
        await table.click("Library")
        await table.press("escape")
        assert "set aside" not in table.flat


async def test_what_was_told_of_an_import_goes_with_the_next_thing_that_is_asked_for() -> None:
    story = shipped_story()
    lived()(story)
    async with opened(story) as table:
        await table.click("Your years")
        await table.press("i", *"nowhere", "enter")
        assert "nowhere" in table.text
        await table.press("d", "escape")
        assert "nowhere" not in table.text


async def test_the_next_part_of_the_library_begins_under_its_own_head() -> None:
    async with opened(shipped_story(), size=(80, 24)) as table:
        await table.click("Library")
        await table.press("right")
        await table.rest()
        lines = table.text.splitlines()
        here = next(n for n, line in enumerate(lines) if "›" in line)
        assert "a comment that sells something" in lines[here - 1]
        assert here < 10


def test_what_a_cell_says_is_not_cut_for_the_sake_of_air() -> None:
    session = at("half-price", "reveal")(shipped_story())
    assert session is not None
    page = session.whole_reveal
    assert page is not None
    told = "\n".join(line.plain for line in set_grid(page, 62, None))
    cells = [cell for row in page.rows for cell in row.cells]
    assert told.count("○ no effect") == sum(cell.short == "no effect" for cell in cells) > 0


async def test_help_of_the_wall_says_more_only_while_there_is_more(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path) as wall:
        await wall.pilot.press("question_mark")
        await at_size(wall.pilot, 66, 18)
        assert "↓ more" in wall.rows[-1]
        await wall.pilot.press(*["pagedown"] * 4)
        await wall.pilot.pause()
        assert "↓ more" not in wall.rows[-1]
        await at_size(wall.pilot, 160, 45)
        assert wall.rows[-1].strip() == "esc closes"
