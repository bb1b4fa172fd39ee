"""Own prose: every text of a story that is ours and not a quotation, with its place.

Used by the checks on words. Quotes, fragments, titles of sources and the terms of the glossary
are other people's words and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.core.story.claims import Claim
from game.core.story.model import Chapter, Scene, Story
from game.core.story.rules import Rulebook

__all__ = ["chapter_prose", "own_prose"]


def own_prose(story: Story) -> Iterator[str]:
    """Yield every text of our own."""
    head = story.head
    texts = [head.title, head.subtitle, head.opening, head.unscored_note, head.transfer]
    for ending in head.endings:
        texts += [ending.title, ending.text, *(also.text for also in ending.also)]
    texts += [door.name for door in head.doors.values()]
    yield from texts
    for chapter in story.chapters:
        yield from (part for part in (chapter.chapter, chapter.picture_in_words) if part)
        yield from chapter_prose(chapter)
        for scene in chapter.scenes:
            yield from (part for part in (scene.title, scene.time) if part)
            if scene.comment:
                yield from (*scene.comment.stances.values(), *scene.comment.questions.values())
    yield from (deed.name for deed in story.deeds.values())
    for book in story.rulebooks.values():
        yield from _book(book)
    for claim in story.claims.values():
        yield from _claim(claim)
    yield from (entry.says for entry in story.glossary.values())
    for statement in story.statements:
        yield from (part for part in (statement.says, statement.answer) if part)
    if story.about:
        about = story.about
        yield from (*about.lines, *about.living_people, *about.content, *about.honesty)


def chapter_prose(chapter: Chapter) -> Iterator[str]:
    """Yield the running prose of a chapter's scenes: what its reading grade is measured on."""
    for scene in chapter.scenes:
        yield from _scene(scene)


def _scene(scene: Scene) -> Iterator[str]:
    parts: list[str | None] = [scene.text, scene.glance]
    parts += [also.text for also in scene.also]
    for case in scene.cases:
        parts += [case.text, case.unscored]
    for option in scene.options:
        parts += [option.label, option.outcome, option.unscored]
        parts += [also.text for also in option.also]
    yield from (part for part in parts if part)


def _book(book: Rulebook) -> Iterator[str]:
    yield from (book.name, book.short, book.speaks, book.opening)
    yield from (book.about, book.who, book.size_note)
    rules = [*book.rules.values()]
    doors = [*book.doors.values()]
    for change in book.amendments.values():
        yield from filter(None, (change.short, change.speaks))
        rules += change.rules.values()
        doors += change.doors.values()
    yield from (rule.says for rule in rules)
    yield from (door.says for door in doors)
    for listing in book.lists.values():
        yield from (listing.name, listing.reason, listing.way_out, listing.says)


def _claim(claim: Claim) -> Iterator[str]:
    parts = (
        claim.plain,
        claim.for_,
        claim.against,
        claim.weaker,
        claim.why_believed,
        claim.drawer_asks,
        claim.record.says,
        claim.question,
    )
    yield from (part for part in parts if part)
