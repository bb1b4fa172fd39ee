"""Ties, purse, voice: the score that the story kept by itself, and what moved it in this run.

Read off the fold like any other figure; clamped moves count as what they moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.run import MEMORY_START
from game.core.trace import Turn
from game.words import joined

__all__ = ["MemoryMove", "Remembered", "remembered", "remembered_words"]


@dataclass(frozen=True, slots=True)
class MemoryMove:
    """One turn that moved one of them."""

    turn: int
    scene: str
    """The scene's title."""
    change: int


@dataclass(frozen=True, slots=True)
class Remembered:
    """One thing that is remembered: where it began, where it ended, what moved it."""

    name: str
    start: int
    end: int
    moves: tuple[MemoryMove, ...]


def remembered(names: Sequence[str], turns: Sequence[Turn]) -> tuple[Remembered, ...]:
    """Return each thing that is remembered with the turns that moved it, in the story's order."""
    made = []
    for n, name in enumerate(names):
        moves = tuple(
            MemoryMove(at, turn.scene.title, change)
            for at, turn in enumerate(turns)
            if (change := turn.after.memories[n] - turn.before.memories[n])
        )
        end = turns[-1].after.memories[n] if turns else MEMORY_START
        made.append(Remembered(name, MEMORY_START, end, moves))
    return tuple(made)


def remembered_words(view: Remembered) -> str:
    """Say what moved one of them: `ties, from 2 to 3: up at Rain and The third; down at …`."""
    if not view.moves:
        return f"{view.name}: {view.end}, and nothing moved it"
    parts = []
    for way, sign in (("up", 1), ("down", -1)):
        scenes = [_at(move) for move in view.moves if move.change * sign > 0]
        parts += [f"{way} at {joined(scenes)}"] if scenes else []
    return f"{view.name}, from {view.start} to {view.end}: {'; '.join(parts)}"


def _at(move: MemoryMove) -> str:
    by = abs(move.change)
    return f"{move.scene} (by {by})" if by > 1 else move.scene
