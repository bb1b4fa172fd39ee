"""Help: what the keys do, and what else there is for somebody who can't see the screen."""

from typing import cast

import pytest

from game.core.story.model import Story
from game.tui.app import CarrotApp
from game.tui.screens.help import HelpScreen
from tests.tui.helpers import opened


async def test_help_names_plain_text(tiny: Story) -> None:
    async with opened(tiny, size=(100, 50)) as table:
        await table.press("question_mark")
        assert "carrot --plain  typed in a shell: the same game as plain text" in table.text
        assert "in a browser it hears nothing" not in table.flat


async def test_in_a_browser_help_says_that_a_screen_reader_hears_nothing(
    tiny: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CarrotApp, "is_web", True)
    async with opened(tiny, size=(100, 50)) as table:
        await table.press("question_mark")
        assert "in a browser it hears nothing of these pages" in table.flat
        assert "carrot --plain in a terminal tells it all" in table.flat


async def test_a_wide_window_has_help_on_both_its_halves(tiny: Story) -> None:
    for size in ((160, 45), (220, 60)):
        async with opened(tiny, size=size) as table:
            await table.press("question_mark")
            first = next(row for row in table.text.splitlines()[1:] if row.strip())
            left, right = len(first) - len(first.lstrip()), size[0] - len(first)
            assert first.strip().count("   "), "two columns"
            assert right < left + 40, first


async def test_what_waited_for_a_refresh_finds_a_page_that_was_left_without_a_word(
    tiny: Story,
) -> None:
    async with opened(tiny) as table:
        await table.press("question_mark")
        left = cast("HelpScreen", table.app.screen)
        await table.press("escape")
        assert left.is_attached is False
        left.tell_foot()
