"""A run in the terminal: choosing, undoing, keeping, and the way to the debrief."""

from pathlib import Path

import pytest

from game.core.playing.session import Session
from game.core.saves.runs import Runs, SaveError
from game.core.story.model import Story
from game.folders import runs_folder
from game.tui.screens.rolling import SECONDS
from game.tui.sheets.number import big
from tests.builders import Tiny, shipped_story
from tests.tui.helpers import begin, opened, played
from tests.tui.screens import at


async def test_a_digit_chooses_its_option(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "2")
        assert table.session.run.choices[0].option == "ill"


async def test_a_digit_first_shows_an_option_that_is_out_of_sight(tmp_path: Path) -> None:
    long = Tiny(tmp_path / "long")
    long.swap("chapters/1.yaml", "text: It begins.", f"text: {'It begins and goes on. ' * 60}")
    story = long.load()
    async with opened(story, begin(story), size=(80, 24)) as table:
        await table.press("enter", "enter")
        assert "Do something odd." not in table.text
        await table.press("3")
        assert not table.session.run.choices
        assert "› 3  Do something odd." in table.text
        await table.press("3")
        assert [choice.option for choice in table.session.run.choices] == ["strange"]


@pytest.mark.parametrize("words", [106, 110, 114])
async def test_no_digit_takes_what_is_not_on_the_screen(tmp_path: Path, words: int) -> None:
    long = Tiny(tmp_path / "long")
    long.swap("chapters/1.yaml", "text: It begins.", f"text: {'It goes on. ' * words}")
    story = long.load()
    async with opened(story, begin(story), size=(100, 30)) as table:
        await table.press("enter", "enter")
        seen = "Do something odd." in table.text
        await table.press("3")
        assert bool(table.session.run.choices) is seen


async def test_arrows_and_enter_choose_too(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "down", "down", "enter")
        assert table.session.run.choices[0].option == "strange"


async def test_a_click_chooses_an_option(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter")
        await table.click("Do bad.")
        assert table.session.run.choices[0].option == "ill"


async def test_space_never_makes_a_choice(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("space", "space", "space", "space")
        assert table.session.run.choices == ()


async def test_a_closed_option_is_struck_out_with_its_reason_and_cannot_be_chosen(
    tiny: Story,
) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await table.to_scene("second")
        assert "closed below 40 (C1)" in table.text
        assert "2  Do bad." in table.text
        await table.press("down", "enter")
        assert len(table.session.run.choices) == 1
        assert "everything counts" in table.text


async def test_the_number_on_screen_is_the_sessions(tiny: Story) -> None:
    async with opened(tiny, begin(tiny), size=(80, 24)) as table:
        await table.press("enter", "enter", "1")
        assert table.session.margin.number == 60
        assert "The number rises by 10, to 60." in table.text
        assert "60 of 0–100" in table.text


async def test_undo_goes_all_the_way_back_and_redo_forward(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.well", "second.ill")) as table:
        await table.press("u", "u")
        assert table.session.run.choices == ()
        await table.press("u")
        assert "nothing to undo" in table.flat
        await table.press("U", "ctrl+y")
        assert len(table.session.run.choices) == 2


async def test_back_reads_again_and_changes_nothing(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "1", "b")
        assert "It begins." in table.text
        assert "◀ you" in table.text
        assert len(table.session.run.choices) == 1


async def test_escape_leaves_a_prediction_for_the_options(tmp_path: Path) -> None:
    line = "text: It begins."
    tiny = Tiny(tmp_path / "t").swap("chapters/1.yaml", line, f"{line}\n    predict: direction")
    asked = tiny.load()
    async with opened(asked, begin(asked, predictions=True)) as table:
        await table.press("enter", "enter", "1")
        assert "number do?" in table.text
        await table.press("escape")
        assert table.session.run.choices == ()
        assert "It begins." in table.text
        await table.press("1", "2")
        assert table.session.run.choices[0].predicted == "down"
        assert "You guessed: it falls." in table.flat


async def test_escape_never_leaves_the_run_and_q_does(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.well")) as table:
        await table.press("escape", "escape")
        assert table.session.stop.kind == "outcome"
        assert "q leave" in table.text
        await table.press("q")
        assert "New year" in table.text


async def test_enter_turns_no_page_whose_end_has_not_been_seen(files: Tiny) -> None:
    long = "text: >-\n      It begins." + " Word by word." * 200
    story = files.swap("chapters/1.yaml", "text: It begins.", long).load()
    async with opened(story, played(story, "first.well"), size=(80, 24)) as table:
        await table.press("b")
        assert "▼ more" in table.text
        await table.press("enter")
        assert table.session.stop.kind == "scene"
        for _ in range(12):
            if table.session.stop.kind == "outcome":
                break
            last = "▼ more" not in table.text
            await table.press("enter")
            assert (table.session.stop.kind == "outcome") == last
        assert table.session.stop.kind == "outcome"


async def test_each_choice_is_on_disk_and_the_footer_says_so(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "1")
        assert "✓ kept" in table.text
    files, _ = Runs(runs_folder()).all()
    assert files[0].run.choices[0].option == "well"


async def test_where_saving_fails_a_sentence_says_so_and_play_goes_on(
    tiny: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise SaveError("Cannot save to /runs: No space left on device.")

    async with opened(tiny, begin(tiny)) as table:
        with monkeypatch.context() as broken:
            broken.setattr(Runs, "create", full)
            await table.press("enter", "enter", "1")
            assert "No space left on device" in table.flat
            assert "not kept" in table.text
            await table.press("enter")
        await table.to_scene("second")
        await table.press("1")
        assert "✓ kept" in table.text
        assert "No space" not in table.text


async def test_always_the_first_option_reaches_the_debrief() -> None:
    story = shipped_story()
    async with opened(story, begin(story, predictions=True), size=(80, 24)) as table:
        for _ in range(120):
            if table.session.page is None:
                break
            waits = table.session.waiting or "Before you see" in table.text
            await table.pilot.press("1" if waits else "enter")
            await table.app.screen.settled()  # type: ignore[attr-defined]
        await table.rest()
        assert "Your year: The score as the article describes it" in table.text
        assert "┤" in table.text


async def test_markup_in_a_name_is_shown_as_text(tmp_path: Path) -> None:
    tiny = Tiny(tmp_path / "t").swap("chapters/1.yaml", "text: It begins.", 'text: "Hello {name}."')
    story = tiny.load()
    async with opened(story, begin(story, name="[b]x[/b]\x1b[31m")) as table:
        await table.press("enter", "enter")
        assert "Hello [b]x[/b][31m." in table.text


async def test_a_glance_is_read_out_on_request() -> None:
    story = shipped_story()
    async with opened(story, played(story, "red-man.cross", "half-price.game")) as table:
        while table.session.stop.kind != "glance":
            await table.press("enter")
        await table.press("r")
        assert "four zero two one" in table.text


async def test_the_comment_is_built_from_three_parts() -> None:
    story = shipped_story()
    async with opened(story, begin(story)) as table:
        await table.to_scene("under-the-article")
        await table.press("s", "1", "a", "2")
        said = table.session.run.comment
        assert {"stance", "question"} <= set(said)
        parts = table.session.waiting.comment  # type: ignore[union-attr]
        assert parts is not None
        assert parts.text[:30] in table.flat


async def test_on_a_small_page_the_parts_of_the_comment_are_hinted_at_and_reached() -> None:
    story = shipped_story()
    async with opened(story, begin(story), size=(80, 24)) as table:
        await table.to_scene("under-the-article")
        assert "enter to the options  s w a comment" in table.text
        await table.press("down")
        for words in ("Where you stand", "What you still ask", "4  Don't post it"):
            assert words in table.text


async def test_a_part_that_was_built_by_its_letter_is_seen_with_all_that_can_be_chosen() -> None:
    story = shipped_story()
    for size in ((80, 24), (100, 30), (160, 45)):
        async with opened(story, begin(story), size=size) as table:
            await table.to_scene("under-the-article")
            assert "Under the article" in table.text.splitlines()[5 if size[0] == 160 else 2]
            await table.press("w", "1")
            assert "w  What weighed most  “" in table.text
            for words in ("Your comment so far", "a  What you still ask", "4  Don't post it"):
                assert words in table.text


async def test_on_a_large_page_the_last_scene_keeps_its_title_while_it_is_built() -> None:
    story = shipped_story()
    async with opened(story, at("under-the-article")(story), size=(160, 45)) as table:
        for _ in range(3):
            await table.press("enter", "1")
            assert "New year, ten to midnight" in table.text
            assert "4  Don't post it" in table.text


async def test_an_empty_comment_is_asked_about_once_and_then_is_the_players_own() -> None:
    story = shipped_story()
    async with opened(story, begin(story), size=(100, 40)) as table:
        await table.to_scene("under-the-article")
        made = len(table.session.run.choices)
        await table.press("1")
        assert len(table.session.run.choices) == made
        assert "box empty: again leaves it so" in table.flat
        await table.press("1")
        assert len(table.session.run.choices) == made + 1


async def test_a_comment_of_one_part_is_posted_without_asking() -> None:
    story = shipped_story()
    async with opened(story, begin(story), size=(100, 40)) as table:
        await table.to_scene("under-the-article")
        made = len(table.session.run.choices)
        await table.press("s", "1", "1")
        assert len(table.session.run.choices) == made + 1


async def test_a_session_that_changed_under_the_story_tells_so(tiny: Story, tmp_path: Path) -> None:
    played(tiny, "first.well").save()
    file, _ = Runs(runs_folder()).newest_unfinished("tiny")
    assert file is not None
    edited = Tiny(tmp_path / "edited").swap("rulebooks/score.yaml", "small: 10", "small: 20").load()
    async with opened(edited, Session.resume(edited, file, Runs(runs_folder()))) as table:
        assert "it was 60" in table.flat


async def test_leaving_what_cannot_be_kept_is_asked_twice(
    tiny: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise SaveError("Cannot save to /runs: No space left on device.")

    monkeypatch.setattr(Runs, "create", full)
    async with opened(tiny, begin(tiny)) as table:
        await table.press("enter", "enter", "1", "q")
        assert "Press q again" in table.flat
        await table.press("q")
        assert "New year" in table.text


async def test_a_number_that_rolls_comes_to_stand_where_the_session_says(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        table.app.animation_level = "full"
        await table.press("enter", "enter", "2")
        assert "The number falls by 10, to 40." in table.flat
        await table.pilot.pause(SECONDS + 0.2)
        now = [line.plain for line in big(40, "", heavy=True)]
        assert all(line in table.text for line in now)
