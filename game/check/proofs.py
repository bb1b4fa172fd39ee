"""Prove every cut of a story under every keeper: a process a keeper, what is known from the shelf.

Refuses to swallow anything: what goes wrong in a process comes back as a `Broken`, with a
sentence that names the cut and the keeper.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from math import prod
from multiprocessing import connection

from game.check.deciding import key
from game.check.proof import Proof, prove
from game.check.shelf import Shelf
from game.core.model import Story

__all__ = ["Broken", "Proofs", "Told", "prove_all", "whole_cut"]

SMALL = 20_000
"""Plays up to which a process of its own costs more than it brings."""

TICK = 0.1
"""Seconds after which a wait for proofs looks up."""

One = tuple[str, str]
"""A cut and a keeper."""

Told = Callable[[int, int], None]
"""Told how far the proof is: scenes done, of how many."""


class Broken(Exception):
    """A proof that could not be carried out; the message is a sentence."""


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
    for made in _prove(story, missing, processes):
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


def _prove(
    story: Story, missing: list[One], processes: int | None
) -> Iterator[tuple[One, Proof] | None]:
    """Yield proofs as they are done; now and then nothing, so that progress can be shown."""
    count = min(processes or os.cpu_count() or 1, len(missing))
    if count < 2 or _most_plays(story) <= SMALL:
        for one in missing:
            yield one, _alone(story, one)
        return
    pool = ProcessPoolExecutor(count, multiprocessing.get_context(_method()), _begin, (story,))
    try:
        yield from _gather(pool, missing)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _gather(pool: Executor, missing: list[One]) -> Iterator[tuple[One, Proof] | None]:
    waiting = {pool.submit(_work, one): one for one in missing}
    while waiting:
        ready, _ = wait(waiting, TICK, FIRST_COMPLETED)
        if not ready:
            yield None
        for future in ready:
            one = waiting.pop(future)
            try:
                yield one, future.result()
            except BrokenProcessPool:
                raise Broken(
                    f"{_spoken(one)} was cut short: its process ended by itself. "
                    "Perhaps memory ran out."
                ) from None
            except Exception as error:
                raise _broken(one, error) from error


def _alone(story: Story, one: One) -> Proof:
    try:
        return prove(story, one[1], one[0])
    except Exception as error:
        raise _broken(one, error) from error


def _broken(one: One, error: Exception) -> Broken:
    return Broken(f"{_spoken(one)} went wrong: {type(error).__name__}: {error}.")


def _spoken(one: One) -> str:
    return f"The proof of the cut `{one[0]}` under `{one[1]}`"


def _most_plays(story: Story) -> int:
    return prod(max(1, len(scene.options)) for scene in story.scenes.values())


def _method() -> str:
    """Forking is quickest, and safe here: no threads run yet. Elsewhere the story is sent over."""
    return "fork" if sys.platform == "linux" else "spawn"


_story: Story | None = None


def _begin(story: Story) -> None:
    """In a new process: take the story in hand, and outlive neither Ctrl-C nor the parent."""
    global _story
    _story = story
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(one: One) -> Proof:
    assert _story is not None
    return prove(_story, one[1], one[0])
