"""What a turn did, told in sentences: the number, lists and doors of the keeper."""

from __future__ import annotations

from game.core import telling
from game.core.margin import changed_doors
from game.core.rulebook import Move
from game.core.rules import Rulebook
from game.core.run import Game
from game.core.trace import Turn
from game.words import joined

__all__ = ["sentences"]


def sentences(game: Game, turn: Turn) -> tuple[str, ...]:
    """Return one sentence a change under the keeper; where nothing moved, one that says so."""
    book = game.books[0]
    expired = [s for name in turn.expired.get(book.id, ()) for s in _expired(game, turn, name)]
    told = [s for move in turn.moves[book.id] for s in _move(book, move)]
    number = turn.after.standings[0].number
    change = sum(move.change for move in turn.moves[book.id])
    if change and number is not None:
        told.insert(0, _changed(book, change, number))
    doors = _doors(game, turn)
    if not (told or doors):
        return (*expired, _still(game, turn))
    return (*expired, *told, *_reasons(game, turn), *doors)


def _changed(book: Rulebook, change: int, number: int) -> str:
    if book.number and book.number.counter:
        return f"Your points rise by {change}, to {number}."
    way = "rises" if change > 0 else "falls"
    return f"The number {way} by {abs(change)}, to {number}."


def _reasons(game: Game, turn: Turn) -> list[str]:
    """The rules that moved something, in their own words: a size or a reading of ours is said."""
    moved = (move.rule for move in turn.moves[game.keeper] if move.moved)
    return list(dict.fromkeys(rule.says for rule in moved if rule.says))


def _move(book: Rulebook, move: Move) -> list[str]:
    told = [
        f"You are put on {book.lists[name].name}: {_reason(book, name)}" for name in move.listed
    ]
    told += [f"You are taken off {book.lists[name].name}." for name in move.cleared]
    if move.rule.answer == "elsewhere":
        told.append(f"{_stands_still(book)}; this belongs elsewhere: {move.rule.system}.")
    if move.rule.whose and move.rule.answer in ("up", "down", "listed"):
        told.append(f"This falls on {'the firm' if move.rule.whose == 'firm' else 'the office'}.")
    return told


def _reason(book: Rulebook, name: str) -> str:
    reason = book.lists[name].reason
    return reason[:1].lower() + reason[1:]


def _expired(game: Game, turn: Turn, name: str) -> list[str]:
    """A listing that ended on arrival, and the doors that it had kept closed."""
    listing = game.books[0].lists[name]
    now = game.situation(turn.before)
    doors = game.story.head.doors
    opened = [doors[door].name for door in listing.closes if now.door_open(door)]
    return [f"Your months on {listing.name} are over.", *_opened(opened)]


def _opened(names: list[str]) -> list[str]:
    return [f"Open to you now: {joined(names)}."] if names else []


def _doors(game: Game, turn: Turn) -> list[str]:
    """Doors that moved, those with one reason in one sentence."""
    changed = changed_doors(game, turn.before, turn.after)
    names = {id: door.name for id, door in game.story.head.doors.items()}
    opened = [names[door] for door, open_now in changed if open_now]
    closed: dict[str, list[str]] = {}
    for door, open_now in changed:
        if not open_now:
            closed.setdefault(_why(game, turn, door), []).append(names[door])
    return _opened(opened) + [
        f"Closed to you now{why}: {joined(shut)}." for why, shut in closed.items()
    ]


def _why(game: Game, turn: Turn, door: str) -> str:
    """Why a door is closed, to stand after the word `closed`: `, below 550 (A4)`."""
    shut = game.situation(turn.after).closing(door)
    why = telling.closing_reason(game.books[0], shut) if shut else ""
    because = "because " if shut and shut.listing else ""
    return f", {because}{why}" if why else ""


def _stands_still(book: Rulebook) -> str:
    if book.number is None:
        return "No list moves"
    return "Your points stay as they are" if book.number.counter else "The number stands still"


def _still(game: Game, turn: Turn) -> str:
    book, moves = game.books[0], turn.moves[game.keeper]
    what = _stands_still(book)
    answers = {move.rule.answer for move in moves}
    if not moves:
        return f"{what}: nothing here is for a rulebook to judge."
    if any(move.change for move in moves):
        return f"{what}: what rose and what fell come to the same."
    if "keeps" in answers:
        kept = (game.story.deeds[m.deed].name for m in moves if m.rule.answer == "keeps")
        return f"{what}: no loss for {joined(kept)}."
    if "local" in answers:
        where = next(m.rule.where for m in moves if m.rule.answer == "local")
        return f"{what}: this counts only in a named place{f' ({where})' if where else ''}."
    if "none" in answers:
        return f"{what}: {book.short} knows this and does nothing."
    if answers & {"listed", "cleared", "up", "down"}:
        return f"{what}: there is nothing left to move."
    return f"{what}."
