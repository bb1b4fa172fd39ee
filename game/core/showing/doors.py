"""Doors over a year: when each closed or opened under a rulebook, and what closed it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.run import rulebook
from game.core.run.fold import Game
from game.core.run.trace import State, Turn
from game.core.showing.margin import changed_doors, closed_view, margin
from game.core.showing.parts import ClosedView, DoorView

__all__ = ["DoorPast", "DoorTurn", "door_log"]


@dataclass(frozen=True, slots=True)
class DoorTurn:
    """A turn at which a door closed or opened."""

    turn: int
    scene: str
    """The scene's title."""
    open: bool
    """It opened; else it closed."""
    closed: ClosedView | None
    """What closed it."""


@dataclass(frozen=True, slots=True)
class DoorPast:
    """A door that isn't, or wasn't always, as it normally is."""

    view: DoorView
    """As it is now, with what keeps it closed."""
    turns: tuple[DoorTurn, ...]


def door_log(
    game: Game, turns: Sequence[Turn], state: State, lines: bool = False
) -> tuple[DoorPast, ...]:
    """Return the doors of which the keeper spoke: those that moved, and those that it keeps shut.

    With `lines` those as well that a number would close.

    Months that end a list count for the turn at whose arrival they did.
    """
    moved: dict[str, list[DoorTurn]] = {}
    last = game.start()
    for n, turn in enumerate(turns):
        for id, now in changed_doors(game, last, turn.after):
            why = None if now else _why(game, turn.after, id)
            moved.setdefault(id, []).append(DoorTurn(n, turn.scene.title, now, why))
        last = turn.after
    views = margin(game, turns, state).doors
    return tuple(
        DoorPast(view, tuple(moved.get(view.id, ())))
        for view in views
        if view.id in moved or (lines and view.line) or not (view.silent or view.open or view.perk)
    )


def _why(game: Game, state: State, door: str) -> ClosedView | None:
    book = game.books[0]
    normally_open = not game.story.head.doors[door].is_perk
    shut = rulebook.closing(book, state.standings[0], door, normally_open)
    return closed_view(game, book, shut) if shut else None
