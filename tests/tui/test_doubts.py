"""What first players were in doubt about: what is said where they stood when they asked."""

from pathlib import Path

from textual.events import DeliveryComplete

from game.core.story.model import Story
from game.tui.ink import ink, tied
from tests.builders import Tiny
from tests.tui.helpers import Table, opened, played
from tests.tui.screens import GALLERY, Shot, hung


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


def shot(name: str) -> Shot:
    return next(shot for shot in GALLERY if shot.name == name)


async def test_a_page_whose_options_are_below_says_which_key_shows_them() -> None:
    async with hung(shot("comment"), (80, 24)) as table:
        assert foot(table).split("  ")[1] == "enter to the options"
        assert "s w a comment" in foot(table)
        await table.press("enter")
        assert "to the options" not in foot(table)
        assert "1–4 choose" in foot(table)
        assert "› " in table.text


async def test_where_an_option_can_be_seen_the_footer_chooses() -> None:
    async with hung(shot("scene-first"), (80, 24)) as table:
        assert "to the options" not in foot(table)


async def test_what_if_says_that_the_year_has_not_ended() -> None:
    async with hung(shot("what-if"), (80, 24)) as table:
        assert table.flat.count("If the year ended here:") == 2


async def test_the_debrief_names_history_and_what_if_in_a_small_window_too() -> None:
    async with hung(shot("debrief"), (80, 24)) as table:
        for said in ("h history", "i what if?", "q title", "s statements", "u undo", "▼ more"):
            assert said in foot(table)


async def test_what_barred_means_is_said_before_the_turns_that_it_marks(files: Tiny) -> None:
    files.swap("rulebooks/score.yaml", "closed: number < 40", "closed: number < 10")
    story = files.load()
    async with opened(story, played(story, "first.ill", "second.gate"), size=(80, 40)) as table:
        await table.press("i")
        told = table.flat
        assert told.index("▒ barred: it would not have let you do it") < told.index(
            "barred: closed"
        )


async def test_where_nothing_was_barred_nothing_is_said_of_it(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.well"), size=(80, 40)) as table:
        await table.press("i")
        assert "barred" not in table.flat


async def test_the_first_grid_says_what_its_quiet_answers_mean() -> None:
    async with hung(shot("reveal-first"), (80, 24)) as table:
        assert "Silent: its text has no rule for it" in table.flat
        assert "no look: nobody there looks at it" in table.flat
        assert "▼ more" not in foot(table)


async def test_later_grids_do_not_say_it_again() -> None:
    async with hung(shot("reveal-full"), (100, 30)) as table:
        assert "its text has no rule for it" not in table.flat


async def test_a_deed_that_only_keeps_from_a_loss_is_called_that() -> None:
    async with hung(shot("reveal-full"), (80, 24)) as table:
        assert "= no loss" in table.text
        assert "= keeps" not in table.text


async def test_how_sure_one_is_unasked_is_said_beside_the_digits() -> None:
    async with hung(shot("statements-before"), (100, 40)) as table:
        assert "1 2 3 how sure; unsaid, 2" in foot(table)


async def test_where_a_picture_lies_is_said_in_the_footer_and_covers_nothing() -> None:
    async with hung(shot("scene-first"), (80, 24)) as table:
        before = table.text.splitlines()[:-1]
        table.app.post_message(DeliveryComplete("key", Path.home() / "carrot.svg", None))
        await table.rest()
        await table.rest()
        assert table.text.splitlines()[:-1] == before
        assert "Saved screenshot to ~/carrot.svg" in foot(table)
        assert "? help" in foot(table)


def test_no_line_begins_with_the_number_that_the_word_before_it_announces() -> None:
    said = tied(ink("The number falls by 10, to 590."), 28)
    assert [line.plain for line in said] == ["The number falls by 10,", "to 590."]


def counted(table: Table, scene: str) -> str:
    """What stands before a scene's name, where it begins a line."""
    rows = (row.split() for row in table.text.splitlines() if f" {scene}" in row)
    return next(row[0] for row in rows if row[0] != "›")


async def test_history_and_what_if_count_as_the_head_line_does() -> None:
    async with hung(shot("scene-record"), (100, 40)) as table:
        assert "8 of 28" in table.text.splitlines()[0]
        await table.press("h")
        assert counted(table, "Sixteen digits") == "7"
        assert counted(table, "A scratch") == "6"
        assert counted(table, "A face on a bus") == "5+"


async def test_what_if_counts_no_scene_where_something_only_happened() -> None:
    async with hung(shot("what-if"), (100, 60)) as table:
        assert counted(table, "A face on a bus") == "5+"
        assert "6–7   A scratch, Sixteen digits: nothing moves" in table.text


async def test_the_debriefs_chart_counts_scenes_too() -> None:
    async with hung(shot("debrief"), (100, 60)) as table:
        axis = next(row for row in table.text.splitlines() if row.split()[:2] == ["1", "2"])
        assert axis.split()[4:7] == ["5", "+", "6"]
        assert axis.split()[-1] == "16"
        assert counted(table, "it happened, after the scene of that number") == "+"


async def test_the_title_says_after_which_scene_of_how_many_one_goes_on() -> None:
    async with hung(shot("title-with-runs"), (80, 24)) as table:
        assert "after Half price, 2 of 6 · " in table.text


async def test_short_help_fills_a_wide_page_too() -> None:
    async with hung(shot("help-scene"), (220, 60)) as table:
        first = next(row for row in table.text.splitlines() if "A scene" in row)
        assert len(first.split("A scene")[1].strip()) > 20


def lined(table: Table, x: int, y: int) -> bool:
    return bool(table.app.screen.get_style_at(x, y).underline)


async def test_what_can_be_clicked_shows_it_under_the_mouse_and_nothing_else_does() -> None:
    async with hung(shot("reveal-first"), (80, 24)) as table:
        rows = table.text.splitlines()
        foot_at, cell_row = len(rows) - 1, next(n for n, r in enumerate(rows) if "▼ −10" in r)
        why, cell = rows[foot_at].index("why?"), rows[cell_row].index("▼ −10")
        for x, y, other in ((why, foot_at, (cell, cell_row)), (cell, cell_row, (why, foot_at))):
            await table.pilot.hover(offset=(x, y))
            assert lined(table, x, y)
            assert not lined(table, *other)
        await table.pilot.hover(offset=(rows[0].index("The red man"), 0))
        assert not lined(table, cell, cell_row)
        assert not lined(table, why, foot_at)


async def test_the_line_under_the_mouse_ends_where_the_words_end() -> None:
    async with hung(shot("reveal-first"), (80, 24)) as table:
        rows = table.text.splitlines()
        y = next(n for n, row in enumerate(rows) if "▼ −10" in row)
        x = rows[y].index("▼ −10")
        await table.pilot.hover(offset=(x, y))
        assert [lined(table, x + n, y) for n in (0, 4, 5, 6)] == [True, True, False, False]
