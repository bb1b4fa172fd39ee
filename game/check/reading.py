"""Every condition of a story with the place in play where it is asked.

The checks that look at conditions ask here, so that each of them sees all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.core.story.conditions import Condition, Fact
from game.core.story.model import Scene, Story
from game.core.story.text import Place, place_of

__all__ = ["Asked", "asked", "decides", "facts_of"]


class Asked(NamedTuple):
    """A condition, and where it is asked."""

    condition: Condition
    scene: Scene | None
    """None: at the end of the year."""
    option: str | None = None
    """After this option of the scene was taken; None: before anything is."""


def asked(story: Story) -> Iterator[Asked]:
    """Yield every condition of a story, in the order of play."""
    for chapter in story.chapters:
        for scene in chapter.scenes:
            for condition in (*decides(scene), *(part.if_ for part in scene.also)):
                yield Asked(condition, scene)
            for option in scene.options:
                for part in option.also:
                    yield Asked(part.if_, scene, str(option.id))
    for ending in story.head.endings:
        if ending.if_ is not None:
            yield Asked(ending.if_, None)
        yield from (Asked(part.if_, None) for part in ending.also)
    yield from (Asked(part.if_, None) for part in story.head.notes)


def decides(scene: Scene) -> Iterator[Condition]:
    """Yield the conditions that decide what happens in a scene; those of mere texts don't."""
    parts = [scene.if_, *(case.if_ for case in scene.cases)]
    for option in scene.options:
        parts += [option.if_, option.needs]
    yield from (part for part in parts if part is not None)


def facts_of(condition: Condition) -> Iterator[tuple[Fact, Place]]:
    """Yield what a condition reads, each with its own place."""
    at = place_of(condition.source)
    for fact, offset in condition.reads:
        yield fact, Place(at.file, at.line, at.column + offset)
