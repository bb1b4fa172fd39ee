"""The title screen: the name, and entries that all work."""

from pathlib import Path

import pytest

from game.core.story.model import Story
from game.folders import runs_folder
from game.tui.screens.play import PlayScreen
from game.tui.screens.settings import SettingsScreen
from tests.builders import Tiny, shipped_story
from tests.tui.helpers import begin, opened, played
from tests.tui.screens import GALLERY, hung


async def test_the_name_stands_there_as_plain_text() -> None:
    async with opened(shipped_story()) as table:
        assert "Carrot & Stick" in table.text


async def test_new_year_begins_a_run(tiny: Story) -> None:
    async with opened(tiny) as table:
        await table.press("enter")
        assert isinstance(table.app.screen, PlayScreen)
        assert table.session.stop.kind == "opening"


async def test_continue_is_offered_where_there_is_something_to_continue(tiny: Story) -> None:
    async with opened(tiny) as table:
        assert "Continue" not in table.text
    played(tiny, "first.well").save()
    async with opened(tiny) as table:
        assert "Continue" in table.text
        assert "after The first, 1 of 3 · just now" in table.flat
        await table.press("enter")
        assert table.session.run.choices[0].option == "well"


async def test_a_year_that_is_over_can_be_opened_at_what_it_adds_up_to(tiny: Story) -> None:
    session = played(tiny, "first.ill", "second.well", "third.well")
    session.save()
    while session.page is not None:
        session.go_on()
    async with opened(tiny) as table:
        assert "Continue" not in table.text
        number = session.trace.state.standings[0].number
        assert f"Last year {session.game.books[0].short}, {number} · just now" in table.flat
        await table.click("Last year")
        assert table.session.page is None
        assert table.session.run == session.run
        await table.press("q")
        assert "Last year" in table.text


async def test_a_year_that_the_story_no_longer_ends_is_not_offered(
    tiny: Story, tmp_path: Path
) -> None:
    played(tiny, "first.ill", "second.well", "third.well").save()
    edited = Tiny(tmp_path / "edited").swap("chapters/2.yaml", "id: third", "id: other").load()
    async with opened(edited) as table:
        assert "Last year" not in table.text


async def test_a_damaged_save_is_told_and_set_aside(tiny: Story) -> None:
    folder = runs_folder()
    folder.mkdir(parents=True)
    (folder / "20250101-000000-aaaaaaaa.run.json").write_text("{")
    async with opened(tiny) as table:
        assert "set aside" in table.flat


async def test_the_keeper_is_chosen_by_digit(tiny: Story) -> None:
    async with opened(tiny) as table:
        await table.press("down", "enter")
        assert "Who keeps the score?" in table.text
        await table.press("2")
        await table.press("up", "enter")
        assert table.session.run.keeper == "lists"


async def test_a_chooser_left_with_escape_changes_nothing(tiny: Story) -> None:
    async with opened(tiny) as table:
        await table.press("down", "enter", "down", "escape")
        assert table.app.keeper == "score"


async def test_the_length_is_chosen_with_its_minutes_and_remembered() -> None:
    async with opened(shipped_story()) as table:
        await table.click("Length")
        assert "6 scenes, about 8 minutes" in table.text
        await table.press("1")
        assert "a taster, about 8 minutes" in table.text
        await table.click("New year")
        await table.press("q")
        assert "a taster, about 8 minutes" in table.text


async def test_every_entry_opens_something() -> None:
    async with opened(shipped_story()) as table:
        title = table.text
        for row in range(1, 6):
            await table.press(*["down"] * row, "enter")
            assert table.text != title
            await table.press("escape", *["up"] * row)
            assert table.text == title


async def test_the_library_opens_a_card() -> None:
    async with opened(shipped_story()) as table:
        await table.click("Library")
        await table.press("enter")
        assert "Leader-for-life" in table.flat
        assert "the other side" in table.text


async def test_leaving_the_run_comes_back_to_the_title_with_continue(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "1", "q")
        assert "Continue" in table.text


async def test_a_click_on_an_entry_opens_it(tiny: Story) -> None:
    async with opened(tiny) as table:
        await table.click("Library")
        assert "everything counts" in table.text


async def test_a_folder_that_is_not_there_is_no_trouble(tiny: Story, tmp_path: Path) -> None:
    async with opened(tiny, runs=tmp_path / "nowhere") as table:
        assert "New year" in table.text


@pytest.mark.parametrize("size", [(80, 24), (100, 30)])
async def test_the_settings_have_a_line_of_the_menu(size: tuple[int, int]) -> None:
    async with hung(
        next(shot for shot in GALLERY if shot.name == "title-with-runs"), size
    ) as table:
        await table.click("Settings ")
        assert isinstance(table.app.screen, SettingsScreen)
