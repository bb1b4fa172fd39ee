"""Somebody who has never seen it plays the taster with what is on screen, and nothing else.

One has only a keyboard and does what the footer says; one has only a mouse and clicks on words.
"""

import re

import pytest

from game.core.saves.settings import Preferences
from game.tui import words
from game.tui.screens.play import PlayScreen
from tests.builders import shipped_story
from tests.tui.helpers import Table, opened

SIZES = [(80, 24), (100, 30)]
PATIENCE = 250
"""Steps after which somebody gives up."""


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


def over(table: Table) -> bool:
    return table.text.splitlines()[0].strip().startswith(words.ADDS_UP)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_by_keyboard_alone_and_by_the_footer_alone(size: tuple[int, int]) -> None:
    async with opened(shipped_story(), size=size, settings=Preferences()) as table:
        while "› Length" not in table.text:
            await table.press("down")
        await table.press("enter")
        digit = re.findall(r"(\d)  A taster", table.text)[0]
        await table.press(digit, "up", "up", "enter")
        for _ in range(PATIENCE):
            if over(table):
                break
            first = foot(table).split()[0]
            await table.press("1" if first[0] == "1" else first)
        assert over(table)
        assert table.session.run.finished
        await table.press("q", "q")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_by_mouse_alone_on_words_that_can_be_seen(size: tuple[int, int]) -> None:
    async with opened(shipped_story(), size=size, settings=Preferences()) as table:
        await table.click("Length")
        await table.click("A taster")
        await table.click("New year")
        for _ in range(PATIENCE):
            if over(table):
                break
            screen = table.app.screen
            assert isinstance(screen, PlayScreen)
            row = screen.choices.digit("1")
            said = f"1  {row.text[:8]}" if row else ""
            if screen.waiting and said in table.text:
                await table.click(said)
            elif screen.waiting:
                assert words.MORE in foot(table), table.text
                await table.click(words.MORE)
            else:
                await table.pilot.click(offset=(4, size[1] - 1))  # the first word of the footer
                await table.rest()
        assert over(table), table.text
        await table.click("title")
        await table.click("Quit")
    assert table.app.return_code == 0


async def test_more_below_can_be_clicked_on_every_page_that_has_it() -> None:
    async with opened(shipped_story(), size=(80, 24)) as table:
        await table.click("Who wrote it?")
        before = table.text
        await table.click(words.MORE)
        assert table.text != before
