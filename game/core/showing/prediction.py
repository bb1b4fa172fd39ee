"""Predictions: what is asked between a choice and its outcome, and whether the guess held.

The question varies (a direction, a rulebook, a door), so that answering "it stays" is no habit
worth having. The truth is read off the turn that the engine played.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core.run.fold import Game
from game.core.run.trace import State, Turn
from game.core.showing.margin import changed_doors
from game.core.story.model import Scene
from game.words import joined, mark, say

__all__ = ["NOTHING", "WHY", "Guess", "choices", "guess", "question", "truth", "verdict"]

NOTHING = "nothing"
WHY = mark("Why guess? Once you know, it seems as if you always had. Nobody scores it.")
DOORS_ASKED = 4


@dataclass(frozen=True, slots=True)
class Guess:
    """A prediction that was made, in words, and how it turned out."""

    said: str
    was: tuple[str, ...]
    """Everything that was so; never empty."""
    hit: bool


def question(game: Game, scene: Scene) -> str:
    """Return the question that a scene asks."""
    book = game.story.rulebooks[game.keeper]
    match scene.predict:
        case "rulebook":
            return say("Which rulebook will mark this, up, down or on a list?")
        case "door":
            return say("Which door will this move under {keeper}?", keeper=book.short)
        case _ if book.number and book.number.counter:
            return say("What will your points do?")
        case _ if book.number:
            return say("What will {keeper}'s number do?", keeper=book.short)
        case _:
            return say("What will {keeper} do?", keeper=book.short)


def choices(game: Game, scene: Scene, state: State) -> tuple[tuple[str, str], ...]:
    """Return the answers offered: a key and its words."""
    story = game.story
    book = story.rulebooks[game.keeper]
    match scene.predict:
        case "rulebook":
            books = [story.rulebooks[id] for id in story.head.keepers]
            return (*((b.id, b.short) for b in books), (NOTHING, say("none of them")))
        case "door":
            return (*_doors(game, scene, state), (NOTHING, say("no door")))
        case _ if book.number and book.number.counter:
            return ("up", say("they rise")), (NOTHING, say("they stay as they are"))
        case _ if book.number:
            ways = ("up", say("it rises")), ("down", say("it falls"))
            return (*ways, (NOTHING, say("it stays as it is")))
        case _ if any(item.order and not item.whose for item in book.lists.values()):
            put, off = say("puts you on a list or under an order"), say("frees you of one")
            return ("listed", put), ("cleared", off), (NOTHING, say("does nothing"))
        case _:
            ways = ("listed", say("puts you on a list")), ("cleared", say("takes you off one"))
            return (*ways, (NOTHING, say("does nothing")))


def _doors(game: Game, scene: Scene, state: State) -> tuple[tuple[str, str], ...]:
    """Offer doors that options would move, one an option at least; then others of the story."""
    doors = game.story.head.doors
    changes = [
        [door for door, _ in changed_doors(game, state, game.step(state, option)[0])]
        for option in game.open_options(scene, state)
    ]
    first = [door for moved in changes for door in moved[:1]]
    rest = [door for moved in changes for door in moved[1:]]
    asked = list(dict.fromkeys([*first, *rest, *doors]))[:DOORS_ASKED]
    return tuple((id, door.name) for id, door in doors.items() if id in asked)


def truth(game: Game, turn: Turn) -> frozenset[str]:
    """Return every answer that holds of a turn; never empty."""
    moves = turn.moves[game.keeper]
    change = sum(move.change for move in moves)
    match turn.scene.predict:
        case "rulebook":
            held = {id for id, made in turn.moves.items() if any(move.moved for move in made)}
        case "door":
            held = {door for door, _ in changed_doors(game, turn.before, turn.after)}
        case _:
            held = {"up"} if change > 0 else {"down"} if change < 0 else set()
            if game.story.rulebooks[game.keeper].number is None:
                held |= {"listed"} if any(move.listed for move in moves) else set()
                held |= {"cleared"} if any(move.cleared for move in moves) else set()
    return frozenset(held or {NOTHING})


def guess(game: Game, turn: Turn) -> Guess | None:
    """Return a prediction and what was so; None where none was made, or none that makes sense."""
    words = _words(game, turn)
    if turn.predicted is None or turn.predicted not in words:
        return None
    true = truth(game, turn)
    was = tuple(said for key, said in words.items() if key in true)
    return Guess(words[turn.predicted], was, turn.predicted in true)


def _words(game: Game, turn: Turn) -> dict[str, str]:
    """Every answer that may be given or hold of a turn, in words."""
    if turn.scene.predict is None or turn.option is None:
        return {}
    doors = {id: door.name for id, door in game.story.head.doors.items()}
    return dict(choices(game, turn.scene, turn.before)) | (
        doors if turn.scene.predict == "door" else {}
    )


def verdict(game: Game, turn: Turn) -> str | None:
    """Say how a prediction turned out; None where none was made, or none that makes sense."""
    made = guess(game, turn)
    if made is None:
        return None
    if made.hit:
        more = [said for said in made.was if said != made.said]
        if not more:
            return say("You guessed: {said}. So it was.", said=made.said)
        also = joined(more)
        return say("You guessed: {said}. So it was, and also {also}.", said=made.said, also=also)
    return say("You guessed: {said}. It was: {was}.", said=made.said, was=joined(made.was))
