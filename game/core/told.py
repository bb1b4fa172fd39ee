"""What a player was told, kept on purpose: so that an edited story can say what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from game.core import rulebook
from game.core.rules import Rule
from game.core.run import Game
from game.core.trace import Trace

__all__ = ["differences", "told"]


def told(game: Game, trace: Trace) -> dict[str, Any]:
    """Return standing and number after each choice, and a hash per rule that was used."""
    book = game.books[0]
    turns, rules = [], {}
    for turn in trace.turns:
        standing = turn.after.standings[0]
        if turn.option is not None:
            turns.append([rulebook.band(book, standing), standing.number])
        for keeper, moves in turn.moves.items():
            for move in moves:
                rules[f"{keeper}/{move.deed}"] = _hash(move.rule)
    last = trace.state.standings[0]
    return {"turns": turns, "now": [rulebook.band(book, last), last.number], "rules": rules}


def _hash(rule: Rule) -> str:
    """A rule's effect, not its wording: a mended sentence is no change of the rules."""
    effect = (rule.answer, str(rule.size), rule.lists, rule.whose)
    return hashlib.sha256(repr(effect).encode()).hexdigest()[:12]


def differences(game: Game, trace: Trace, before: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what differs between what was told then and what the story says now."""
    now = told(game, trace)
    old_rules = before.get("rules", {})
    if not isinstance(old_rules, dict):
        return ()
    changed = sum(1 for key, mark in now["rules"].items() if old_rules.get(key, mark) != mark)
    sentences = []
    if changed:
        sentences.append(f"{changed} {'rule' if changed == 1 else 'rules'} changed")
    if difference := _score(now.get("now"), before.get("now")):
        sentences.append(difference)
    if len(sentences) == 2:
        return (f"{sentences[0]}: {sentences[1]}.",)
    return tuple(f"{s[:1].upper()}{s[1:]}." for s in sentences)


def _score(now: Any, then: Any) -> str:
    if not (isinstance(then, list) and len(then) == 2) or then == now:
        return ""
    if isinstance(then[1], int) and isinstance(now[1], int) and then[1] != now[1]:
        return f"your score is {now[1]}, it was {then[1]}"
    if then[0] != now[0]:
        return f"your standing is {now[0]}, it was {then[0]}"
    return ""
