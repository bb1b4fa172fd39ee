"""Cross-checks of held reveals: what is held back may not show before the chapter's end.

The fold moves at once while the faces keep the old figures; so nothing that stands between a
held scene and the end of its chapter may read standing, doors or lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.core.story.conditions import Condition
from game.core.story.model import Scene, Story
from game.core.story.text import Place, place_of
from game.pack.problems import Problems

__all__ = ["check_held"]

HELD_BACK = ("standing", "door", "on", "was")


def check_held(story: Story, problems: Problems) -> None:
    """Check every chapter in every cut: two scenes may be neighbours in one of them alone."""
    for cut in story.head.cuts:
        playing = {scene.id for scene in story.cut_scenes(cut)}
        for chapter in story.chapters:
            held = False
            for scene in (scene for scene in chapter.scenes if scene.id in playing):
                if held:
                    _check_reads(problems, _before(scene))
                held = held or scene.held
                if held:
                    _check_reads(problems, _after(scene))


def _before(scene: Scene) -> Iterator[Condition | None]:
    """Conditions that are asked before the scene's choice is made, or its event happens."""
    yield scene.if_
    for option in scene.options:
        yield from (option.if_, option.needs)
    yield from (case.if_ for case in scene.cases)
    if not scene.event:
        yield from (part.if_ for part in scene.also)


def _after(scene: Scene) -> Iterator[Condition | None]:
    """Conditions of what its outcome says."""
    for option in scene.options:
        yield from (part.if_ for part in option.also)
    if scene.event:
        yield from (part.if_ for part in scene.also)


def _check_reads(problems: Problems, conditions: Iterable[Condition | None]) -> None:
    for condition in filter(None, conditions):
        at = place_of(condition.source)
        for fact, offset in condition.reads:
            if fact.kind in HELD_BACK:
                place = Place(at.file, at.line, at.column + offset)
                problems.add(place, "held-reads")
