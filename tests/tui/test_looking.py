"""What can be looked up: cells, cards, marks, the ledger, help."""

import pytest

from game.core.showing.views import RevealPage
from game.core.story.model import Story
from game.tui.help import HELP
from game.tui.words import MARKS
from tests.builders import shipped_story
from tests.tui.helpers import Table, begin, opened, played


async def at_reveal(table: Table) -> Table:
    while table.session.stop.kind != "reveal":
        await table.press("enter")
    return table


async def test_the_chosen_column_is_marked_in_words(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await at_reveal(table)
        assert "2 Do bad ◀ you" in table.text
        assert "▼ −10" in table.text


async def test_a_cell_says_sign_and_size_of_every_option(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await at_reveal(table)
        page = table.session.page
        assert isinstance(page, RevealPage)
        for cell in page.rows[0].cells:
            assert f"{cell.sign} {cell.short}" in table.text


async def test_a_digit_opens_the_keepers_rule(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await at_reveal(table)
        await table.press("1")
        assert "Good counts." in table.text
        await table.press("right")
        assert "Bad counts." in table.text


async def test_arrows_walk_the_grid_and_enter_opens_the_cell(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await at_reveal(table)
        await table.press("o", "down", "down", "enter")
        assert "Bad is written down." in table.text


async def test_a_click_on_a_cell_opens_its_rule(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await at_reveal(table)
        await table.click("▲ +10")
        assert "Good counts." in table.text


async def test_open_all_shows_every_rulebook_and_folds_again() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross")) as table:
        await at_reveal(table)
        assert "the bureau" not in table.text
        await table.press("o")
        assert "the bureau" in table.text
        await table.press("o")
        assert "the bureau" not in table.text


async def test_the_sentence_never_stands_without_its_answer_and_record() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=(80, 24)) as table:
        await at_reveal(table)
        assert "“whether you jaywalk”" in table.text
        assert "the other side:" in table.text
        assert "and for it:" in table.text
        assert "ON RECORD" in table.text
        assert "▼ more" not in table.text


async def test_a_mark_takes_no_key_out_of_the_footer() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=(80, 24)) as table:
        await at_reveal(table)
        await table.press("m", "1")
        await table.app.workers.wait_for_complete()
        await table.rest()
        foot = table.text.splitlines()[-1]
        assert "why?" in foot
        assert "o all" in foot  # short, as every key there is in 80 columns


async def test_a_mark_is_set_shown_and_taken_off(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await at_reveal(table)
        await table.press("m", "1")
        assert table.session.run.marks == {"C1": "stands"}
        assert "you: stands" in table.text
        await table.press("c", "3")
        assert table.session.run.marks == {"C1": "falls"}
        assert "● falls" in table.text
        await table.press("3")
        assert table.session.run.marks == {}


@pytest.mark.parametrize(("digit", "word"), MARKS)
async def test_the_mark_that_is_set_can_be_read_on_a_small_page(digit: str, word: str) -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=(80, 24)) as table:
        await at_reveal(table)
        await table.press("c")
        assert "can't tell" in table.text
        await table.press(digit)
        assert f"● {word}" in table.text.splitlines()[-1]


async def test_a_mark_given_on_a_card_is_kept(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await at_reveal(table)
        await table.press("c", "4", "escape")
        assert table.session.saved
        assert table.session.file is not None
        assert table.session.file.run.marks == {"C1": "can't tell"}


async def test_what_the_chapter_asks_is_answered_beside_the_sentence() -> None:
    story = shipped_story()
    made = ("red-man.cross", "half-price.game", "sixteen-digits.right")
    async with opened(story, played(story, *made)) as table:
        await at_reveal(table)
        assert "Which reply to the quote is the stronger?" in table.text
        await table.press("a", "1")
        assert table.session.run.answers
        assert "We find" in table.flat


async def test_the_ledger_opens_the_sentence_behind_a_line(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await table.press("l")
        assert "doing bad" in table.text
        assert "down 10, to 40" in table.text
        await table.press("enter")
        assert "In plain words:" in table.text


@pytest.mark.parametrize("kind", ["scene", "outcome", "reveal", "debrief"])
async def test_help_knows_the_page(tiny: Story, kind: str) -> None:
    made = ("first.ill", "second.well", "third.well") if kind == "debrief" else ("first.ill",)
    session = begin(tiny) if kind == "scene" else played(tiny, *made)
    async with opened(tiny, session) as table:
        while (table.session.stop.kind if table.session.page else "debrief") != kind:
            await table.press("enter")
        await table.press("question_mark")
        assert HELP[kind][0] in table.text
