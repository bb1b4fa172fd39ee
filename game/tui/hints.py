"""Sets the footer's hints: one key, one target. A click does what the very key under it does.

Where a hint has several keys, each is a target of its own, and so is each of its words where the
words stand one for one. What is neither does nothing harmful: no click takes the first of four, it
asks for the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.tui.ink import Lines, act, ink, join
from game.tui.words import (
    ANSWER,
    ANSWER_AGAIN,
    BACK,
    CARD,
    GUESS,
    HISTORY_KEY,
    NO_GUESS,
    STATEMENTS,
    TAKE,
    TRY_OTHER,
    WHAT_IF_KEY,
    Hint,
)
from game.words import mark, say

__all__ = ["ASKED", "both_ways", "hint_line"]

ASKED = {
    "row": mark("click a row, or press its key"),
    "truth": mark("click true or false, or press t or f"),
    "sure": mark("click how sure, or press 1, 2 or 3"),
    "mark": mark("click a mark, or press 1 to 4"),
    "step": mark("click a step, or press its digit"),
}
"""What a click on a hint asks for, where it stands for several things."""

WAYS_OUT = ("leave", "quit", "back_or_leave", "cancel")
"""Actions whose hints stay when room is short."""
OUT = ("quit", "back_or_leave", "cancel")
"""The same on a page of a run that Escape leaves."""


def hint_line(hints: Iterable[Hint], width: int) -> Lines:
    """Set as many hints as fit; the last (help) always does, and the way out."""
    hints = list(hints)
    made = [_set(hint) for hint in hints]
    gap = 3 if _length(made, 3) <= width else 2
    if _length(made, gap) > width:
        hints = [hint.short or hint for hint in hints]
        made = [_set(hint) for hint in hints]
        gap = 3 if _length(made, 3) <= width else 2
    while len(made) > 1 and _length(made, gap) > width:
        drop = _least(hints)
        del made[drop], hints[drop]
    return [ink(" " * gap).join(made)]


def both_ways(said: str, action: str, keys: tuple[tuple[str, str], ...], key: str = "←→") -> Hint:
    """Two arrows to neighbours of what is open; where room is short, the arrows alone."""
    return Hint(key, said, action, keys, short=Hint(key, "", action, keys))


def _length(made: Iterable[Content], gap: int) -> int:
    return sum(hint.cell_length + gap for hint in made) - gap


def _least(hints: list[Hint]) -> int:
    """Which hint goes when room is short: never a way out, and help only with nothing left."""
    outer = OUT if any(hint.action == "cancel" for hint in hints) else WAYS_OUT
    inner = [n for n, hint in enumerate(hints[:-1]) if hint.action not in outer]
    page = any(hint in (CARD, CARD.short) for hint in hints)
    goes = min(inner, key=lambda n: (_needed(hints[n], page) if n else _MOST, -n), default=None)
    return len(hints) - 2 if goes is None else goes


_MOST = 9


def _needed(hint: Hint, page: bool) -> int:
    """How long a hint stays; on a `page` with a card, its own keys stay before undo."""
    if hint.each or len(hint.keys) > 2:  # it asks for an answer
        return _MOST
    if hint in _TAKING or (hint.action == "mark_next" and hint.keys):  # there digits mark
        return 8
    if hint in _ASKING:
        return 7
    if hint == BACK:  # the one way back by mouse
        return 6 if page else 5
    if hint.action == STATEMENTS.action or hint in (HISTORY_KEY, WHAT_IF_KEY):
        return 5  # in a debrief, where history is a way back
    return (_ON_PAGE if page else _ELSEWHERE).get(hint.action.partition("(")[0], 0)


_ON_PAGE = {"ask": 8, "card": 5, "open_all": 5, "digit": 4, "leave": 4, "undo": 3, "walk": 3}
"""By an action's name; `leave` is in it only where Escape leads out of the page already."""
_ELSEWHERE = {"ask": 8, "undo": 8, "redo": 8, "leave": 4, "digit": 4, "turn": 3, "walk": 3}
_TAKING = (GUESS, NO_GUESS, TAKE)
_ASKING = (
    ANSWER, ANSWER.short, ANSWER_AGAIN, ANSWER_AGAIN.short, TRY_OTHER, TRY_OTHER.short,
)  # fmt: skip


def _set(hint: Hint) -> Content:
    words = say(hint.words) if hint.words else ""
    key, said = ink(f"{say(hint.key)} " if words else hint.key, "bold $ink"), ink(words, "$muted")
    if not hint.each or hint.action.startswith("ask("):
        key, said = act(key, hint.action), act(said, hint.action)
    return join(_parts(key, hint.keys), _parts(said, hint.each))


def _parts(text: Content, targets: Iterable[tuple[str, str]]) -> Content:
    """Make each of some words, in their order, a target; nothing between them is one."""
    parts: list[Content] = []
    done = 0
    for word, action in targets:
        at = text.plain.find(word, done)
        if at >= 0:
            end = at + len(word)
            parts += [text[done:at], act(text[at:end], action)]
            done = end
    return join(*parts, text[done:])
