"""How often the keeper moved on the way here: a number that stands still is not a broken one."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.run.fold import Game
from game.core.run.trace import State, Trace, Turn
from game.core.showing.holding import times
from game.words import capital, many, mark, say, sentence

__all__ = ["so_far"]

FEW = 3
"""A keeper that moved at one choice in so many, or fewer, is said to look at few things."""


def so_far(game: Game, trace: Trace, chapter: int) -> str:
    """Say what moved before a chapter (from 0), and where another has you; empty at the first.

    What came unchosen is counted and told apart: a mistake of an office is no choice.
    """
    before = _before(game, trace, chapter)
    if not before:
        return ""
    moved = [turn for turn in before if any(move.moved for move in turn.moves[game.keeper])]
    choices = sum(turn.option is not None for turn in before)
    told = [many("{n} choice so far.", "{n} choices so far.", choices), *_moves(game, moved)]
    if chapter > 1:
        told.append(_another(game, before, len(_before(game, trace, chapter - 1))))
    elif choices >= FEW and len(moved) * FEW <= choices:
        told.append(say("This keeper looks at few things."))
    return " ".join(filter(None, told))


def _before(game: Game, trace: Trace, chapter: int) -> list[Turn]:
    return [turn for turn in trace.turns if game.story.chapter_of[turn.scene.id] < chapter]


def _moves(game: Game, moved: Sequence[Turn]) -> list[str]:
    """How often the number moved, and a list; who has no number may have been put on one."""
    number = game.books[0].number
    counted = [turn for turn in moved if any(move.change for move in turn.moves[game.keeper])]
    listed = [turn for turn in moved if turn not in counted]
    if number is None:
        return [_how_often(mark("your lists have moved {times}"), moved, say("no list has moved"))]
    if number.counter:
        never, ever = say("your points have not risen"), mark("your points have risen {times}")
    else:
        never, ever = say("your number has not moved"), mark("your number has moved {times}")
    lists = [_how_often(mark("your lists have moved {times}"), listed, "")] if listed else []
    return [_how_often(ever, counted, never), *lists]


def _how_often(ever: str, moved: Sequence[Turn], never: str) -> str:
    """One sentence: how often something moved, and how often of these there was no choice."""
    if not moved:
        return sentence(never)
    unchosen = sum(turn.option is None for turn in moved)
    what = say(ever, times=times(len(moved)))
    if unchosen == len(moved):
        what = say("{moved}, when there was nothing to choose", moved=what)
    elif unchosen:
        often = times(unchosen)
        what = say("{moved}, {times} when there was nothing to choose", moved=what, times=often)
    return sentence(what)


def _another(game: Game, before: Sequence[Turn], earlier: int) -> str:
    """Where the story's first keeper has the player, for whoever plays under another.

    It is not said again where it is what it was `earlier` turns into the year, a chapter ago.
    """
    first = game.story.default_keeper
    numbers = [state.standings[game.place[first]].number for state in _states(game, before)]
    now, then, start = numbers[-1], numbers[earlier], numbers[0]
    if first == game.keeper or now is None or (now == then and earlier):
        return ""
    who = capital(game.story.rulebooks[first].short)
    told = mark("{keeper} has you at {number} by now, from {start}.")
    return say(told, keeper=who, number=now, start=start)


def _states(game: Game, turns: Sequence[Turn]) -> list[State]:
    return [game.start(), *(turn.after for turn in turns)]
