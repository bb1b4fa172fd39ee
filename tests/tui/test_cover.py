"""The first screen is painted before the story is read, and filled in behind."""

import subprocess
import sys

import pytest
from rich.console import RenderableType
from textual.screen import Screen

from game.core.saves.runs import Runs
from game.core.story.model import Story
from game.core.story.shelf import Cover, Shelf
from game.folders import runs_folder
from game.tui.app import CarrotApp
from game.tui.screens.play import PlayScreen
from game.tui.screens.title import TitleScreen
from tests.tui.helpers import Table


async def test_the_menu_stands_there_before_anything_is_read(
    shipped: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TitleScreen, "look_inside", lambda self: None)
    shelf = Shelf(lambda: shipped, lambda: Cover("A Name", "and more", "An opening."))
    app = CarrotApp(shelf, Runs(runs_folder()))
    async with app.run_test(size=(100, 30)) as pilot:
        table = await Table(app, pilot).rest()
        assert not shelf.is_read
        assert "An opening." in table.text
        for entry in ("New year", "Keeper", "Library", "Quit"):
            assert entry in table.text


async def test_what_only_the_story_knows_is_filled_in(shipped: Story) -> None:
    app = CarrotApp(Shelf(lambda: shipped, lambda: Cover("A Name")), Runs(runs_folder()))
    async with app.run_test(size=(100, 30)) as pilot:
        table = Table(app, pilot)
        while "16 scenes" not in table.text:  # it is read behind the painted page
            await pilot.pause(0.02)
        assert "Continue" not in table.text


async def test_on_a_slow_machine_too_the_page_is_painted_before_the_story_is_read(
    shipped: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened = []
    display = CarrotApp._display

    def painted(self: CarrotApp, screen: Screen[object], lines: RenderableType | None) -> None:
        display(self, screen, lines)
        if lines is not None and isinstance(screen, TitleScreen):
            happened.append("painted")

    def read() -> Story:
        happened.append("read")
        return shipped

    monkeypatch.setattr("game.tui.screens.title.BEHIND", 0.0001)  # slow: time is over at once
    monkeypatch.setattr(CarrotApp, "_display", painted)
    app = CarrotApp(Shelf(read, lambda: Cover("A Name")), Runs(runs_folder()))
    async with app.run_test(size=(100, 30)) as pilot:
        while "read" not in happened:
            await pilot.pause(0.02)
    assert happened[0] == "painted"


async def test_a_key_that_comes_first_waits_for_the_story(
    shipped: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TitleScreen, "look_inside", lambda self: None)
    app = CarrotApp(Shelf(lambda: shipped, lambda: Cover("A Name")), Runs(runs_folder()))
    async with app.run_test(size=(100, 30)) as pilot:
        table = await Table(app, pilot).rest()
        await table.press("enter")
        assert isinstance(app.screen, PlayScreen)


async def test_a_story_that_can_not_be_read_ends_the_app_and_says_why() -> None:
    def read() -> Story:
        raise OSError("the disk is gone")

    app = CarrotApp(Shelf(read, lambda: Cover("A Name")), Runs(runs_folder()))
    async with app.run_test(size=(100, 30)) as pilot:
        while app.failure is None:  # it is tried behind the painted page
            await pilot.pause(0.02)
    assert app.return_value == 1
    assert str(app.failure) == "the disk is gone"


def test_the_first_screen_waits_for_no_loader() -> None:
    heavy = ("yaml", "json", "hashlib", "argparse", "game.pack", "game.core.story.model")
    heavy += ("game.core.playing.session", "game.core.saves.runs", "game.cli.arguments")
    words = (
        "import sys, game.__main__, game.cli.play, game.tui.app, game.tui.screens.title\n"
        "game.__main__._arguments([]), game.cli.play._shelf().cover\n"
        f"print(*set({heavy}) & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert told.stdout.split() == []
