"""Predictions: what is asked between a choice and its outcome, and whether the guess held.

The question varies (a direction, a rulebook, a door), so that answering "nothing" is no habit
worth having. The truth is read off the turn that the engine played.
"""

from __future__ import annotations

from game.core import telling
from game.core.margin import changed_doors
from game.core.model import Scene
from game.core.run import Game
from game.core.trace import State, Turn

__all__ = ["NOTHING", "choices", "question", "truth", "verdict"]

NOTHING = "nothing"
DOORS_ASKED = 4


def question(game: Game, scene: Scene) -> str:
    """Return the question that a scene asks."""
    book = game.story.rulebooks[game.keeper]
    match scene.predict:
        case "rulebook":
            return "Which rulebook will mark this, up, down or on a list?"
        case "door":
            return f"Which door will this move under {book.short}?"
        case _ if book.number:
            return f"What will the number of {book.short} do?"
        case _:
            return f"What will {book.short} do?"


def choices(game: Game, scene: Scene, state: State) -> tuple[tuple[str, str], ...]:
    """Return the answers offered: a key and its words."""
    story = game.story
    book = story.rulebooks[game.keeper]
    match scene.predict:
        case "rulebook":
            books = [story.rulebooks[id] for id in story.head.keepers]
            return (*((b.id, b.short) for b in books), (NOTHING, "none of them"))
        case "door":
            return (*_doors(game, scene, state), (NOTHING, "no door"))
        case _ if book.number and book.number.counter:
            return ("up", "it rises"), (NOTHING, "nothing")
        case _ if book.number:
            return ("up", "it rises"), ("down", "it falls"), (NOTHING, "nothing")
        case _:
            words = ("listed", "puts you on a list"), ("cleared", "takes you off one")
            return (*words, (NOTHING, "nothing"))


def _doors(game: Game, scene: Scene, state: State) -> tuple[tuple[str, str], ...]:
    """Offer the doors that some option would move, filled up in the story's order."""
    doors = game.story.head.doors
    moving = [
        door
        for option in game.open_options(scene, state)
        for door, _ in changed_doors(game, state, game.step(state, option)[0])
    ]
    asked = list(dict.fromkeys([*moving, *doors]))[:DOORS_ASKED]
    return tuple((id, door.name) for id, door in doors.items() if id in asked)


def truth(game: Game, turn: Turn) -> frozenset[str]:
    """Return every answer that holds of a turn; never empty."""
    moves = turn.moves[game.keeper]
    change = sum(move.change for move in moves)
    match turn.scene.predict:
        case "rulebook":
            held = {id for id, made in turn.moves.items() if any(map(_moved, made))}
        case "door":
            held = {door for door, _ in changed_doors(game, turn.before, turn.after)}
        case _:
            held = {"up"} if change > 0 else {"down"} if change < 0 else set()
            if game.story.rulebooks[game.keeper].number is None:
                held |= {"listed"} if any(move.listed for move in moves) else set()
                held |= {"cleared"} if any(move.cleared for move in moves) else set()
    return frozenset(held or {NOTHING})


def _moved(move: object) -> bool:
    return any(getattr(move, name) for name in ("change", "listed", "cleared"))


def verdict(game: Game, turn: Turn) -> str | None:
    """Say how a prediction turned out; None where none was made."""
    if turn.predicted is None:
        return None
    words = dict(choices(game, turn.scene, turn.before))
    words |= {id: door.name for id, door in game.story.head.doors.items() if id not in words}
    true = truth(game, turn)
    guess = words.get(turn.predicted, turn.predicted)
    if turn.predicted in true:
        more = [words[key] for key in words if key in true and key != turn.predicted]
        return f"You said: {guess}. So it was{', and also ' + telling.join(more) if more else ''}."
    was = telling.join(words[key] for key in words if key in true)
    return f"You said: {guess}. It was: {was}."
