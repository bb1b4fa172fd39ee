"""The parts that pages are made of: margins, options, grid cells, cards. Frozen, in words.

What a page makes anew is a named tuple; a card, which other data hold too, is a dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = [
    "Caption",
    "CardView",
    "Cell",
    "ClosedView",
    "CommentParts",
    "DeedView",
    "DoorView",
    "GridRow",
    "LedgerLine",
    "ListView",
    "Margin",
    "OptionView",
    "SourceView",
    "TaskView",
]


class Caption(NamedTuple):
    """The line over a page: where in the year this is, and who keeps the score."""

    chapter: str
    scene: str
    number: int
    """Which scene this is, from 1; events don't count."""
    of: int
    speaks: str
    """Such as `the article keeps the score`."""
    anew: bool
    """That line is new here: a chapter begins, or the line was another one before."""
    moved: bool
    """The number or a list is not what it was over the scene before, or a chapter begins."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as a card prints it."""

    key: str
    text: str
    """Author, title, publisher, year, in one line."""
    address: str | None
    seen: str | None
    weak: bool


class ClosedView(NamedTuple):
    """Why an option or a door is closed, with the rule and the sentence that closed it."""

    sentence: str
    """One line, such as `closed below 550 (A4)`."""
    says: str
    claim: str | None
    quote: str | None
    why: str = ""
    """The same without the word, such as `below 550 (A4)`; empty where nothing closed it."""


class DoorView(NamedTuple):
    """A door under the keeper, now."""

    id: str
    name: str
    open: bool
    perk: bool
    silent: bool
    """The keeper says nothing of this door: it stays as it normally is."""
    closed: ClosedView | None
    line: str = ""
    """Where an open door closes, such as `below 550`; empty where no number closes it."""


class ListView(NamedTuple):
    """A list that the player is on, or an order that the player is under."""

    id: str
    name: str
    held: str
    """The name as it stands in a sentence: `on the book`, `under the court's order`."""
    reason: str
    until: str
    way_out: str
    claim: str | None


class LedgerLine(NamedTuple):
    """One change, or one pointed absence of a change, in the run's ledger."""

    turn: int
    """Index of the turn, from 0."""
    scene: str
    """The scene's title."""
    deed: str
    """The deed's name."""
    sentence: str
    """What the rulebook did, such as `down 10, to 590`."""
    says: str
    claim: str | None
    quote: str | None
    change: int
    number: int | None
    """The number after this deed; None without one."""
    moved: bool
    """Whether a number or a list changed."""
    short: str = ""
    """What changed, in a word: `−10`, `listed`, `order`."""


class Margin(NamedTuple):
    """The score in the margin: number or lists, doors, the ledger's last lines."""

    keeper: str
    name: str
    number: int | None
    low: int | None
    high: int | None
    counter: bool
    standing: str
    doors: tuple[DoorView, ...]
    """Every door of the story, in its order."""
    lists: tuple[ListView, ...]
    ledger: tuple[LedgerLine, ...]
    """The whole ledger so far, oldest first; faces show its end."""
    memories: tuple[tuple[str, int], ...]
    """Ties, purse, voice: for the debrief, not for the margin."""
    waits: str
    """A reveal is being held back, so these are the figures from before it; says which."""


class OptionView(NamedTuple):
    """An option as it is offered; closed ones have no digit."""

    id: str
    label: str
    short: str
    digit: int | None
    closed: ClosedView | None
    taken: bool = False
    seen: bool = False
    """Taken in an earlier run; never a hint that it was the better one."""


class CommentParts(NamedTuple):
    """What the player's own comment is built of, and what has been picked so far."""

    stances: tuple[tuple[str, str], ...]
    claims: tuple[tuple[str, str], ...]
    """Claims met in this run: id and quoted words."""
    questions: tuple[tuple[str, str], ...]
    stance: str | None
    claim: str | None
    question: str | None
    text: str
    """The comment as it reads now."""


class DeedView(NamedTuple):
    """One deed under one rulebook: what an opened cell shows."""

    deed: str
    kind: str
    """An answer of `rules.Answer`."""
    answer: str
    """In words: `down 10`, `silent`, `elsewhere: police`."""
    says: str
    claim: str | None
    quote: str | None
    where: str | None
    size: str | None
    """Whose size it is, in words; None where nothing moves."""
    sure: str | None
    """None where the author said nothing of it."""
    sources: tuple[SourceView, ...]
    heading: str
    """`The sentence`, or `On record` where the basis is a source."""


class Cell(NamedTuple):
    """One rulebook's answer to one option."""

    kind: str
    """An answer of `rules.Answer`."""
    sign: str
    """One character for the eye; never the only carrier of meaning."""
    word: str
    """The same in words: `down 10`."""
    short: str
    """At most 10 characters: `-10`, `listed`, `silent`."""
    change: int
    deeds: tuple[DeedView, ...]
    shown: bool = True
    """Whether the gear shows it before the rest is opened."""
    reading: bool = False
    """What moves it is our reading of the text, not its letter."""
    others: bool = False
    """It falls on somebody else, a firm or an office, and so moves nothing of the player's."""


class GridRow(NamedTuple):
    """A rulebook's row of the grid."""

    keeper: str
    short: str
    name: str
    is_keeper: bool
    cells: tuple[Cell, ...]
    barred: str | None
    """Under this rulebook the option taken would have been closed; why, in a sentence."""
    size_note: str
    """Whose sizes these are, where a size is shown."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A claim's card: the sentence, the other side, the record."""

    id: str
    words: str
    """The quoted words, letter for letter."""
    verbatim: bool
    """True for the article's page itself; False for a fragment from elsewhere."""
    sic: bool
    """The words hold the page's own slip: say so beside them."""
    speaker: str
    """In words: `the article`, `the long comment`."""
    place: str
    plain: str
    for_: str | None
    against: str | None
    answer_line: str
    """The first sentence of the answer; empty on a reveal that asks which answer is stronger."""
    for_line: str
    """The first sentence of the case for it; empty where there is none."""
    why_believed: str | None
    verdict: str
    """Empty, like `record`, on a reveal that asks the player to guess it."""
    record: str
    where: str | None
    sources: tuple[SourceView, ...]
    question: str | None
    mark: str | None
    """What the player marked it: stands, in part, falls, can't tell."""


class TaskView(NamedTuple):
    """What the chapter asks the player to do with a sentence; skipping it is fine."""

    kind: str
    """`pick`, `verdict`, `drawer` or `write`."""
    question: str
    choices: tuple[tuple[str, str], ...]
    """Key and words; empty where the player writes."""
    said: str | None
    """What the player answered, if anything."""
    told: str | None
    """How it compares with the card, once answered."""
    again: bool = False
    """The same was asked before on this path: what its choices mean has been said."""
