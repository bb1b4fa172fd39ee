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
    says: str = ""
    size: str | int | None = None
    """A name from the rulebook's `sizes`, or points."""
    size_from: Literal["ours", "source"] = "ours"
    claim: str | None = None
    sources: tuple[str, ...] = ()
    where: str | None = None
    """Place and date of what is on record."""
    lists: tuple[str, ...] = ()
    system: str | None = None
    """For `elsewhere`: the other system (police, censorship, a lawsuit)."""
    toward: Literal["up", "down"] | None = None
    """For `local`: which way it moves there."""
    whose: Literal["firm", "office"] | None = None
    """Where set, the move is another's: shown, and moves nothing of the player's."""
    sure: Literal["high", "medium", "low"] = "high"


SILENT = Rule("silent")
NOT_TRACKED = Rule("not_tracked")


@dataclass(frozen=True, slots=True)
class Scale:
    """The number that a rulebook keeps."""

    start: int
    low: int | None = None
    high: int | None = None
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
    open: str | None = None
    claim: str | None = None
    says: str = ""
    sources: tuple[str, ...] = ()
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A named list that a person can be put on."""

    name: str
    reason: str
    way_out: str
    until: Literal["cleared"] | None = None
    months: int | None = None
    """Months after which the listing ends by itself; None means until it is cleared."""
    closes: Mapping[str, str] = field(default_factory=dict)
    """Doors that being listed closes, each with the claim that says so."""
    claim: str | None = None
    sources: tuple[str, ...] = ()
    whose: Literal["firm", "office"] | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """Rules and doors that replace the old ones after a deed; for later deeds only."""

    rules: Mapping[str, Rule] = field(default_factory=dict)
    doors: Mapping[str, DoorRule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """A way of judging deeds, written out of one text or one body of evidence."""

    id: str
    name: str
    short: str
    opening: str
    rules: Mapping[str, Rule]
    number: Scale | None = None
    speaks: str = ""
    about: str = ""
    bands: Bands = Bands()
    sizes: Mapping[str, int] = field(default_factory=dict)
    size_note: str = ""
    silent: tuple[str, ...] = ()
    not_tracked: tuple[str, ...] = ()
    doors: Mapping[str, DoorRule] = field(default_factory=dict)
    lists: Mapping[str, Listing] = field(default_factory=dict)
    amendments: Mapping[str, Amendment] = field(default_factory=dict)
    """By the deed that brings the amendment about."""
