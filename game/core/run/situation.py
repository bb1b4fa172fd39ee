"""What a condition may see of a state: the `conditions.Facts` of one game, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.run import rulebook
from game.core.run.rulebook import Closing
from game.core.run.trace import State

if TYPE_CHECKING:
    from game.core.run.fold import Game

__all__ = ["Situation"]


class Situation:
    """One state through the eyes of a condition, under the keeper or a shadow."""

    __slots__ = ("game", "here", "place", "state")

    def __init__(self, game: Game, state: State, place: int = 0) -> None:
        self.game, self.state, self.place = game, state, place
        self.here = state.standings[place]

    def standing(self) -> str:
        return rulebook.band(self.game.books[self.place], self.here)

    def door_open(self, door: str) -> bool:
        return door in self.game.doors[self.place][self.here]

    def closing(self, door: str) -> Closing | None:
        book, usual = self.game.books[self.place], self.game.normally_open[door]
        return rulebook.closing(book, self.here, door, usual)

    def is_on(self, listing: str) -> bool:
        return bool(self.here.on) if listing == "any" else self.here.is_on(listing)

    def was_on(self, listing: str) -> bool:
        return bool(self.here.was) if listing == "any" else listing in self.here.was

    def memory(self, name: str) -> int:
        return self.state.memories[self.game.memory_place[name]]

    def chose(self, key: str) -> bool:
        return bool(self.state.chosen & self.game.bits.get(key, 0))
