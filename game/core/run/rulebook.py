"""Judging: what one rulebook makes of deeds, given where the player stands with it.

Pure functions over a small `Standing`. The preview of an option and the choosing of it both
call `apply`, so a reveal can't promise what a choice doesn't do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from game.core.story.rules import NOT_TRACKED, SILENT, DoorRule, Rule, Rulebook
from game.words import say

__all__ = [
    "Closing",
    "DoorTest",
    "Move",
    "Standing",
    "apply",
    "band",
    "closing",
    "door_open",
    "door_tests",
    "expire",
    "holds",
    "open_doors",
    "points",
    "rule_for",
    "start",
    "threshold",
]


class Standing(NamedTuple):
    """Where the player stands with one rulebook."""

    number: int | None
    on: tuple[tuple[str, int], ...] = ()
    """Lists the player is on, each with the month of the listing, in the order of listing."""
    was: frozenset[str] = frozenset()
    """Lists the player has ever been on."""
    amended: tuple[str, ...] = ()
    """Deeds whose amendments are in force, in order."""

    def is_on(self, listing: str) -> bool:
        return any(name == listing for name, _ in self.on)


class Move(NamedTuple):
    """What one deed did under one rulebook."""

    deed: str
    rule: Rule
    change: int = 0
    """Points, after clamping to the scale."""
    meant: int = 0
    """Points before clamping."""
    listed: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()

    @property
    def moved(self) -> bool:
        """Whether a number or a list changed."""
        return bool(self.change or self.listed or self.cleared)


class Closing(NamedTuple):
    """Why a door is closed: a list the player is on, or a rule, or as it normally is."""

    door: str
    claim: str | None = None
    says: str = ""
    listing: str | None = None
    closed: str = ""
    """The rule's test that holds."""
    open: str = ""
    """The rule's test that would have to hold."""

    @property
    def speaks(self) -> bool:
        """Whether a rule or a list closes it, and not merely how things normally are."""
        return bool(self.listing or self.closed or self.open)


def start(book: Rulebook) -> Standing:
    """Return the standing with which a year begins."""
    return Standing(book.number.start if book.number else None)


def rule_for(book: Rulebook, deed: str, amended: tuple[str, ...] = ()) -> Rule:
    """Return the rule that judges a deed; silence and not looking are rules too."""
    for change in reversed(amended):
        rules = book.amendments[change].rules
        if deed in rules:
            return rules[deed]
    if deed in book.rules:
        return book.rules[deed]
    return NOT_TRACKED if deed in book.not_tracked else SILENT


def points(book: Rulebook, rule: Rule) -> int:
    """Return the signed points that a rule is worth before clamping; 0 where it moves nothing."""
    if rule.answer not in ("up", "down") or rule.whose or book.number is None:
        return 0
    size = rule.size if isinstance(rule.size, int) else book.sizes[rule.size or "small"]
    if rule.answer == "down":
        return 0 if book.number.counter else -size
    return size


def apply(
    book: Rulebook, standing: Standing, deeds: Iterable[str], month: int
) -> tuple[Standing, tuple[Move, ...]]:
    """Judge deeds in order; return the new standing and one move a deed."""
    moves: list[Move] = []
    for deed in deeds:
        standing, move = _apply_one(book, standing, deed, month)
        moves.append(move)
    return standing, tuple(moves)


def _apply_one(book: Rulebook, standing: Standing, deed: str, month: int) -> tuple[Standing, Move]:
    number, on, was, amended = standing
    rule = rule_for(book, deed, amended)
    meant = points(book, rule)
    change = 0
    if meant and number is not None and book.number is not None:
        new = _clamp(number + meant, book.number.low, book.number.high)
        change, number = new - number, new
    listed: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    if rule.answer == "listed" and not rule.whose:
        listed = tuple(name for name in rule.lists if _lists_anew(book, standing, name))
        on = tuple(entry for entry in on if entry[0] not in listed)
        on += tuple((name, month) for name in listed)
        was = was.union(listed)
    elif rule.answer == "cleared" and not rule.whose:
        cleared = tuple(name for name in rule.lists if standing.is_on(name))
        on = tuple(entry for entry in on if entry[0] not in cleared)
    if deed in book.amendments and deed not in amended:
        amended = (*amended, deed)
    new_standing = Standing(number, on, was, amended)
    return new_standing, Move(deed, rule, change, meant, listed, cleared)


def _lists_anew(book: Rulebook, standing: Standing, listing: str) -> bool:
    """A listing with a term starts again; one that lasts until cleared is there already."""
    return not standing.is_on(listing) or book.lists[listing].months is not None


def _clamp(number: int, low: int | None, high: int | None) -> int:
    if low is not None and number < low:
        return low
    if high is not None and number > high:
        return high
    return number


def expire(book: Rulebook, standing: Standing, month: int) -> tuple[Standing, tuple[str, ...]]:
    """End the listings whose months are over; return the standing and the lists that ended."""
    if not standing.on:
        return standing, ()
    ended = tuple(
        name
        for name, since in standing.on
        if (months := book.lists[name].months) is not None and month - since >= months
    )
    if not ended:
        return standing, ()
    return standing._replace(on=tuple(e for e in standing.on if e[0] not in ended)), ended


@lru_cache(maxsize=64)
def threshold(band_text: str) -> int:
    """Read `below 550` or `from 700`."""
    match = re.fullmatch(r"(?:below|from) (\d+)", band_text)
    if match is None:
        raise ValueError(say("expected `below N` or `from N`, found `{found}`", found=band_text))
    return int(match.group(1))


def band(book: Rulebook, standing: Standing) -> str:
    """Return `low`, `middle` or `high`, or `none` where there is no number to stand by."""
    number, bands = standing.number, book.bands
    if number is None or (book.number is not None and book.number.counter):
        return "none"
    if bands.low is not None and number < threshold(bands.low):
        return "low"
    if bands.high is not None and number >= threshold(bands.high):
        return "high"
    return "middle"


def door_open(book: Rulebook, standing: Standing, door: str, normally_open: bool) -> bool:
    """A door is a pure function of the number and the lists now."""
    if any(door in book.lists[name].closes for name, _ in standing.on):
        return False
    rule = door_rule(book, standing, door)
    if rule is None:
        return normally_open
    if rule.open is not None:
        return holds(rule.open, standing)
    return not holds(rule.closed or "", standing)


def open_doors(
    book: Rulebook, normally_open: Mapping[str, bool], standing: Standing
) -> frozenset[str]:
    """Return the doors that are open, of those that a story has."""
    doors = normally_open.items()
    return frozenset(door for door, usual in doors if door_open(book, standing, door, usual))


def closing(book: Rulebook, standing: Standing, door: str, normally_open: bool) -> Closing | None:
    """Return what keeps a door closed, or None where it is open."""
    if door_open(book, standing, door, normally_open):
        return None
    for name, _ in standing.on:
        listing = book.lists[name]
        if door in listing.closes:
            return Closing(door, listing.closes[door], listing.reason, name)
    rule = door_rule(book, standing, door)
    if rule is None:
        return Closing(door)
    return Closing(door, rule.claim, rule.says, None, rule.closed or "", rule.open or "")


def door_rule(book: Rulebook, standing: Standing, door: str) -> DoorRule | None:
    """Return the rule for a door in force: an amendment's, or else the book's own."""
    for change in reversed(standing.amended):
        doors = book.amendments[change].doors
        if door in doors:
            return doors[door]
    return book.doors.get(door)


class DoorTest(NamedTuple):
    """One alternative of a door's test."""

    kind: str
    """`always`, `below`, `from` or `on`."""
    number: int = 0
    listing: str = ""


@lru_cache(maxsize=256)
def door_tests(source: str) -> tuple[DoorTest, ...]:
    """Read `always`, `number < N`, `number >= N`, `on LIST`, joined by `or`."""
    return tuple(_door_test(part.strip()) for part in re.split(r"\s+or\s+", source))


def _door_test(part: str) -> DoorTest:
    if part == "always":
        return DoorTest("always")
    if match := re.fullmatch(r"number (<|>=) (\d{1,6})", part):
        return DoorTest("below" if match[1] == "<" else "from", int(match[2]))
    if match := re.fullmatch(r"on ([\w-]+)", part):
        return DoorTest("on", listing=match[1])
    raise ValueError(
        say(
            "expected `always`, `number < N`, `number >= N` or `on LIST`, found `{found}`",
            found=part,
        )
    )


def holds(source: str, standing: Standing) -> bool:
    """Say whether a door's test holds; without a number no number test does."""
    number = standing.number
    for test in door_tests(source):
        if test.kind == "always":
            return True
        if test.kind == "on" and standing.is_on(test.listing):
            return True
        if number is None:
            continue
        if test.kind == "below" and number < test.number:
            return True
        if test.kind == "from" and number >= test.number:
            return True
    return False
