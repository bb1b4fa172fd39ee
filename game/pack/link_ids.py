"""Cross-checks of ids: each can be typed, and is read as what it is wherever it stands.

Conditions, play-throughs and the fingerprint part words at spaces, dots and colons; an id that
holds one would be something else there. Nor may an id look like another and be none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from game.core.story.model import Story
from game.pack.problems import Problems

__all__ = ["check_ids"]

LONGEST = 80
_ID = re.compile(r"[^\W_][\w-]*")
_SPOKEN_FOR = frozenset({"and", "or", "not", "any", "keeper", "cut", "expect", "none"})
_MEMORY_WORDS = frozenset({"standing", "door", "on", "was", "chose"})
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")


def check_ids(story: Story, problems: Problems) -> None:
    """Check every id that a story gives."""
    for id in _ids(story):
        if id and not _fit(id):
            problems.add(id, "odd-id", id=id[:LONGEST])
    for name in story.head.remembered:
        if name in _MEMORY_WORDS:
            problems.add(name, "odd-id", id=name)


def _ids(story: Story) -> Iterator[str]:
    head = story.head
    yield from (*head.cuts, *head.doors, *head.remembered, *story.deeds, *story.sources)
    yield from (ending.id for ending in head.endings)
    for chapter in story.chapters:
        for scene in chapter.scenes:
            yield from (scene.id, *(option.id for option in scene.options))
    for book in story.rulebooks.values():
        yield from (book.id, *book.lists)
    yield from (claim.id for claim in story.claims.values())


def _fit(id: str) -> bool:
    if len(id) > LONGEST or id in _SPOKEN_FOR or not _ID.fullmatch(id):
        return False
    return id.isascii() or (unicodedata.is_normalized("NFKC", id) and _one_script(id))


def _one_script(letters: Iterable[str]) -> bool:
    """A Cyrillic letter among Latin ones is there by mistake, or to deceive."""
    names = [unicodedata.name(letter, "") for letter in letters if letter.isalpha()]
    return len({script for script in _SCRIPTS for name in names if name.startswith(script)}) < 2
