"""What a turn did, told in sentences: the number, lists and doors of the keeper."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.run.fold import Game
from game.core.run.rulebook import Move
from game.core.run.trace import Turn
from game.core.showing import holding, others, shutting, telling
from game.core.showing.margin import changed_doors
from game.core.showing.telling import Loss
from game.core.story.rules import Rule, Rulebook
from game.words import joined, say

__all__ = ["behind", "rests_on", "sentences", "something_moved", "still"]


def something_moved(game: Game, turn: Turn) -> bool:
    """Whether a turn changed the keeper's number, a list or a door."""
    number = any(move.change for move in turn.moves[game.keeper])
    lists = turn.before.standings[0].on != turn.after.standings[0].on
    ended = bool(turn.expired.get(game.keeper))
    return number or lists or ended or bool(changed_doors(game, turn.before, turn.after))


def sentences(game: Game, turn: Turn) -> tuple[str, ...]:
    """Return one sentence a change under the keeper; where nothing moved, one that says so."""
    book = game.books[0]
    expired = [s for name in turn.expired.get(book.id, ()) for s in _expired(game, turn, name)]
    told = _listed_or_elsewhere(game, turn)
    number = turn.after.standings[0].number
    change = sum(move.change for move in turn.moves[book.id])
    if change and number is not None:
        told.insert(0, _changed(book, change, number))
    doors = _doors(game, turn)
    if not (told or doors):
        return (*expired, _still(game, turn))
    return (*expired, *told, *_reasons(game, turn), *doors, *_still_shut(game, turn))


def still(game: Game, turn: Turn) -> bool:
    """Whether nothing moved under the keeper, and the judging of the turn says all of it."""
    said = _listed_or_elsewhere(game, turn) or _without_effect(game, turn.moves[game.keeper])
    return not (something_moved(game, turn) or said)


def _listed_or_elsewhere(game: Game, turn: Turn) -> list[str]:
    return [words for move in turn.moves[game.keeper] for words in _move(game, move)]


def behind(game: Game, turn: Turn) -> str | None:
    """Return the sentence that the first rule rests on by which something moved."""
    rules = (move.rule for move in turn.moves[game.keeper] if move.moved)
    return next((rule.claim for rule in rules if rule.claim), None)


def rests_on(game: Game, turn: Turn) -> tuple[str, ...]:
    """The sentences on which what moved rests: those of its rules, and of the doors it closed."""
    rules = [move.rule.claim for move in turn.moves[game.keeper] if move.moved]
    changed, now = changed_doors(game, turn.before, turn.after), game.situation(turn.after)
    shut = [now.closing(door) for door, open_now in changed if not open_now]
    doors = [closing.claim for closing in shut if closing]
    return tuple(dict.fromkeys(filter(None, [*rules, *doors])))


def _changed(book: Rulebook, change: int, number: int) -> str:
    if book.number and book.number.counter:
        return say("Your points rise by {points}, to {number}.", points=change, number=number)
    if change > 0:
        return say("The number rises by {points}, to {number}.", points=change, number=number)
    return Loss(say("The number falls by {points}, to {number}.", points=-change, number=number))


def _reasons(game: Game, turn: Turn) -> list[str]:
    """The rules that moved something, in their own words: a size or a reading of ours is said."""
    moved = (move.rule for move in turn.moves[game.keeper] if move.moved)
    return list(dict.fromkeys(rule.says for rule in moved if rule.says))


def _move(game: Game, move: Move) -> list[str]:
    rule, lists = move.rule, game.books[0].lists
    told: list[str] = [_put(game, name) for name in move.listed]
    told += [say("You are {freed}.", freed=holding.freed(lists[name])) for name in move.cleared]
    if rule.answer == "elsewhere":
        still = _stands_still(game.books[0])
        told.append(_elsewhere(rule, still))
    elif rule.whose and rule.answer in ("up", "down", "listed"):
        told.append(say("This falls on {whose}.", whose=others.whose(rule)))
    return told


def _elsewhere(rule: Rule, still: str) -> str:
    """That another system answers for it, be it your doing or what befalls somebody else."""
    if not rule.whose:
        return say("{still}; this belongs elsewhere: {system}.", still=still, system=rule.system)
    return say(
        "{still}; what happens to {whose} belongs elsewhere: {system}.",
        still=still,
        whose=others.whose(rule),
        system=rule.system,
    )


def _put(game: Game, name: str) -> Loss:
    """That one is put on a list or under an order, and why."""
    item = game.books[0].lists[name]
    reason = telling.going_on(game.story, item.reason)
    return Loss(say("You are {put}: {reason}", put=holding.put(item), reason=reason))


def _expired(game: Game, turn: Turn, name: str) -> list[str]:
    """A listing that ended on arrival, and the doors that it had kept closed."""
    listing = game.books[0].lists[name]
    now = game.situation(turn.before)
    doors = game.story.head.doors
    opened = [doors[door].name for door in listing.closes if now.door_open(door)]
    return [say("Your months {held} are over.", held=holding.held(listing)), *_opened(opened)]


def _opened(names: list[str]) -> list[str]:
    return [say("Open to you now: {doors}.", doors=joined(names))] if names else []


def _doors(game: Game, turn: Turn) -> list[str]:
    """Doors that moved, those with one reason in one sentence, whatever each of them rests on."""
    changed = changed_doors(game, turn.before, turn.after)
    names = {id: door.name for id, door in game.story.head.doors.items()}
    opened = [names[door] for door, open_now in changed if open_now]
    closed: dict[str, dict[str, list[str]]] = {}
    for door, open_now in changed:
        if not open_now:
            why, claim = _closed(game, turn, door)
            closed.setdefault(why, {}).setdefault(claim, []).append(names[door])
    return _opened(opened) + [_shut(why, doors) for why, doors in closed.items()]


def _shut(why: str, doors: dict[str, list[str]]) -> Loss:
    """One reason, and the doors that each sentence closes by it."""
    if len(doors) > 1:
        each = [f"{joined(shut)} ({by})" if by else joined(shut) for by, shut in doors.items()]
        return Loss(say("{closed}: {doors}.", closed=why, doors="; ".join(each)))
    ((claim, shut),) = doors.items()
    why = f"{why} ({claim})" if claim else why
    return Loss(say("{closed}: {doors}.", closed=why, doors=joined(shut)))


def _still_shut(game: Game, turn: Turn) -> list[str]:
    """Doors that a listing kept closed, and that another reason keeps closed after it."""
    book, now = game.books[0], game.situation(turn.after)
    cleared = [name for move in turn.moves[book.id] for name in move.cleared]
    kept: dict[str, list[str]] = {}
    for door in dict.fromkeys(door for name in cleared for door in book.lists[name].closes):
        shut = now.closing(door)
        why = shutting.closing_reason(book, shut) if shut else ""
        if shut and shut.listing:
            why = say("because {why}", why=why)
        if why:
            kept.setdefault(why, []).append(game.story.head.doors[door].name)
    return [
        say("Still closed to you, {why}: {doors}.", why=why, doors=joined(names))
        for why, names in kept.items()
    ]


def _closed(game: Game, turn: Turn, door: str) -> tuple[str, str]:
    """That a door is closed, and why: `Closed to you now, below 550`; and by which sentence."""
    shut = game.situation(turn.after).closing(door)
    why = shutting.bare_reason(game.books[0], shut) if shut else ""
    if not (shut and why):
        return say("Closed to you now"), ""
    if shut.listing:
        return say("Closed to you now, because {why}", why=why), shut.claim or ""
    return say("Closed to you now, {why}", why=why), shut.claim or ""


def _stands_still(book: Rulebook) -> str:
    if book.number is None:
        return say("No list moves")
    if book.number.counter:
        return say("Your points stay as they are")
    return say("The number stands still")


def _still(game: Game, turn: Turn) -> str:
    book, moves = game.books[0], turn.moves[game.keeper]
    still = _stands_still(book)
    answers = {move.rule.answer for move in moves}
    if not moves:
        return say("{still}: nothing here is for a rulebook to judge.", still=still)
    if reason := _amending(game, moves) or _without_effect(game, moves):
        return say("{still}: {reason}", still=still, reason=reason)
    if any(move.change for move in moves):
        return say("{still}: what rose and what fell come to the same.", still=still)
    if "keeps" in answers:
        kept = (game.story.deeds[m.deed].name for m in moves if m.rule.answer == "keeps")
        return say("{still}: no loss for {deeds}.", still=still, deeds=joined(kept))
    if "local" in answers:
        return _only_there(still, next(m.rule.where for m in moves if m.rule.answer == "local"))
    if "none" in answers:
        return say("{still}: {keeper} knows this and does nothing.", still=still, keeper=book.short)
    if answers & {"listed", "cleared", "up", "down"}:
        return say("{still}: there is nothing left to move.", still=still)
    return say("{phrase}.", phrase=still)


def _amending(game: Game, moves: Sequence[Move]) -> str:
    """What the keeper says of a deed that changes it for good: an app that closes knows nothing."""
    told = (move.rule.says for move in moves if move.deed in game.books[0].amendments)
    return telling.going_on(game.story, next(filter(None, told), ""))


def _without_effect(game: Game, moves: Sequence[Move]) -> str:
    """Why what the keeper knows moves nothing, in its rule's words; empty where more was judged."""
    if {move.rule.answer for move in moves} - {"none", "silent", "not_tracked"}:
        return ""
    told = (move.rule.says for move in moves if move.rule.answer == "none")
    return telling.going_on(game.story, next(filter(None, told), ""))


def _only_there(still: str, where: str | None) -> str:
    if not where:
        return say("{still}: this counts only in a named place.", still=still)
    return say("{still}: this counts only in a named place ({where}).", still=still, where=where)
