"""The grid: rulebooks as rows, options as columns; what each would do, by the engine itself."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.run.fold import Game
from game.core.run.rulebook import Move
from game.core.run.trace import State, Turn
from game.core.showing import holding, others, shutting, telling
from game.core.showing.cards import deed_view
from game.core.showing.parts import Cell, GridRow, OptionView
from game.core.story.rules import Rulebook
from game.words import joined, say

__all__ = ["cell", "kind_of", "rows", "rows_in_force", "taken"]

_MOVING = ("listed", "cleared", "up", "down")
# The order in which one cell speaks for several deeds (formats.md, "A cell with several deeds").
_RANK = ("keeps", "none", "local", "elsewhere", "not_tracked", "silent")


def rows_in_force(game: Game, scene_number: int, everything: bool = False) -> tuple[str, ...]:
    """Return the rulebooks shown in the n-th scene (from 1): the grid grows; the keeper always."""
    head = game.story.head
    if everything or scene_number > len(head.grid):
        return head.keepers
    wanted = {*head.grid[max(scene_number, 1) - 1], game.keeper}
    return tuple(keeper for keeper in head.keepers if keeper in wanted)


def cell(game: Game, book: Rulebook, moves: Sequence[Move], shown: bool = True) -> Cell:
    """Sum the moves of one option under one rulebook up into a cell."""
    kind, change = _kind(moves)
    deeds = tuple(deed_view(game.story, book, move) for move in moves)
    word = _cell_word(game, book, moves, kind, change)
    sign, short = telling.SIGNS[kind], telling.answer_short(kind, change)
    if holding.ordered(book.lists[name] for move in moves for name in move.listed):
        short = say("order")
    if kind == "elsewhere" and all(others.meant(m.rule) for m in moves if _speaks(m, kind)):
        short = others.whose(next(m.rule for m in moves if _speaks(m, kind)))
    tells = (m for m in moves if m.change or m.listed or m.cleared or m.rule.answer == "keeps")
    reading = any(move.rule.sure == "low" for move in tells)
    anothers = any(others.meant(m.rule) for m in moves)
    return Cell(kind, sign, word, short, change, deeds, shown, reading, anothers)


def kind_of(moves: Sequence[Move]) -> str:
    """Return the answer that a cell with these moves gives."""
    return _kind(moves)[0]


def _kind(moves: Sequence[Move]) -> tuple[str, int]:
    change = sum(move.change for move in moves)
    if any(move.listed for move in moves):
        return "listed", change
    if any(move.cleared for move in moves):
        return "cleared", change
    moving = [m for m in moves if m.rule.answer in ("up", "down") and not m.rule.whose]
    if moving:
        down = change < 0 or (change == 0 and moving[0].rule.answer == "down")
        return ("down" if down else "up"), change
    answers = {_resting(move) for move in moves}
    return next((kind for kind in _RANK if kind in answers), "silent"), 0


def _resting(move: Move) -> str:
    """A judgment that moved nothing of the player's counts as looked at, without effect."""
    return "none" if move.rule.answer in _MOVING else move.rule.answer


def _cell_word(game: Game, book: Rulebook, moves: Sequence[Move], kind: str, change: int) -> str:
    if kind in ("up", "down") and change:
        return telling.change_word(change)
    speaking = [move for move in moves if _speaks(move, kind)]
    words = [telling.answer_word(game.story, book, move) for move in speaking]
    if kind in ("listed", "cleared") and change:
        words.append(telling.change_word(change))
    if kind == "elsewhere" and len(words) > 1:
        systems = telling.systems(move.rule.system or "" for move in speaking)
        return say("elsewhere: {system}", system=systems)
    return joined(dict.fromkeys(words)) or telling.answer_short(kind, 0)


def _speaks(move: Move, kind: str) -> bool:
    if kind == "listed":
        return bool(move.listed)
    if kind == "cleared":
        return bool(move.cleared)
    if kind in ("up", "down"):  # the net is nothing: everything that pulled has its say
        return move.rule.answer in ("up", "down") and not move.rule.whose
    return kind in (move.rule.answer, _resting(move))


def rows(
    game: Game,
    before: State,
    columns: Sequence[tuple[OptionView, tuple[str, ...]]],
    month: int,
    keepers: Sequence[str],
    gear: str,
    turn: Turn,
) -> tuple[GridRow, ...]:
    """Judge every column under every keeper; the short gear shows the leading row and yours.

    `columns` pairs an option with its deeds. The leading row is the story's first keeper
    (the article), whose move for every option is never hidden, and so is the run's own keeper.
    """
    judged = [game.judge(before, deeds, month)[1] for _, deeds in columns]
    leading = {game.story.default_keeper, game.keeper}
    made = []
    for keeper in keepers:
        book = game.story.rulebooks[keeper]
        whole = gear != "short" or keeper in leading
        cells = tuple(
            cell(game, book, moves[keeper], whole or option.taken)
            for moves, (option, _) in zip(judged, columns, strict=True)
        )
        note = book.size_note if any(c.change for c in cells) else ""
        made.append(
            GridRow(
                keeper,
                telling.short(book, before.standings[game.place[keeper]]),
                book.name,
                keeper == game.keeper,
                cells,
                _barred(game, turn, keeper),
                note,
            )
        )
    return tuple(made)


def _barred(game: Game, turn: Turn, keeper: str) -> str | None:
    if keeper not in turn.barred:
        return None
    shut, number = turn.barred[keeper], turn.before.standings[game.place[keeper]].number
    book = game.story.rulebooks[keeper]
    if number is None or shut.listing:
        return shutting.closing_reason(book, shut)
    why = (
        shutting.closing_sentence(book, shut) if shut.open else shutting.closing_reason(book, shut)
    )
    return say("{why}; it has you at {number}", why=why, number=number)


def taken(columns: Sequence[tuple[OptionView, tuple[str, ...]]]) -> int:
    """Which column was taken; an event has but one."""
    return next((n for n, (option, _) in enumerate(columns) if option.taken), 0)
