"""Budgets of words, and words to avoid: taste, so warnings and never errors.

A scene that runs long is a scene that a class doesn't finish; the figures are the house's.
"""

from __future__ import annotations

import re
from itertools import product

from game.check.grade import MOST, grades, words
from game.check.prose import own_prose
from game.core.story.model import Option, Scene, Story
from game.pack.problems import Problems
from game.words import many, say

__all__ = ["check_avoided", "check_budgets", "check_grades"]

SCENE = (40, 90)
OPTION = (1, 12)
OUTCOME = (25, 60)
PLAIN = (1, 25)
UNSPACED = frozenset({"zh", "yue", "ja", "th", "lo", "km", "my", "bo", "dz"})
"""Languages that put no spaces between words: theirs can't be counted here."""
SHORT = 12
"""Characters in the head of a column: six columns must fit a projector."""

_PART = re.compile(r"[^\W_]+")


def check_budgets(story: Story, problems: Problems) -> None:
    """Warn of texts that are longer or shorter than the house likes them."""
    if story.head.language.partition("-")[0] in UNSPACED:
        return
    for scene in story.scenes.values():
        if not scene.event:
            _within(
                scene.text,
                SCENE,
                say("the scene `{scene}`", scene=scene.id),
                "scene-words",
                problems,
            )
        for option in scene.options:
            _option(scene, option, problems)
    for claim in story.claims.values():
        what = say("the plain words of {claim}", claim=claim.id)
        _within(claim.plain, PLAIN, what, "plain-words", problems)
        what = say("the line on why {claim} is believed", claim=claim.id)
        _within(claim.why_believed or "", PLAIN, what, "plain-words", problems)


def _option(scene: Scene, option: Option, problems: Problems) -> None:
    name = f"`{scene.id}.{option.id}`"
    _within(option.label, OPTION, say("the option {option}", option=name), "option-words", problems)
    if option.short is not None and len(option.short) > SHORT:
        count = len(option.short)
        told, wanted = (
            many("{n} character", "{n} characters", count),
            say("at most {most}", most=SHORT),
        )
        what = say("the column head of {option}", option=name)
        problems.add(option.short, "short-words", what=what, count=told, budget=wanted)
    _within(
        option.outcome,
        OUTCOME,
        say("the outcome of {option}", option=name),
        "outcome-words",
        problems,
    )


def _within(text: str, budget: tuple[int, int], what: str, code: str, problems: Problems) -> None:
    least, most = budget
    count = len(words(text))
    if not text or least <= count <= most:  # an empty text is told already
        return
    wanted = say("at most {most}", most=most)
    if least > 1:
        wanted = say("{least} to {most}", least=least, most=most)
    told = many("{n} word", "{n} words", count)
    longer = say("Say more of what one sees and hears.") if count < least else ""
    problems.add(text, code, longer, what=what, count=told, budget=wanted)


def check_avoided(story: Story, problems: Problems) -> None:
    """Warn of words that the story says its own prose doesn't use."""
    avoided = {tuple(_parts(phrase.casefold())) for phrase in story.head.avoid}
    lengths = sorted({len(phrase) for phrase in avoided} - {0})
    for text in own_prose(story) if lengths else ():
        found = [(m.start(), m.end()) for m in _PART.finditer(text)]
        parts = [text[start:end].casefold() for start, end in found]
        for n, length in product(range(len(parts)), lengths):
            if tuple(parts[n : n + length]) in avoided and n + length <= len(parts):
                word = " ".join(text[found[n][0] : found[n + length - 1][1]].split())
                problems.add(text, "avoided-word", word=word)


def _parts(text: str) -> list[str]:
    """The runs of letters in a text: a hyphen or an apostrophe parts them."""
    return _PART.findall(text)


def check_grades(story: Story, problems: Problems) -> None:
    """Warn of chapters that are harder to read than grade 8."""
    levels = grades(story)
    for chapter in story.chapters:
        level = levels.get(str(chapter.chapter), 0.0)
        if level > MOST:
            title = chapter.chapter
            problems.add(title, "grade", chapter=title, grade=level, most=f"{MOST:g}")
