"""The wall's last line: what the right arrow does next, and the few keys that matter now."""

from __future__ import annotations

from game.lesson.tally import is_seated
from game.tui.ink import Lines, ends, ink, join
from game.tui.projector import words
from game.tui.projector.wall import Wall
from game.words import say

__all__ = ["footer"]


def footer(wall: Wall, more: bool, width: int, onward: str) -> Lines:
    """What the right arrow does, and that there is help."""
    if more and wall.shown.asked is None and not wall.is_way_in:
        onward = say("more of this page")
    if wall.joining:
        onward = say("back to the lesson")
    left = join(ink("→ ", "bold $ink"), ink(onward, "$muted"))
    return [ends(left, ink(_keys(wall), "$muted"), width)]


def _keys(wall: Wall) -> str:
    """The other keys that matter now."""
    asked, tally = wall.shown.asked, wall.shown.tally
    if asked is None:
        return say("r phones, hands  ? keys")
    if not is_seated(asked.source) and tally is None:
        return words.type_counts(asked)
    if tally is not None:
        return say("space again  enter hides  ? keys")
    if asked.kind == "statement":
        return say("space closes  ? keys") if asked.open else say("space opens  ? keys")
    if asked.open:
        return say("space closes  enter shows  ? keys")
    return say("space opens  enter shows  ? keys")
