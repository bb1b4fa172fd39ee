"""A story on an author's bench: read from disk again and again, with what is wrong with it now.

What takes exploring is left to `carrot check`: this is to be quick enough for a key. It changes
nothing, and a story that can't be played leaves whatever is being played alone.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.check.examine import quick
from game.core.story.model import Scene, Story
from game.core.story.text import place_of
from game.pack.problems import SEVERITIES, Problem
from game.words import many, say, series

__all__ = ["Bench", "count"]


@dataclass
class Bench:
    """A story's folder, and the problems that were found when it was read last."""

    folder: Path
    problems: tuple[Problem, ...] = ()
    plays: bool = False
    """Whether it could be played when it was read last."""

    def read(self) -> Story | None:
        """Read the story as it is on disk now; None where it can't be played."""
        found, _ = quick(self.folder)
        self.problems, self.plays = found.problems.sorted(), found.story is not None
        return found.story

    def by_scene(
        self, scene: Scene | None, story: Story
    ) -> tuple[Sequence[Problem], Sequence[Problem]]:
        """Return the problems in a scene's own lines and those of its claims, and all others."""
        if scene is None:
            return (), self.problems
        claims = [story.claims[id].id for id in scene.claims if id in story.claims]
        spans = [_span(scene.id, [other.id for other in story.scenes.values()])]
        spans += [_span(id, [other.id for other in story.claims.values()]) for id in claims]
        here = [p for p in self.problems if any(_within(p, *span) for span in spans)]
        return here, [p for p in self.problems if p not in here]


def _span(id: str, all: Sequence[str]) -> tuple[str, float, float]:
    """Where a part stands: its file, its first line, and the line on which the next begins."""
    file, first, _ = place_of(id)
    after = [at.line for at in map(place_of, all) if at.file == file and at.line > first]
    return file, first, min(after, default=math.inf)


def _within(problem: Problem, file: str, first: float, last: float) -> bool:
    return problem.file == file and first <= problem.line < last


def count(problems: Sequence[Problem]) -> str:
    """Say how many there are of each kind: `2 errors, 1 warning`."""
    kinds = Counter[str](problem.severity for problem in problems)
    errors, warnings, advice = (kinds[kind] for kind in SEVERITIES)
    told = [many("{n} error", "{n} errors", errors)] if errors else []
    told += [many("{n} warning", "{n} warnings", warnings)] if warnings else []
    told += [many("{n} advice", "{n} advice", advice)] if advice else []
    return series(told) or say("no problems")
