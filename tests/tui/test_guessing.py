"""A guess is made by whoever wants to guess: Enter alone goes on without one."""

import pytest

from game.core.showing.views import PredictionPage
from game.core.story.model import Story
from tests.builders import Tiny
from tests.tui.helpers import Table, begin, opened

SIZES = [(80, 24), (100, 30)]


@pytest.fixture
def asked(files: Tiny) -> Story:
    line = "title: The first"
    return files.swap("chapters/1.yaml", line, f"{line}\n    predict: direction").load()


async def to_the_guess(table: Table) -> Table:
    while not table.session.waiting:
        await table.press("enter")
    await table.press("2")
    assert isinstance(table.session.page, PredictionPage)
    return table


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_no_guess_is_preset_and_enter_makes_none(asked: Story, size: tuple[int, int]) -> None:
    async with opened(asked, begin(asked, predictions=True), size=size) as table:
        await to_the_guess(table)
        assert "› 1" not in table.text
        assert "enter no guess" in foot(table)
        await table.press("enter")
        assert [c.option for c in table.session.run.choices] == ["ill"]
        assert table.session.run.choices[0].predicted is None
        assert "You said" not in table.flat


async def test_the_footer_says_what_enter_does_once_a_guess_is_marked(asked: Story) -> None:
    async with opened(asked, begin(asked, predictions=True)) as table:
        await (await to_the_guess(table)).press("down")
        assert "enter guess this" in foot(table)
        await table.press("enter")
        assert table.session.run.choices[0].predicted == "up"


async def test_up_begins_at_the_last_guess(asked: Story) -> None:
    async with opened(asked, begin(asked, predictions=True)) as table:
        await (await to_the_guess(table)).press("up", "enter")
        assert table.session.run.choices[0].predicted == "nothing"


async def test_a_click_on_no_guess_makes_none(asked: Story) -> None:
    async with opened(asked, begin(asked, predictions=True)) as table:
        await (await to_the_guess(table)).click("no guess")
        assert table.session.run.choices[0].predicted is None


async def test_a_click_on_a_guess_makes_it(asked: Story) -> None:
    async with opened(asked, begin(asked, predictions=True)) as table:
        await (await to_the_guess(table)).click("it falls")
        assert table.session.run.choices[0].predicted == "down"
