"""What happens to somebody else by what the player does: shown, and never counted as theirs."""

from __future__ import annotations

from game.core.story.rules import Rule
from game.words import say

__all__ = ["meant", "whose"]

_HAPPENS = ("up", "down", "listed", "cleared", "elsewhere")


def meant(rule: Rule) -> bool:
    """Whether something happens to somebody else by it, and nothing to the player."""
    return bool(rule.whose) and rule.answer in _HAPPENS


def whose(rule: Rule) -> str:
    """Say on whom it falls, in at most ten characters: a cell of the grid may hold no more."""
    match rule.whose:
        case "office":
            return say("the office")
        case "friend":
            return say("a friend")
    return say("the firm")
