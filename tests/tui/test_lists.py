"""Long lists: what has a column of its own, what is cut, and what stays in sight."""

import pytest

from game.core.story.model import Story
from game.tui.screens.history import HistoryScreen
from tests.builders import choices
from tests.tui.helpers import Table, opened
from tests.tui.holding import at_size
from tests.tui.screens import GALLERY, SIZES, Shot, hung
from tests.tui.test_back import WHOLE, at_the_end


def shot(name: str) -> Shot:
    return next(shot for shot in GALLERY if shot.name == name)


def row(table: Table, words: str) -> str:
    return next(row for row in table.text.splitlines() if words in row)


@pytest.mark.parametrize("size", SIZES)
async def test_a_list_stands_where_it_stood_when_a_word_is_looked_for(
    size: tuple[int, int],
) -> None:
    async with hung(shot("library"), size) as table:
        at = row(table, "The library").index("The library")
    async with hung(shot("library-found"), size) as table:
        assert row(table, "The library").index("The library") == at


async def test_marks_take_no_room_from_the_sentences_where_none_was_given() -> None:
    async with hung(shot("met")) as table:
        assert "partly documented · “whether you jaywalk”" in table.text
        await table.press("enter", "4", "escape")
        assert "partly documented you: can't tell “whether you jaywalk”" in table.text
        assert "not found         ·               “certain purchases" in table.text


async def test_the_ledger_quotes_no_sentence_of_which_two_words_would_be_left() -> None:
    async with hung(shot("ledger"), SIZES[0]) as table:
        assert row(table, "crossing on red").rstrip(" █▄▁").endswith("A19")
        await at_size(table.pilot, *SIZES[1])
        await table.rest()
        assert "“whether you jaywalk”" in row(table, "crossing on red")
        assert "› " in row(table, "crossing on red")


async def test_in_a_smaller_window_the_highlighted_line_is_still_in_sight() -> None:
    async with hung(shot("history"), SIZES[2]) as table:
        await at_size(table.pilot, *SIZES[0])
        await table.rest()
        assert "› " in row(table, "you stand here")


async def hovered(table: Table, words: str) -> Table:
    """Let the mouse rest on a line of the list."""
    rows = table.text.splitlines()
    at = next(y for y, line in enumerate(rows) if words in line)
    await table.pilot.hover(offset=(8, at))
    return await table.rest()


async def test_under_the_mouse_a_turn_offers_to_try_the_other_and_an_event_does_not(
    tiny: Story,
) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("h")
        await hovered(table, "Rain")
        assert "n try the other" not in row(table, "Rain")
        await hovered(table, "The second:")
        await table.click("n try the other")
        assert table.session.run.choices == choices(WHOLE[0])


async def test_where_nothing_was_chosen_n_says_so_and_the_list_stays(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("h", "n")
        assert isinstance(table.app.screen, HistoryScreen)
        assert "no choice there" in table.text


async def test_a_run_is_deleted_by_mouse_and_its_ending_with_it() -> None:
    async with hung(shot("album")) as table:
        ending = next(stub.title for stub in table.app.screen.stubs if stub.title)  # type: ignore[attr-defined]
        await table.press("down")  # the highlighted run is not the one that is meant
        await hovered(table, f"510  {ending}")
        await table.click("d delete")
        assert f"{ending}, 510?" in table.flat
        assert f"“{ending}”, leaves the album" in table.flat
        await table.click("Yes, delete it")
        assert "0 of 10 endings found" in table.flat


async def test_a_run_without_an_ending_takes_none_from_the_album() -> None:
    async with hung(shot("album")) as table:
        await table.press("down", "d")
        assert "Delete for good" in table.flat
        assert "leaves the album" not in table.flat
