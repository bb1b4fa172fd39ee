"""The statements: six sentences to judge true or false, before and after, with confidence.

Reported as what was believed, the true and the false ones apart, and never as a gain: six
items carry no trend.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.core.story.model import Story
from game.words import either, joined, many, mark, say

__all__ = [
    "SURE",
    "StatementView",
    "all_judged",
    "believed",
    "believed_each",
    "judged_before",
    "statements",
]

SURE = {1: mark("a guess"), 2: mark("fairly sure"), 3: mark("sure")}
"""Confidence, as saved and in words that are yet to be said."""

Said = Mapping[str, tuple[bool, int]]
"""Statement to what was said of it, and how surely."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement, what was said of it, and what is so."""

    id: str
    says: str
    truth: bool
    answer: str
    claim: str
    before: tuple[bool, int] | None
    after: tuple[bool, int] | None


def statements(
    story: Story, said: Mapping[str, Said], set: str = "first"
) -> tuple[StatementView, ...]:
    """Return a set of statements in order, with what was said before and after."""
    before, after = said.get("before", {}), said.get("after", {})
    return tuple(
        StatementView(
            s.id, s.says, s.truth, s.answer or "", s.claim, before.get(s.id), after.get(s.id)
        )
        for s in story.statements
        if s.set == set
    )


def all_judged(views: Sequence[StatementView]) -> bool:
    """Whether each was judged after the year: then, and no sooner, what is so is told unasked."""
    return bool(views) and all(view.after for view in views)


def believed(story: Story, said: Said, set: str = "first") -> str:
    """Say how many true and how many false ones were believed; empty where none was answered."""
    asked = [s for s in story.statements if s.set == set and s.id in said]
    if not asked:
        return ""
    held: list[str] = []
    not_held: list[str] = []
    for truth in (True, False):
        kind = [s for s in asked if s.truth is truth]
        taken = sum(1 for s in kind if said[s.id][0])
        if len(kind) == 1:
            (held if taken else not_held).append(_the_one(truth))
        elif kind:
            held.append(_of_them(truth, len(kind), taken))
    return _told(held, not_held)


def _told(held: Sequence[str], not_held: Sequence[str]) -> str:
    if not held:
        return say("you did not believe {statements}", statements=either(not_held))
    if not not_held:
        return say("you believed {statements}", statements=joined(held))
    return say("you believed {held}, but not {others}", held=joined(held), others=joined(not_held))


def believed_each(story: Story, said: Mapping[str, Said]) -> tuple[tuple[str, str], ...]:
    """Say what was believed before and after, each with its word; nothing where nothing was."""
    told = ((when, believed(story, said.get(when, {}))) for when in ("before", "after"))
    return tuple((when, words) for when, words in told if words)


def judged_before(views: Sequence[StatementView]) -> str:
    """Say how many of the statements were judged before the year."""
    n, count = sum(1 for view in views if view.before), len(views)
    if n == count:
        return say("You judged the statements before the year.")
    return many(
        "You judged {n} of the {count} statements before the year.",
        "You judged {n} of the {count} statements before the year.",
        n,
        count=count,
    )


def _of_them(truth: bool, count: int, taken: int) -> str:
    """Say how many of the true or the false ones were believed, as one says it of a few."""
    told = str(taken) if taken else say("none")
    if truth:
        return many(
            "{taken} of the {n} true one", "{taken} of the {n} true ones", count, taken=told
        )
    return many("{taken} of the {n} false one", "{taken} of the {n} false ones", count, taken=told)


def _the_one(truth: bool) -> str:
    return say("the true one") if truth else say("the false one")
