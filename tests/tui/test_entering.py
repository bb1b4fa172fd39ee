"""Enter on a scene: nobody who enters through pages takes an option unawares."""

from game.core.saves.settings import Preferences, Settings
from game.core.story.model import Story
from tests.builders import shipped_story
from tests.tui.helpers import Table, begin, opened
from tests.tui.screens import at

SMALL = (80, 24)


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


def made(table: Table) -> int:
    return len(table.session.run.choices)


async def to_options(table: Table) -> Table:
    while not table.session.waiting:
        await table.press("enter")
    return table


async def test_enter_takes_at_the_second_press_where_nobody_moved(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await to_options(table)
        await table.press("enter")
        assert "not chosen yet: enter once more takes it" in foot(table)
        assert made(table) == 0
        await table.press("enter")
        assert made(table) == 1


async def test_enter_takes_at_once_what_was_moved_to(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await to_options(table)
        await table.press("down", "enter")
        assert made(table) == 1


async def test_whoever_moved_and_came_back_has_moved(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await to_options(table)
        await table.press("down", "up", "enter")
        assert made(table) == 1


async def test_each_scene_asks_anew(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await to_options(table)
        await table.press("down", "enter")
        await to_options(table)
        await table.press("enter")
        assert made(table) == 1


def moving() -> Preferences:
    return Preferences(kept=Settings(digits="move", hinted=True))


async def test_where_digits_only_move_the_footer_says_so_and_names_enter(tiny: Story) -> None:
    async with opened(tiny, begin(tiny), size=SMALL, settings=moving()) as table:
        await to_options(table)
        assert "1–3 go to" in foot(table)
        assert "enter choose" in foot(table)
        await table.press("1", "enter")
        assert made(table) == 1


async def test_a_long_guess_keeps_its_enter_in_a_small_window() -> None:
    story = shipped_story()
    session = at("sixteen-digits", predictions=True)(story)
    assert session is not None
    assert session.waiting is not None
    session.choose(session.waiting.options[0].id)
    async with opened(story, session, size=SMALL, settings=moving()) as table:
        assert "1–7 go to" in foot(table)
        assert "enter no guess" in foot(table)
        await table.press("down")
        assert "enter guess this" in foot(table)


async def test_up_from_the_first_guess_leaves_all_unmarked_again(tiny: Story) -> None:
    story = shipped_story()
    session = at("red-man", "prediction", predictions=True)(story)
    async with opened(story, session) as table:
        await table.press("down", "up")
        assert "enter no guess" in foot(table)
        assert "› 1" not in table.text


async def test_a_question_that_is_passed_unanswered_is_passed_knowingly_each_time() -> None:
    story = shipped_story()
    session = at("sixteen-digits", "reveal")(story)
    async with opened(story, session, size=(140, 40)) as table:
        assert "enter go on unanswered" in foot(table)
        await table.press("enter")
        assert "not answered: a answers, enter goes on" in foot(table)
        await table.press("enter", "b")
        assert "unanswered" not in foot(table)  # an old page asks nothing
