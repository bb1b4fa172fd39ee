"""Work on a story in several processes: one a cut and keeper, as many at once as there are cores.

Refuses to swallow anything: what goes wrong in a process comes back as a `Broken`, with a
sentence that names the cut and the keeper.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from math import prod
from multiprocessing import connection
from typing import TypeVar

from game.core.story.model import Story
from game.words import mark, say

__all__ = ["Broken", "One", "spread"]

SMALL = 20_000
"""Plays up to which a process of its own costs more than it brings."""

TICK = 0.1
"""Seconds after which a wait looks up."""

One = tuple[str, str]
"""A cut and a keeper."""

T = TypeVar("T")
Work = Callable[[Story, One], T]


class Broken(Exception):
    """Work that could not be carried out; the message is a sentence."""


def spread(
    story: Story, wanted: Sequence[One], work: Work[T], processes: int | None = None
) -> Iterator[tuple[One, T] | None]:
    """Yield what work comes to, as it is done; now and then nothing, to show progress by."""
    count = min(processes or os.cpu_count() or 1, len(wanted))
    if count < 2 or _most_plays(story) <= SMALL:
        for one in wanted:
            yield None
            yield one, _alone(story, one, work)
        return
    pool = ProcessPoolExecutor(count, multiprocessing.get_context(_method()), _begin, (story,))
    try:
        yield from _gather(pool, wanted, work)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _gather(pool: Executor, wanted: Sequence[One], work: Work[T]) -> Iterator[tuple[One, T] | None]:
    waiting = {pool.submit(_in_process, work, one): one for one in wanted}
    while waiting:
        ready, _ = wait(waiting, TICK, FIRST_COMPLETED)
        if not ready:
            yield None
        for future in ready:
            one = waiting.pop(future)
            try:
                yield one, future.result()
            except BrokenProcessPool:
                raise Broken(_cut_short(one)) from None
            except Exception as error:
                raise _broken(one, error) from error


def _alone(story: Story, one: One, work: Work[T]) -> T:
    try:
        return work(story, one)
    except Exception as error:
        raise _broken(one, error) from error


def _broken(one: One, error: Exception) -> Broken:
    cut, keeper = one
    why = f"{type(error).__name__}: {error}"
    words = mark("The proof of the cut `{cut}` under `{keeper}` went wrong: {why}.")
    return Broken(say(words, cut=cut, keeper=keeper, why=why))


def _cut_short(one: One) -> str:
    return say(
        "The proof of the cut `{cut}` under `{keeper}` was cut short: its process ended by itself. "
        "Perhaps memory ran out.",
        cut=one[0],
        keeper=one[1],
    )


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
    gc.disable()  # a walk's states form no rings: to look for some is a seventh of its time
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _in_process(work: Work[T], one: One) -> T:
    assert _story is not None
    return work(_story, one)
