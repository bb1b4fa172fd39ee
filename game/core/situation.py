"""What a condition may see of a state: the `conditions.Facts` of one game, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core import rulebook
from game.core.rulebook import Closing
from game.core.trace import State

if TYPE_CHECKING:
    from game.core.run import Game

__all__ = ["Situation"]


class Situation:
    """One state through the eyes of a condition, under the keeper or a shadow."""

    __slots__ = ("book", "game", "here", "state")

    def __init__(self, game: Game, state: State, keeper: int = 0) -> None:
        self.game, self.state = game, state
        self.book, self.here = game.books[keeper], state.standings[keeper]

    def standing(self) -> str:
        return rulebook.band(self.book, self.here)

    def door_open(self, door: str) -> bool:
        return rulebook.door_open(self.book, self.here, door, self.game.normally_open[door])

    def closing(self, door: str) -> Closing | None:
        return rulebook.closing(self.book, self.here, door, self.game.normally_open[door])

    def is_on(self, listing: str) -> bool:
        return bool(self.here.on) if listing == "any" else self.here.is_on(listing)

    def was_on(self, listing: str) -> bool:
        return bool(self.here.was) if listing == "any" else listing in self.here.was

    def memory(self, name: str) -> int:
        return self.state.memories[self.game.memory_place[name]]

    def chose(self, scene: str, option: str) -> bool:
        return f"{scene}.{option}" in self.state.chosen
