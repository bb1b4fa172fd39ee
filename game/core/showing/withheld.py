"""What a held scene keeps back until its chapter ends: which turns, and when they are told.

Refuses to promise what is not kept: a later turn of the chapter is held back only where it moved
something, and then its sentences stand with the reveal that held them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.showing.effects import something_moved
from game.core.showing.telling import closed
from game.words import say

if TYPE_CHECKING:
    from game.core.showing.pages import Pages

__all__ = ["is_withheld", "judged_when", "revealed_before", "told_when", "told_with"]


def is_withheld(pages: Pages, n: int) -> bool:
    """Whether turn `n` keeps what it did to itself: nothing that moved nothing does."""
    if pages.held is None or n < pages.held:
        return False
    return pages.scene_of(n).held or something_moved(pages.game, pages.trace.turns[n])


def judged_when(pages: Pages, held: int, n: int) -> str:
    """Say when a held scene is judged; at the end of its chapter, that it is now."""
    title = closed(pages.scene_of(held).title)
    if _is_last(pages, n):
        return say("{scene} is judged in a moment.", scene=title)
    return say("{scene} is judged at the end of the chapter.", scene=title)


def told_when(pages: Pages, n: int) -> str:
    """Say when a withheld outcome is told: with its own reveal, or with an earlier one."""
    held = _held_by(pages, n)
    if held == n:
        return judged_when(pages, n, n)
    title = closed(pages.scene_of(held).title)
    if _is_last(pages, n):
        return say("Where you stand now is told with {scene}, in a moment.", scene=title)
    return say(
        "Where you stand now is told with {scene}, at the end of the chapter.",
        scene=title,
    )


def told_with(pages: Pages, held: int) -> tuple[int, ...]:
    """The turns whose outcomes a held reveal tells: its own, and those that it withheld."""
    later = range(held + 1, len(pages.trace.turns))
    here = (n for n in later if _chapter(pages, n) == _chapter(pages, held))
    moved = (n for n in here if something_moved(pages.game, pages.trace.turns[n]))
    return (held, *(n for n in moved if _held_by(pages, n) == held))


def revealed_before(pages: Pages, n: int) -> tuple[int, ...]:
    """The turns whose reveals come before that of turn `n`: held ones come last in a chapter."""

    def place(m: int) -> tuple[int, bool, int]:
        return _chapter(pages, m), pages.scene_of(m).held, m

    return tuple(m for m in range(len(pages.trace.turns)) if place(m) < place(n))


def _held_by(pages: Pages, n: int) -> int:
    """The held turn with whose reveal turn `n` is told: the last one so far."""
    return max(m for m in range(n + 1) if pages.scene_of(m).held)


def _is_last(pages: Pages, n: int) -> bool:
    """Whether turn `n` is over and no scene of its chapter comes after it."""
    turns = pages.trace.turns
    if n >= len(turns):
        return False
    after = turns[n + 1].scene if n + 1 < len(turns) else pages.trace.waiting
    return after is None or pages.game.story.chapter_of[after.id] != _chapter(pages, n)


def _chapter(pages: Pages, n: int) -> int:
    return pages.game.story.chapter_of[pages.scene_of(n).id]
