"""What a first player with a keyboard stumbled over, on a screen of 80 by 24."""

import pytest

from game.core.saves.settings import Preferences, Settings
from game.core.showing.views import RevealPage
from game.core.story.model import Story
from game.tui import words
from tests.builders import Tiny, shipped_story
from tests.tui.helpers import Table, begin, opened, played
from tests.tui.holding import at_size
from tests.tui.screens import GALLERY, at, hung

SMALL = (80, 24)


def foot(table: Table) -> str:
    return table.text.splitlines()[-1]


async def keep(table: Table) -> Table:
    await table.app.workers.wait_for_complete()
    return await table.rest()


async def test_continue_opens_the_page_where_the_run_was_left(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "1")
        while not table.session.waiting:
            await table.press("enter")
        left = table.session.stop
        await table.press("q", "enter")
        assert table.session.stop == left
        assert table.session.waiting is not None


async def test_a_page_in_the_middle_is_found_again_even_without_leaving(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "1", "enter")
        await keep(table)
        left = table.session.stop
    async with opened(tiny) as table:
        await table.press("enter")
        assert table.session.stop == left
        assert left.kind == "reveal"


async def test_what_is_not_shown_again_is_not_shown_after_continue(files: Tiny) -> None:
    second = "title: The second"
    story = files.swap("chapters/1.yaml", second, f"{second}\n    glance: Look.").load()
    async with opened(story, begin(story)) as table:
        await table.press("enter", "enter", "1")
        while table.session.stop.kind != "glance":
            await table.press("enter")
        await table.press("enter", "q", "enter")
        assert table.session.waiting is not None
        await table.press("b", "enter")
        assert table.session.waiting is not None


async def test_a_number_is_read_out_under_its_option_and_the_options_stay() -> None:
    story = shipped_story()
    session = begin(story)
    scene = next(s for s in session.game.scenes if s.id == "sixteen-digits")
    async with opened(story, session, size=SMALL) as table:
        await table.to_scene(scene.id)
        await table.press("r")
        rows = table.text.splitlines()
        spoken = [n for n, row in enumerate(rows) if "aloud:" in row]
        assert spoken
        assert "› 1" in table.text
        assert any(row.lstrip(" ›").startswith("1") for row in rows[spoken[0] - 2 : spoken[0]])


@pytest.mark.parametrize("letter", ["s", "w", "a"])
async def test_the_cursor_stays_where_it_was_while_a_comment_is_built(letter: str) -> None:
    shot = next(shot for shot in GALLERY if shot.name == "comment")
    async with hung(shot, SMALL) as table:
        await table.press("down", "down")
        at = table.app.screen.choices.at  # type: ignore[attr-defined]
        await table.press(letter, "1")
        assert table.app.screen.choices.at == at  # type: ignore[attr-defined]


async def test_a_scene_whose_first_rows_are_closed_opens_at_its_title() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "scene-closed")
    async with hung(shot, (100, 30)) as table:
        await at_size(table.pilot, 80, 24)
        await table.rest()
        assert "The long way home" in table.text
        assert "▼ more" in table.text


async def test_right_and_left_walk_a_grid_and_turn_no_page() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=SMALL) as table:
        while table.session.stop.kind != "reveal":
            await table.press("enter")
        await table.press("right", "right", "left")
        assert table.session.stop.kind == "reveal"
        assert table.app.screen.grid.cursor is not None  # type: ignore[attr-defined]


async def test_with_enter_alone_a_comment_is_built_and_posted() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "comment")
    async with hung(shot, SMALL) as table:
        for _ in range(20):
            if table.session.waiting is None:
                break
            await table.press("enter")
        assert set(table.session.run.comment) == {"stance", "claim", "question"}
        assert table.session.waiting is None


async def test_statements_that_were_never_judged_are_not_judged_once_more(tiny: Story) -> None:
    story = shipped_story()
    async with opened(story, begin(story)) as table:
        while table.session.page is not None:
            await table.press("1" if table.session.waiting else "space")
        await table.press("s")
        assert "once more" not in table.flat
        assert "True or false?" in table.flat


async def test_digits_beside_statements_are_those_that_say_how_sure() -> None:
    async with opened(shipped_story(), size=SMALL) as table:
        await table.click("Six statements")
        assert "› 1" not in table.text
        assert "  2  " not in table.text


async def test_a_question_stands_with_its_sentence_and_a_pick_with_both_answers() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "reveal-full")
    async with hung(shot, SMALL) as table:
        page = table.session.page
        assert isinstance(page, RevealPage)
        assert page.task is not None
        quote, task = page.card.words, page.task
        await table.press("a")
        assert quote in table.flat
        await table.press("2")
        while "◀ you" not in "".join(row for row in table.text.splitlines() if "▌" in row):
            before = table.text
            await table.press("pagedown")
            assert table.text != before
        for _, text in task.choices:
            assert text[:30] in table.flat


async def test_a_chosen_column_keeps_a_name_in_the_narrowest_grid() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=SMALL) as table:
        await table.press("enter")
        head = next(row for row in table.text.splitlines() if "◀" in row)
        assert head.split()[:2] != ["1◀", "2"]
        assert "…" not in head


async def test_a_notice_that_goes_leaves_no_false_more_below() -> None:
    story, fresh = shipped_story(), Preferences(kept=Settings(hinted=False))
    session = begin(story, predictions=True)
    async with opened(story, session, size=SMALL, settings=fresh) as table:
        while not table.session.waiting:
            await table.press("enter")
        await table.press("1")
        assert "Before you see" in table.text
        assert words.MORE not in foot(table)


async def test_help_names_the_answer_key_only_where_something_is_asked() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=(100, 60)) as table:
        await table.press("enter", "question_mark")
        assert "you may leave it" not in table.flat
    shot = next(shot for shot in GALLERY if shot.name == "reveal-full")
    async with hung(shot, (100, 60)) as table:
        await table.press("question_mark")
        assert "you may leave it" in table.flat


@pytest.mark.parametrize("scene", ["sixteen-digits", "noors-post"])
async def test_after_an_answer_the_footer_says_what_enter_does(scene: str) -> None:
    story = shipped_story()
    async with opened(story, at(scene, "reveal", cut="taster")(story), size=SMALL) as table:
        await table.press("a", "1")
        here, screen = table.session.stop, table.app.screen
        assert ("enter down" in foot(table)) == (words.MORE in foot(table))
        says_down = "enter down" in foot(table)
        await table.press("enter")
        assert (table.session.stop == here) is says_down
        assert table.app.screen is screen


async def test_a_sheet_that_goes_on_below_names_the_key() -> None:
    async with opened(shipped_story(), size=SMALL) as table:
        await table.click("Who wrote it?")
        assert words.MORE in foot(table)


async def test_a_footer_that_is_short_of_room_keeps_the_way_out() -> None:
    async with opened(shipped_story(), size=SMALL) as table:
        assert "q quit" in foot(table)
        await table.click("Library")
        assert "esc back" in foot(table)


async def test_a_window_that_is_too_small_names_the_key_that_works() -> None:
    async with opened(shipped_story(), size=(60, 20)) as table:
        assert "q leaves" in table.flat


async def test_in_a_window_that_is_too_small_a_page_over_the_title_leaves_no_empty_app(
    tiny: Story,
) -> None:
    async with opened(tiny) as table:
        await table.press("comma")
        await table.pilot.resize_terminal(20, 5)
        await table.press("q")
        await table.rest()
        assert table.app.return_code == 0


async def test_in_a_window_that_is_too_small_q_leaves_the_program(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill"), size=(60, 20)) as table:
        await table.press("q")
        assert table.app.return_code == 0


async def test_what_says_that_nothing_is_chosen_yet_moves_no_row() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=SMALL) as table:
        while not table.session.waiting:
            await table.press("enter")
        while "not chosen yet" not in foot(table):
            before = table.text.splitlines()[:-1]
            made = len(table.session.run.choices)
            await table.press("enter")
            assert len(table.session.run.choices) == made
        assert table.text.splitlines()[:-1] == before


async def test_enter_is_said_to_go_further_down_until_the_end_was_seen() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=SMALL) as table:
        while table.session.stop.kind != "card":
            await table.press("enter")
        assert "enter down" in foot(table)
        while words.MORE in foot(table):
            await table.press("enter")
        assert table.session.stop.kind == "card"
        assert "enter go on" in foot(table)


async def test_one_enter_too_many_after_paging_chooses_nothing() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross"), size=SMALL) as table:
        while not table.session.waiting:
            await table.press("enter")
        made = len(table.session.run.choices)
        await table.press("enter")
        assert len(table.session.run.choices) == made
        while len(table.session.run.choices) == made:
            before = table.text
            await table.press("enter")
            assert table.text != before


async def test_footers_name_no_key_with_nothing_behind_it(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter")
        assert "undo" not in foot(table)
        await table.press("l")
        assert "enter" not in foot(table)
        await table.press("escape", "1")
        assert "u undo" in foot(table)


async def test_the_debrief_names_space_only_while_there_is_more_below() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "debrief")
    async with hung(shot, SMALL) as table:
        assert words.MORE in foot(table)
        for _ in range(30):
            await table.press("pagedown")
        assert words.MORE not in foot(table)


async def test_undo_says_what_was_taken_back(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "2", "u")
        assert "Taken back: The first, Do bad." in table.flat
        await table.press("1")
        assert "Taken back" not in table.flat
