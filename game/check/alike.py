"""Options that read alike: the same words in the label, or nearly the same outcome.

Two that are never offered together may share their words: where one has a condition of its own,
nothing is said.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from game.check.grade import words
from game.core.story.model import Option, Scene, Story
from game.pack.problems import Problems

__all__ = ["check_alike"]

ALIKE = 0.9
"""The share of the same words from which two outcomes read alike."""
_SMALL = frozenset({"a", "an", "the"})


def check_alike(story: Story, problems: Problems) -> None:
    """Warn of options of one scene that can't be told apart."""
    for scene in story.scenes.values():
        for one, other in combinations(scene.options[:12], 2):
            if one.if_ == other.if_ and one.id != other.id:
                _compare(scene, one, other, problems)


def _compare(scene: Scene, one: Option, other: Option, problems: Problems) -> None:
    names = {"option": f"{scene.id}.{other.id}", "other": f"{scene.id}.{one.id}"}
    first, second = _said(one.label), _said(other.label)
    if first and first == second:
        problems.add(other.label, "alike-options", "", **names)
    first, second = _said(one.outcome), _said(other.outcome)
    same = (Counter(first) & Counter(second)).total()
    if same and same >= ALIKE * max(len(first), len(second)):
        problems.add(other.outcome, "alike-outcomes", "", **names)


def _said(text: str) -> list[str]:
    """The words that count, whatever their capitals and marks."""
    return [word for word in map(str.casefold, words(text)) if word not in _SMALL]
