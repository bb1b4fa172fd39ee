"""Lint of names: what is declared and used by nothing, and what stands twice in a list.

Where a part of the story could not be read, it may be that part which uses them: then nothing
is said. Nor is anything said of a name that is the nearest right word for an unknown one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.check.lint_books import deeds_of, rules_of
from game.check.reading import asked
from game.core.story.model import Story
from game.core.story.rules import Rulebook
from game.pack.link_claims import claims_in_play, named_by
from game.pack.problems import Problems
from game.words import many, series

__all__ = ["check_names"]

MOST_NAMED = 6
"""Names told in one sentence."""


def check_names(story: Story, problems: Problems) -> None:
    """Tell what nothing uses, and what is named twice."""
    for names in _lists(story):
        _check_twice(names, problems)
    if problems.blind or problems.lost:
        return
    unused = _Unused(problems, {word for words in problems.meant.values() for word in words})
    done = {deed for scene in story.scenes.values() for deed in deeds_of(scene)}
    unused.each("deed", [deed for deed in story.deeds if deed not in done])
    unused.each("door", _silent_doors(story))
    in_play = claims_in_play(story) | {s.claim for s in story.statements}
    in_play |= {trail.claim for trail in story.trails}
    claims = [claim.id for claim in story.claims.values()]
    unused.together("claim", [id for id in claims if id not in in_play])
    behind = _behind(story)
    hidden = [id for id in claims if id in behind]
    if hidden:
        problems.add(hidden[0], "hidden-claim", names=_few(hidden))
    resting = set(_sources(story))
    unused.together("source", [key for key in story.sources if key not in resting])


class _Unused:
    """Tells names that nothing uses, but for those that somebody most likely misspelt."""

    def __init__(self, problems: Problems, meant: set[str]) -> None:
        self.problems, self.meant = problems, meant

    def _spared(self, name: str) -> bool:
        return name in self.meant

    def each(self, what: str, names: Iterable[str]) -> None:
        for name in names:
            if not self._spared(name):
                self.problems.add(name, f"unused-{what}", name=name)

    def together(self, what: str, names: Iterable[str]) -> None:
        """One sentence for all of a kind: a library may hold many."""
        left = [name for name in names if not self._spared(name)]
        if left:
            self.problems.add(left[0], f"unused-{what}", names=_few(left))


def _few(names: Sequence[str]) -> str:
    named = series(f"`{name}`" for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more <= 0:
        return named
    return many("{named} and {n} more", "{named} and {n} more", more, named=named)


def _behind(story: Story) -> frozenset[str]:
    """Claims that scenes name, but none as its first, and that nothing else names."""
    scenes = story.scenes.values()
    first = {str(claim) for scene in scenes for claim in scene.claims[:1]}
    behind = {str(claim) for scene in scenes for claim in scene.claims[1:]}
    shown = {str(claim) for book in story.rulebooks.values() for claim in named_by(book)}
    asked = {statement.claim for statement in story.statements}
    asked |= {trail.claim for trail in story.trails}
    return frozenset(behind - first - shown - asked)


def _silent_doors(story: Story) -> list[str]:
    """Doors that no condition reads and no rulebook speaks of."""
    spoken = {name for where in asked(story) for name in where.condition.named("door")}
    for book in story.rulebooks.values():
        spoken |= {*book.doors, *(door for entry in book.lists.values() for door in entry.closes)}
        spoken |= {door for change in book.amendments.values() for door in change.doors}
    return [door for door in story.head.doors if door not in spoken]


def _sources(story: Story) -> Iterator[str]:
    for claim in story.claims.values():
        yield from claim.record.sources
    for book in story.rulebooks.values():
        yield from _sources_of(book)
    for trail in story.trails:
        for step in trail.steps:
            yield from step.sources


def _sources_of(book: Rulebook) -> Iterator[str]:
    for _, rule in rules_of(book):
        yield from rule.sources
    for doors in (book.doors, *(change.doors for change in book.amendments.values())):
        for door in doors.values():
            yield from door.sources
    for entry in book.lists.values():
        yield from entry.sources


def _lists(story: Story) -> Iterator[Sequence[str]]:
    """Lists of names in which a second one says nothing new."""
    yield from story.head.grid
    yield from (ending.stubs for ending in story.head.endings)
    for scene in story.scenes.values():
        yield from (scene.claims, scene.cuts)
    for claim in story.claims.values():
        yield claim.record.sources
    for book in story.rulebooks.values():
        for _, rule in rules_of(book):
            yield from (rule.sources, rule.lists)


def _check_twice(names: Sequence[str], problems: Problems) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            problems.add(name, "named-twice", word=name)
        seen.add(name)
