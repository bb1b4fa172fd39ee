"""A rulebook without what can't be used: rules that can be applied, doors that can be tested.

Where a rule is broken the rulebook is silent of that deed; see `mend`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.core.run.rulebook import door_tests, threshold
from game.core.story.model import Story
from game.core.story.rules import Bands, DoorRule, Listing, Rule, Rulebook, Scale
from game.pack.neutral import UNREAD

__all__ = ["mended_book"]


def mended_book(story: Story, book: Rulebook) -> Rulebook:
    """Return a rulebook that the engine can apply."""
    number = _scale(book.number) if book.number else None
    book = replace(book, number=number, sizes={k: v for k, v in book.sizes.items() if v > 0})
    amendments = {
        deed: replace(
            change,
            rules=_rules(story, book, change.rules),
            doors=_doors(story, change.doors),
        )
        for deed, change in book.amendments.items()
        if deed in story.deeds
    }
    return replace(
        book,
        rules=_rules(story, book, book.rules),
        doors=_doors(story, book.doors),
        lists={name: _list(story, listing) for name, listing in book.lists.items()},
        bands=Bands(_band(book.bands.low), _band(book.bands.high)),
        amendments=amendments,
    )


def _scale(scale: Scale) -> Scale:
    low = None if scale.low == UNREAD else scale.low
    high = None if scale.high == UNREAD else scale.high
    if low is not None and high is not None and low > high:
        low, high = high, low
    start = (low or 0) if scale.start == UNREAD else scale.start
    start = start if low is None else max(start, low)
    return replace(scale, low=low, high=high, start=start if high is None else min(start, high))


def _rules(story: Story, book: Rulebook, rules: Mapping[str, Rule]) -> dict[str, Rule]:
    made = {}
    for deed, rule in rules.items():
        lists = tuple(name for name in rule.lists if name in book.lists)
        moving = rule.answer in ("up", "down") and not rule.whose
        if deed in story.deeds and (not moving or _sized(book, rule)):
            made[deed] = replace(rule, lists=lists)
    return made


def _sized(book: Rulebook, rule: Rule) -> bool:
    if isinstance(rule.size, int):
        return 0 < rule.size < UNREAD
    return book.number is not None and rule.size in book.sizes


def _doors(story: Story, doors: Mapping[str, DoorRule]) -> dict[str, DoorRule]:
    return {
        door: rule for door, rule in doors.items() if door in story.head.doors and _testable(rule)
    }


def _testable(rule: DoorRule) -> bool:
    if (rule.open is None) == (rule.closed is None):
        return False
    try:
        return bool(door_tests(rule.open or rule.closed or ""))
    except ValueError:
        return False


def _list(story: Story, listing: Listing) -> Listing:
    closes = {door: claim for door, claim in listing.closes.items() if door in story.head.doors}
    months = listing.months if listing.until is None else None
    if months is not None and not 0 < months < UNREAD:
        months = None
    return replace(listing, closes=closes, months=months)


def _band(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        threshold(text)
    except ValueError:
        return None
    return text
