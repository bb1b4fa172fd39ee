"""How long a cut takes to read: a scene, its options, one outcome, one sentence, the ending.

At 200 words a minute, nothing added for thinking. An outcome and an ending count as the mean
of those that there are.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.check.grade import words
from game.core.story.model import Scene, Story

__all__ = ["PACE", "minutes"]

PACE = 200
"""Words a minute."""


def minutes(story: Story) -> dict[str, float]:
    """Return the minutes of each cut, to a tenth."""
    return {cut: round(_cut(story, cut) / PACE, 1) for cut in story.head.cuts}


def _cut(story: Story, cut: str) -> float:
    scenes = story.cut_scenes(cut)
    total = sum(_scene(story, scene) for scene in scenes)
    return total + _mean([ending.text for ending in story.head.endings])


def _scene(story: Story, scene: Scene) -> float:
    told = [scene.text, scene.glance or "", *(option.label for option in scene.options)]
    if scene.claims and scene.claims[0] in story.claims:
        claim = story.claims[scene.claims[0]]
        told += [claim.words, claim.plain, claim.question or ""]
    outcomes = [f"{o.outcome} {o.unscored or ''}" for o in scene.options]
    cases = [f"{case.text} {case.unscored or ''}" for case in scene.cases]
    return sum(len(words(text)) for text in told) + _mean(outcomes or cases)


def _mean(texts: Sequence[str]) -> float:
    return sum(len(words(text)) for text in texts) / len(texts) if texts else 0.0
