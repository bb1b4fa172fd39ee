"""The wall and the teacher's notes in a language that isn't there: nothing is left in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from game.classroom import qr
from game.core.saves.settings import Preferences
from game.core.story.model import Story
from game.lesson.follow import Follow
from game.lesson.replay import Replay
from game.tui.ink import Room
from game.tui.projector import words
from game.tui.projector.app import ClassApp
from game.tui.projector.joining import Way, joining, without
from game.tui.projector.notes import NotesApp
from tests.lesson.rooms import Class
from tests.tui.test_projector import every_page
from tests.tui.walls import Wall, hung
from tests.words.pseudo import cyrillic, latin


class Card:
    """A guide's card without words."""

    point = trap = "…"
    ask = room = ("…",)


def left(text: str, wall: Wall | None = None) -> set[str]:
    """Latin words of two letters and more, but for the room's code."""
    code = wall.room.lesson.code if wall else ""
    return set(latin(text)) - {code}


@pytest.mark.parametrize("size", [(66, 18), (160, 45)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_page_of_a_lesson_is_told_whole(
    pseudo: Story, tmp_path: Path, size: tuple[int, int]
) -> None:
    seen = ""
    for paper in every_page(pseudo, tmp_path):
        paper.whole = True
        lines = paper.lay(Room(size[0] - 4, size[1]))
        told = "\n".join([*(line.plain for line in lines), *paper.where()])
        assert left(told) == set(), paper.shown.page
        seen += told
    assert cyrillic(words.CHOICES) in seen
    assert cyrillic(words.COUNTED) in seen


@pytest.mark.parametrize("rung", ["phones", "hands", "paper"])
def test_the_way_in_is_told_whole(pseudo: Story, rung: str) -> None:
    way = Way("http://10.0.0.7:8080/ACDE", None, "ACDE", 3, rung)
    title, room = pseudo.head.title, Room(66, 18)
    for lines in (without(title, way, room), joining(title, way, qr.code(way.link))(room)):
        told = "\n".join(line.plain for line in lines).replace(way.link.removeprefix("http://"), "")
        assert left(told) <= {way.room_code}


async def test_what_keys_do_is_told_whole_in_every_step(pseudo: Story, tmp_path: Path) -> None:
    async with hung(pseudo, tmp_path, (80, 24)) as wall:
        await wall.to("scene", "red-man")
        await wall.seats(4)
        for keys in (
            ["right"], ["right"], ["enter"], ["r"], ["1"], ["p"], ["space"], ["escape"],
            ["n", "x"], ["escape"], ["r", "3"], ["9"], ["enter"], ["escape"], ["m"], ["w"], ["w"],
            ["right"], ["enter"], ["2"], ["o"], ["right"], ["u"], ["left"], ["q"], ["plus"],
        ):  # fmt: skip
            await wall.press(*keys)
            assert left(wall.text, wall) == set(), (keys, wall.text)


async def test_the_sheet_of_keys_is_told_whole(pseudo: Story, tmp_path: Path) -> None:
    async with hung(pseudo, tmp_path, (100, 45)) as wall:
        await wall.press("question_mark")
        assert left(wall.text) == set()


async def test_a_window_too_small_is_told_so(pseudo: Story, tmp_path: Path) -> None:
    async with hung(pseudo, tmp_path, (60, 16)) as wall:
        assert wall.flat
        assert left(wall.text) == set()


async def test_a_lesson_read_again_is_told_whole(pseudo: Story, tmp_path: Path) -> None:
    class_ = Class(pseudo, tmp_path / "again.class.jsonl", 3, "taster")
    class_.go_to("scene")
    class_.room.close()
    app = ClassApp(Replay(pseudo, tmp_path / "again.class.jsonl"), None)
    async with app.run_test(size=(100, 30)) as pilot:
        wall = Wall(app, pilot, app.room)
        for key in ("right", "space", "left"):
            await pilot.press(key)
            await pilot.pause()
            assert left(wall.text, wall) == set()


async def test_notes_are_told_whole(pseudo: Story, tmp_path: Path) -> None:
    class_ = Class(pseudo, tmp_path / "notes.class.jsonl", 3, "taster")
    class_.go_to("scene")
    class_.teacher.toggle()
    class_.say("cross", "wait")
    follow = Follow(pseudo, tmp_path / "notes.class.jsonl")
    app = NotesApp(follow, {"red-man": Card()}, Preferences(), "http://10.0.0.7:8080/notes/0")
    async with app.run_test(size=(160, 45)) as pilot:
        for _ in range(12):
            await pilot.pause()
            app.book.look()
            await pilot.pause()
            strips = app.screen._compositor.render_strips(app.size)
            told = "\n".join(strip.text for strip in strips)
            assert re.search(r"[а-я]{4}", told)
            assert left(told) - {class_.room.lesson.code, "http", "notes"} == set()
            if not class_.shown.tie:
                class_.teacher.go_on()
