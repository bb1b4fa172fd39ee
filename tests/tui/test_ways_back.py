"""One click loses nothing: a finished year asks, an old page leads home, a mark stays."""

import pytest

from game.core.story.model import Story
from game.tui.leaves import Look, leaf
from game.tui.screens.behind import DoorsScreen
from game.tui.screens.history import HistoryScreen
from game.tui.screens.title import TitleScreen
from game.tui.screens.writing import WritingScreen
from game.tui.widgets.choices import Choices
from tests.builders import Tiny, shipped_story
from tests.tui.helpers import Table, begin, opened, played
from tests.tui.screens import GALLERY, at, hung
from tests.tui.test_back import at_the_end


@pytest.mark.parametrize("by_click", [True, False])
async def test_a_finished_year_is_unfinished_only_when_undo_was_asked_for_twice(
    tiny: Story, by_click: bool
) -> None:
    async with opened(tiny, at_the_end(tiny), size=(160, 45)) as table:
        run = table.session.run
        for asked in (True, False):
            await (table.click("undo") if by_click else table.press("u"))
            assert (table.session.run == run) is asked
            assert ("This year is over." in table.flat) is asked
        assert len(table.session.run.choices) == len(run.choices) - 1


async def test_what_undo_asked_is_forgotten_when_the_page_turns(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny), size=(160, 45)) as table:
        run = table.session.run
        await table.press("u", "b", "u")
        assert table.session.run == run


async def test_an_old_page_leads_to_yours_by_a_click_on_its_footer_or_its_line(
    tiny: Story,
) -> None:
    async with opened(tiny, at_the_end(tiny), size=(80, 24)) as table:
        left = table.session.stop
        for words in ("to the turns", "Escape goes back"):
            await table.press("h", "home", "enter")
            assert table.session.stop != left
            await table.click(words)
            assert table.session.stop == left
            await table.press("escape")
            assert "to the turns" not in table.text


async def test_an_old_page_names_the_other_and_says_why_a_digit_does_nothing(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny), size=(80, 24)) as table:
        await table.press("h", "home", "enter")
        assert "n other" in table.text.splitlines()[-1]
        await table.press("2")
        assert "That is chosen already. n chooses again here" in table.flat


async def test_what_is_made_again_comes_back_to_the_page_where_it_was_undone(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        while not table.session.waiting:
            await table.press("enter")
        left = table.session.stop
        await table.press("u", "U")
        assert table.session.stop == left
        await table.press("escape")
        assert table.session.stop == left


async def test_from_an_old_page_the_other_is_tried_by_a_click(tiny: Story) -> None:
    session = at_the_end(tiny)
    async with opened(tiny, session, size=(80, 24)) as table:
        await table.press("h", "home", "enter")
        await table.click("n other")
        assert table.session is not session
        assert "This is a run of its own" in table.flat
        await table.press("n")
        assert table.session.waiting


async def test_escape_from_a_guess_keeps_the_mark_on_the_option_that_was_chosen(
    files: Tiny,
) -> None:
    files.swap(
        "chapters/1.yaml", "title: The first\n", "title: The first\n    predict: direction\n"
    )
    async with opened(files.load(), begin(files.load(), predictions=True)) as table:
        for way in ("escape", "b"):
            await table.press("enter", "enter", "2", way)
            assert "› 2" in table.text


async def test_how_many_doors_are_closed_opens_them_on_a_small_page() -> None:
    story = shipped_story()
    async with opened(story, at("red-man")(story), size=(80, 24)) as table:
        await table.click("✕ closed")
        assert isinstance(table.app.screen, DoorsScreen)


async def at_the_box(table: Table) -> Table:
    """The reveal on which the player's own sentence is asked for, its box open."""
    await table.press("a")
    assert isinstance(table.app.screen, WritingScreen)
    return table


async def test_a_sentence_that_is_half_written_waits_for_whoever_closed_the_box() -> None:
    story = shipped_story()
    async with opened(story, at("visa-desk", "reveal")(story)) as table:
        await at_the_box(table)
        await table.press(*"half", "escape")
        assert not table.session.run.answers
        await at_the_box(table)
        assert "half" in table.text
        await table.click("close")
        await at_the_box(table)
        await table.press(*" done", "enter")
        assert list(table.session.run.answers.values()) == ["half done"]


async def test_an_empty_sentence_is_none_and_the_box_says_so() -> None:
    story = shipped_story()
    async with opened(story, at("visa-desk", "reveal")(story)) as table:
        await at_the_box(table)
        for empty in (("enter",), ("space", "enter")):
            await table.press(*empty)
            assert isinstance(table.app.screen, WritingScreen)
            assert "Nothing is written yet" in table.flat


async def test_a_sentence_on_the_way_is_marked_by_the_four_words_of_its_card(
    files: Tiny,
) -> None:
    story = shipped_story()
    async with opened(story, at("red-man", "card")(story), size=(100, 30)) as table:
        while "▼ more" in table.text:
            await table.click("▼ more")
        await table.click("in part")
        assert list(table.session.run.marks.values()) == ["in part"]


@pytest.mark.parametrize("kind", ["reveal", "card"])
async def test_m_offers_the_four_marks_with_the_one_that_is_set_highlighted(kind: str) -> None:
    story = shipped_story()
    async with opened(story, at("red-man", kind)(story), size=(80, 24)) as table:
        marks = table.session.run.marks
        assert not marks
        await table.press("m", "3")
        assert list(table.session.run.marks.values()) == ["falls"]
        await table.press("m")
        assert "› 3  falls" in table.text
        await table.press("enter")
        assert not table.session.run.marks


async def test_undo_stands_before_back_on_every_page_of_the_way() -> None:
    story = shipped_story()
    session = at(cut="taster")(story)
    for stop in session.stops:
        session.reopen(stop)
        words = [hint.words for hint in leaf(session, Look()).hints]
        if "undo" in words and "back" in words:
            assert words.index("undo") < words.index("back") < words.index("help")
            assert stop.kind == "debrief" or words.index("back") < words.index("leave")


async def test_a_mark_in_the_list_of_sentences_says_whose_it_is(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("c", "enter", "1", "escape")
        assert "you: stands" in table.text


async def test_history_is_taught_at_the_top_of_a_debrief_on_a_page_of_a_hundred_columns() -> None:
    story = shipped_story()
    async with opened(story, at()(story), size=(100, 30)) as table:
        await table.click("h history")
        assert isinstance(table.app.screen, HistoryScreen)


async def test_leaving_on_a_guess_says_that_the_choice_is_not_made_yet(files: Tiny) -> None:
    files.swap(
        "chapters/1.yaml", "title: The first\n", "title: The first\n    predict: direction\n"
    )
    story = files.load()
    async with opened(story, begin(story, predictions=True)) as table:
        await table.press("enter", "enter", "2", "q")
        assert "it waits for a guess" in table.flat
        await table.press("q")
        assert isinstance(table.app.screen, TitleScreen)


async def test_a_branch_that_was_only_looked_at_leaves_nothing_to_continue(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("h", "home", "n")
        assert not table.session.run.choices
        await table.press("q")
        assert len(table.app.runs.paths()) == 1


async def test_an_undo_in_a_run_that_branched_off_says_what_was_taken_back(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("h", "home", "n")
        assert "This is a run of its own" in table.flat
        await table.press("1", "u")
        assert "Taken back: The first" in table.flat
        assert "This is a run of its own" not in table.flat


async def test_another_option_of_an_old_page_says_how_it_is_tried(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("h", "home", "enter")
        await table.click("Do bad")
        assert "n chooses again here, in a new run" in table.flat
        await table.press("n")
        assert not table.session.run.choices


@pytest.mark.parametrize("id", ["leave", "post"])
async def test_the_row_on_which_the_box_is_still_empty_stays_in_sight(id: str) -> None:
    story = shipped_story()
    async with opened(story, at("under-the-article")(story), size=(80, 24)) as table:
        rows = [row for row in table.app.screen.query_one(Choices).rows if row.digit.isdigit()]
        row = rows[-1] if id == "leave" else rows[0]
        menu = table.app.screen.query_one(Choices)
        menu.highlight(menu.rows.index(row))
        await table.rest()
        await table.click(row.text[:20])
        await table.rest()
        assert "again leaves it so" in table.flat
        assert row.text[:20] in table.text


async def test_the_question_that_is_asked_in_writing_stands_apart_from_the_quote() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "task-write")
    async with hung(shot) as table:
        rows = [row.strip() for row in table.text.splitlines()]
        asks = next(n for n, row in enumerate(rows) if row.startswith("First the comment says"))
        assert rows[asks - 1] == ""
        assert rows[asks - 2].endswith("”")
