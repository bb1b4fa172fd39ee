"""The booster and the replay in the terminal app."""

import os
import time
from pathlib import Path

from game.core.playing.booster import open_booster
from game.core.playing.replay import Replay
from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.saves.sittings import Sittings
from game.core.story.model import Story
from game.folders import runs_folder, sittings_folder
from game.tui.screens.booster import BoosterScreen
from game.tui.screens.title import TitleScreen
from tests.report.helpers import lived
from tests.tui.helpers import opened

WEEK = 7 * 86_400


def finished(story: Story, ago: float = 0) -> Session:
    session = lived(story, cut="taster", runs=Runs(runs_folder()))
    assert session.file
    then = time.time() - ago
    os.utime(session.file.path, (then, then))
    return session


async def test_a_week_later_the_title_has_one_quiet_line(shipped: Story) -> None:
    for ago, there in ((WEEK - 60, False), (WEEK + 60, True)):
        session = finished(shipped, ago)
        async with opened(shipped) as app:
            assert ("A week later" in app.text) == there
        Runs(runs_folder()).remove(session.file) if session.file else None


async def test_the_line_opens_the_booster_and_is_gone_once_it_was_begun(shipped: Story) -> None:
    finished(shipped, WEEK + 60)
    async with opened(shipped, size=(80, 24)) as app:
        await app.click("A week later")
        assert isinstance(app.app.screen, BoosterScreen)
        await app.press("f")
        assert "ON RECORD · False" in app.text.replace("on record", "ON RECORD")
        await app.press("q")
        assert isinstance(app.app.screen, TitleScreen)
        assert "A week later" not in app.text
    (file,) = Sittings(sittings_folder()).of(shipped.head.id)
    assert list(file.sitting.statements.values()) == [(False, 2)]


async def test_every_question_can_be_answered_by_keys(shipped: Story) -> None:
    finished(shipped)
    booster = open_booster(shipped, Runs(runs_folder()), Sittings(sittings_folder()))
    assert booster is not None
    count = len(booster.questions)
    async with opened(shipped, size=(100, 100)) as app:
        app.app.push_screen(BoosterScreen(booster))
        await app.rest()
        for _ in range(6):
            await app.press("t", "3", "enter")
        for _ in range(count - 6):
            await app.press("2", "enter")
        assert "you believed 3 of the 3 true ones and 3 of the 3 false ones" in app.flat
        await app.press("enter")
        assert isinstance(app.app.screen, TitleScreen)
    assert booster.sitting.done
    assert set(booster.sitting.statements.values()) == {(True, 3)}
    (file,) = Sittings(sittings_folder()).of(shipped.head.id)
    assert file.sitting == booster.sitting


async def test_what_is_on_record_is_not_told_before_the_answer(shipped: Story) -> None:
    finished(shipped)
    booster = open_booster(shipped, Runs(runs_folder()), Sittings(sittings_folder()))
    assert booster is not None
    first = booster.questions[0].statement
    assert first
    async with opened(shipped) as app:
        app.app.push_screen(BoosterScreen(booster))
        await app.rest()
        assert first.answer[:30] not in app.flat
        await app.press("t")
        assert first.answer[:30] in app.flat
        await app.press("enter", "b")
        assert first.answer[:30] in app.flat


async def test_what_is_said_is_taken_back_by_the_same_key_again(shipped: Story) -> None:
    finished(shipped)
    booster = open_booster(shipped, Runs(runs_folder()), Sittings(sittings_folder()))
    assert booster is not None
    async with opened(shipped, size=(100, 60)) as app:
        app.app.push_screen(BoosterScreen(booster))
        await app.press("t", "3", "t")
        assert booster.sitting.statements == {}
        assert "ON RECORD" not in app.text
        await app.press(*["enter"] * 6, "2", "2")
        assert booster.sitting.marks == {}
    (file,) = Sittings(sittings_folder()).of(shipped.head.id)
    assert file.sitting == booster.sitting


async def test_a_replay_is_read_page_by_page_and_left_as_it_was(shipped: Story) -> None:
    session = finished(shipped)
    assert session.file
    before = session.file.path.read_bytes()
    replay = Replay.of(shipped, session.file)
    async with opened(shipped, replay, size=(100, 60)) as app:
        assert "reading again: nothing changes" in app.text
        kinds = [replay.stop.kind]
        for _ in range(200):
            if replay.page is None:
                break
            await app.press("enter")
            kinds.append(replay.stop.kind)
        assert kinds[0] == "opening"
        assert kinds[-1] == "debrief"
        await app.press("u")
        assert "Nothing in it changes." in app.text
        for key in ("s", "m", "1", "U", "a", "l", "enter", "1", "m", "escape", "escape"):
            await app.press(key)
    assert session.file.path.read_bytes() == before
    assert [path.name for path in runs_folder().glob("*.json")] == [session.file.path.name]


async def test_where_a_replay_waits_nothing_can_be_chosen(shipped: Story) -> None:
    session = lived(shipped, cut="taster", runs=Runs(runs_folder()), scenes=1)
    assert session.file
    replay = Replay.of(shipped, session.file)
    replay.jump(len(replay.trace.turns))
    while replay.stop.kind == "glance":
        replay.go_on()
    async with opened(shipped, replay) as app:
        await app.press("1")
        assert "Nothing in it changes." in app.text
    assert len(replay.run.choices) == 1


def test_no_sitting_lies_in_the_folder_of_runs(shipped: Story, tmp_path: Path) -> None:
    assert sittings_folder() != runs_folder()
