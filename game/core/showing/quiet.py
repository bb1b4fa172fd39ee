"""Rulebooks that make nothing of a choice, in one line: six ways of saying nothing are too many.

The cells keep their own words (the text is silent, it is not looked at, it is looked at without
effect): that difference is one key or one word away. What is answered elsewhere, or in a named
place only, is never folded here: it is not nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.run.fold import Game
from game.core.run.trace import Turn
from game.core.showing import quiet_words, telling
from game.core.showing.grid import kind_of, rows_in_force
from game.core.showing.parts import Cell, GridRow
from game.core.showing.quiet_words import It
from game.words import capital, joined, say

__all__ = ["Folded", "fold", "fold_rows", "idle", "quiet"]

_NOTHING = ("silent", "not_tracked")
_AWAY = ("local", "elsewhere")
"""Answers that are another's: who gives them is not the one that counts it."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A grid without the rows that say nothing, and what is said of those instead."""

    rows: tuple[GridRow, ...]
    words: tuple[str, ...]
    """Of every column."""
    quiet: tuple[str, ...]
    """Of the column taken."""
    alone: bool = False
    """The first of these says that one rulebook alone counts it."""


def fold(
    game: Game,
    turns: Sequence[Turn],
    n: int,
    made: tuple[GridRow, ...],
    at: int,
    whole: bool = False,
) -> Folded:
    """Fold the grid of the n-th turn, its column `at` taken; `whole` leaves every row standing."""
    event = turns[n].option is None
    if event and not turns[n].deeds:
        nothing = (say("nothing here is for a rulebook to judge"),)
        return Folded((), nothing, nothing)
    complete = len(made) == len(game.story.head.keepers)
    kept, words = (made, ()) if whole else fold_rows(game, made, complete, event)
    glosses = _first_met(game, turns, n)
    joins = () if complete else _joining(game, turns, n)
    alone = complete and _alone(game, made, at, event)
    told = quiet(game, made, at, complete, event)
    if alone:  # the first of these speaks for the whole grid, and stays the first
        return Folded(kept, (*words, *glosses, *joins), (*told, *glosses, *joins), True)
    return Folded(kept, (*glosses, *words, *joins), (*glosses, *told, *joins))


def _hushed(cell: Cell) -> bool:
    """Whether a rulebook makes nothing at all of it: its text is silent, or it does not look."""
    return cell.kind in _NOTHING


def _known(cell: Cell) -> bool:
    """Whether it is looked at, and nothing is done; what falls on a firm is something."""
    return cell.kind == "none" and not cell.others


def idle(cell: Cell) -> bool:
    """Whether nothing comes of it here, whichever way that is said."""
    return _hushed(cell) or _known(cell)


def fold_rows(
    game: Game, made: Sequence[GridRow], complete: bool = True, event: bool = False
) -> tuple[tuple[GridRow, ...], tuple[str, ...]]:
    """Fold the rows that say nothing in every column into one sentence.

    The leading rulebook, the keeper and whoever would have barred the choice keep their rows.
    `complete` says that every rulebook is in the grid already, so that "only" is true.
    """
    quiet_ones = [row for row in made if all(map(_hushed, row.cells)) and not _keep(game, row)]
    kept = tuple(row for row in made if row not in quiet_ones)
    if not quiet_ones:
        return kept, ()
    it: It = "this" if event else "these"
    speaking = [row for row in kept if not all(map(idle, row.cells))]
    knowing = any(_known(cell) for row in kept for cell in row.cells)
    away = all(c.kind in (*_AWAY, *_NOTHING) for row in speaking for c in row.cells) and speaking
    if complete and not knowing and not away and len(speaking) < 2:
        return kept, (quiet_words.only(it, [row.short for row in speaking]),)
    return kept, (_nothing(quiet_ones, it),)


def _keep(game: Game, row: GridRow) -> bool:
    return row.is_keeper or row.keeper == game.story.default_keeper or row.barred is not None


def _nothing(rows: Sequence[GridRow], it: It) -> str:
    """Name rulebooks that make nothing of it; the cells keep how."""
    return quiet_words.nothing(it, len(rows), joined(row.short for row in rows))


def quiet(
    game: Game, made: Sequence[GridRow], at: int, complete: bool = True, event: bool = False
) -> tuple[str, ...]:
    """Say of one column who knows it and does nothing, and that nobody else counts it.

    For a face that tells the leading rulebook and the keeper first, whatever they say.
    """
    known = [row for row in made if _known(row.cells[at])]
    changing = [said for row in known if (said := _changing(game, row, at))]
    known = [row for row in known if not _changing(game, row, at)]
    rest = [row for row in made if _hushed(row.cells[at]) and (event or not _keep(game, row))]
    counted = [row for row in made if not idle(row.cells[at])]
    it: It = "this" if event else "choice"
    told = [*changing, *_knowing(known, at)]
    if rest and not complete:
        told.append(_nothing([row._replace(cells=(row.cells[at],)) for row in rest], it))
    elif rest:
        away = any(row.cells[at].kind in _AWAY for row in counted)
        alone = not (known or changing or away) and len(counted) < 2
        only = quiet_words.only(it, [row.short for row in counted])
        told.append(only if alone else quiet_words.nobody_else(it))
    return tuple(told)


def _changing(game: Game, row: GridRow, at: int) -> str:
    """What a rulebook says of a deed that changes it for good: an app that closes knows nothing."""
    changes = {deed for book in game.books if book.id == row.keeper for deed in book.amendments}
    said = (deed.says for deed in row.cells[at].deeds if deed.deed in changes)
    words = next(filter(None, said), "").rstrip(".")
    who = capital(row.short)
    return say("{who}: {said}", who=who, said=telling.going_on(game.story, words)) if words else ""


def _knowing(known: Sequence[GridRow], at: int) -> list[str]:
    """Tell apart who is on record as doing nothing, and whom we only read so."""
    guessed = [row for row in known if any(d.sure == "low" for d in row.cells[at].deeds)]
    sure = [row for row in known if row not in guessed]
    told = []
    if sure:
        told.append(quiet_words.knowing(len(sure), joined(row.short for row in sure)))
    if guessed:
        told.append(quiet_words.guessing(len(guessed), joined(row.short for row in guessed)))
    return told


def _alone(game: Game, made: Sequence[GridRow], at: int, event: bool) -> bool:
    """Whether one rulebook alone counts a column, in a grid that holds them all."""
    counted = [row.cells[at] for row in made if not idle(row.cells[at])]
    known = any(_known(row.cells[at]) for row in made)
    rest = any(_hushed(row.cells[at]) and (event or not _keep(game, row)) for row in made)
    return rest and not known and len(counted) == 1 and counted[0].kind not in _AWAY


def _first_met(game: Game, turns: Sequence[Turn], n: int) -> tuple[str, ...]:
    """Say what `local` and `elsewhere` mean, each where the choices of a run first meet it."""
    met = {kind for m in range(n) for kind in _away(game, turns, m)}
    fresh = sorted(_away(game, turns, n) - met, reverse=True)
    return tuple(quiet_words.first_met(kind) for kind in fresh)


def _away(game: Game, turns: Sequence[Turn], n: int) -> set[str]:
    """Which answers of another's are shown at a turn, of the column taken."""
    shown = rows_in_force(game, _scene_number(turns, n))
    return {kind_of(turns[n].moves[id]) for id in shown} & {*_AWAY}


def _scene_number(turns: Sequence[Turn], n: int) -> int:
    """Count the scenes up to a turn: an event counts with the scene before it."""
    return sum(1 for turn in turns[: n + 1] if turn.option is not None)


def _joining(game: Game, turns: Sequence[Turn], n: int) -> tuple[str, ...]:
    """While the grid grows: the first time that one counts the choice and is not shown yet."""
    unseen = [_unseen(game, turns, m) for m in range(n + 1)]
    counting = [id for id, moved in unseen[n].items() if moved]
    if not counting or any(any(before.values()) for before in unseen[:n]):
        return ()
    names = joined(game.story.rulebooks[id].short for id in counting)
    return (quiet_words.joining(len(unseen[n]), len(counting), names),)


def _unseen(game: Game, turns: Sequence[Turn], n: int) -> dict[str, bool]:
    """Whether each rulebook that is not in the grid yet moved something at a turn."""
    shown = rows_in_force(game, _scene_number(turns, n))
    rest = (id for id in game.story.head.keepers if id not in shown)
    return {id: any(move.moved for move in turns[n].moves[id]) for id in rest}
