"""What a player was told, kept on purpose: so that an edited story can say what changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from game.core.run import rulebook
from game.core.run.fold import Game
from game.core.run.trace import State, Trace
from game.core.story.rules import Rule, Rulebook
from game.words import many, mark, say, sentence

__all__ = ["BANDS", "differences", "told"]

BANDS = {
    "low": mark("low"),
    "middle": mark("middle"),
    "high": mark("high"),
    "none": mark("none"),
}
"""Where one stands with a rulebook, in words that are yet to be said."""


def told(game: Game, trace: Trace) -> dict[str, Any]:
    """Return standing and number after each choice and now, and a hash per rule that was used."""
    turns = [_figure(game, turn.after) for turn in trace.turns if turn.option is not None]
    rules = {
        f"{book.id}/{move.deed}": _hash(book, move.rule)
        for turn in trace.turns
        for book in game.books
        for move in turn.moves[book.id]
    }
    return {"turns": turns, "now": _figure(game, trace.state), "rules": rules}


def _figure(game: Game, state: State) -> list[Any]:
    standing = state.standings[0]
    return [rulebook.band(game.books[0], standing), standing.number]


def _hash(book: Rulebook, rule: Rule) -> str:
    """A rule's effect, not its wording: a mended sentence is no change of the rules."""
    effect = (rule.answer, rulebook.points(book, rule), rule.lists, rule.whose)
    return hashlib.sha256(repr(effect).encode()).hexdigest()[:12]


def differences(game: Game, trace: Trace, before: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what differs between what was told then and what the story says now.

    `before` comes out of a file, and may hold anything. Where the run was cut short, the figures
    of then are those after the last choice that is left.
    """
    now = told(game, trace)
    old_rules, old_turns = before.get("rules"), before.get("turns")
    if not isinstance(old_rules, dict) or not isinstance(old_turns, list):
        return ()
    changed = sum(1 for key, mark in now["rules"].items() if old_rules.get(key, mark) != mark)
    made = len(now["turns"])
    if made == len(old_turns):
        score = _score(now["now"], before.get("now"))
    else:
        score = _score(now["turns"][-1], old_turns[made - 1]) if 0 < made < len(old_turns) else ""
    rules = many("{n} rule changed", "{n} rules changed", changed) if changed else ""
    both = say("{rules}: {score}", rules=rules, score=score) if rules and score else rules or score
    return (sentence(both),) if both else ()


def _score(now: list[Any], then: object) -> str:
    match now, then:
        case [_, int(number)], [_, int(old)] if number != old and abs(old) < 10**6:
            return say("your score is {now}, it was {then}", now=number, then=old)
        case [str(band), _], [str(old), _] if band != old and old in BANDS:
            here, there = say(BANDS[band]), say(BANDS[old])
            return say("your standing is {now}, it was {then}", now=here, then=there)
    return ""
