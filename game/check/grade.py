"""Reading grade: Flesch–Kincaid, for English. An estimate; it refuses other languages.

Syllables are counted by groups of vowels, which is right for about nine words in ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.check.prose import chapter_prose
from game.core.story.model import Story

__all__ = ["MOST", "grade", "grades", "syllables", "words"]

MOST = 8.0
"""The highest grade that own prose may have."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# Possessive, and from the start of a run alone: a million dots are read once, not a million times.
_SENTENCE = re.compile(r"(?<![.!?…])[.!?…]++[”\"'’)\]]*+(?=\s|$)")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouyscxzg]es)$")


def words(text: str) -> list[str]:
    """Return the words of a text; a number counts as one."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Estimate how many syllables a word has; at least one."""
    lower = word.casefold()
    if any(c.isdigit() for c in lower):
        return 1
    groups = len(re.findall(r"[aeiouy]+", lower))
    if groups > 1 and _SILENT.search(lower):
        groups -= 1
    return max(groups, 1)


def grade(texts: Iterable[str]) -> float:
    """Return the Flesch–Kincaid grade of texts, rounded to a tenth; 0 for no words at all."""
    sentences = count = parts = 0
    for text in texts:
        found = words(text)
        sentences += max(len(_SENTENCE.findall(text)), 1) if found else 0
        count += len(found)
        parts += sum(map(syllables, found))
    if not count:
        return 0.0
    return round(0.39 * count / sentences + 11.8 * parts / count - 15.59, 1)


def grades(story: Story) -> dict[str, float]:
    """Return the grade of each chapter by its title; nothing for a language it doesn't know."""
    if story.head.language.partition("-")[0] != "en":
        return {}
    return {str(c.chapter): grade(chapter_prose(c)) for c in story.chapters}
