"""How often the keeper moved on the way here: a number that stands still is not a broken one."""

from __future__ import annotations

from game.core.run.fold import Game
from game.core.run.trace import Trace
from game.core.showing.holding import times
from game.words import many, mark, say

__all__ = ["so_far"]

FEW = 3
"""A keeper that moved at one choice in so many, or fewer, is said to look at few things."""


def so_far(game: Game, trace: Trace, chapter: int) -> str:
    """Say how many choices before a chapter (from 0) moved something; empty before the first.

    Only choices are counted, as they were shown to the player; events come of themselves.
    """
    before = [
        turn
        for turn in trace.turns
        if turn.option and game.story.chapter_of[turn.scene.id] < chapter
    ]
    moved = sum(any(move.moved for move in turn.moves[game.keeper]) for turn in before)
    return _told(game, len(before), moved) if before else ""


def _told(game: Game, choices: int, moved: int) -> str:
    number = game.books[0].number
    if number is None:
        never, ever = mark("no list has moved"), mark("a list has moved {times}")
    elif number.counter:
        never, ever = mark("your points have not risen"), mark("your points have risen {times}")
    else:
        never, ever = mark("your number has not moved"), mark("your number has moved {times}")
    what = say(ever, times=times(moved)) if moved else say(never)
    told = many("After {n} choice {what}.", "After {n} choices {what}.", choices, what=what)
    few = choices >= FEW and moved * FEW <= choices
    return f"{told} {say('This keeper looks at few things.')}" if few else told
