"""Every screen of the projector at every size, held as text; and no theme moves a letter of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.classroom import qr
from game.core.saves.settings import Preferences
from game.core.story.model import Story
from game.lesson.follow import Follow
from game.lesson.replay import Replay
from game.lesson.room import Room
from game.pack.guide import guide_of
from game.tui import themes
from game.tui.projector.app import ClassApp
from game.tui.projector.joining import Way
from game.tui.projector.notes import NotesApp
from tests.lesson.rooms import Class
from tests.tui.holding import at_size, held, sized
from tests.tui.wall_screens import WALLS, Hanging
from tests.tui.walls import SIZES, Wall, hung

CODE = "ACDE"
LINK = f"http://192.168.1.20:8080/{CODE}"
NOTED = ((80, 24), (100, 40), (160, 45))


@pytest.fixture(autouse=True)
def one_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The room's code is drawn by lot: here it is always the same."""
    monkeypatch.setattr("game.lesson.room.new_code", lambda: CODE)


def phones(monkeypatch: pytest.MonkeyPatch) -> None:
    """A way in without a server."""
    way, square = ClassApp.way, qr.code(LINK)

    def found(self: ClassApp, room: Room) -> Way:
        return replace(way(self, room), link=LINK, square=square, others=1)

    monkeypatch.setattr(ClassApp, "way", found)


async def resized(wall: Wall, size: tuple[int, int]) -> str:
    await at_size(wall.pilot, *size)
    assert len(wall.rows) == size[1]
    return wall.text


@pytest.mark.parametrize("hanging", WALLS, ids=lambda hanging: hanging.name)
async def test_a_wall_looks_at_every_size_and_in_every_theme_as_it_did(
    shipped: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hanging: Hanging
) -> None:
    if hanging.phones:
        phones(monkeypatch)
    async with hung(shipped, tmp_path) as wall:
        await hanging.then(wall)
        pages = [sized(size, await resized(wall, size)) for size in SIZES]
        here = wall.text
        for theme in themes.OURS:
            wall.app.theme = theme.name
            await wall.pilot.pause()
            assert wall.text == here, theme.name
    held(hanging.name, "\n".join(pages))


async def test_help_looks_as_it_did(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await wall.pilot.press("question_mark")
        held("wall-help", "\n".join([sized(size, await resized(wall, size)) for size in SIZES]))


async def test_a_lesson_read_again_looks_as_it_did(shipped: Story, tmp_path: Path) -> None:
    class_ = Class(shipped, tmp_path / "again.class.jsonl", 3, "taster")
    class_.go_to("scene")
    class_.vote("cross", "cross", "wait")
    class_.teacher.show()
    class_.room.close()
    replay = Replay(shipped, tmp_path / "again.class.jsonl")
    replay.turn(10**9)
    app = ClassApp(replay, None)
    async with app.run_test(size=SIZES[0]) as pilot:
        wall = Wall(app, pilot, replay)
        held("wall-again", "\n".join([sized(size, await resized(wall, size)) for size in SIZES]))


async def test_the_notes_look_as_they_did(
    shipped: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class_ = Class(shipped, tmp_path / "noted.class.jsonl", 3, "taster")
    class_.go_to("scene")
    class_.teacher.toggle()
    class_.say("cross", "cross", "wait")
    guide = guide_of(shipped)
    assert guide
    look = Follow.look

    def seven_minutes_in(self: Follow) -> Replay | None:
        found = look(self)
        if found is not None:
            found.now = lambda: 1_000_420.0
        return found

    monkeypatch.setattr(Follow, "look", seven_minutes_in)
    follow = Follow(shipped, tmp_path / "noted.class.jsonl")
    app = NotesApp(follow, guide.cards, Preferences(), "http://10.0.0.1:8080/notes/x")
    async with app.run_test(size=NOTED[0]) as pilot:
        wall = Wall(app, pilot, class_.room)  # type: ignore[arg-type]
        held("wall-notes", "\n".join([sized(size, await resized(wall, size)) for size in NOTED]))
    class_.room.close()
