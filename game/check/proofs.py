"""Prove every cut of a story under every keeper, but for what is known from the shelf."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.check.deciding import key
from game.check.processes import One, spread
from game.check.proof import Proof, prove
from game.check.shelf import Shelf
from game.core.story.model import Story

__all__ = ["Proofs", "Told", "prove_all", "whole_cut"]

Told = Callable[[int, int], None]
"""Told how far the proof is: scenes done, of how many."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """What is proven of a whole story."""

    whole: str
    """The cut that holds everything."""
    by_cut: dict[str, dict[str, Proof]]
    """By cut, then by keeper, in the story's order."""
    seconds: float
    """How long the whole cut took, this time."""
    kept: int
    """How many proofs stood on the shelf already."""

    def every(self) -> Iterator[Proof]:
        for proofs in self.by_cut.values():
            yield from proofs.values()

    @property
    def complete(self) -> bool:
        return not any(proof.gave_up for proof in self.every())


def whole_cut(story: Story) -> str:
    """Return the cut that holds everything, or else the longest."""
    cuts = story.head.cuts
    return next((id for id in cuts if cuts[id].all), max(cuts, key=lambda c: _scenes(story, c)))


def _scenes(story: Story, cut: str) -> int:
    return len(story.cut_scenes(cut))


def prove_all(
    story: Story, shelf: Shelf, told: Told = lambda done, all: None, processes: int | None = None
) -> Proofs:
    """Prove every cut under every keeper; the whole first, as it takes longest."""
    whole, began = whole_cut(story), time.perf_counter()
    wanted = [(cut, keeper) for cut in story.head.cuts for keeper in story.head.keepers]
    wanted.sort(key=lambda one: one[0] != whole)
    keys = {one: key(story, one[1], one[0]) for one in wanted}
    found = {one: proof for one in wanted if (proof := shelf.find(keys[one])) is not None}
    kept, seconds = len(found), 0.0
    missing = [one for one in wanted if one not in found]
    done = sum(_scenes(story, cut) for cut, _ in found)
    most = sum(_scenes(story, cut) for cut, _ in wanted)
    for made in spread(story, missing, _prove, processes):
        told(done, most)
        if made is None:
            continue
        (cut, keeper), proof = made
        found[cut, keeper] = proof
        shelf.put(keys[cut, keeper], proof)
        done += _scenes(story, cut)
        if cut == whole:
            seconds = time.perf_counter() - began
    shelf.tidy()
    by_cut = {c: {k: found[c, k] for k in story.head.keepers} for c in story.head.cuts}
    return Proofs(whole, by_cut, seconds or time.perf_counter() - began, kept)


def _prove(story: Story, one: One) -> Proof:
    return prove(story, one[1], one[0])
