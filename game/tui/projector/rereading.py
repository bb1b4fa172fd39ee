"""A lesson read again on the wall, screen by screen. Its keys turn, and change nothing."""

from __future__ import annotations

from game.lesson.replay import READING, Replay
from game.tui.ink import Lines, Room, ends, ink
from game.tui.projector import words
from game.tui.projector.desk import Desk
from game.words import say

__all__ = ["Rereading"]

TURNS = ("go_on", "go_back", "move", "open_all", "leave", "help", "turn_theme", "interrupt")


class Rereading(Desk):
    """Turns through the screens of a lesson that is over."""

    def __init__(self, room: Replay) -> None:
        super().__init__(room)
        self.replay = room

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What would change something is refused, in a sentence."""
        if action not in TURNS:
            self.refuse(say(READING))
            self.repaint()
            return False
        return super().check_action(action, parameters)

    def action_go_on(self) -> None:
        """The rest of the page, then the next screen."""
        if self.more_below:
            self.action_move(1)
            return
        self._turn(1)

    def action_go_back(self) -> None:
        """The screen before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        self.notice = ""
        self.replay.turn(by)
        self.repaint()

    def action_leave(self) -> None:
        """Nothing is to be lost."""
        self.app.exit(0)

    def _foot(self, room: Room) -> Lines:
        at = say("screen {n} of {of}", n=self.replay.at + 1, of=len(self.replay.moments))
        right = ink(at, "bold $ink")
        whole, short = (ink(say(said), "$muted") for said in words.READ_AGAIN)
        fits = whole.cell_length + right.cell_length < room.width
        return [ends(whole if fits else short, right, room.width)]
