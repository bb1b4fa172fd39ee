"""Examine a story folder: read it, count it, weigh its words, play its play-throughs, prove it.

Returns data; the faces of `carrot check` print it. A broken story is examined as far as it can
be: what its mended twin still is gets proven, too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from game.check.counts import COUNTS, counts
from game.check.findings import find
from game.check.fingerprint import verbatim
from game.check.grade import grades
from game.check.lint import lint
from game.check.minutes import minutes
from game.check.plays import play_all
from game.check.proofs import Proofs
from game.core.story.model import Story
from game.pack import Survey, survey
from game.pack.problems import Problem, Problems
from game.words import many, mark, say

__all__ = ["Prover", "Report", "examine", "quick"]

Prover = Callable[[Story], Proofs]
"""Proves a story, from a shelf or anew; the faces know where the shelf is and show progress."""


GOOD, NOT_GOOD = mark("Good: {errors}, {warnings}."), mark("Not good: {errors}, {warnings}.")
NEVER = ("never-offered", "scene-never-played", "ending-never-reached", "text-never-shown")


@dataclass(frozen=True, slots=True)
class Report:
    """All that a check found."""

    title: str
    problems: tuple[Problem, ...]
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COUNTS, 0))
    grade: dict[str, float] = field(default_factory=dict)
    """Flesch–Kincaid grade by chapter."""
    minutes: dict[str, float] = field(default_factory=dict)
    """Reading time by cut."""
    plays: int = 0
    """Play-throughs that were played."""
    story: Story | None = None
    """The story that was proven: mended, where it was broken."""
    proofs: Proofs | None = None

    def of(self, severity: str) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == severity)

    @property
    def good(self) -> bool:
        return not self.of("error")

    @property
    def verdict(self) -> str:
        """How the check went, in a sentence or two."""
        errors, warnings = len(self.of("error")), len(self.of("warning"))
        wrong = many("{n} error", "{n} errors", errors) if errors else say("no errors")
        slips = many("{n} warning", "{n} warnings", warnings) if warnings else say("no warnings")
        words = GOOD if self.good else NOT_GOOD
        told = say(words, errors=wrong, warnings=slips)
        if self.proofs is None or self.proofs.complete:
            return told
        return f"{told} {say('Not all of it is proven.')}"


def examine(
    folder: Path,
    source: str | None = None,
    prove: Prover | None = None,
    called: str | None = None,
) -> Report:
    """Examine a story folder, its quotes against `source`, its plays by `prove`, where given.

    `called` is the name of the file that the source was read from.
    """
    found, plays = quick(folder, source, called)
    story, proofs = found.written, None
    if found.mended is not None and prove is not None:
        proofs = prove(found.mended)
        told = tuple(found.problems.found)
        find(found.mended, folder, proofs, found.problems)
        _drop_echoes(found.problems, told)
    if story is None:
        return Report("", found.problems.sorted())
    return Report(
        str(story.head.title),
        found.problems.sorted(),
        counts(story) | {"quotes_verbatim": verbatim(story, found.problems, source is not None)},
        grades(story),
        minutes(story),
        plays,
        found.mended,
        proofs,
    )


def _drop_echoes(problems: Problems, told: tuple[Problem, ...]) -> None:
    """What was told without playing isn't told again by playing, in other words.

    Only a *never* is such an echo: that a scene locks comes with the way there, which is new.
    """
    places = {(p.file, p.line, p.column) for p in told}
    lines = {(p.file, p.line) for p in told if p.code in ("not-yet", "never-together")}
    for found in problems.found[len(told) :]:
        never_shown = found.code == "text-never-shown" and (found.file, found.line) in lines
        again = found.code in NEVER and (found.file, found.line, found.column) in places
        if never_shown or again:
            problems.found.remove(found)


def quick(folder: Path, source: str | None = None, called: str | None = None) -> tuple[Survey, int]:
    """Read a story and say all that takes no exploring; the last is how many plays were read."""
    found = survey(folder)
    if found.written is None:
        return found, 0
    lint(found.written, folder, found.problems, source, called)
    return found, play_all(folder, found.written, found.problems, found.story is None)
