"""What later conditions can still read: two states that differ only in the rest are one state.

Only conditions that decide what happens count: what is offered, what is open, which scene is
played, what an event does, how the year ends. A condition that merely picks a text is left
out, and so is a case of an event that does no other deeds than the last one.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from operator import mul

from game.core.run.fold import Game
from game.core.run.trace import State
from game.core.story.conditions import Condition, Fact
from game.core.story.model import Case, Scene
from game.core.story.rules import Rulebook

__all__ = ["Live", "deciding_cases", "live", "liveness", "moving_deeds", "reads"]

_MOVING = {"up", "down", "listed", "cleared"}


def reads(conditions: Iterable[Condition | None]) -> frozenset[Fact]:
    """Return every fact that some condition reads."""
    return frozenset(fact for c in conditions if c is not None for fact, _ in c.reads)


def moving_deeds(book: Rulebook) -> frozenset[str]:
    """Return the deeds that can change where the player stands with a rulebook."""
    judged = [book.rules, *(change.rules for change in book.amendments.values())]
    moving = {
        deed
        for rules in judged
        for deed, rule in rules.items()
        if rule.answer in _MOVING and not rule.whose
    }
    return frozenset(moving | set(book.amendments))


def deciding_cases(cases: tuple[Case, ...], moving: frozenset[str]) -> tuple[Case, ...]:
    """Return the cases whose conditions decide what an event does, and not only how it is told."""
    does = [tuple(deed for deed in case.deeds if deed in moving) for case in cases]
    last = max((n for n, deeds in enumerate(does) if deeds != does[-1]), default=-1)
    return cases[: last + 1]


@dataclass(frozen=True, slots=True)
class Live:
    """What can still be read of a state at some place; the rest is dropped."""

    chosen: int
    """The bits that are told apart, as in `State.chosen`."""
    memories: tuple[bool, ...]
    was: frozenset[str] | None
    """None keeps every past listing, for `was on any`."""
    lasting: frozenset[str]
    """Lists that end only when they are cleared: since when is never asked."""

    def keeps(self, fact: Fact, game: Game) -> bool:
        """Say whether a fact is told apart here; where the player stands always is."""
        if fact.kind == "chose":
            bit = game.bits.get(fact.name, 0)  # outside the cut: nobody ever chose it
            return self.chosen & bit == bit
        if fact.kind == "memory":
            return self.memories[game.memory_place[fact.name]]
        return fact.kind != "was" or self.was is None or fact.name in self.was

    def merged(self, state: State) -> State:
        """Return a state without what nothing can read any more."""
        standing = state.standings[0]
        on, was = standing.on, standing.was
        if on:
            since = ((name, 0 if name in self.lasting else month) for name, month in on)
            on = tuple(sorted(since))
        if was and self.was is not None:
            was = was & self.was
        if on is not standing.on or was is not standing.was:
            standing = standing._replace(on=on, was=was)
        memories = tuple(map(mul, state.memories, self.memories))
        # The month follows from the place, and at the end nothing asks for it.
        return State(state.at, 0, (standing,), memories, state.chosen & self.chosen)


def liveness(game: Game) -> tuple[Live, ...]:
    """Return what can be read on arrival at each scene of a game, and at the end."""
    moving = moving_deeds(game.books[0])
    facts = reads(ending.if_ for ending in game.story.head.endings)
    lives = [replace(live(game, facts), lasting=frozenset(game.books[0].lists))]
    for scene in reversed(game.scenes):
        facts |= reads(_inside(scene, moving))
        lives.append(live(game, facts))
        # Whether a scene is played at all is asked before one arrives there.
        facts |= reads([scene.if_])
    return tuple(reversed(lives))


def _inside(scene: Scene, moving: frozenset[str]) -> list[Condition | None]:
    cases = [case.if_ for case in deciding_cases(scene.cases, moving)]
    return cases + [c for option in scene.options for c in (option.if_, option.needs)]


def live(game: Game, facts: Set[Fact]) -> Live:
    """Return what is kept of a state where these facts are still read."""
    chosen = sum(game.bits.get(fact.name, 0) for fact in facts if fact.kind == "chose")
    memories = tuple(Fact("memory", name) in facts for name in game.memory_place)
    was = frozenset(fact.name for fact in facts if fact.kind == "was")
    lists = game.books[0].lists
    lasting = frozenset(name for name, listing in lists.items() if listing.months is None)
    return Live(chosen, memories, None if "any" in was else was, lasting)
