"""The footer under a mouse: each key and each word does what it says, and nothing else does."""

import re

import pytest

from game.core.playing.session import Session
from game.core.showing.views import RevealPage
from game.tui import words
from game.tui.hints import hint_line
from game.tui.screens.card import CardScreen
from game.tui.words import Hint
from tests.builders import shipped_story
from tests.tui.helpers import Table, begin, opened
from tests.tui.screens import SIZES, at


async def at_foot(table: Table, words: str, nth: int = 0) -> Table:
    """Click words that stand in the footer."""
    row = table.text.splitlines()[-1]
    at = -1
    for _ in range(nth + 1):
        at = row.index(words, at + 1)
    await table.pilot.click(offset=(at + len(words) // 2, table.app.size.height - 1))
    return await table.rest()


async def card(table: Table, session: Session) -> str:
    claim = next(iter(session.story.claims))
    await table.app.push_screen(CardScreen(session, (claim,)))
    await table.rest()
    return claim


ALL = (
    words.ON, words.ANSWER, Hint("o", "open all", "open_all"), words.CARD, words.LEAVE, words.UNDO,
    words.LEDGER, words.BACK, words.HELP,
)  # fmt: skip


def goes(width: int) -> list[str]:
    """What a footer of all these no longer teaches, as it grows narrower: in which order."""
    gone: list[str] = []
    for room in range(width, 0, -1):
        said = hint_line(ALL, room)[0].plain
        left = {hint for hint in ALL if (hint.short or hint).words in said}
        gone += [hint.words for hint in ALL if hint not in left and hint.words not in gone]
    return gone


def test_what_the_page_itself_opens_outlasts_undo_and_the_way_back_outlasts_both() -> None:
    order = goes(120)
    assert order[:6] == ["ledger", "undo", "whole card", "open all", "back", "answer it"]


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
@pytest.mark.parametrize("scene", ["red-man", "sixteen-digits", "rota"])
async def test_card_and_all_stand_in_the_footer_of_every_fresh_reveal_in_one_place(
    size: tuple[int, int], scene: str
) -> None:
    story = shipped_story()
    async with opened(story, at(scene, "reveal")(story), size=size) as table:
        foot = table.text.splitlines()[-1]
        assert re.match(r"  enter [a-z ]+  +c [a-z ]*card  +o (open )?all  ", foot)


async def test_what_can_be_answered_on_an_old_page_is_still_in_its_footer() -> None:
    story = shipped_story()
    session = at("sixteen-digits", "reveal")(story)
    async with opened(story, session, size=SIZES[0]) as table:
        here = session.stop
        while session.stop == here:
            await table.press("enter")
        await table.press("b")
        assert session.stop == here
        assert "a answer" in table.text.splitlines()[-1]


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
@pytest.mark.parametrize("scene", ["red-man", "sixteen-digits", "rota"])
async def test_a_reveal_that_is_read_again_is_left_backwards_by_mouse(
    size: tuple[int, int], scene: str
) -> None:
    story = shipped_story()
    async with opened(story, at(scene, "reveal")(story), size=size) as table:
        reveal = table.session.stop
        while table.session.stop == reveal:
            await table.press("enter")
        await table.press("b")
        assert table.session.stop == reveal
        assert "esc" in table.text.splitlines()[-1]  # an old page
        await at_foot(table, "b back")
        assert table.session.stop != reveal


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
@pytest.mark.parametrize("scene", ["red-man", "sixteen-digits", "rota"])
async def test_a_fresh_reveal_is_left_backwards_by_mouse(size: tuple[int, int], scene: str) -> None:
    story = shipped_story()
    async with opened(story, at(scene, "reveal")(story), size=size) as table:
        reveal = table.session.stop
        await at_foot(table, "b back")
        assert table.session.stop != reveal


@pytest.mark.parametrize("width", [80, 100])
async def test_the_other_cards_are_in_the_footer_of_a_small_window(width: int) -> None:
    session = begin(shipped_story())
    async with opened(session.story, session, size=(width, 24)) as table:
        claims = tuple(session.story.claims)[:4]
        await table.app.push_screen(CardScreen(session, claims))
        await table.rest()
        assert "1 of 4" in table.text
        await at_foot(table, "→")
        assert "2 of 4" in table.text
        await at_foot(table, "can't tell")
        assert session.run.marks == {claims[1]: "can't tell"}


async def test_a_line_of_help_with_two_arrows_goes_on_and_the_one_with_m_marks() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session, size=(100, 50)) as table:
        await table.app.push_screen(CardScreen(session, tuple(session.story.claims)[:4]))
        await table.rest()
        await table.click("? help")
        await table.click("other sentences")
        await table.rest()
        assert "2 of 4" in table.text
        was = table.text
        await table.click("? help")
        await table.click("mark it")
        await table.rest()
        assert table.text != was
        assert "Help" not in table.text


async def test_each_mark_in_a_cards_footer_is_its_own() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session) as table:
        claim = await card(table, session)
        for word in ("in part", "falls", "can't tell", "stands"):
            await at_foot(table, word)
            assert session.run.marks[claim] == word


async def test_a_comma_between_two_marks_marks_nothing_and_asks_which_is_meant() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session) as table:
        await card(table, session)
        await at_foot(table, ",")
        assert session.run.marks == {}
        assert "click a mark" in table.text


async def test_digits_to_choose_by_choose_nothing_under_the_mouse() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session) as table:
        while not session.waiting:
            await table.press("enter")
        before = session.run.choices
        for _ in range(3):
            await at_foot(table, "choose")
            await at_foot(table, "1")
        assert session.run.choices == before


async def test_f_in_the_footer_says_false_and_true_says_true() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session) as table:
        await table.press("s")
        first = session.story.statements[0].id
        await at_foot(table, "f")
        assert session.run.statements["before"][first][0] is False
        await at_foot(table, "true")
        assert session.run.statements["before"][first][0] is True
        await at_foot(table, "1")
        assert session.run.statements["before"][first][1] == 1


async def test_each_arrow_of_a_pair_is_its_own() -> None:
    async with opened(shipped_story()) as table:
        await table.press("down", "down")
        here = table.text
        await at_foot(table, "↑")
        assert table.text != here
        await at_foot(table, "↓")
        assert table.text == here


async def test_the_quoted_sentence_behind_a_cell_opens_its_card() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session) as table:
        while session.stop.kind != "reveal":
            await table.press("1" if session.waiting else "enter")
        page = session.page
        assert isinstance(page, RevealPage)
        row, column, quote = next(
            (n, k, deed.quote)
            for n, row in enumerate(page.rows)
            for k, cell in enumerate(row.cells)
            for deed in cell.deeds
            if deed.quote and deed.claim
        )
        await table.app.screen.run_action(f"open_cell({row}, {column})")
        await table.rest()
        await table.click(quote[:20])
        assert isinstance(table.app.screen, CardScreen)


async def test_all_that_has_a_key_is_reached_by_a_click_on_its_line_of_help() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session, size=(100, 50)) as table:
        for line, screen in (
            ("history: read any turn", "HistoryScreen"),
            ("doors: what closed", "DoorsScreen"),
            ("the ledger: every", "LedgerScreen"),
            ("settings: theme", "SettingsScreen"),
            ("everything that can be done", "Palette"),
        ):
            await table.click("help")
            await table.click(line)
            await table.rest()
            assert type(table.app.screen).__name__ == screen
            await table.press("escape")
            await table.rest()


async def test_what_was_undone_is_made_again_by_a_click_on_its_line_of_help() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session, size=(100, 50)) as table:
        while not session.waiting:
            await table.press("enter")
        await table.press("1")
        made = session.run.choices
        await table.press("u")
        await table.click("help")
        await table.click("make it again")
        await table.rest()
        assert session.run.choices == made


async def test_a_click_between_the_digits_to_choose_by_asks_for_a_row() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session) as table:
        while not session.waiting:
            await table.press("enter")
        for part in ("1–", "–", "choose"):
            await at_foot(table, part)
            assert "click a row, or press its key" in table.text
            assert session.run.choices == ()
            await table.press("l", "escape")
            assert "click a row" not in table.text


async def test_the_word_between_true_and_false_answers_nothing_and_asks() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session) as table:
        await table.press("s")
        await at_foot(table, " or ")
        assert session.run.statements == {}
        assert "click true or false, or press t or f" in table.text
        await table.press("t")
        await at_foot(table, "how sure")
        assert "click how sure, or press 1, 2 or 3" in table.text


async def test_a_click_on_the_dash_of_why_opens_the_keepers_rule() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session) as table:
        while session.stop.kind != "reveal":
            await table.press("1" if session.waiting else "enter")
        await at_foot(table, "–")
        assert type(table.app.screen).__name__ == "RuleScreen"


async def test_where_a_card_has_more_below_its_footer_still_teaches_mark_and_back() -> None:
    session = begin(shipped_story())
    async with opened(session.story, session, size=(80, 24)) as table:
        while session.stop.kind != "card":
            await table.press("1" if session.waiting else "enter")
        assert words.MORE in table.text
        for taught in ("1–4 mark it", "u undo", "b back", "q leave", "? help"):
            assert taught in table.text.splitlines()[-1]
        await at_foot(table, "mark it")
        await table.click("1  stands")
        assert "stands" in session.run.marks.values()
