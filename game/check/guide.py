"""The guide, weighed: words that the story avoids, and how hard it is to read for a class.

What is read to pupils, or by them, keeps to the grade of the chapters; a teacher may be told
things in longer words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from game.check.grade import MOST, grade
from game.core.story.guide import Card, Guide, Page, Part
from game.core.story.model import Story
from game.pack.guide import read_guide
from game.pack.problems import Problems
from game.words import say

__all__ = ["aloud", "check_guide", "guide_prose"]


def check_guide(story: Story, folder: Path, problems: Problems) -> None:
    """Note whatever is wrong with the guide beside a story; nothing where there is none."""
    guide = read_guide(folder, story, problems)
    if guide is not None:
        _avoided(story, guide, problems)
        _grades(story, guide, problems)


def _avoided(story: Story, guide: Guide, problems: Problems) -> None:
    if not story.head.avoid:
        return
    avoided = "|".join(re.escape(" ".join(word.split())) for word in story.head.avoid)
    pattern = re.compile(rf"\b(?:{avoided})\b", re.IGNORECASE)
    for text in guide_prose(guide):
        for match in pattern.finditer(" ".join(text.split())):
            problems.add(text, "avoided-word", word=match[0])


def _grades(story: Story, guide: Guide, problems: Problems) -> None:
    if story.head.language.partition("-")[0] != "en":
        return
    for at, title, texts in aloud(guide):
        level = grade(texts)
        if level > MOST:
            problems.add(at, "grade", chapter=title, grade=level, most=f"{MOST:g}")


def aloud(guide: Guide) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield what a class hears or reads: where it begins, its title, its texts."""
    for page in guide.pages.values():
        texts = tuple(_page(page)) if page.readers == "pupils" else _said(page)
        if texts:
            yield page.id, page.title, texts
    for id, card in guide.cards.items():
        yield id, say("the questions of {scene}", scene=id), card.ask


def _said(page: Page) -> tuple[str, ...]:
    return tuple(words for part in page.parts for words in part.say)


def guide_prose(guide: Guide) -> Iterator[str]:
    """Yield every text of the guide."""
    for page in guide.pages.values():
        yield from _page(page)
    for card in guide.cards.values():
        yield from _card(card)


def _page(page: Page) -> Iterator[str]:
    yield from (page.title, page.line)
    for part in page.parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield from (part.head,) if part.head else ()
    yield from (*part.text, *part.say, *part.commands.values(), *part.terms.values())
    yield from (*part.steps, *part.items)
    yield from (*part.pairs, *part.pairs.values(), *part.after)


def _card(card: Card) -> Iterator[str]:
    yield from (card.point, *card.ask, card.trap, *card.room)
