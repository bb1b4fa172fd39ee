"""A player with a mouse alone: no click takes what was not pointed at, and no way out is lost."""

import pytest

from game.core.saves.settings import Preferences, Settings
from game.core.showing.views import RevealPage
from game.tui.screens.behind import GuessesScreen
from game.tui.screens.play import PlayScreen
from game.tui.widgets.choices import Choices
from tests.builders import choices, shipped_story
from tests.tui.helpers import Table, begin, opened
from tests.tui.screens import SIZES, at, hung
from tests.tui.test_hints import at_foot
from tests.tui.test_lists import hovered, row, shot

SMALL = SIZES[0]


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


async def between(table: Table, words: str) -> Table:
    """Click the air before words of the footer."""
    await table.pilot.click(offset=(foot(table).index(words) - 2, table.app.size.height - 1))
    return await table.rest()


async def test_a_click_between_two_marks_asks_for_one_and_leaves_them_all() -> None:
    async with hung(shot("card"), SMALL) as table:
        here = foot(table)
        await between(table, "in part")
        assert "click a mark" in table.text
        assert foot(table) == here


async def test_how_sure_asks_for_a_digit_and_the_way_on_stays() -> None:
    async with hung(shot("statements-before"), SMALL) as table:
        await at_foot(table, "how sure")
        assert "click how sure" in table.text
        assert "1 2 3 how sure" in foot(table)
        assert "enter next" in foot(table)


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
async def test_every_turn_offers_to_try_the_other_under_the_mouse(size: tuple[int, int]) -> None:
    async with hung(shot("history"), size) as table:
        await hovered(table, "Three days: ")
        assert "n try the other" in row(table, "Three days: ")


async def test_that_a_turn_has_no_choice_is_said_beside_the_hints_and_goes_with_the_next() -> None:
    async with hung(shot("history"), SMALL) as table:
        here = foot(table)
        await table.press("end", "n")
        assert "no choice there" in table.text
        assert foot(table) == here
        await table.press("up")
        assert "no choice there" not in table.text


async def test_a_click_too_many_where_more_stood_opens_no_help() -> None:
    story = shipped_story()
    async with opened(story, at("red-man", "card")(story), size=(88, 24)) as table:
        assert "▼ more" in foot(table)
        place = foot(table).index("▼ more") + 3, table.app.size.height - 1
        for _ in range(9):
            if "▼ more" not in foot(table):
                break
            await table.pilot.click(offset=place)
            await table.rest()
        there = table.app.screen.get_style_at(*place).meta.get("act")
        assert there not in (None, "further")
        here = table.text
        await table.pilot.click(offset=place)
        await table.rest()
        assert table.text == here
        await table.pilot.click(offset=place)
        await table.rest()
        assert table.text != here


async def test_a_click_on_the_way_to_the_options_scrolls_and_takes_none() -> None:
    story = shipped_story()
    async with opened(story, at("under-the-article")(story), size=SMALL) as table:
        made = table.session.run.choices
        await at_foot(table, "to the options")
        assert "1–4 choose" in foot(table)
        await table.app.screen.run_action("to_options")
        assert table.session.run.choices == made


async def test_that_the_box_is_empty_is_said_in_the_footer_and_no_option_moves() -> None:
    story = shipped_story()
    async with opened(story, at("under-the-article")(story), size=SMALL) as table:
        options = table.app.screen.query_one(Choices)
        options.follow()
        await table.rest()
        last = options.rows[-1].text[:20]
        here = next(n for n, line in enumerate(table.text.splitlines()) if last in line)
        await table.click(last)
        assert "box empty: again leaves it so" in foot(table)
        assert last in table.text.splitlines()[here]
        assert "s w a" in foot(table)
        await table.click(last)
        assert table.session.run.choices[-1].scene == "under-the-article"


async def test_what_was_taken_back_is_made_again_by_a_click_on_the_sentence() -> None:
    story = shipped_story()
    async with opened(story, at("red-man", "outcome")(story), size=SMALL) as table:
        made = table.session.run.choices
        await at_foot(table, "undo")
        assert "U redo" in foot(table)
        await table.click("Taken back")
        assert table.session.run.choices == made
        assert "U redo" not in foot(table)


async def test_a_notice_is_closed_by_a_click_or_by_escape() -> None:
    story = shipped_story()
    for how in ("click", "escape"):
        session = at("red-man")(story)
        assert session is not None
        session.notices = ("Written somewhere.",)
        async with opened(story, session, size=SMALL) as table:
            assert "Written somewhere." in table.text
            await (table.press(how) if how == "escape" else table.click("Written"))
            assert "Written somewhere." not in table.text
            assert isinstance(table.app.screen, PlayScreen)


async def test_a_click_on_one_of_two_replies_chooses_it() -> None:
    story = shipped_story()
    async with opened(story, at("sixteen-digits", "reveal")(story)) as table:
        page = table.session.page
        assert isinstance(page, RevealPage)
        assert page.task
        await table.click(page.task.choices[1][1][:16])
        answered = table.session.page
        assert isinstance(answered, RevealPage)
        assert answered.task
        assert answered.task.said == page.task.choices[1][0]


async def test_not_answered_is_no_longer_said_once_it_is_answered() -> None:
    story = shipped_story()
    async with opened(story, at("sixteen-digits", "reveal")(story)) as table:
        await table.press("enter")
        assert "not answered" in foot(table)
        await table.press("a", "1")
        assert "not answered" not in foot(table)


async def test_a_turn_read_out_of_the_guesses_leads_back_to_its_row() -> None:
    async with hung(shot("guesses"), SMALL) as table:
        await table.press("down", "down")
        here = table.text
        await table.press("enter")
        assert isinstance(table.app.screen, PlayScreen)
        await table.press("escape")
        assert isinstance(table.app.screen, GuessesScreen)
        assert table.text == here


async def test_wide_spacing_spaces_a_storys_lines_and_no_menu() -> None:
    story = shipped_story()
    kept = Preferences(kept=Settings(spacing="wide", hinted=True))
    async with opened(story, size=SMALL, settings=kept) as table:
        assert "Quit" in table.text
        assert "Keeper" in table.text
        await table.press("comma")
        assert "Settings" in table.text.splitlines()[2]


async def test_escape_in_a_library_that_is_narrowed_down_says_what_it_does() -> None:
    async with hung(shot("library"), SMALL) as table:
        assert "esc back" in foot(table)
        await table.press("m")
        assert "esc all again" in foot(table)
        await table.press("escape")
        assert "esc back" in foot(table)


async def test_a_card_of_the_library_shows_what_the_player_marked() -> None:
    story = shipped_story()
    session = begin(story)
    session.play(choices("red-man.cross"))
    session.mark("A19", "falls")
    session.save()
    async with opened(story, size=SMALL) as table:
        await table.click("Library")
        await table.press("slash", *"jaywalk", "enter", "enter")
        assert "you: falls" in table.text


async def test_local_is_explained_under_the_first_grid_that_shows_it() -> None:
    story = shipped_story()
    async with opened(story, at("red-man", "reveal", take="wait")(story), size=SMALL) as table:
        assert "◇ local" in table.text
        assert "local: it counts in the place named alone" in table.flat


@pytest.mark.parametrize(
    "name", ["chapter", "outcome-falls", "reveal-first", "ending", "event", "reveal-short"]
)
async def test_enter_goes_on_from_the_same_place_of_every_footer(name: str) -> None:
    async with hung(shot(name), SIZES[1]) as table:
        assert foot(table).startswith("  enter ")


@pytest.mark.parametrize("keys", [(), ("a", "1")], ids=["asked", "answered"])
async def test_no_sentence_stands_with_one_side_alone_for_want_of_room(
    keys: tuple[str, ...],
) -> None:
    story = shipped_story()
    async with opened(story, at("noors-post", "reveal")(story), size=SMALL) as table:
        await table.press(*keys, "end") if keys else await table.rest()
        table.app.screen.query_one("#paper").scroll_end(animate=False)
        await table.rest()
        assert "the other side:" in table.text
        assert "and for it:" in table.text


async def test_what_is_below_a_grid_that_is_come_back_to_is_told_by_more() -> None:
    story = shipped_story()
    session = at("sixteen-digits", "reveal", cut="taster")(story)
    async with opened(story, session, size=SMALL) as table:
        assert "▼ more" in foot(table)
        await table.press("b", "enter")
        assert isinstance(table.session.page, RevealPage)
        assert "▼ more" in foot(table)
        assert "ON RECORD" not in table.text
