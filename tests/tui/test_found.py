"""What the monkey and first players found, as the keys that led there; mended only then."""

import re
from pathlib import Path

from game.core.story.model import Story
from game.tui.screens.history import HistoryScreen
from game.tui.screens.play import PlayScreen
from tests.builders import Tiny
from tests.tui.helpers import begin, opened, played
from tests.tui.screens import GALLERY, hung


async def test_a_heading_of_the_history_is_no_turn_to_go_back_to(tiny: Story) -> None:
    for session in (begin(tiny), played(tiny, "first.ill")):
        session.jump(-1)  # no turn is being read, so no line is the one to begin at
        async with opened(tiny, session) as table:
            await table.press("h")
            assert isinstance(table.app.screen, HistoryScreen)
            assert table.app.screen.list.highlighted_option is not None
            assert not table.app.screen.list.highlighted_option.disabled
            await table.press("n")
            assert isinstance(table.app.screen, PlayScreen | HistoryScreen)


async def test_a_page_is_turned_in_the_palette_before_it_is_filled(tiny: Story) -> None:
    for key in ("pageup", "pagedown", "shift+end", "shift+home"):
        for size in ((80, 24), (79, 23), (20, 5)):
            async with opened(tiny, begin(tiny), size=size) as table:
                await table.pilot.press("ctrl+p", key, key, "down", key)
                await table.press("escape")
                assert isinstance(table.app.screen, PlayScreen)


async def test_the_palette_is_seen_in_a_window_that_shrinks(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("ctrl+p")
        await table.pilot.resize_terminal(60, 20)
        await table.pilot.pause(0.2)
        assert "Search for commands" in table.text
        await table.press("escape")
        assert "needs 80 columns" in table.flat


async def test_enter_shows_options_that_are_below_before_it_chooses_one(tmp_path: Path) -> None:
    long = Tiny(tmp_path / "long")
    long.swap("chapters/1.yaml", "text: It begins.", f"text: {'It begins and goes on. ' * 60}")
    story = long.load()
    async with opened(story, begin(story), size=(80, 24)) as table:
        await table.press("enter", "enter")
        assert "› 1" not in table.text
        while "› 1" not in table.text:
            await table.press("enter")
            assert not table.session.run.choices
        await table.press("enter", "enter")
        assert len(table.session.run.choices) == 1


async def test_a_page_that_goes_on_below_says_so_however_it_was_reached() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "comment")
    async with hung(shot, (100, 24)) as table:
        await table.press("2", "2", "u")  # out of sight, a digit shows before it takes
        await table.press("pageup", "pageup")
        assert "▼ more" in table.text.splitlines()[-1]
        await table.press("pagedown", "pagedown")
        assert "▼ more" not in table.text.splitlines()[-1]


async def test_no_line_of_the_ledger_runs_into_the_next_column() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "ledger")
    async with hung(shot, (160, 45)) as table:
        rows = [row for row in table.text.splitlines() if "signing for somebody who" in row]
        assert re.search(r"there {2,}silent", rows[0])
