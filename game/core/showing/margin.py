"""The margin: number, doors, lists and ledger under one rulebook, as every face shows them."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.run import rulebook
from game.core.run.fold import Game
from game.core.run.rulebook import Closing, Move, Standing
from game.core.run.trace import State, Turn
from game.core.showing import holding, shutting, telling
from game.core.showing.cards import quote_of
from game.core.showing.parts import ClosedView, DoorView, LedgerLine, ListView, Margin
from game.core.story.rules import Rulebook
from game.words import say

__all__ = ["changed_doors", "closed_view", "ledger", "margin"]


def margin(
    game: Game,
    turns: Sequence[Turn],
    state: State,
    keeper: str | None = None,
    waits: str = "",
) -> Margin:
    """Return the margin after `turns`, standing at `state`, under the keeper or a shadow."""
    book = game.story.rulebooks[keeper or game.keeper]
    standing = state.standings[game.place[book.id]]
    scale = book.number
    return Margin(
        keeper=book.id,
        name=telling.name(book, standing),
        number=standing.number,
        low=scale.low if scale else None,
        high=scale.high if scale else None,
        counter=bool(scale and scale.counter),
        standing=rulebook.band(book, standing),
        doors=_doors(game, book, standing),
        lists=_lists(book, standing, state.month),
        ledger=ledger(game, turns, book.id),
        memories=tuple(zip(game.memory_place, state.memories, strict=True)),
        waits=waits,
    )


def _doors(game: Game, book: Rulebook, standing: Standing) -> tuple[DoorView, ...]:
    mentioned = set(book.doors) | {d for listing in book.lists.values() for d in listing.closes}
    mentioned |= {d for change in book.amendments.values() for d in change.doors}
    views = []
    for id, door in game.story.head.doors.items():
        shut = rulebook.closing(book, standing, id, door.normally == "open")
        view = closed_view(game, book, shut) if shut else None
        line = "" if shut else shutting.line(book, rulebook.door_rule(book, standing, id))
        silent = id not in mentioned
        views.append(DoorView(id, door.name, shut is None, door.is_perk, silent, view, line))
    return tuple(views)


def closed_view(game: Game, book: Rulebook, shut: Closing) -> ClosedView:
    """Return why something is closed, with the rule and the sentence that closed it."""
    sentence = shutting.closing_sentence(book, shut)
    why = shutting.closing_reason(book, shut)
    return ClosedView(sentence, shut.says, shut.claim, quote_of(game.story, shut.claim), why)


def _lists(book: Rulebook, standing: Standing, month: int) -> tuple[ListView, ...]:
    views = []
    for name, since in standing.on:
        item = book.lists[name]
        until = telling.until(item.months, since, month)
        held = holding.held(item)
        views.append(ListView(name, item.name, held, item.reason, until, item.way_out, item.claim))
    return tuple(views)


def ledger(game: Game, turns: Sequence[Turn], keeper: str) -> tuple[LedgerLine, ...]:
    """Return one line for every deed of the run under one rulebook, oldest first."""
    book = game.story.rulebooks[keeper]
    lines = []
    for n, turn in enumerate(turns):
        number = turn.before.standings[game.place[keeper]].number
        for name in turn.expired.get(keeper, ()):
            lines.append(_expiry_line(n, turn, book, name, number))
        for move in turn.moves[keeper]:
            number = None if number is None else number + move.change
            lines.append(_line(game, book, n, turn, move, number))
    return tuple(lines)


def _line(
    game: Game, book: Rulebook, n: int, turn: Turn, move: Move, number: int | None
) -> LedgerLine:
    story = game.story
    sentence = telling.answer_word(story, book, move)
    if move.change and number is not None:
        sentence = telling.to_number(sentence, number)
    claim = move.rule.claim
    return LedgerLine(
        n,
        turn.scene.title,
        story.deeds[move.deed].name,
        sentence,
        move.rule.says,
        claim,
        quote_of(story, claim),
        move.change,
        number,
        move.moved,
        _short(book, move),
    )


def _short(book: Rulebook, move: Move) -> str:
    """What a move changed, in a word."""
    if move.change:
        told = telling.signed(move.change)
        return telling.Loss(told) if move.change < 0 else told
    if move.listed:
        order = holding.ordered(book.lists[name] for name in move.listed)
        return telling.Loss(say("order") if order else say("listed"))
    return say("cleared") if move.cleared else ""


def _expiry_line(
    n: int, turn: Turn, book: Rulebook, listing: str, number: int | None
) -> LedgerLine:
    item = book.lists[listing]
    off = say("lifted") if item.order else say("off the list")
    says = say("Its months are over.")
    return LedgerLine(n, turn.scene.title, item.name, off, says, None, None, 0, number, True, off)


def changed_doors(
    game: Game, before: State, after: State, keeper: str | None = None
) -> tuple[tuple[str, bool], ...]:
    """Return doors that changed between two states: the door's id and whether it is open now."""
    then, now = game.situation(before, keeper), game.situation(after, keeper)
    doors = game.story.head.doors
    return tuple((d, now.door_open(d)) for d in doors if then.door_open(d) != now.door_open(d))
