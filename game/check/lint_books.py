"""Lint of rulebooks: thresholds off the scale, lists without a way out, keepers at rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.core.run.rulebook import door_tests, threshold
from game.core.story.model import Scene, Story
from game.core.story.rules import DoorRule, Rule, Rulebook
from game.pack.problems import Problems
from game.words import say

__all__ = ["check_books", "deeds_of", "moving_scenes", "rules_of"]

LEAST_MOVES = 2
"""Scenes of a cut in which a keeper moves."""

MOVING = ("up", "down", "listed", "cleared")
_BESIDE = {
    "size": ("up", "down", "keeps", "local"),
    "lists": ("listed", "cleared"),
    "system": ("elsewhere",),
    "toward": ("local",),
}
"""Keys of a rule that mean something beside these answers alone."""


def check_books(story: Story, problems: Problems) -> None:
    """Warn of what is most likely a slip in a rulebook."""
    for book in story.rulebooks.values():
        for deed, rule in rules_of(book):
            for part, answers in _BESIDE.items():
                if getattr(rule, part) and rule.answer not in answers:
                    problems.add(deed, "idle-part", part=part, answer=rule.answer)
        _check_thresholds(book, problems)
        _check_lists(book, problems)
    for keeper in () if problems.errors else story.head.keepers:  # a figure of the whole story
        if keeper in story.rulebooks:
            _check_moves(story, story.rulebooks[keeper], problems)


def rules_of(book: Rulebook) -> Iterator[tuple[str, Rule]]:
    """Yield every rule with its deed, those of amendments too."""
    yield from book.rules.items()
    for change in book.amendments.values():
        yield from change.rules.items()


def _doors_of(book: Rulebook) -> Iterator[DoorRule]:
    yield from book.doors.values()
    for change in book.amendments.values():
        yield from change.doors.values()


class _Test(NamedTuple):
    text: str
    below: bool
    number: int


def _check_thresholds(book: Rulebook, problems: Problems) -> None:
    scale = book.number
    if scale is None or scale.low is None or scale.high is None:
        return
    for text, below, number in _tests(book):
        always = number > scale.high if below else number <= scale.low
        never = number <= scale.low if below else number > scale.high
        if always or never:
            verdict = say("always holds") if always else say("never holds")
            ends = {"low": scale.low, "high": scale.high}
            problems.add(text, "off-scale", "", test=text, verdict=verdict, keeper=book.id, **ends)


def _tests(book: Rulebook) -> Iterator[_Test]:
    """Every comparison with a number; what can't be read is told elsewhere."""
    for rule in _doors_of(book):
        text = rule.open or rule.closed or "always"
        try:
            parts = door_tests(text)
        except ValueError:
            continue
        yield from (_Test(text, p.kind == "below", p.number) for p in parts if p.kind in _COMPARES)
    for band in (book.bands.low, book.bands.high):
        try:
            if band is not None:
                yield _Test(band, band.startswith("below"), threshold(band))
        except ValueError:
            continue


_COMPARES = ("below", "from")


def _check_lists(book: Rulebook, problems: Problems) -> None:
    listing = {name for _, rule in rules_of(book) if rule.answer == "listed" for name in rule.lists}
    clearing = {
        name for _, rule in rules_of(book) if rule.answer == "cleared" for name in rule.lists
    }
    for name, entry in book.lists.items():
        if entry.whose:  # another's: it stands there to be seen
            continue
        if name not in listing:
            problems.add(name, "unused-list", keeper=book.id, name=name)
        elif entry.until == "cleared" and name not in clearing:
            problems.add(name, "no-way-out", list=name)


def deeds_of(scene: Scene) -> frozenset[str]:
    """Return every deed that may be done in a scene, or happens in an event."""
    lists = [*(o.deeds for o in scene.options), *(case.deeds for case in scene.cases)]
    return frozenset(str(deed) for deeds in lists for deed in deeds)


def moving_scenes(story: Story, book: Rulebook, cut: str) -> tuple[Scene, ...]:
    """Return the scenes of a cut in which a keeper moves: a number or a list may change."""
    moving = {deed for deed, rule in rules_of(book) if rule.answer in MOVING and not rule.whose}
    return tuple(scene for scene in story.cut_scenes(cut) if moving & deeds_of(scene))


def _check_moves(story: Story, book: Rulebook, problems: Problems) -> None:
    for cut in story.head.cuts:
        scenes = story.cut_scenes(cut)
        count = len(moving_scenes(story, book, cut))
        if scenes and count < LEAST_MOVES:
            values = {"count": count, "scenes": len(scenes), "cut": cut, "least": LEAST_MOVES}
            problems.add(book.id, "keeper-hardly-moves", "", keeper=book.id, **values)
