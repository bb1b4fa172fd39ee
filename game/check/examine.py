"""Examine a story folder: read it, count it, weigh its words, play its play-throughs.

Returns data. A first form: exact exploration of every state comes with a later issue.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from game.check.budgets import check_avoided, check_budgets, check_grades
from game.check.counts import COUNTS, counts
from game.check.fingerprint import check_fingerprint, check_source
from game.check.grade import grades
from game.check.minutes import minutes
from game.check.plays import read_play, shortfalls
from game.core.model import Story
from game.core.text import Place
from game.pack import read
from game.pack.problems import Problem, Problems

__all__ = ["Report", "examine", "quick"]


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

    def of(self, severity: str) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.severity == severity)

    @property
    def good(self) -> bool:
        return not self.of("error")

    @property
    def verdict(self) -> str:
        """How the check went, in a sentence."""
        errors, warnings = len(self.of("error")), len(self.of("warning"))
        told = f"{_count(errors, 'error')}, {_count(warnings, 'warning')}."
        return f"{'Good' if self.good else 'Not good'}: {told}"


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def examine(folder: Path, source: str | None = None) -> Report:
    """Examine a story folder, and its quotes against `source` where that is given."""
    story, problems, plays = quick(folder)
    if story is None:
        return Report("", problems.sorted())
    if source is not None:
        check_source(story, source, problems)
    return Report(
        str(story.head.title),
        problems.sorted(),
        counts(story),
        grades(story),
        minutes(story),
        plays,
    )


def quick(folder: Path) -> tuple[Story | None, Problems, int]:
    """Read a story and say all that takes no exploring; the last is how many plays were played."""
    story, found = read(folder)
    problems = Problems(list(found))
    if story is None:
        return None, problems, 0
    check_fingerprint(story, folder, problems)
    check_budgets(story, problems)
    check_avoided(story, problems)
    check_grades(story, problems)
    return story, problems, _play(folder, story, problems)


def _play(folder: Path, story: Story, problems: Problems) -> int:
    """Play every file in `checks/`; return how many there are."""
    paths = sorted((folder / "checks").glob("*.txt"))
    for path in paths:
        name = f"checks/{path.name}"
        try:
            words = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.add(Place(name, 0, 0), "unreadable", reason=error)
            continue
        play, wrong = read_play(words, name, story)
        problems.found += wrong or shortfalls(play, story)
    return len(paths)
