"""The statements: six sentences to judge true or false, before and after, with confidence.

Reported as what was believed, the true and the false ones apart, and never as a gain: six
items carry no trend.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.core.model import Story

__all__ = ["SURE", "StatementView", "believed", "statements"]

SURE = {1: "a guess", 2: "fairly sure", 3: "sure"}
"""Confidence, as saved and in words."""

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


def believed(story: Story, said: Said, set: str = "first") -> str:
    """Say how many true and how many false ones were believed; empty where none was answered."""
    asked = [s for s in story.statements if s.set == set and s.id in said]
    if not asked:
        return ""
    parts = []
    for truth, word in ((True, "true"), (False, "false")):
        kind = [s for s in asked if s.truth is truth]
        taken = sum(1 for s in kind if said[s.id][0])
        ones = "one" if len(kind) == 1 else "ones"
        parts += [f"{taken or 'none'} of the {len(kind)} {word} {ones}"] if kind else []
    return f"you believed {' and '.join(parts)}"
