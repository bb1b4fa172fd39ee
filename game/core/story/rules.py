"""What a rulebook is: rules for deeds, tests for doors, lists. Data only.

`rulebook.py` applies these; nothing here knows a scene, so any story plays under any rulebook.
The loader reads the annotations, so they are real types: no `annotations` of the future here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "NOT_TRACKED",
    "SILENT",
    "Amendment",
    "Answer",
    "Bands",
    "DoorRule",
    "Listing",
    "Rule",
    "Rulebook",
    "Scale",
]

Answer = Literal[
    "up",
    "down",
    "keeps",
    "none",
    "listed",
    "cleared",
    "local",
    "elsewhere",
    "not_tracked",
    "silent",
]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rulebook's judgment of one deed."""

    answer: Answer
    """What the rulebook does about the deed; `silent` and `not_tracked` are answers too."""
    says: str = ""
    """The rule in a sentence."""
    size: str | int | None = None
    """A name from the rulebook's `sizes`, or points."""
    size_from: Literal["ours", "source"] = "ours"
    """Whose size it is; where the text gives none it is `ours`, and the screen says so."""
    claim: str | None = None
    """The sentence that it rests on: an id from claims/."""
    sources: tuple[str, ...] = ()
    """Ids from sources.yaml that somebody has seen; with `where` they stand instead of a claim."""
    where: str | None = None
    """Place and date of what is on record."""
    lists: tuple[str, ...] = ()
    """The lists that it puts on, or clears."""
    system: str | None = None
    """For `elsewhere`: the other system (police, censorship, a lawsuit)."""
    toward: Literal["up", "down"] | None = None
    """For `local`: which way it moves there."""
    whose: Literal["firm", "office", "friend"] | None = None
    """Where set, the move is another's: shown, and moves nothing of the player's."""
    sure: Literal["high", "medium", "low"] | None = None
    """How sure the reading of the text is; nothing is said of it where this isn't given."""


SILENT = Rule("silent")
NOT_TRACKED = Rule("not_tracked")


@dataclass(frozen=True, slots=True)
class Scale:
    """The number that a rulebook keeps."""

    start: int
    """Where it begins."""
    low: int | None = None
    """Where it ends below."""
    high: int | None = None
    """Where it ends above."""
    counter: bool = False
    """A counter never falls and closes nothing."""


@dataclass(frozen=True, slots=True)
class Bands:
    """`below N` and `from N`: where standing becomes low, and high."""

    low: str | None = None
    high: str | None = None


@dataclass(frozen=True, slots=True)
class DoorRule:
    """When a door is closed (or, for a perk, open); `rulebook.door_tests` reads the test."""

    closed: str | None = None
    """`always`, `number < N`, `number >= N` or `on LIST`, joined by `or`."""
    open: str | None = None
    """The same, for a door that is normally closed."""
    claim: str | None = None
    """The sentence that it rests on."""
    says: str = ""
    """The rule in a sentence."""
    sources: tuple[str, ...] = ()
    where: str | None = None
    """Place and date of what is on record."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A named list that a person can be put on, or an order that a person can be put under."""

    name: str
    reason: str
    """Why one is put on it."""
    way_out: str
    """How one gets off it."""
    until: Literal["cleared"] | None = None
    """`cleared`: it lasts until a deed clears it."""
    months: int | None = None
    """Months after which the listing ends by itself; None means until it is cleared."""
    closes: Mapping[str, str] = field(default_factory=dict)
    """Doors that being listed closes, each with the claim that says so."""
    claim: str | None = None
    """The sentence that it rests on."""
    sources: tuple[str, ...] = ()
    """Sources that somebody has seen."""
    whose: Literal["firm", "office"] | None = None
    """Where set, it is another's list."""
    order: bool = False
    """It is no list of names but an order to one person: one stands under it, not on it."""
    says: str = ""
    """The rule in a sentence."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """Rules and doors that replace the old ones after a deed; for later deeds only."""

    rules: Mapping[str, Rule] = field(default_factory=dict)
    """By deed."""
    doors: Mapping[str, DoorRule] = field(default_factory=dict)
    """By door."""
    short: str = ""
    """What the rulebook is called from then on, where that changes: `the closed app`."""
    speaks: str = ""
    """What is said of who keeps the score from then on, where that changes."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A way of judging deeds, written out of one text or one body of evidence."""

    id: str
    name: str
    short: str
    """As it is said in a sentence: `the article`."""
    opening: str
    """Said once, at the beginning of a year under it."""
    rules: Mapping[str, Rule]
    """By deed: one deed, one judgment."""
    number: Scale | None = None
    """`none` where it keeps no number."""
    speaks: str = ""
    """Over each page: `the article keeps the score`."""
    about: str = ""
    """A few lines on where it comes from."""
    who: str = ""
    """Who it is, in a plain line: for whoever meets it as one that only watches."""
    bands: Bands = Bands()
    """Where standing is low, and high."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Names for points, such as `small: 10`."""
    size_note: str = ""
    """Whose sizes these are."""
    silent: tuple[str, ...] = ()
    """Deeds of which its text says nothing."""
    not_tracked: tuple[str, ...] = ()
    """Deeds at which it does not look."""
    doors: Mapping[str, DoorRule] = field(default_factory=dict)
    """By door, where this rulebook has a say."""
    lists: Mapping[str, Listing] = field(default_factory=dict)
    """By id."""
    amendments: Mapping[str, Amendment] = field(default_factory=dict)
    """By the deed that brings the amendment about."""
