"""What a folded run looks like: choices, states, turns, traces. Data only; `run` makes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # a choice is needed long before any story is read
    from game.core.run.rulebook import Closing, Move, Standing
    from game.core.story.model import Case, Option, Scene

__all__ = ["Choice", "Misfit", "State", "Trace", "Turn"]


class Choice(NamedTuple):
    """One line of a run."""

    scene: str
    option: str
    predicted: str | None = None


class State(NamedTuple):
    """Everything that what comes next can depend on."""

    at: int
    """Index in the cut's scenes; its length once the year is over."""
    month: int
    standings: tuple[Standing, ...]
    """One a rulebook, the keeper's first, in the order of `Game.books`."""
    memories: tuple[int, ...]
    chosen: int
    """A bit for each choice made; `Game.bits` says whose."""


class Misfit(NamedTuple):
    """A choice that could not be played, and why in a sentence."""

    choice: Choice
    why: str


class Turn(NamedTuple):
    """One scene that was played, or one event that happened."""

    scene: Scene
    option: Option | None
    case: Case | None
    before: State
    after: State
    moves: Mapping[str, tuple[Move, ...]]
    """What each rulebook made of it, by the rulebook's id."""
    expired: Mapping[str, tuple[str, ...]]
    """Lists whose months were over on arrival, by rulebook."""
    barred: Mapping[str, Closing]
    """Shadows under which the option taken would have been closed."""
    predicted: str | None = None

    @property
    def deeds(self) -> tuple[str, ...]:
        part = self.option or self.case
        return part.deeds if part else ()


@dataclass(frozen=True, slots=True)
class Trace:
    """A folded run: its turns, where it stands, and what didn't fit."""

    turns: tuple[Turn, ...]
    state: State
    waiting: Scene | None
    """The scene that waits for a choice; None once the year is over."""
    arrived: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Lists that ended on arrival at the waiting scene."""
    misfits: tuple[Misfit, ...] = ()

    @property
    def over(self) -> bool:
        return self.waiting is None

    @property
    def sentences(self) -> tuple[str, ...]:
        """The claims shown so far: each scene's first, in the order met, without repeats."""
        scenes = [turn.scene for turn in self.turns] + ([self.waiting] if self.waiting else [])
        return tuple(dict.fromkeys(claim for scene in scenes for claim in scene.claims[:1]))
