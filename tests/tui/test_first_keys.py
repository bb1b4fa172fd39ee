"""What a first player with a keyboard stumbled over: nothing moves, sticks or is cut unawares."""

from game.core.showing.views import RevealPage
from game.core.story.model import Story
from game.tui.screens.album import AlbumScreen
from game.tui.screens.chooser import ChooserScreen
from game.tui.screens.rule import RuleScreen
from tests.builders import shipped_story
from tests.tui.helpers import Table, begin, opened, played
from tests.tui.screens import at
from tests.tui.test_back import at_the_end

SMALL = (80, 24)


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


async def to_options(table: Table) -> Table:
    while not table.session.waiting:
        await table.press("enter")
    return table


async def test_a_sentence_over_the_footer_pushes_no_option_out_of_sight() -> None:
    story = shipped_story()
    async with opened(story, begin(story), size=SMALL) as table:
        await to_options(table)
        await table.press("1", "u")
        assert "Taken back" in table.flat
        waiting = table.session.waiting
        assert waiting is not None
        for option in waiting.options:
            assert f"{option.digit}  {option.label[:12]}" in table.text


async def test_in_an_opened_rule_a_digit_goes_to_that_option() -> None:
    story = shipped_story()
    async with opened(story, at("red-man", "reveal")(story)) as table:
        await table.press("1")
        screen = table.app.screen
        assert isinstance(screen, RuleScreen)
        await table.press("2")
        assert screen.column == 1
        assert isinstance(table.app.screen, RuleScreen)


async def test_whoever_stands_beside_is_chosen_by_the_digits_that_are_shown() -> None:
    story = shipped_story()
    async with opened(story, at(cut="taster")(story)) as table:
        await table.press("i")
        assert "enter, esc close" in foot(table)
        await table.press("a")
        assert isinstance(table.app.screen, ChooserScreen)
        digits = [row.digit for row in table.app.screen.rows]
        left_out = next(n for n in "123456" if n not in digits)
        said = {"1": "2–6", "2": "1 3–6", "6": "1–5"}.get(left_out, "")
        assert f"{said} choose" in foot(table)


async def test_a_sentence_in_the_debrief_is_gone_at_the_next_key(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("u")
        assert "Undo once more" in table.flat
        await table.press("down")
        assert "Undo once more" not in table.flat


async def test_escape_folds_what_was_read_out_and_the_title_stays() -> None:
    story = shipped_story()
    async with opened(story, at("sixteen-digits")(story), size=SMALL) as table:
        await table.press("r")
        assert "aloud:" in table.text
        await table.press("escape")
        assert "aloud:" not in table.text


async def test_escape_goes_back_to_the_years_from_which_a_run_was_opened(tiny: Story) -> None:
    first = played(tiny, "first.ill")
    first.save()
    async with opened(tiny) as table:
        await table.click("Your years")
        await table.press("enter")
        assert table.session.run.choices
        await table.press("escape")
        assert isinstance(table.app.screen, AlbumScreen)


async def test_a_closed_option_says_its_reason_whole() -> None:
    story = shipped_story()
    for size in (SMALL, (100, 30)):
        async with opened(story, at("rail-list")(story) or begin(story), size=size) as table:
            assert "…" not in table.text.rsplit("\n", 1)[0]


async def test_history_cuts_a_choice_and_never_what_it_moved() -> None:
    story = shipped_story()
    async with opened(story, at(cut="taster")(story), size=SMALL) as table:
        await table.press("h")
        cut = [row for row in table.text.splitlines() if row.endswith("…")]
        assert cut == []


async def test_what_to_think_about_stays_when_all_is_opened() -> None:
    story = shipped_story()
    async with opened(story, at("red-man", "reveal")(story), size=SMALL) as table:
        await table.press("o")
        page = table.session.page
        assert isinstance(page, RevealPage)
        for _ in range(4):
            await table.press("pagedown")
        assert "To think about:" in table.text
