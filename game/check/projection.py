"""Whether a text can be shown at all, proven over the few facts that bear on it.

Conditions that only pick a text must not multiply the states of the whole walk. So each such
condition gets a walk of its own: over what it reads, what can change that, and what decides
whether that change can be chosen; nothing else is told apart. The effects are the engine's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from game.check.liveness import deciding_cases, live, moving_deeds, reads
from game.check.variants import Variant
from game.core.run.fold import Game
from game.core.run.trace import State
from game.core.story.conditions import Fact
from game.core.story.model import Case, Option, Scene

__all__ = ["can_be_shown"]

_STANDING = {"standing", "door", "on", "was"}


def can_be_shown(game: Game, variant: Variant) -> bool:
    """Say whether some play shows a text; exact, for a game under its keeper alone."""
    return _Projection(game, variant).holds_somewhere()


@dataclass
class _Cone:
    """The facts that bear on a text, told apart by what changes them."""

    facts: set[Fact] = field(default_factory=set)

    @property
    def standing(self) -> bool:
        return any(fact.kind in _STANDING for fact in self.facts)


class _Effect(NamedTuple):
    """What an option does to the cone; options that do the same need not be told apart."""

    chose: str
    """The option itself, where something asks whether it was chosen."""
    changes: tuple[int, ...]
    deeds: tuple[str, ...]
    then: str | None

    @property
    def idle(self) -> bool:
        return not (self.chose or any(self.changes) or self.deeds or self.then)


_IDLE = _Effect("", (), (), None)


class _Projection:
    """A walk over the cone of one variant."""

    def __init__(self, game: Game, variant: Variant) -> None:
        self.game, self.variant = game, variant
        self.moving = moving_deeds(game.books[0])
        self.scenes = game.scenes[: variant.at + 1]
        self.cone = _Cone(set(reads(variant.conditions)))
        if variant.at < len(game.scenes):
            self.cone.facts |= reads([game.scenes[variant.at].if_])
        if variant.when == "happened":
            self.cone.facts |= reads(case.if_ for case in game.scenes[variant.at].cases)
        if variant.option is not None:
            self.cone.facts |= reads([variant.option.if_, variant.option.needs])
        self._close()
        self.live = live(game, self.cone.facts)
        self.standing = self.cone.standing
        self.nothing = game.start().standings
        # Of those that do the same to the cone one stands for all; a free one can always be chosen.
        self.choices = [
            [[o for o in group if _free(o)][:1] or group for group in self._groups(scene).values()]
            for scene in self.scenes
        ]

    def _close(self) -> None:
        """Add what decides over what is read already, until nothing more does."""
        before = -1
        while before != len(self.cone.facts):
            before = len(self.cone.facts)
            for scene in self.scenes[: self.variant.at]:
                self.cone.facts |= self._bearing(scene)

    def _bearing(self, scene: Scene) -> frozenset[Fact]:
        """Return the facts by which a scene bears on the cone."""
        if scene.event:
            moves = self.cone.standing and any(self._deeds(case) for case in scene.cases)
            cases = deciding_cases(scene.cases, self.moving) if self.cone.standing else ()
            asked = [scene.if_] if moves else []
            return reads([*asked, *(case.if_ for case in cases)])
        groups = self._groups(scene)
        asked = [scene.if_] if len(groups) > 1 or not next(iter(groups)).idle else []
        for options in groups.values():
            if not any(_free(option) for option in options):
                asked += [c for option in options for c in (option.if_, option.needs)]
        # Where nothing is free, a scene may lock: then all of it bears on what comes after.
        if not any(_free(option) for option in scene.options):
            asked += [c for option in scene.options for c in (option.if_, option.needs)]
            asked.append(scene.if_)
        return reads(asked)

    def _groups(self, scene: Scene) -> dict[_Effect, list[Option]]:
        """Sort a scene's options by what they do to the cone."""
        groups: dict[_Effect, list[Option]] = {}
        for option in scene.options:
            groups.setdefault(self._effect(scene, option), []).append(option)
        return groups or {_IDLE: []}

    def _effect(self, scene: Scene, option: Option) -> _Effect:
        changes = tuple(
            option.remembered.get(name, 0) if Fact("memory", name) in self.cone.facts else 0
            for name in self.game.memory_place
        )
        key = f"{scene.id}.{option.id}"
        chose = key if Fact("chose", key) in self.cone.facts else ""
        deeds = self._deeds(option) if self.cone.standing else ()
        return _Effect(chose, changes, deeds, option.then)

    def _deeds(self, part: Option | Case) -> tuple[str, ...]:
        return tuple(deed for deed in part.deeds if deed in self.moving)

    def holds_somewhere(self) -> bool:
        at = self.variant.at
        layers: list[set[State]] = [set() for _ in range(at + 1)]
        self._enter(self.game.start(), layers)
        for n, layer in enumerate(layers[:at]):
            scene = self.scenes[n]
            for state in layer:
                for after in self._after(scene, state):
                    self._enter(after, layers)
        return any(self._shown(state) for state in layers[at])

    def _after(self, scene: Scene, state: State) -> Iterable[State]:
        if scene.event:
            return [self.game.happen(state)[0]]
        taken = (self._one_of(options, state) for options in self.choices[state.at])
        return [self.game.step(state, option)[0] for option in taken if option is not None]

    def _one_of(self, options: Sequence[Option], state: State) -> Option | None:
        return next((o for o in options if _free(o) or self._open(o, state)), None)

    def _open(self, option: Option, state: State) -> bool:
        return self.game.holds(option.if_, state) and not self.game.closings(option, state)

    def _enter(self, state: State, layers: list[set[State]]) -> None:
        state, _ = self.game.arrive(state)
        if state.at < len(layers):
            kept = self.live.merged(state)
            if not self.standing:
                kept = kept._replace(standings=self.nothing)
            layers[state.at].add(kept)

    def _shown(self, state: State) -> bool:
        variant, game = self.variant, self.game
        if variant.when == "happened":
            return variant.shown(game, game.happen(state)[0])
        if variant.when == "chosen":
            option = variant.option
            assert option is not None
            return self._open(option, state) and variant.shown(game, game.step(state, option)[0])
        return variant.shown(game, state)


def _free(option: Option) -> bool:
    return option.if_ is None and option.needs is None
