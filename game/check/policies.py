"""Computed years: the best number, the most ties, the most purse that a cut allows.

Not a sample: of all reachable ends the best one is taken, and a way to it told. A policy is
single-minded: among equal ends it takes one that was never listed, then one that gave up most
of what it doesn't aim at, then the one with the most plays; no accident of order decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.check.explore import LIMIT, Node, Walk
from game.core.run.fold import Game
from game.core.run.trace import Choice, State
from game.core.showing.remembered import memory_word
from game.core.story.model import Story
from game.words import mark, say

__all__ = ["Policy", "policies", "policy", "policy_words"]

BEST = mark("best number")
MOST = mark("most {memory}")

Aim = Callable[[Game, State], int]
Rank = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Policy:
    """The year of one policy."""

    name: str
    """BEST, or MOST with what is remembered put in; `policy_words` says it."""
    keeper: str
    ending: str
    number: int | None
    memories: dict[str, int]
    choices: tuple[Choice, ...]


def _aims(game: Game) -> dict[str, Aim]:
    """What there is to aim at: the number, and the first two things that are remembered."""
    aims: dict[str, Aim] = {}
    if game.books[0].number is not None:
        aims[BEST] = lambda game, state: state.standings[0].number or 0
    for name, place in list(game.memory_place.items())[:2]:
        aims[MOST.format(memory=name)] = lambda game, state, place=place: state.memories[place]  # type: ignore[misc]
    return aims


def policies(story: Story, keeper: str, cut: str, limit: int = LIMIT) -> tuple[Policy, ...]:
    """Compute the years of every policy under a keeper; none where there are too many states."""
    game = Game(story, keeper, cut, shadows=False)
    walk = Walk(game, limit)
    # An aim may ask for what no ending reads: here no memory and no past listing dies.
    kept = (True,) * len(game.memory_place)
    walk.live = tuple(replace(live, memories=kept, was=None) for live in walk.live)
    walk.run()
    if not walk.over:
        return ()
    return tuple(_policy(game, walk, name, aim) for name, aim in _aims(game).items())


def policy(story: Story, keeper: str, cut: str, name: str) -> Policy:
    """Compute the year of one policy under a keeper; raises KeyError where there is none."""
    return {policy.name: policy for policy in policies(story, keeper, cut)}[name]


def policy_words(name: str) -> str:
    """Say what a policy aims at."""
    return say(BEST) if name == BEST else say(MOST, memory=memory_word(name.rpartition(" ")[2]))


def _policy(game: Game, walk: Walk, name: str, aim: Aim) -> Policy:
    best = max(walk.over.values(), key=lambda node: _rank(game, node, name, aim))
    made = (Choice(*choice.split(".", 1)) for choice in best.way())
    return Policy(
        name,
        game.keeper,
        str(game.ending(best.state).id),
        best.state.standings[0].number,
        dict(zip(game.memory_place, best.state.memories, strict=True)),
        tuple(made),
    )


def _rank(game: Game, node: Node, name: str, aim: Aim) -> Rank:
    aimed_at = name.rpartition(" ")[2]
    memories = zip(game.memory_place, node.state.memories, strict=True)
    others = sum(value for memory, value in memories if memory != aimed_at)
    return aim(game, node.state), -len(node.state.standings[0].was), -others, node.plays
