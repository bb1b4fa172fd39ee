"""A lesson on the wall without a terminal: keys in, the wall's text out, a class that votes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from game.classroom.doorway import Doorway
from game.core.saves.settings import Preferences
from game.core.story.model import Story
from game.lesson.room import Room
from game.lesson.shown import Screen, screen
from game.tui.projector.app import ClassApp
from game.tui.projector.desk import Desk

__all__ = ["SIZES", "Wall", "hung"]

SIZES = ((66, 18), (80, 24), (100, 30), (160, 45))


class Wall:
    """An open projector, and what the room sees of it."""

    def __init__(self, app: ClassApp, pilot: "Pilot[int]", room: Room) -> None:
        self.app, self.pilot, self.room = app, pilot, room
        self._nonce = 0

    @property
    def rows(self) -> list[str]:
        strips = self.app.screen._compositor.render_strips(self.app.size)
        return [strip.text.rstrip() for strip in strips]

    @property
    def text(self) -> str:
        return "\n".join(self.rows)

    @property
    def flat(self) -> str:
        return " ".join(self.text.split())

    @property
    def shown(self) -> Screen:
        return screen(self.room)

    @property
    def desk(self) -> Desk:
        return next(s for s in self.app.screen_stack if isinstance(s, Desk))

    async def press(self, *keys: str) -> "Wall":
        for key in keys:
            await self.pilot.press(key)
            await self.rest()
        return self

    async def rest(self) -> "Wall":
        """Wait until the journal has all, and the wall shows it."""
        while self.room.lesson is not self.room.ahead:
            await asyncio.sleep(0.005)
        self.desk.repaint()
        await self.pilot.pause()
        return self

    async def seats(self, many: int) -> "Wall":
        for n in range(many):
            self.room.join(f"s{n}")
        return await self.rest()

    async def say(self, *options: str, sure: int = 0) -> "Wall":
        """Let seats answer what is asked, one after another."""
        asked = self.shown.asked
        assert asked
        for n, option in enumerate(options):
            self._nonce += 1
            nonce = f"n{self._nonce}"
            self.room.answer(asked.kind, asked.round, f"s{n}", option, nonce, sure)
        return await self.rest()

    async def to(self, page: str, subject: str | None = None) -> "Wall":
        """Go on until a page is there; a tie goes to the first."""
        for _ in range(400):
            shown, teacher = self.shown, self.desk.teacher
            if shown.page == page and subject in (None, self.room.lesson.stage.subject):
                return await self.rest()
            if shown.tie:
                teacher.pick(shown.tie[0])
            else:
                teacher.go_on()
            while self.room.lesson is not self.room.ahead:
                await asyncio.sleep(0.005)
        raise AssertionError(f"{page} {subject} never came; the wall shows:\n{self.text}")


@asynccontextmanager
async def hung(
    story: Story,
    path: Path,
    size: tuple[int, int] = (66, 18),
    cut: str = "taster",
    doorway: Doorway | None = None,
    settings: Preferences | None = None,
) -> AsyncIterator[Wall]:
    """Open a lesson on a wall of a size; without a doorway there is no server."""
    room = Room.begin(story, story.default_keeper, cut, path / "wall.class.jsonl")
    app = ClassApp(room, doorway, settings)
    async with app.run_test(size=size) as pilot:
        yield await Wall(app, pilot, room).rest()
    await app.close_room()
