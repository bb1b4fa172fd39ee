"""A player with a mouse alone: no click takes what was not pointed at, and no way out is lost."""

import pytest

from tests.builders import shipped_story
from tests.tui.helpers import Table, opened
from tests.tui.screens import SIZES, at, hung
from tests.tui.test_hints import at_foot
from tests.tui.test_lists import hovered, row, shot

SMALL = SIZES[0]


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


async def between(table: Table, words: str) -> Table:
    """Click the air before words of the footer."""
    await table.pilot.click(offset=(foot(table).index(words) - 2, table.app.size.height - 1))
    return await table.rest()


async def test_a_click_between_two_marks_asks_for_one_and_leaves_them_all() -> None:
    async with hung(shot("card"), SMALL) as table:
        here = foot(table)
        await between(table, "in part")
        assert "click a mark" in table.text
        assert foot(table) == here


async def test_how_sure_asks_for_a_digit_and_the_way_on_stays() -> None:
    async with hung(shot("statements-before"), SMALL) as table:
        await at_foot(table, "how sure")
        assert "click how sure" in table.text
        assert "1 2 3 how sure" in foot(table)
        assert "enter next" in foot(table)


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
async def test_every_turn_offers_to_try_the_other_under_the_mouse(size: tuple[int, int]) -> None:
    async with hung(shot("history"), size) as table:
        await hovered(table, "Three days: ")
        assert "n try the other" in row(table, "Three days: ")


async def test_that_a_turn_has_no_choice_is_said_beside_the_hints_and_goes_with_the_next() -> None:
    async with hung(shot("history"), SMALL) as table:
        here = foot(table)
        await table.press("end", "n")
        assert "no choice there" in table.text
        assert foot(table) == here
        await table.press("up")
        assert "no choice there" not in table.text


async def test_what_stands_where_more_stood_is_never_help() -> None:
    async with hung(shot("help-reveal"), SMALL) as table:
        assert "▼ more" in foot(table)
        place = foot(table).index("▼ more"), table.app.size.height - 1
        here = foot(table).index("esc close")
        while "▼ more" in foot(table):
            await table.pilot.click(offset=place)
            await table.rest()
        assert foot(table).index("esc close") == here
        assert len(foot(table)) <= place[0]
