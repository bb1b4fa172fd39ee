"""A language that isn't there: the program's words in Cyrillic letters, a story's in Greek ones.

Where both are told together, any Latin word that is left was said past the catalogue. Letters
are put one for one, so that the same width is needed and the same parts are named in braces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from docs.words import catalogue, compiled
from game.core.story.conditions import Condition
from game.core.story.model import Story
from game.folders import story_folder
from game.pack import load

LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = str.maketrans(
    LATIN + LATIN.upper(), "абцдефгхийклмнопярстувшхыз" + "АБЦДЕФГХИЙКЛМНОПЯРСТУВШХЫЗ"
)
GREEK = str.maketrans(
    LATIN + LATIN.upper(), "αβκδεφγηιξκλμνοπθρστυωωχψζ" + "ΑΒΚΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΩΩΧΨΖ"
)

NAMES = {
    "id", "deeds", "claims", "claim", "cuts", "sources", "lists", "answer", "size", "size_from",
    "sure", "verdict", "drawer", "help", "predict", "reveal", "keepers", "beside", "grid",
    "remembered", "language", "digest", "folder", "speaker", "whose", "until", "toward", "set",
    "stubs", "low", "high", "normally", "closed", "open", "closes", "not_tracked", "silent",
    "address", "avoid",
}  # fmt: skip
"""Fields that hold names of things, which nobody translates."""

SHOWN = {"Record.where", "DoorRule.where", "Rule.where", "Statement.answer", "Rule.system"}
"""Fields that hold words, though they are called like names elsewhere."""

Any_ = TypeVar("Any_")


@cache
def told_in_cyrillic() -> bytes:
    """The whole catalogue, translated: what `gettext` reads."""
    drawn = catalogue()
    for message in drawn:
        if not message.id:
            continue
        ways = message.id if isinstance(message.id, tuple) else (message.id,)
        said = tuple(cyrillic(way) for way in ways)
        message.string = said if isinstance(message.id, tuple) else said[0]
    return compiled(drawn)


def catalogue_in(folder: Path, language: str = "xx") -> Path:
    """Lay the translation where `speak` looks for it; returns the folder to hand it."""
    where = folder / language / "LC_MESSAGES"
    where.mkdir(parents=True)
    (where / "carrot.mo").write_bytes(told_in_cyrillic())
    return folder


def cyrillic(words: str) -> str:
    """Put Cyrillic letters; names in braces stay."""
    parts = re.split(r"(\{[^{}]*\})", words)
    return "".join(part if part.startswith("{") else part.translate(CYRILLIC) for part in parts)


@cache
def greek_story() -> Story:
    """The story that ships with the game, its texts in Greek letters."""
    story = load(story_folder())
    _put(story)
    return story


def _put(thing: Any) -> None:
    for field in fields(thing):
        value = getattr(thing, field.name)
        if field.name not in NAMES or _holds_words(f"{type(thing).__name__}.{field.name}", value):
            object.__setattr__(thing, field.name, _greek(value))


def _holds_words(name: str, value: object) -> bool:
    """Whether a field with the name of a name holds more: words, or whole things with words."""
    whole = isinstance(value, Mapping) or (
        isinstance(value, tuple) and any(is_dataclass(each) for each in value)
    )
    return name in SHOWN or whole


def _greek(value: Any_) -> Any_:
    """The same value with its texts in Greek letters; keys and conditions stay."""
    told: Any = value
    if isinstance(value, str):
        told = value.translate(GREEK) if not value.startswith("{") else value
        told = told.replace("{ναμε}", "{name}")
    elif isinstance(value, Condition):
        pass
    elif is_dataclass(value):
        _put(value)
    elif isinstance(value, Mapping):
        told = {key: _greek(each) for key, each in value.items()}
    elif isinstance(value, tuple | list):
        told = type(value)(_greek(each) for each in value)
    return told


def latin(told: str, allowed: frozenset[str] | set[str] = frozenset()) -> list[str]:
    """Latin words of two letters and more that are left, but for those that are allowed."""
    words = re.findall(r"(?<![\w-])[A-Za-z][A-Za-z’']+(?![\w-])", told)
    return sorted(set(words) - allowed)
