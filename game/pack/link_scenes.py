"""Cross-checks of story.yaml and the chapters: names, conditions, jumps, soft locks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import cast

from game.core.story.conditions import Condition, Fact, Facts
from game.core.story.model import Also, Option, Scene, Story
from game.core.story.text import Place, place_of
from game.pack.problems import Problems

__all__ = ["check_head", "check_scenes"]

MONTHS = range(1, 13)
_BRACE = re.compile(r"\{[^}]*\}?|\}")


def check_head(story: Story, problems: Problems) -> None:
    """Check story.yaml: keepers, grid, endings."""
    head = story.head
    names = [*head.keepers, *(k for row in head.grid for k in row)]
    for keeper in [*names, *([head.beside] if head.beside else [])]:
        if keeper not in story.rulebooks:
            problems.unknown(keeper, "rulebook", keeper, story.rulebooks)
    for id, book in story.rulebooks.items():
        if head.keepers and id not in head.keepers:
            problems.add(book.id, "idle-rulebook", id=id)
    for what, ids in (("keeper", head.keepers), ("cut", tuple(head.cuts))):
        if not ids:
            problems.add(head.id, f"no-{what}")
        problems.unique(ids, what)
    _check_text(problems, head.opening)
    _check_bare(problems, head.title, head.subtitle, head.unscored_note, head.transfer)
    _check_also(story, problems, head.notes)
    _check_endings(story, problems)


def _check_endings(story: Story, problems: Problems) -> None:
    endings = story.head.endings
    if not endings:
        problems.add(story.head.id, "no-ending")
    problems.unique((ending.id for ending in endings), "ending")
    for n, ending in enumerate(endings):
        last = n == len(endings) - 1
        if last and ending.if_ is not None:
            problems.add(ending.id, "no-last-ending")
        if not last and ending.if_ is None:
            problems.add(ending.id, "hidden-ending")
        for scene in ending.stubs:
            if scene not in story.scenes:
                problems.unknown(scene, "scene", scene, story.scenes)
        _check_condition(story, problems, ending.if_)
        _check_text(problems, ending.text)
        _check_bare(problems, ending.title)
        _check_also(story, problems, ending.also)


def check_scenes(story: Story, problems: Problems) -> None:
    """Check every chapter's scenes and events."""
    problems.unique((s.id for chapter in story.chapters for s in chapter.scenes), "scene")
    month = 0
    for scene in (scene for chapter in story.chapters for scene in chapter.scenes):
        if scene.month not in MONTHS:
            problems.add(scene.id, "month", month=scene.month)
        elif scene.month < month:
            problems.add(scene.id, "month-falls", before=month, scene=scene.id)
        else:
            month = scene.month
        _check_scene(story, problems, scene)
    for cut in story.head.cuts if "scene" not in problems.blind else ():
        if not any(not scene.event for scene in story.cut_scenes(cut)):
            problems.add(cut, "empty-cut", cut=cut)


def _check_scene(story: Story, problems: Problems, scene: Scene) -> None:
    for cut in scene.cuts:
        if cut not in story.head.cuts:
            problems.unknown(cut, "cut", cut, story.head.cuts)
    for claim in scene.claims:
        if claim not in story.claims:
            problems.unknown(claim, "claim", claim, story.claims)
    _check_text(problems, scene.text, scene.glance)
    _check_bare(problems, scene.title, scene.time)
    if scene.comment:
        _check_bare(problems, *scene.comment.stances.values(), *scene.comment.questions.values())
    _check_condition(story, problems, scene.if_)
    _check_also(story, problems, scene.also)
    if scene.event:
        _check_event(story, problems, scene)
    else:
        _check_options(story, problems, scene)


def _check_event(story: Story, problems: Problems, scene: Scene) -> None:
    if scene.options:
        problems.add(scene.id, "event-options")
    if not scene.cases or scene.cases[-1].if_ is not None:
        problems.add(scene.id, "no-last-case")
    for case in scene.cases:
        _check_condition(story, problems, case.if_)
        _check_deeds(story, problems, case.deeds)
        _check_text(problems, case.text, case.unscored)


def _check_options(story: Story, problems: Problems, scene: Scene) -> None:
    if scene.cases:
        problems.add(scene.id, "scene-cases")
    if not scene.claims:
        problems.add(scene.id, "no-claim")
    if not scene.text.strip():
        problems.add(scene.id, "no-text")
    if not any(o.needs is None and o.if_ is None for o in scene.options):
        problems.add(scene.id, "soft-lock")
    problems.unique((option.id for option in scene.options), "option")
    for option in scene.options:
        _check_option(story, problems, scene, option)


def _check_option(story: Story, problems: Problems, scene: Scene, option: Option) -> None:
    _check_deeds(story, problems, option.deeds)
    for condition in (option.needs, option.if_):
        _check_condition(story, problems, condition)
    if option.needs:
        _check_needs(problems, option.needs)
    for name in option.remembered:
        if name not in story.head.remembered:
            problems.unknown(name, "memory", name, story.head.remembered)
    _check_text(problems, option.label, option.outcome, option.unscored)
    _check_bare(problems, option.short)
    _check_also(story, problems, option.also)
    if option.then is not None:
        if option.then not in story.scenes:
            problems.unknown(option.then, "scene", option.then, story.scenes)
        elif story.place_of_scene[option.then] <= story.place_of_scene[scene.id]:
            problems.add(option.then, "backward")


class _AllOpen:
    """A world in which every door is open, and that is all there is to know of it."""

    def door_open(self, door: str) -> bool:
        return True


def _check_needs(problems: Problems, needs: Condition) -> None:
    """A closed option shows what closed it: a door that would have to be open, and isn't."""
    doors_alone = all(fact.kind == "door" for fact, _ in needs.reads)
    if not doors_alone or not needs(cast(Facts, _AllOpen())):
        problems.add(needs.source, "needs-door")


def _check_also(story: Story, problems: Problems, also: Sequence[Also]) -> None:
    for part in also:
        _check_condition(story, problems, part.if_)
        _check_text(problems, part.text)


def _check_deeds(story: Story, problems: Problems, deeds: Iterable[str]) -> None:
    for deed in deeds:
        if deed not in story.deeds:
            problems.unknown(deed, "deed", deed, story.deeds)


def _check_text(problems: Problems, *texts: str | None) -> None:
    for text in filter(None, texts):
        for brace in _BRACE.findall(text):
            if brace != "{name}":
                problems.add(text, "unknown-brace", brace=brace[:40])


def _check_bare(problems: Problems, *texts: str | None) -> None:
    """Titles and the like are printed as they stand."""
    for text in filter(None, texts):
        for brace in _BRACE.findall(text):
            problems.add(text, "stray-brace", brace=brace[:40])


def _check_condition(story: Story, problems: Problems, condition: Condition | None) -> None:
    if condition is None:
        return
    at = place_of(condition.source)
    for fact, offset in condition.reads:
        place = Place(at.file, at.line, at.column + offset)
        _check_fact(story, problems, fact, place)


def _check_fact(story: Story, problems: Problems, fact: Fact, at: Place) -> None:
    if fact.kind == "door" and fact.name not in story.head.doors:
        problems.unknown(at, "door", fact.name, story.head.doors)
    if fact.kind == "memory" and fact.name not in story.head.remembered:
        known = (*story.head.remembered, "standing", "door", "on", "was", "chose")
        problems.unknown(at, "memory", fact.name, known)
    books = story.rulebooks.values()
    is_list = fact.kind in ("on", "was") and fact.name != "any"
    if is_list and not any(fact.name in book.lists for book in books):
        names = [name for book in books for name in book.lists]
        problems.unknown(at, "list", fact.name, [*names, "any"])
    if fact.kind != "chose":
        return
    scene, _, option = fact.name.partition(".")
    if scene not in story.scenes:
        problems.unknown(at, "scene", scene, story.scenes)
    elif story.scenes[scene].option(option) is None:
        problems.unknown(at, "option", option, (o.id for o in story.scenes[scene].options))
