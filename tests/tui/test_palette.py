"""The command palette: whatever a screen can do stands in it by name, and does it."""

import pytest
from textual.screen import Screen

from game.core.story.model import Story
from game.tui import palette_words
from game.tui.help import HELP
from game.tui.palette import Palette, bound, commands
from game.tui.screens.base import Paged
from game.tui.screens.help import HelpScreen
from game.tui.screens.play import PlayScreen
from tests.builders import shipped_story
from tests.tui.helpers import Table, begin, opened, played
from tests.tui.screens import every_screen


def names(table: Table) -> list[str]:
    return [name for name, *_ in commands(table.app.screen)]


def run(table: Table, name: str) -> object:
    return next(action for said, _, action in commands(table.app.screen) if said == name)()


@pytest.mark.parametrize("kind", every_screen(), ids=lambda kind: kind.__name__)
def test_every_action_of_a_screen_has_a_name_in_words(kind: type[Screen[object]]) -> None:
    for action in bound(kind):
        known = action in palette_words.ACTIONS
        assert known or action.partition("(")[0] in palette_words.MOVES, action


@pytest.mark.parametrize("kind", every_screen(), ids=lambda kind: kind.__name__)
def test_help_knows_the_screen(kind: type[Paged]) -> None:
    if "help" in bound(kind) and kind not in (PlayScreen, HelpScreen):  # those know more than one
        assert kind.__name__ in HELP


async def test_the_rows_of_a_page_can_be_chosen_by_name(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter")
        assert "Choose: Do bad." in names(table)
        run(table, "Choose: Do bad.")
        await table.rest()
        assert [choice.option for choice in table.session.run.choices] == ["ill"]
        assert not any(name.startswith("Choose") for name in names(table))


async def test_undo_ledger_and_history_are_there_on_every_page_of_a_run(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        for _ in range(4):
            assert {"Undo", "Redo", "Ledger", "History", "Doors", "What if?"} <= set(names(table))
            await table.press("enter")


async def test_what_a_page_cannot_do_is_not_offered() -> None:
    story = shipped_story()
    async with opened(story, begin(story)) as table:
        assert "Mark the sentence" not in names(table)
        await table.press("enter", "enter", "1", "enter")
        assert "Mark the sentence" in names(table)


async def test_no_name_stands_twice_on_a_screen() -> None:
    story = shipped_story()
    async with opened(story, begin(story)) as table:
        for key in ("enter", "enter", "1", "enter", "c", "escape", "l", "escape", "h"):
            await table.press(key)
            said = [name for name in names(table) if not name.startswith("Choose")]
            assert len(said) == len(set(said))


async def test_the_palette_opens_finds_and_does(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await table.press("ctrl+p")
        await table.pilot.pause(0.3)
        await table.press(*"ledger")
        await table.app.workers.wait_for_complete()
        await table.press("enter")
        assert "The ledger of the score" in table.text


async def test_what_the_palette_does_not_have_it_says_in_the_games_words(
    tiny: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Palette, "_NO_MATCHES_COUNTDOWN", 0.01)
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await table.press("ctrl+p")
        await table.pilot.pause(0.3)
        await table.press(*"qqqqq")
        await table.pilot.pause(0.5)
        assert "Nothing here is called that." in table.text
        assert "No matches" not in table.text


async def test_a_window_that_is_too_small_offers_only_what_the_app_can_do(tiny: Story) -> None:
    async with opened(tiny, begin(tiny), size=(60, 15)) as table:
        assert names(table) == []
