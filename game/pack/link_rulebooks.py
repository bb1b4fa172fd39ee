"""Cross-checks of rulebooks: every deed answered once, every rule with its basis."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.run.rulebook import door_tests, threshold
from game.core.story.model import Story
from game.core.story.rules import DoorRule, Listing, Rule, Rulebook
from game.pack.neutral import UNREAD
from game.pack.problems import Problems
from game.words import say

__all__ = ["check_rulebooks"]

FROM_THE_TEXT = ("article", "reply")
"""Rulebooks written out of one text: their rules name a claim, not only a source."""


def check_rulebooks(story: Story, problems: Problems) -> None:
    """Check every rulebook of the story."""
    for book in story.rulebooks.values():
        _check_answers(story, problems, book)
        for deed, rule in book.rules.items():
            _check_rule(story, problems, book, deed, rule)
        for door, test in book.doors.items():
            _check_door(story, problems, book, door, test)
        for name, listing in book.lists.items():
            _check_list(story, problems, book, name, listing)
        for deed, change in book.amendments.items():
            _known(problems, "deed", (deed, *change.rules), story.deeds)
            for deed_changed, rule in change.rules.items():
                _check_rule(story, problems, book, deed_changed, rule)
            for door, test in change.doors.items():
                _check_door(story, problems, book, door, test)
        _check_number(problems, book)
        _check_bands(problems, book)


def _check_answers(story: Story, problems: Problems, book: Rulebook) -> None:
    answered = [*book.rules, *book.silent, *book.not_tracked]
    _known(problems, "deed", answered, story.deeds)
    seen: set[str] = set()
    for deed in answered:
        if deed in seen:
            problems.add(deed, "twice-answered", deed=deed, keeper=book.id)
        seen.add(deed)
    for deed in story.deeds:
        if deed not in seen and deed not in problems.lost:
            problems.add(book.id, "unanswered-deed", keeper=book.id, deed=deed)


def _check_rule(story: Story, problems: Problems, book: Rulebook, deed: str, rule: Rule) -> None:
    if rule.answer not in ("silent", "not_tracked"):
        _check_basis(story, problems, book, deed, rule)
    _check_size(problems, book, deed, rule)
    _check_lists(problems, book, deed, rule)
    if rule.answer == "elsewhere" and not rule.system:
        problems.add(deed, "no-system", deed=deed)
    if rule.answer == "local" and not rule.where:
        problems.add(deed, "no-where", deed=deed)
    if not rule.says:
        problems.add(deed, "no-words", deed=deed)


def _check_size(problems: Problems, book: Rulebook, deed: str, rule: Rule) -> None:
    if rule.answer in ("up", "down") and not rule.whose:
        if book.number is None:
            problems.add(deed, "no-number", keeper=book.id)
        elif rule.size is None:
            problems.add(deed, "no-size", deed=deed)
    if isinstance(rule.size, str) and rule.size not in book.sizes:
        problems.unknown(rule.size, "size", rule.size, book.sizes)
    if isinstance(rule.size, int) and rule.size < 1:
        problems.add(deed, "size", what=say("the size of the rule for `{deed}`", deed=deed))


def _check_lists(problems: Problems, book: Rulebook, deed: str, rule: Rule) -> None:
    if rule.answer in ("listed", "cleared") and not rule.lists:
        problems.add(deed, "no-list", deed=deed)
    _known(problems, "list", rule.lists, book.lists)
    for name in rule.lists:
        if name in book.lists and book.lists[name].whose not in (None, rule.whose):
            problems.add(name, "whose", list=name, deed=deed)


def _check_basis(
    story: Story, problems: Problems, book: Rulebook, at: str, rule: Rule | DoorRule
) -> None:
    """No ground, no rule."""
    if rule.claim is not None:
        _known(problems, "claim", [rule.claim], story.claims)
    elif book.id in FROM_THE_TEXT:
        problems.add(at, "no-basis", what=f"`{at}`", keeper=book.id, basis=say("claim"))
    elif not (rule.sources and rule.where):
        basis = say("claim, nor sources with `where`")
        problems.add(at, "no-basis", what=f"`{at}`", keeper=book.id, basis=basis)
    _check_sources(story, problems, rule.sources, at)


def _check_sources(story: Story, problems: Problems, keys: Iterable[str], at: str) -> None:
    keys = list(keys)
    _known(problems, "source", keys, story.sources)
    known = [story.sources[key] for key in keys if key in story.sources]
    for key in keys:
        if key in story.sources and story.sources[key].seen is None:
            problems.add(key, "unseen-source", source=key)
    if known and len(known) == len(keys) and all(source.weak for source in known):
        problems.add(at, "weak-alone", what=f"`{at}`")


def _check_door(
    story: Story, problems: Problems, book: Rulebook, door: str, rule: DoorRule
) -> None:
    _known(problems, "door", [door], story.head.doors)
    _check_basis(story, problems, book, door, rule)
    if (rule.open is None) == (rule.closed is None):
        problems.add(
            door, "door-test", door=door, reason=say("it needs one of `open` and `closed`")
        )
        return
    test = rule.open or rule.closed or ""
    try:
        parts = door_tests(test)
    except ValueError as error:
        problems.add(test, "door-test", door=door, reason=error)
        return
    _known(problems, "list", [p.listing for p in parts if p.kind == "on"], book.lists, at=test)
    if not any(part.kind in ("below", "from") for part in parts):
        return
    if book.number is None:
        problems.add(test, "no-number", keeper=book.id)
    elif book.number.counter and rule.closed:
        problems.add(test, "counter-closes", keeper=book.id)


def _check_list(
    story: Story, problems: Problems, book: Rulebook, name: str, listing: Listing
) -> None:
    months, until = listing.months, listing.until
    if (until is None) == (months is None) or (months is not None and months < 1):
        problems.add(name, "list-term", list=name)
    _known(problems, "door", listing.closes, story.head.doors)
    claims = [*listing.closes.values(), *([listing.claim] if listing.claim else [])]
    _known(problems, "claim", claims, story.claims)
    if not listing.claim and not listing.sources:
        problems.add(
            name,
            "no-basis",
            what=say("the list `{list}`", list=name),
            keeper=book.id,
            basis=say("claim, nor sources"),
        )
    _check_sources(story, problems, listing.sources, name)


def _check_number(problems: Problems, book: Rulebook) -> None:
    for name, size in book.sizes.items():
        if size < 1:
            problems.add(name, "size", what=say("the size `{size}`", size=name))
    scale = book.number
    if scale is None or UNREAD in (scale.start, scale.low, scale.high):
        return
    low = scale.start if scale.low is None else scale.low
    high = scale.start if scale.high is None else scale.high
    if not low <= scale.start <= high:
        problems.add(book.id, "scale", keeper=book.id, start=scale.start)


def _check_bands(problems: Problems, book: Rulebook) -> None:
    ends: list[int] = []
    for text, first in ((book.bands.low, "below"), (book.bands.high, "from")):
        if text is None:
            continue
        try:
            ends.append(threshold(text))
        except ValueError as error:
            problems.add(text, "band", reason=error)
            continue
        if not text.startswith(first):
            problems.add(text, "band", reason=say("it begins with `{word}`", word=first))
    if len(ends) == 2 and ends[0] > ends[1]:
        reason = say("low goes to {low}, high begins at {high}", low=ends[0], high=ends[1])
        problems.add(book.bands.low, "band", reason=reason)


def _known(
    problems: Problems,
    what: str,
    words: Iterable[str],
    known: Iterable[str],
    at: object = None,
) -> None:
    known = set(known)
    for word in words:
        if word not in known:
            problems.unknown(at or word, what, word, known)
