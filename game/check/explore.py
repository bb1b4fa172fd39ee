"""Exact exploration: every reachable state of a cut under a keeper, by the real engine.

Layer by layer: two states that differ only in what no later condition can read are one state,
so plays are counted exactly, as integers, and nothing is sampled. Each state keeps one whole
state that merged into it, and the shortest way there. Refuses to stop in silence: where there
are more states than it may hold, the walk says at which scene it gave up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from game.check.liveness import liveness
from game.check.variants import When
from game.core.run.fold import Game
from game.core.run.rulebook import Move, Standing
from game.core.run.trace import State
from game.core.story.model import Option, Scene

__all__ = ["LIMIT", "Node", "Walk"]

LIMIT = 500_000
"""States that a walk may hold; the shipped year has about 25,000 a keeper."""


MIX, HALF = 0x9E3779B1, 1 << 31
"""A number that mixes the lowest bits of a count into the highest, and that one."""


class Node:
    """A state of the walk: how many plays come here, and the shortest way."""

    __slots__ = ("before", "choice", "depth", "plays", "state")

    def __init__(self, state: State, before: Node | None, choice: str | None, depth: int) -> None:
        self.state, self.before, self.choice, self.depth = state, before, choice, depth
        self.plays = 0

    def way(self) -> tuple[str, ...]:
        """Return the choices of the shortest way here, as `scene.option`."""
        made = []
        node: Node | None = self
        while node is not None:
            if node.choice is not None:
                made.append(node.choice)
            node = node.before
        return tuple(reversed(made))


class Walk:
    """One walk over a game under its keeper alone. Call `run`, then read what it found."""

    def __init__(self, game: Game, limit: int = LIMIT) -> None:
        self.game, self.limit = game, limit
        self.live = liveness(game)
        self.layers: list[dict[State, Node]] = [{} for _ in range(len(game.scenes) + 1)]
        self.states = 0
        """Distinct states at which a choice waits or the year is over."""
        self.held = 0
        """Distinct states, those among them at which an event happens."""
        self.steps = 0
        """How often a choice or an event took effect."""
        self.standings: set[Standing] = set()
        """Where the player stood with the keeper, at any moment."""
        self.offered: dict[str, Node] = {}
        """Each option that can be chosen in some state, with the nearest such state."""
        self.locks: dict[str, Node] = {}
        """Scenes at which some state can choose nothing."""
        self.clamped: dict[str, tuple[str, Node]] = {}
        """Options and events with a move that an end of the scale cuts short somewhere: `low` or
        `high`, with the nearest such state."""
        self.played: set[str] = set()
        """Scenes and events that some play comes to."""
        self.at = 0
        """The place that is being left."""
        self.gave_up = ""
        """The scene at which there were more states than may be held; empty otherwise."""

    @property
    def over(self) -> Mapping[State, Node]:
        """The states in which the year is over."""
        return self.layers[-1]

    @property
    def plays(self) -> int:
        """Distinct plays from the first choice to an ending."""
        return sum(node.plays for node in self.over.values())

    def endings(self) -> Counter[str]:
        """Plays that reach each ending; unreached ones stand with 0."""
        found = Counter({str(ending.id): 0 for ending in self.game.story.head.endings})
        for state, node in self.over.items():
            found[str(self.game.ending(state).id)] += node.plays
        return found

    def run(self) -> Walk:
        """Walk to the end."""
        self._enter(self.game.start(), None, None, 1)
        for at, scene in enumerate(self.game.scenes):
            self.at, layer = at, self.layers[at]
            if layer:
                self.played.add(str(scene.id))
            self.states += 0 if scene.event else len(layer)
            for node in layer.values():
                if scene.event:
                    self._happen(scene, node)
                else:
                    self._choose(scene, node)
                if self.held > self.limit:
                    self.gave_up = str(scene.id)
                    self.layers[-1] = {}
                    return self
            self.layers[at] = {}
        self.states += len(self.over)
        for node in self.over.values():
            self.note("ended", node.state)
        return self

    def note(self, when: When, state: State, option: Option | None = None) -> None:
        """Told of every moment at which a text may depend on the state."""

    def _happen(self, scene: Scene, node: Node) -> None:
        self.note("case", node.state)
        after, _, moves = self.game.happen(node.state)
        self.note("happened", after)
        self._note_clamping(str(scene.id), node, moves)
        self._enter(after, node, None, node.plays)

    def _choose(self, scene: Scene, node: Node) -> None:
        self.note("waiting", node.state)
        options = self.game.open_options(scene, node.state)
        if not options:
            self._nearest(self.locks, str(scene.id), node)
        for option in options:
            key = f"{scene.id}.{option.id}"
            self._nearest(self.offered, key, node)
            after, moves = self.game.step(node.state, option)
            self.note("chosen", after, option)
            self._note_clamping(key, node, moves)
            self._enter(after, node, key, node.plays)

    def _enter(self, state: State, before: Node | None, choice: str | None, plays: int) -> None:
        """Arrive at the next scene, drop what can't be read any more, and count."""
        self.steps += 1
        self.standings.add(state.standings[0])
        state, _ = self.game.arrive(state)
        self.standings.add(state.standings[0])
        merged = self.live[state.at].merged(state)
        layer = self.layers[state.at]
        depth = (before.depth if before else 0) + (choice is not None)
        node = layer.get(merged)
        if node is None:
            node = layer[merged] = Node(state, before, choice, depth)
            self.held += 1
        elif depth < node.depth or (depth == node.depth and self.steps * MIX & HALF):
            # No state of this layer was left yet: its whole state may still change. Among equally
            # near ones any will do; a mixture of them shows more of the texts.
            node.state, node.before, node.choice, node.depth = state, before, choice, depth
        node.plays += plays

    def _nearest(self, found: dict[str, Node], key: str, node: Node) -> None:
        known = found.get(key)
        if known is None or node.depth < known.depth:
            found[key] = node

    def _note_clamping(self, key: str, node: Node, moves: Mapping[str, tuple[Move, ...]]) -> None:
        for move in moves[self.game.keeper]:
            if move.meant != move.change:
                end = "low" if move.meant < move.change else "high"
                known = self.clamped.get(key)
                if known is None or node.depth < known[1].depth:
                    self.clamped[key] = (end, node)
