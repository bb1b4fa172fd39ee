"""The paper itself: sizes, themes, bars, the cursor."""

import pytest
from textual.containers import VerticalScroll

from game.core.story.model import Story
from tests.builders import shipped_story
from tests.tui.helpers import Table, begin, opened, played
from tests.tui.holding import at_size
from tests.tui.screens import GALLERY, Shot, hung


async def test_a_window_too_small_gets_a_sentence_and_the_page_comes_back(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter")
        await table.pilot.resize_terminal(70, 20)
        await table.press("1")
        assert "needs 80 columns and 24 rows" in table.flat
        assert table.session.run.choices == ()
        await table.pilot.resize_terminal(100, 30)
        await table.rest()
        assert "It begins." in table.text
        assert "needs 80" not in table.text


async def test_the_margin_folds_into_a_line_and_comes_back(tiny: Story) -> None:
    async with opened(tiny, begin(tiny), size=(80, 24)) as table:
        await table.press("enter", "enter")
        assert "50 of 0–100" in table.text
        await table.pilot.resize_terminal(110, 30)
        await table.rest()
        assert "50 of 0–100" not in table.text
        assert "the score's number" in table.text


async def test_from_140_columns_the_sentence_stands_beside_the_grid() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=(160, 45)) as table:
        while table.session.stop.kind != "reveal":
            await table.press("enter")
        assert any("▼ −10" in row and "▌" in row for row in table.text.splitlines())


@pytest.mark.parametrize("keeper", ["article", "reply", "sesame", "record", "carrots", "bureau"])
async def test_every_keeper_has_a_page(keeper: str) -> None:
    story = shipped_story()
    async with opened(story, size=(80, 24)) as table:
        table.app.keeper = keeper
        await table.press("enter", "enter", "enter")
        assert story.rulebooks[keeper].speaks in table.text


@pytest.mark.parametrize("theme", ["nord", "solarized-light", "ansi-dark"])
async def test_textuals_own_themes_know_our_roles(tiny: Story, theme: str) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        table.app.theme = theme
        await table.press("enter")
        assert "▼ −10" in table.text


async def test_the_cursor_follows_the_highlighted_option(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter")
        for _ in range(2):
            row = table.text.splitlines()[table.app.cursor_position.y]
            assert row.strip().startswith("›")
            await table.press("down")


async def test_the_footer_can_be_clicked(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await table.click("ledger")
        assert "The ledger of the score" in table.text


async def test_what_is_highlighted_stays_in_sight_in_a_window_of_another_size() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "scene-closed-read")
    async with hung(shot) as table:
        for size in ((80, 24), (100, 30), (80, 24)):
            await at_size(table.pilot, *size)
            await table.rest()
            assert "› 3  Go home" in table.text, size


def shot(name: str) -> Shot:
    return next(shot for shot in GALLERY if shot.name == name)


def column(table: Table, words: str) -> int:
    return next(row.index(words) for row in table.text.splitlines() if words in row)


@pytest.mark.parametrize("name", ["event", "comment", "debrief"])
async def test_no_letter_touches_what_scrolls(name: str) -> None:
    async with hung(shot(name), (100, 30)) as table:
        bar = table.app.screen.query_one("#paper", VerticalScroll).vertical_scrollbar.region
        rows = table.text.splitlines()[bar.y : bar.bottom]
        assert {row.ljust(100)[bar.x - 1] for row in rows} == {" "}


@pytest.mark.parametrize("size", [(160, 45), (220, 60)])
async def test_a_page_stands_where_it_stood_when_a_sentence_comes_under_it(
    size: tuple[int, int],
) -> None:
    async with hung(shot("scene-first"), size) as table:
        at = column(table, "The red man")
    async with hung(shot("scene-hint"), size) as table:
        assert "A digit chooses" in table.text
        assert column(table, "The red man") == at == column(table, "▌ A digit chooses")


async def test_a_large_page_gives_up_its_air_before_an_option_is_out_of_sight() -> None:
    async with hung(shot("comment"), (160, 45)) as table:
        assert "Don't post it." in table.text
        assert "more below" not in table.text
        await at_size(table.pilot, 160, 60)
        await table.rest()
        assert table.text.splitlines()[6].strip() == ""  # where there is room, there is air
