"""How often the keeper moved on the way here: a number that stands still is not a broken one."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.run.fold import Game
from game.core.run.trace import State, Trace, Turn
from game.core.showing.holding import times
from game.words import capital, many, mark, say

__all__ = ["so_far"]

FEW = 3
"""A keeper that moved at one choice in so many, or fewer, is said to look at few things."""


def so_far(game: Game, trace: Trace, chapter: int) -> str:
    """Say what moved before a chapter (from 0), and where another has you; empty at the first.

    What came unchosen is counted and told apart: a mistake of an office is no choice.
    """
    before = [turn for turn in trace.turns if game.story.chapter_of[turn.scene.id] < chapter]
    if not before:
        return ""
    moved = [turn for turn in before if any(move.moved for move in turn.moves[game.keeper])]
    choices = sum(turn.option is not None for turn in before)
    ever = _ever(game, moved)
    told = _told(game, choices, ever, len(moved), sum(turn.option is None for turn in moved))
    few = choices >= FEW and len(moved) * FEW <= choices
    if chapter == 1:
        rest = say("This keeper looks at few things.") if few else ""
    else:
        rest = _another(game, before[-1].after)
    return f"{told} {rest}".strip()


def _ever(game: Game, moved: Sequence[Turn]) -> str:
    """What moved, or never did: whoever has a number may have been put on a list instead."""
    number = game.books[0].number
    if number is None:
        return mark("your lists have moved {times}") if moved else mark("no list has moved")
    if number.counter:
        never, ever = mark("your points have not risen"), mark("your points have risen {times}")
        return ever if moved else never
    if not moved:
        return mark("your number has not moved")
    if all(any(move.change for move in turn.moves[game.keeper]) for turn in moved):
        return mark("your number has moved {times}")
    return mark("your number, or a list of yours, has moved {times}")


def _told(game: Game, choices: int, ever: str, moved: int, unchosen: int) -> str:
    what = say(ever, times=times(moved))
    if unchosen and unchosen == moved:
        what = say("{moved}, and where nothing was to be chosen", moved=what)
    elif unchosen:
        what = say(
            "{moved}, {times} where nothing was to be chosen", moved=what, times=times(unchosen)
        )
    return many("After {n} choice {what}.", "After {n} choices {what}.", choices, what=what)


def _another(game: Game, state: State) -> str:
    """Where the story's first keeper has the player, for whoever plays under another."""
    first = game.story.default_keeper
    number = state.standings[game.place[first]].number
    if first == game.keeper or number is None:
        return ""
    who = capital(game.story.rulebooks[first].short)
    start = game.start().standings[game.place[first]].number
    told = mark("{keeper} has you at {number} by now, from {start}.")
    return say(told, keeper=who, number=number, start=start)
