"""Every check that needs no playing, in one call: over a story as it is written.

It may be a broken one: what could not be read is passed over, and nothing is blamed for it.
"""

from __future__ import annotations

from pathlib import Path

from game.check.alike import check_alike
from game.check.budgets import check_avoided, check_budgets, check_grades
from game.check.fingerprint import check_fingerprint, check_source
from game.check.guide import check_guide
from game.check.lint_books import check_books
from game.check.lint_facts import check_facts
from game.check.lint_names import check_names
from game.check.lint_scenes import check_scenes
from game.core.story.model import Story
from game.pack.problems import Problems

__all__ = ["lint"]


def lint(
    story: Story,
    folder: Path,
    problems: Problems,
    source: str | None = None,
    called: str | None = None,
) -> None:
    """Note everything that can be seen without playing; quotes against `source` if given.

    `called` is the name of the file that the source was read from.
    """
    if source is not None:
        check_source(story, source, problems)
    check_fingerprint(story, folder, problems, source, called)
    if "story" not in problems.blind:
        check_scenes(story, problems)
    check_facts(story, problems)
    check_books(story, problems)
    check_names(story, problems)
    check_budgets(story, problems)
    check_alike(story, problems)
    check_avoided(story, problems)
    check_grades(story, problems)
    check_guide(story, folder, problems)
