"""Ties, purse, voice: the score that the story kept by itself, and what moved it in this run.

Read off the fold like any other figure; clamped moves count as what they moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.run.fold import MEMORY_START
from game.core.run.trace import Turn
from game.core.showing.telling import closed, shorten
from game.words import joined, mark, say, series

__all__ = [
    "MemoryMove",
    "Remembered",
    "memory_moves",
    "memory_word",
    "remembered",
    "remembered_words",
]

_EVERYBODYS = (mark("ties"), mark("purse"), mark("voice"))
"""`StoryFile.remembered`, where a story says nothing else."""


@dataclass(frozen=True, slots=True)
class MemoryMove:
    """One turn that moved one of them."""

    turn: int
    scene: str
    """The scene's title."""
    change: int
    did: str = ""
    """The option that was chosen, in brief; empty where nothing was to be chosen."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """One thing that is remembered: where it began, where it ended, what moved it."""

    name: str
    start: int
    end: int
    moves: tuple[MemoryMove, ...]
    lost: tuple[str, ...] = ()
    """Scenes that would have moved it past its end, where there is no more to have or to lose."""


def remembered(names: Sequence[str], turns: Sequence[Turn]) -> tuple[Remembered, ...]:
    """Return each thing that is remembered with the turns that moved it, in the story's order."""
    made = []
    for n, name in enumerate(names):
        moves = tuple(
            MemoryMove(at, turn.scene.title, change, _did(turn))
            for at, turn in enumerate(turns)
            if (change := turn.after.memories[n] - turn.before.memories[n])
        )
        end = turns[-1].after.memories[n] if turns else MEMORY_START
        made.append(Remembered(name, MEMORY_START, end, moves, _lost(name, n, turns)))
    return tuple(made)


def _did(turn: Turn) -> str:
    if turn.option is None:
        return ""
    return turn.option.short or closed(shorten(turn.option.label))


def _lost(name: str, n: int, turns: Sequence[Turn]) -> tuple[str, ...]:
    return tuple(
        turn.scene.title
        for turn in turns
        if turn.option
        and turn.option.remembered.get(name, 0)
        and turn.before.memories[n] == turn.after.memories[n]
    )


def memory_moves(names: Sequence[str], turn: Turn) -> tuple[str, ...]:
    """Say what one turn moved of it: `ties up`, `voice down`."""
    pairs = zip(names, turn.before.memories, turn.after.memories, strict=True)
    return tuple(
        say(mark("{name} up") if after > before else mark("{name} down"), name=memory_word(name))
        for name, before, after in pairs
        if after != before
    )


def memory_word(name: str) -> str:
    """Say what is remembered: a name that every story may use without declaring it is ours."""
    return say(name) if name in _EVERYBODYS else name


def remembered_words(view: Remembered) -> str:
    """Say what moved one of them: `ties, from 2 to 3: up at Rain and The third; down at …`."""
    if not view.moves:
        name = memory_word(view.name)
        return say("{name}: {end}, and nothing moved it", name=name, end=view.end)
    up = joined(_at(move) for move in view.moves if move.change > 0)
    down = joined(_at(move) for move in view.moves if move.change < 0)
    parts = [say("up at {scenes}", scenes=up)] if up else []
    parts += [say("down at {scenes}", scenes=down)] if down else []
    if view.lost:
        lost = joined(view.lost)
        parts.append(say("at its end already, and so unmoved, at {scenes}", scenes=lost))
    return say(
        "{name}, from {start} to {end}: {moves}",
        name=memory_word(view.name),
        start=view.start,
        end=view.end,
        moves="; ".join(parts),
    )


def _at(move: MemoryMove) -> str:
    """Name a scene and what was done there: the move is a rule of ours, and this is its reason."""
    by = abs(move.change)
    points = [say("by {points}", points=by)] if by > 1 else []
    why = series([move.did, *points] if move.did else points)
    return say("{scene} ({why})", scene=move.scene, why=why) if why else move.scene
