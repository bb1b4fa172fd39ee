"""Playing while writing, in the app: a key reads the story anew, another shows its problems."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from game.check.bench import Bench
from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.story.shelf import Cover, Shelf
from game.folders import runs_folder
from game.tui.app import CarrotApp
from game.tui.screens.broken import BrokenScreen
from game.tui.screens.play import PlayScreen
from game.tui.screens.problems import ProblemsScreen
from game.tui.screens.title import TitleScreen
from tests.builders import Tiny, choices
from tests.tui.helpers import Table, opened

CHAPTER = "chapters/1.yaml"


@asynccontextmanager
async def authored(
    files: Tiny, *steps: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Table]:
    """An author's play, at the scene that waits after these choices."""
    story, bench = files.load(), Bench(files.folder)
    bench.read()
    session = Session.new(story, "score", "whole", Runs(runs_folder()), predictions=False)
    session.play(choices(*steps))
    session.jump(len(session.trace.turns))
    async with opened(story, session, size, bench=bench) as table:
        yield table


async def test_the_footer_teaches_both_keys(files: Tiny) -> None:
    async with authored(files, "first.ill") as table:
        assert "e reload" in table.flat
        assert f"p {len(table.app.bench.problems)} problems" in table.flat  # type: ignore[union-attr]
        await table.press("question_mark")
        assert "read the story anew from disk" in table.flat


async def test_nobody_else_is_bothered_with_them(files: Tiny) -> None:
    async with opened(files.load(), Session.new(files.load(), "score", "whole")) as table:
        before = table.text
        await table.press("e", "p")
        assert table.text == before
        assert "reload" not in table.text
        await table.press("question_mark")
        assert "read the story anew" not in table.flat


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 45)])
async def test_an_edited_word_stands_on_the_same_page(files: Tiny, size: tuple[int, int]) -> None:
    async with authored(files, "first.ill", size=size) as table:
        files.swap(CHAPTER, "text: It goes on.", "text: It goes on and on.")
        await table.press("e")
        assert "It goes on and on." in table.flat
        assert "Read anew:" in table.flat
        assert [choice.option for choice in table.session.run.choices] == ["ill"]
        await table.press("1")
        assert table.session.saved
        assert len(table.session.run.choices) == 2


async def test_a_story_that_does_not_load_plays_on_as_it_was(files: Tiny) -> None:
    async with authored(files, "first.ill") as table:
        files.swap(CHAPTER, "text: It goes on.", "test: It goes on.")
        await table.press("e")
        assert isinstance(table.app.screen, ProblemsScreen)
        assert f"error {CHAPTER}:" in table.flat
        assert "Did you mean `text`?" in table.flat
        await table.press("escape")
        assert "the one from before plays on" in table.flat
        assert "It goes on." in table.flat
        await table.press("1")
        assert len(table.session.run.choices) == 2


async def test_it_is_mended_and_read_anew_from_among_its_problems(files: Tiny) -> None:
    async with authored(files, "first.ill") as table:
        files.swap(CHAPTER, "text: It goes on.", "test: It goes on.")
        await table.press("e")
        files.swap(CHAPTER, "test: It goes on.", "text: It went on.")
        await table.press("e")
        assert isinstance(table.app.screen, ProblemsScreen)
        assert "error" not in table.flat
        await table.press("escape")
        assert "It went on." in table.flat


async def test_problems_of_this_scene_come_first(files: Tiny) -> None:
    async with authored(files, "first.ill", size=(100, 60)) as table:
        await table.press("p")
        here, _, elsewhere = table.flat.partition("Elsewhere")
        assert "`second`" in here
        assert "`first`" not in here
        assert "`first`" in elsewhere
        assert f"warning {CHAPTER}:26:11" in here


async def test_what_no_longer_fits_is_told(files: Tiny) -> None:
    async with authored(files, "first.ill", "second.well") as table:
        files.swap(CHAPTER, "Take the gate.", "Take it.")
        chapter = (files.folder / CHAPTER).read_text()
        head, second = chapter.split("- id: second")
        files.put(CHAPTER, f"{head}- id: second{second.replace('id: well', 'id: best')}")
        await table.press("e")
        assert "1 choice from `second` on" in table.flat.replace("▌ ", "")
        assert table.session.trace.waiting
        assert table.session.trace.waiting.id == "second"


async def test_a_keeper_that_is_gone_is_a_sentence(files: Tiny) -> None:
    async with authored(files) as table:
        files.swap("story.yaml", "whole:", "all-of-it:")
        await table.press("e")
        assert "The cut `whole` of this run is gone" in table.flat


async def test_the_title_page_has_the_new_story_too(files: Tiny) -> None:
    async with authored(files, "first.ill") as table:
        files.swap("story.yaml", "title: Tiny", "title: Huge")
        await table.press("e", "q")
        assert "Huge" in table.flat or "H U G E" in table.flat


async def test_a_story_without_problems_says_so(files: Tiny, tmp_path: Path) -> None:
    from game.cli.new import main

    main(str(tmp_path / "mine"))
    mine = Tiny.__new__(Tiny)
    mine.folder = tmp_path / "mine"
    bench = Bench(mine.folder)
    story = bench.read()
    assert story
    session = Session.new(story, "article", "whole", Runs(runs_folder()))
    async with opened(story, session, (80, 24), bench=bench) as table:
        assert "p no problems" in table.flat
        await table.press("e", "p")
        assert "None that can be seen without exploring" in table.flat
        assert not isinstance(table.app.screen, PlayScreen)


async def test_a_length_that_is_gone_is_not_offered_on_the_title_page(files: Tiny) -> None:
    async with authored(files, "first.ill") as table:
        table.app.cut = "short"
        head = (files.folder / "story.yaml").read_text()
        files.put("story.yaml", head.replace("  short: {name: A short one}\n", ""))
        for name in (CHAPTER, "chapters/2.yaml"):
            text = (files.folder / name).read_text()
            files.put(name, text.replace("    cuts: [short]\n", ""))
        await table.press("e", "q")
        assert "New year" in table.flat
        assert table.app.cut == "whole"


# On the title page, and before there is one


async def test_the_title_page_of_an_author_has_both_keys(files: Tiny) -> None:
    async with authored(files, "first.ill") as table:
        await table.press("q")
        assert "e reload" in table.flat
        files.swap("story.yaml", "title: Tiny", "title: Huge")
        await table.press("e")
        assert "Huge" in table.flat or "H U G E" in table.flat
        assert "Read anew:" in table.flat
        await table.press("p")
        assert isinstance(table.app.screen, ProblemsScreen)
        assert "In this scene" not in table.flat


async def test_on_the_title_page_a_story_that_does_not_load_leaves_the_old_one(files: Tiny) -> None:
    async with authored(files, "first.ill") as table:
        await table.press("q")
        files.swap(CHAPTER, "text: It goes on.", "test: It goes on.")
        await table.press("e")
        assert "Did you mean `text`?" in table.flat
        await table.press("escape")
        assert "the one from before plays on" in table.flat
        await table.click("New year")
        assert isinstance(table.app.screen, PlayScreen)


async def test_the_title_page_of_a_player_has_neither(files: Tiny) -> None:
    async with opened(files.load()) as table:
        before = table.text
        await table.press("e", "p")
        assert table.text == before


@asynccontextmanager
async def broken(files: Tiny) -> AsyncIterator[Table]:
    """An author's app, begun on a story that can't be played."""
    files.swap(CHAPTER, "text: It goes on.", "test: It goes on.")
    bench = Bench(files.folder)
    bench.read()
    shelf = Shelf(files.load, lambda: Cover("Tiny"))
    app = CarrotApp(shelf, runs_folder(), bench=bench)
    async with app.run_test(size=(80, 24)) as pilot:
        yield await Table(app, pilot).rest()


async def test_a_broken_story_opens_on_its_problems(files: Tiny) -> None:
    async with broken(files) as table:
        assert f"error {CHAPTER}:" in table.flat
        assert "Did you mean `text`?" in table.flat
        assert "e reload" in table.flat
        await table.press("escape", "enter", "p")
        assert isinstance(table.app.screen, BrokenScreen)


async def test_it_stays_on_its_problems_until_it_is_whole(files: Tiny) -> None:
    async with broken(files) as table:
        files.swap("story.yaml", "title: Tiny", "titel: Tiny")
        await table.press("e")
        await table.press("end")
        assert "Did you mean `title`?" in table.flat
        files.swap("story.yaml", "titel: Tiny", "title: Huge")
        files.swap(CHAPTER, "test: It goes on.", "text: It goes on.")
        await table.press("e")
        assert isinstance(table.app.screen, TitleScreen)
        assert "Huge" in table.flat or "H U G E" in table.flat


async def test_q_leaves_a_broken_story(files: Tiny) -> None:
    async with broken(files) as table:
        await table.press("q")
        assert table.app.return_code == 0


async def test_help_on_a_broken_story_names_no_way_back(files: Tiny) -> None:
    async with broken(files) as table:
        await table.press("question_mark")
        assert "once it is whole" in table.flat
