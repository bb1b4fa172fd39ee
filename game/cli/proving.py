"""Proving for a command: the shelf in the cache folder, and a bar for what takes longer.

The bar is drawn on stderr, in a terminal only, and only after a second: an edit of words never
sees it. Rich is imported when it is drawn.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.check.balance import Balance, balances
from game.check.examine import Prover
from game.check.processes import Broken
from game.check.proof import Proof
from game.check.proofs import Proofs, Told, prove_all
from game.check.shelf import Shelf
from game.cli.story import Unusable
from game.cli.streams import is_terminal
from game.core.story.model import Story
from game.folders import cache_folder
from game.words import say

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["prover", "weighed"]

PATIENCE = 1.0
"""Seconds without a bar."""


def prover(fresh: bool) -> Prover:
    """Return what proves a story; `fresh` looks at no shelf, and lays the proofs down anew."""

    def prove(story: Story) -> Proofs:
        shelf = Shelf(cache_folder() / "proofs", blind=fresh)
        try:
            with _bar() as told:
                return prove_all(story, shelf, told)
        except Broken as error:
            raise Unusable(str(error)) from error

    return prove


def weighed(story: Story, proofs: list[Proof]) -> list[Balance]:
    """Weigh proofs, with a bar for what takes longer."""
    try:
        with _bar() as told:
            return balances(story, proofs, told)
    except Broken as error:
        raise Unusable(str(error)) from error


@contextmanager
def _bar() -> Iterator[Told]:
    """Give what is told how far a proof is; what it draws goes when the proof is done."""
    if not is_terminal(sys.stderr):
        yield lambda done, most: None
        return
    bar = _Bar()
    try:
        yield bar.told
    finally:
        bar.stop()


class _Bar:
    def __init__(self) -> None:
        self.began = time.monotonic()
        self.progress: Progress | None = None

    def told(self, done: int, most: int) -> None:
        if self.progress is None:
            if time.monotonic() - self.began < PATIENCE or done >= most:
                return
            self.progress = self._started(most)
        self.progress.update(self.progress.task_ids[0], completed=done)

    def _started(self, most: int) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn(say("proving every play")), BarColumn(), TimeElapsedColumn())
        progress = Progress(*columns, console=Console(stderr=True), transient=True)
        progress.add_task("", total=most)
        progress.start()
        return progress

    def stop(self) -> None:
        if self.progress is not None:
            self.progress.stop()
