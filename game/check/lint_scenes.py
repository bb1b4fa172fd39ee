"""Lint of scenes: how many options, which cut, what is jumped past, what can't be yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from game.check.reading import asked, facts_of
from game.core.story.model import Scene, Story
from game.pack.problems import Problems

__all__ = ["check_scenes"]

LEAST, MOST = 2, 4
"""Options that can be chosen at once."""


def check_scenes(story: Story, problems: Problems) -> None:
    """Warn of what is most likely a slip in how scenes hang together."""
    for scene in story.scenes.values():
        if not scene.event:
            _check_count(scene, problems)
        if (
            story.head.cuts
            and not cuts_of(story, scene)
            and set(scene.cuts) <= set(story.head.cuts)
        ):
            problems.add(scene.id, "homeless-scene", scene=scene.id)
    _check_picks(story, problems)
    _check_skipped(story, problems)
    _check_chosen(story, problems)


def cuts_of(story: Story, scene: Scene) -> frozenset[str]:
    """Return the cuts that play a scene."""
    return frozenset(id for id, cut in story.head.cuts.items() if cut.all or id in scene.cuts)


def _check_count(scene: Scene, problems: Problems) -> None:
    together = sum(option.if_ is None for option in scene.options)  # all doors may be open
    if 0 < len(scene.options) < LEAST:
        problems.add(scene.id, "few-options", scene=scene.id, count=len(scene.options))
    if together > MOST:
        problems.add(scene.id, "many-options", scene=scene.id, count=together)


def _check_picks(story: Story, problems: Problems) -> None:
    """Where the player picks the stronger of two answers, a sentence needs two."""
    for chapter in story.chapters:
        for scene in chapter.scenes if chapter.help == "pick" else ():
            claim = story.claims.get(scene.claims[0]) if scene.claims else None
            if claim is not None and not scene.event and not claim.weaker:
                problems.add(scene.claims[0], "no-weaker", claim=claim.id)


def _check_skipped(story: Story, problems: Problems) -> None:
    order = story.place_of_scene
    played: set[str] = set()
    for cut in story.head.cuts:
        played |= _reached(story.cut_scenes(cut), order)
    for scene in story.scenes.values():
        if scene.id not in played and cuts_of(story, scene):
            problems.add(scene.id, "skipped-scene", scene=scene.id)


def _reached(scenes: Sequence[Scene], order: Mapping[str, int]) -> set[str]:
    """Scenes of a cut that some way leads to, if every condition may hold or not."""
    reached, places = {0}, [order[scene.id] for scene in scenes]
    for n, scene in enumerate(scenes):
        if n not in reached:
            continue
        jumps = [order.get(option.then or "", -1) for option in scene.options]
        goes_on = not jumps or scene.if_ is not None
        for to in jumps:
            if to <= order[scene.id]:
                goes_on = True
            else:
                reached.add(bisect_left(places, to))
        if goes_on:
            reached.add(n + 1)
    return {str(scene.id) for n, scene in enumerate(scenes) if n in reached}


def _check_chosen(story: Story, problems: Problems) -> None:
    """A choice can be read only after it was made, and in a cut that offers it."""
    order = story.place_of_scene
    for where in asked(story):
        for fact, place in facts_of(where.condition):
            scene, _, option = fact.name.partition(".")
            if fact.kind != "chose" or scene not in order or where.scene is None:
                continue
            here = where.scene
            made = order[scene] < order[here.id] or (scene == here.id and option == where.option)
            if not made:
                problems.add(place, "not-yet", fact=fact.name, scene=scene)
                continue
            cuts, others = cuts_of(story, here), cuts_of(story, story.scenes[scene])
            if cuts and others and not cuts & others:
                problems.add(place, "never-together", fact=fact.name)
