"""A story that is not ours plays in every face: no id or word of ours is taken for granted."""

import io
import json
from pathlib import Path

import pytest

from game.cli.streams import complain
from game.core.playing.booster import open_booster
from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.saves.sittings import Sittings
from game.core.story.model import Story
from game.folders import runs_folder, sittings_folder
from game.plain.booster import ask_all
from game.plain.face import Face
from game.plain.voice import Voice
from tests.cli.helpers import carrot
from tests.foreign import STORIES, foreign
from tests.tui.helpers import Table, opened

pytestmark = pytest.mark.parametrize("name", STORIES)


@pytest.fixture
def story(tmp_path: Path, name: str) -> Story:
    return foreign(tmp_path / "story", name).load()


def begun(story: Story, predictions: bool = True) -> Session:
    return Session.new(
        story, story.default_keeper, story.default_cut, Runs(runs_folder()), "", predictions
    )


def said(story: Story, *lines: str) -> str:
    """What plain text says to these lines, then to a 1 for every choice that is left."""
    session, out = begun(story), io.StringIO()
    count = len(lines) + 2 * len(story.scenes)
    words = "\n".join([*lines, *["1"] * count]) + "\n"
    assert Face(session, Voice(io.StringIO(words), out, echo=True), complain).run() == 0
    assert session.over
    return out.getvalue()


def test_it_plays_to_its_end_in_plain_text(story: Story) -> None:
    assert "C'est fini, you." in said(story, "predict on")


WORDS = (
    "more", "why", "card", "card S1", "mark falls", "ledger", "doors", "lists", "met", "history",
    "scene 1", "whatif", "runs", "gallery", "statements", "library", "library sourire", "trail",
    "about", "name Zoé", "read", "last", "answer a", "stance x", "weighed S1", "ask x", "help all",
)  # fmt: skip


def test_every_word_of_plain_text_has_an_answer_in_it(story: Story) -> None:
    told = said(story, "1", *WORDS)
    assert "C'est fini, Zoé." in told
    assert "Traceback" not in told


def test_nothing_is_said_of_what_the_story_does_not_have(story: Story, name: str) -> None:
    told = said(story)
    assert "La gazette keeps the score" in told
    assert "whatif:" not in told
    assert "statements:" not in told
    assert ("each out of 5" in told) == (name == "other_memories")


def test_what_it_does_not_have_is_a_sentence_when_asked_for(story: Story) -> None:
    told = said(story, "whatif", "statements", "believe 1 true", "doors", "trail", "help all")
    assert "This story has one keeper, and no other to ask." in told
    assert told.count("This story has no statements to judge.") == 2
    assert "No door opens or closes in this story." in told
    assert "This story follows no sentence back." in told
    assert "mark S1 falls" in told
    assert "None" not in said(story, "lists")


async def test_it_plays_to_its_end_in_the_app(story: Story) -> None:
    async with opened(story, size=(80, 24)) as table:
        await table.press("enter")
        for _ in range(40 * len(story.scenes)):
            if table.session.page is None:
                break
            row = table.session.waiting or table.app.screen.waiting  # type: ignore[attr-defined]
            await table.press("1" if row else "enter")
        assert table.session.page is None
        assert "what if?" not in table.text
        assert "Three turns" not in table.text or len(story.scenes) > 2
        await _look_everywhere(table)


async def _look_everywhere(table: Table) -> None:
    await table.press("i")
    assert "This story has one keeper, and no other to ask." in table.flat
    for key in ("h", "d", "l", "c", "question_mark"):
        depth = len(table.app.screen_stack)
        await table.press(key)
        assert len(table.app.screen_stack) > depth, f"{key} opens nothing"
        await table.press("escape")
    await table.press("l")
    assert "what if?" not in table.text
    await table.press("i", "escape")
    assert "what if?" not in table.text
    for key in ("s", "o", "w", "space"):
        await table.press(key)


async def test_everything_on_its_title_page_opens(story: Story) -> None:
    async with opened(story, size=(80, 24)) as table:
        rows = [row.id for row in table.app.screen.menu.rows]  # type: ignore[attr-defined]
        assert not {"about", "statements", "cut"} & set(rows)
        assert "1 sentence and its answer" in table.flat
        for id in ("keeper", "album", "library"):
            getattr(table.app.screen, f"open_{id}")()
            await table.rest()
            assert len(table.app.screen_stack) == 3
            await table.press("escape")


@pytest.mark.parametrize("format", ["md", "html", "csv", "json"])
def test_a_report_of_it_is_written(story: Story, tmp_path: Path, format: str) -> None:
    said(story)
    run = carrot("report", "--story", str(tmp_path / "story"), "--format", format)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Le pain" in run.stdout
    assert "At the end: ," not in run.stdout
    assert format != "json" or json.loads(run.stdout)


def test_the_library_prints_it(story: Story, tmp_path: Path) -> None:
    run = carrot("library", "--story", str(tmp_path / "story"))
    assert "chaque sourire rapporte un point" in run.stdout


def test_a_week_later_there_is_something_to_ask_or_a_sentence(story: Story) -> None:
    said(story)
    runs = Runs(runs_folder())
    booster = open_booster(story, runs, Sittings(sittings_folder()))
    assert booster is not None
    out = io.StringIO()
    assert ask_all(booster, Voice(io.StringIO("\n" * 20), out, echo=True), complain) == 0
    assert out.getvalue()
