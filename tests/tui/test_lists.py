"""Long lists: what has a column of its own, what is cut, and what stays in sight."""

import pytest

from tests.tui.helpers import Table
from tests.tui.holding import at_size
from tests.tui.screens import GALLERY, SIZES, Shot, hung


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
