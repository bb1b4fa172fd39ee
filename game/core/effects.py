"""What a turn did, told in sentences: the number, lists and doors of the keeper."""

from __future__ import annotations

from game.core import telling
from game.core.margin import changed_doors
from game.core.rulebook import Move
from game.core.rules import Rulebook
from game.core.run import Game
from game.core.trace import Turn

__all__ = ["sentences"]


def sentences(game: Game, turn: Turn) -> tuple[str, ...]:
    """Return one sentence a change under the keeper; where nothing moved, one that says so."""
    book = game.books[0]
    expired = [_expired(book, name) for name in turn.expired.get(book.id, ())]
    told = [s for move in turn.moves[book.id] for s in _move(book, move)]
    number = turn.after.standings[0].number
    change = sum(move.change for move in turn.moves[book.id])
    if change and number is not None:
        way = "rises" if change > 0 else "falls"
        told.insert(0, f"The number {way} by {abs(change)}, to {number}.")
    changed = changed_doors(game, turn.before, turn.after)
    doors = [_door(game, turn, door, now) for door, now in changed]
    if not (told or doors):
        told = [_still(book, turn)]
    return (*expired, *told, *doors)


def _move(book: Rulebook, move: Move) -> list[str]:
    told = [
        f"You are put on {book.lists[name].name}: {_reason(book, name)}" for name in move.listed
    ]
    told += [f"You are taken off {book.lists[name].name}." for name in move.cleared]
    if move.rule.answer == "elsewhere":
        told.append(f"No list moves; this belongs elsewhere: {move.rule.system}.")
    if move.rule.whose and move.rule.answer in ("up", "down", "listed"):
        told.append(f"This falls on {'the firm' if move.rule.whose == 'firm' else 'the office'}.")
    return told


def _reason(book: Rulebook, name: str) -> str:
    reason = book.lists[name].reason
    return reason[:1].lower() + reason[1:]


def _expired(book: Rulebook, name: str) -> str:
    return f"Your months on {book.lists[name].name} are over."


def _door(game: Game, turn: Turn, door: str, open_now: bool) -> str:
    name = game.story.head.doors[door].name
    if open_now:
        return f"Open to you now: {name}."
    shut = game.situation(turn.after).closing(door)
    why = telling.closing_sentence(game.story, game.books[0], shut) if shut else "closed"
    return f"Closed to you now: {name}; {why}."


def _still(book: Rulebook, turn: Turn) -> str:
    answers = {move.rule.answer for move in turn.moves[book.id]}
    what = "The number stands still" if book.number else "Nothing changes"
    if "keeps" in answers:
        return f"{what}: this only keeps you from losing."
    if "local" in answers:
        where = next(m.rule.where for m in turn.moves[book.id] if m.rule.answer == "local")
        return f"{what}: this counts only in a named place{f' ({where})' if where else ''}."
    if "none" in answers:
        return f"{what}: it is looked at, and has no effect."
    if answers & {"listed", "cleared", "up", "down"}:
        return f"{what}: there is nothing left to move."
    if "silent" in answers:
        return f"{what}: {book.short} says nothing of this."
    return f"{what}: {book.short} does not look at this."
