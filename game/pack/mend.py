"""A story without what can't be used: so that the engine can walk the rest of it, for a check.

Every part taken out has its problem told already. A name that leads nowhere is left out, a
condition that reads one is absent, the second part of an id is dropped. The result is marked
`mended` and never played.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from game.core.story.conditions import Condition
from game.core.story.model import Also, Case, Chapter, Cut, Ending, Option, Scene, Story
from game.core.story.text import Text
from game.pack.mend_books import mended_book
from game.words import say

__all__ = ["mend"]


def mend(story: Story) -> Story | None:
    """Return a story that the engine can walk, or None where nothing is left to play."""
    chapters = _Chapters(story).mended()
    books = {id: mended_book(story, book) for id, book in story.rulebooks.items()}
    keepers = tuple(dict.fromkeys(k for k in story.head.keepers if k in books)) or tuple(books)
    scenes = [scene for chapter in chapters for scene in chapter.scenes]
    if not keepers or all(scene.event for scene in scenes):
        return None
    head = replace(
        story.head,
        keepers=keepers,
        beside=story.head.beside if story.head.beside in books else None,
        grid=tuple(_known(row, books) for row in story.head.grid),
        cuts=_cuts(story.head.cuts, scenes),
        endings=_Conditions(story).endings(),
    )
    ordered = {str(id): books[id] for id in keepers}
    return replace(story, head=head, chapters=chapters, rulebooks=ordered | books, mended=True)


def _cuts(cuts: Mapping[str, Cut], scenes: Iterable[Scene]) -> Mapping[str, Cut]:
    """The cuts in which something is to be chosen; at least one."""
    played = {cut for scene in scenes if not scene.event for cut in scene.cuts}
    kept = {id: cut for id, cut in cuts.items() if cut.all or id in played}
    return kept or {"whole": Cut(say("The whole"), default=True, all=True)}


def _known(words: Iterable[str], known: Iterable[str]) -> tuple[Any, ...]:
    names = set(known)
    return tuple(dict.fromkeys(word for word in words if word in names))


class _Conditions:
    """Conditions that can be asked: their doors and memories are there."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def sound(self, condition: Condition | None) -> bool:
        if condition is None:
            return True
        doors, memories = condition.named("door"), condition.named("memory")
        head = self.story.head
        return set(doors) <= set(head.doors) and set(memories) <= set(head.remembered)

    def kept(self, condition: Condition | None) -> Condition | None:
        return condition if self.sound(condition) else None

    def also(self, parts: Iterable[Also]) -> tuple[Also, ...]:
        return tuple(part for part in parts if self.sound(part.if_))

    def cases(self, cases: Iterable[Case]) -> tuple[Case, ...]:
        """The cases that can happen; the last one always fits."""
        sound = [case for case in cases if self.sound(case.if_)]
        deeds = self.story.deeds
        made = [replace(case, deeds=_known(case.deeds, deeds)) for case in sound]
        return (*made[:-1], replace(made[-1], if_=None)) if made else ()

    def endings(self) -> tuple[Ending, ...]:
        """The endings that can be reached: up to the first that always fits."""
        made: list[Ending] = []
        for ending in self.story.head.endings:
            if self.sound(ending.if_):
                stubs = _known(ending.stubs, self.story.scenes)
                made.append(replace(ending, stubs=stubs, also=self.also(ending.also)))
                if ending.if_ is None:
                    return tuple(made)
        nothing = Text("")
        return (
            (*made[:-1], replace(made[-1], if_=None))
            if made
            else (Ending(nothing, nothing, nothing),)
        )


class _Chapters:
    """Chapters with their scenes in order, each id once, and every jump forward."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.conditions = _Conditions(story)
        self.order: dict[str, int] = {}
        for chapter in story.chapters:
            for scene in chapter.scenes:
                self.order.setdefault(str(scene.id), len(self.order))
        self.met: set[str] = set()
        self.month = 1

    def mended(self) -> tuple[Chapter, ...]:
        made = []
        for chapter in self.story.chapters:
            scenes = [self.scene(scene) for scene in chapter.scenes if self.first(scene)]
            made.append(replace(chapter, scenes=tuple(s for s in scenes if s is not None)))
        there = {scene.id for chapter in made for scene in chapter.scenes}
        return tuple(_without_lost_jumps(chapter, there) for chapter in made)

    def first(self, scene: Scene) -> bool:
        new = scene.id not in self.met
        self.met.add(str(scene.id))
        return new

    def scene(self, scene: Scene) -> Scene | None:
        if scene.month in range(1, 13):
            self.month = max(self.month, scene.month)
        options = () if scene.event else self.options(scene)
        cases = self.conditions.cases(scene.cases) if scene.event else ()
        if not options and not cases:
            return None
        return replace(
            scene,
            month=self.month,
            cuts=_known(scene.cuts, self.story.head.cuts),
            claims=_known(scene.claims, self.story.claims),
            if_=self.conditions.kept(scene.if_),
            also=self.conditions.also(scene.also),
            options=options,
            cases=cases,
        )

    def options(self, scene: Scene) -> tuple[Option, ...]:
        by_id: dict[str, Option] = {}
        for option in scene.options:
            by_id.setdefault(str(option.id), self.option(scene, option))
        return tuple(by_id.values())

    def option(self, scene: Scene, option: Option) -> Option:
        then = option.then
        if then is not None and self.order.get(then, -1) <= self.order[scene.id]:
            then = None
        memories = self.story.head.remembered
        return replace(
            option,
            deeds=_known(option.deeds, self.story.deeds),
            remembered={k: v for k, v in option.remembered.items() if k in memories},
            if_=self.conditions.kept(option.if_),
            needs=self.conditions.kept(option.needs),
            also=self.conditions.also(option.also),
            then=then,
        )


def _without_lost_jumps(chapter: Chapter, there: set[str]) -> Chapter:
    """A scene that had nothing to play is gone, and so is what jumped to it."""
    scenes = []
    for scene in chapter.scenes:
        options = tuple(
            o if o.then is None or o.then in there else replace(o, then=None) for o in scene.options
        )
        scenes.append(replace(scene, options=options))
    return replace(chapter, scenes=tuple(scenes))
