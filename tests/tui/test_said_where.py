"""The footer and the grid say what a key does now, where it is pressed."""

from game.core.playing.session import Session
from game.core.showing.effects import sentences
from game.core.story.model import Story
from game.tui.ink import Room
from game.tui.sheets.margin import margin
from tests.builders import shipped_story
from tests.tui.helpers import Table, opened, played
from tests.tui.screens import at, hung
from tests.tui.test_back import at_the_end
from tests.tui.test_doubts import foot, shot
from tests.tui.test_sheets import text

SMALL = (80, 24)


def reveal(scene: str, **how: str) -> Session:
    session = at(scene, "reveal", **how)(shipped_story())  # type: ignore[arg-type]
    assert session is not None
    return session


async def test_in_the_grid_the_footer_says_that_enter_opens_the_cell() -> None:
    async with opened(shipped_story(), reveal("rota"), size=SMALL) as table:
        await table.press("down")
        assert "enter open this cell" in foot(table)
        await table.press("escape")
        assert "open this cell" not in foot(table)


async def test_the_cell_that_is_walked_to_is_found_without_colour() -> None:
    async with opened(shipped_story(), reveal("rota"), size=SMALL) as table:
        before = table.text.count("›")
        await table.press("down")
        assert table.text.count("›") == before + 1


async def test_the_chosen_column_keeps_its_sign_however_long_its_name() -> None:
    async with hung(shot("reveal-held"), SMALL) as table:
        head = next(row for row in table.text.splitlines() if " 1 " in row and " 2 " in row)
        assert "◀" in head


async def test_a_folded_cell_is_no_verdict() -> None:
    async with opened(shipped_story(), reveal("half-price"), size=SMALL) as table:
        assert "Press o to open every … cell." in table.text
        rows = [row for row in table.text.splitlines() if "Press o" in row]
        assert len(rows) == 1


async def test_what_was_taken_back_can_be_made_again_and_it_says_how(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await table.press("u")
        assert "U makes it again." in table.flat


async def test_an_old_page_out_of_history_says_that_escape_goes_there(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("h", "home", "down", "enter")
        assert "Escape goes back to the list of turns" in table.flat


async def to_the_end_of_the_page(table: Table) -> None:
    while "▼ more" in foot(table):
        await table.press("enter")


async def test_enter_says_once_that_a_question_was_not_answered() -> None:
    async with opened(shipped_story(), reveal("sixteen-digits"), size=SMALL) as table:
        here = table.session.stop
        await to_the_end_of_the_page(table)
        await table.press("enter")
        assert table.session.stop == here
        assert "not answered: a answers, enter goes on" in foot(table)
        await table.press("enter")
        assert table.session.stop != here


async def test_one_enter_too_many_is_told_beside_the_keys() -> None:
    async with opened(shipped_story(), reveal("red-man"), size=SMALL) as table:
        for _ in range(12):
            await table.press("enter")
            if "not chosen yet" in foot(table):
                break
        assert "not chosen yet: enter once more takes it" in foot(table)
        assert "? help" in foot(table)


async def test_a_card_that_no_key_opens_has_no_sign_of_one() -> None:
    story = shipped_story()
    session = at(cut="taster")(story)
    assert session is not None
    session.believe("before", story.statements[0].id, True)
    async with opened(story, session, size=(100, 60)) as table:
        await table.press("o", "o")
        assert " ›" not in table.text


async def test_a_found_ending_opens_by_its_digit() -> None:
    async with hung(shot("album"), SMALL) as table:
        assert "▐ 1 " in table.text
        await table.press("1")
        assert table.session.over


def test_doors_that_have_no_room_beside_the_page_are_counted_and_the_ledger_stays() -> None:
    session = at("long-way-home", keeper="reply")(shipped_story())
    assert session is not None
    lay = margin(session.margin, "the long comment")
    whole, cut = (text(lay(Room(27, height))) for height in (200, 30))
    assert "more: d" not in whole
    assert len(cut.splitlines()) <= 26
    assert "more: d" in cut
    assert "ledger" in cut


def test_doors_that_one_order_closes_are_told_in_one_sentence() -> None:
    session = at("three-days", "outcome", take="refuse", keeper="record")(shipped_story())
    assert session is not None
    told = [said for turn in session.trace.turns for said in sentences(session.game, turn)]
    shut = [said for said in told if said.startswith("Closed to you now")]
    assert len(shut) == 1
    assert "order: the fast train, a plane and first class (A4); buying a flat (A11);" in shut[0]
