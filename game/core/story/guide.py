"""The teacher's guide: pages, and a card for each scene. Data only.

A page holds no quote and no statement of its own: it names a claim or a set of statements, and
the words are the story's, the quote never without its answer.

The loader reads the annotations, so they are real types: no `annotations` of the future here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["SHAPES", "Card", "Guide", "Page", "Part"]

SHAPES = (
    ("A", "circle", "plain"),
    ("B", "square", "striped"),
    ("C", "triangle", "dotted"),
    ("D", "diamond", "chequered"),
)
"""A letter, its shape and its pattern: the same on paper cards, projector and phone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: a heading, and what stands under it, in the order of these fields."""

    head: str | None = None
    minutes: str | None = None
    """When it is due in the lesson, such as `7–24`."""
    text: tuple[str, ...] = ()
    """Paragraphs to the reader."""
    say: tuple[str, ...] = ()
    """Words to be read aloud to a class."""
    commands: Mapping[str, str] = field(default_factory=dict)
    """What to type or to press, and what it does."""
    terms: Mapping[str, str] = field(default_factory=dict)
    """A word or a minute, and what is to be said of it."""
    steps: tuple[str, ...] = ()
    """Things to do, in order."""
    items: tuple[str, ...] = ()
    """Things that stand side by side."""
    pairs: Mapping[str, str] = field(default_factory=dict)
    """Something that is said, and what to answer to it."""
    claims: tuple[str, ...] = ()
    """Sentences to print, each with its answer."""
    statements: Literal["first", "booster"] | None = None
    """A set of the story's statements to print."""
    answers: bool = False
    """Print what is so beside each statement."""
    after: tuple[str, ...] = ()
    """Paragraphs under all that."""
    lines: int = 0
    """Empty lines to write on, on paper."""
    see: tuple[str, ...] = ()
    """Other pages of the guide."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the guide."""

    id: str
    title: str
    line: str
    """What it is for, in a line."""
    readers: Literal["teacher", "pupils", "parents"] = "teacher"
    layout: Literal["page", "board", "cards", "tickets", "scenes"] = "page"
    """`board`: large, for a wall; `cards`: A to D to cut out; `tickets`: its first part four
    times; `scenes`: every card."""
    sheets: int = 0
    """How many sheets of paper it may take; 0 for as many as it needs."""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """What a teacher has in hand while a scene is on screen."""

    point: str
    """What this scene is there for."""
    ask: tuple[str, ...]
    """Two follow-up questions, in words for the class."""
    trap: str
    """What goes wrong in the room, and what helps."""
    room: tuple[str, ...]
    """What the room is likely to say."""


@dataclass(frozen=True, slots=True)
class Guide:
    """All of it."""

    pages: Mapping[str, Page]
    """By id, in the order of the files."""
    cards: Mapping[str, Card]
    """By the scene's id."""
