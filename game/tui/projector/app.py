"""The app of a lesson: the wall, and the class server in this very loop.

Where the server can't start, the lesson goes on by hands, and a sentence says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from game.core.saves.settings import Preferences
from game.lesson.replay import Replay
from game.lesson.tally import is_seated, present
from game.lesson.teacher import Teacher
from game.tui import themes
from game.tui.projector import words
from game.tui.projector.desk import Desk
from game.tui.projector.joining import Way
from game.tui.served import Served, wants_colour
from game.words import say

if TYPE_CHECKING:
    from game.classroom.doorway import Doorway, Move
    from game.lesson.room import Room

__all__ = ["ClassApp", "run"]

INTERRUPTED = 130


class ClassApp(Served, App[int]):
    """A lesson in a terminal."""

    TITLE = "Carrot & Stick"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "turn_theme", show=False),
        Binding("ctrl+c", "interrupt", show=False, priority=True),
    ]

    def __init__(
        self, room: Room, doorway: Doorway | None, settings: Preferences | None = None
    ) -> None:
        self.settings = _for_a_wall(settings or Preferences())
        self.colourless = not wants_colour(self.settings)
        super().__init__(ansi_color=True if self.colourless else None)
        self.no_color = self.colourless
        self.room, self.doorway = room, doorway
        self._looks = 0
        for theme in themes.OURS:
            self.register_theme(theme)
        self.serve()

    async def on_mount(self) -> None:
        """The wall first, then the server: a port that is taken is no reason for a dark wall."""
        if isinstance(self.room, Replay):
            from game.tui.projector.rereading import Rereading

            await self.push_screen(Rereading(self.room))
            return
        desk = Desk(self.room)
        await self.push_screen(desk)
        if self.doorway is not None:
            said = await self.doorway.open(self.room)
            if said is not None:
                self._by_hands(said)
            desk.repaint()

    def _by_hands(self, why: str) -> None:
        self.room.warn(f"{why} {say(words.BY_HANDS)}")
        if is_seated(self.room.ahead.source):
            Teacher(self.room).use("hands")

    async def close_room(self) -> None:
        """Write what waits, let the phones go, let the journal go."""
        if self.doorway is not None:
            await self.doorway.close()
        self.room.close()

    # The way in

    def way(self, room: Room) -> Way:
        """How phones get here now."""
        lesson, door = room.lesson, self.doorway
        way = Way(room_code=lesson.code, seats=present(lesson), rung=lesson.source)
        if door is None or door.server is None:
            return way
        return replace(way, link=door.link, square=door.square, others=len(door.known) - 1)

    def next_address(self) -> None:
        """Show another of this machine's addresses."""
        if self.doorway is not None:
            self.doorway.next_address()

    def address_moved(self) -> Move | None:
        """Look now and then whether the address that is shown is still this machine's."""
        self._looks += 1
        if self.doorway is None or self._looks % 3:
            return None
        moved = self.doorway.look(self.room)
        if moved is not None:
            self.room.warn(say(words.ADDRESS[moved]))
        return moved

    def action_interrupt(self) -> None:
        """Ctrl+C: what is kept is kept."""
        self.exit(INTERRUPTED)

    def action_turn_theme(self) -> None:
        """The next theme, for this lesson: what the teacher plays in stays as it was."""
        if not self.colourless:
            self.theme = themes.next_theme(self.theme)

    def watch_theme(self, theme: str) -> None:
        """Nothing of it is kept."""


def _for_a_wall(settings: Preferences) -> Preferences:
    """Black on white unless this very start asks for something else."""
    forced = {"theme": (themes.HIGH_CONTRAST.name, say("the projector")), **settings.forced}
    return Preferences(None, settings.kept, forced, settings.told)


async def _serve(app: ClassApp) -> int:
    try:
        code = await app.run_async()
    finally:
        await app.close_room()
    return code if code is not None else app.return_code or 0


def run(room: Room, doorway: Doorway | None, settings: Preferences | None = None) -> int:
    """Open the projector; return the exit code."""
    import asyncio

    return asyncio.run(_serve(ClassApp(room, doorway, settings)))
