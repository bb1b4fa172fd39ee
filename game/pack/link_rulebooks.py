"""Cross-checks of rulebooks: every deed answered once, every rule with its basis."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.model import Story
from game.core.rulebook import door_tests, threshold
from game.core.rules import DoorRule, Listing, Rule, Rulebook
from game.pack.problems import Problems

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
            _check_list(story, problems, name, listing)
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
            problems.add(deed, "twice-answered", f"`{deed}` is answered twice in `{book.id}`.")
        seen.add(deed)
    for deed in story.deeds:
        if deed not in seen:
            message = f"`{book.id}` has no answer for the deed `{deed}`."
            hint = "Give it a rule, or put it in `silent` or `not_tracked`."
            problems.add(book.id, "unanswered-deed", message, hint)


def _check_rule(story: Story, problems: Problems, book: Rulebook, deed: str, rule: Rule) -> None:
    if rule.answer not in ("silent", "not_tracked"):
        _check_basis(story, problems, book, deed, rule)
    _check_size(problems, book, deed, rule)
    _check_lists(problems, book, deed, rule)
    if rule.answer == "elsewhere" and not rule.system:
        problems.add(deed, "no-system", f"the rule for `{deed}` needs the other `system`.")
    if rule.answer == "local" and not rule.where:
        problems.add(deed, "no-where", f"the rule for `{deed}` needs its place and year.")
    if not rule.says:
        problems.add(deed, "no-words", f"the rule for `{deed}` needs a sentence (`says`).")


def _check_size(problems: Problems, book: Rulebook, deed: str, rule: Rule) -> None:
    if rule.answer in ("up", "down") and not rule.whose:
        if book.number is None:
            problems.add(deed, "no-number", f"`{book.id}` keeps no number that could move.")
        elif rule.size is None:
            problems.add(deed, "no-size", f"the rule for `{deed}` needs a `size`.")
    if isinstance(rule.size, str) and rule.size not in book.sizes:
        problems.unknown(rule.size, "size", rule.size, book.sizes)
    if isinstance(rule.size, int) and rule.size < 1:
        problems.add(deed, "size", f"the size of the rule for `{deed}` is above 0.")


def _check_lists(problems: Problems, book: Rulebook, deed: str, rule: Rule) -> None:
    if rule.answer in ("listed", "cleared") and not rule.lists:
        problems.add(deed, "no-list", f"the rule for `{deed}` needs `lists`.")
    _known(problems, "list", rule.lists, book.lists)
    for name in rule.lists:
        if name in book.lists and book.lists[name].whose not in (None, rule.whose):
            message = f"`{name}` is another's list; so the rule for `{deed}` needs its `whose`."
            problems.add(name, "whose", message)


def _check_basis(
    story: Story, problems: Problems, book: Rulebook, at: str, rule: Rule | DoorRule
) -> None:
    """No ground, no rule."""
    if rule.claim is not None:
        _known(problems, "claim", [rule.claim], story.claims)
    elif book.id in FROM_THE_TEXT:
        problems.add(at, "no-basis", f"`{at}` in `{book.id}` names no claim.")
    elif not (rule.sources and rule.where):
        message = f"`{at}` in `{book.id}` names neither a claim nor sources with `where`."
        problems.add(at, "no-basis", message)
    _check_sources(story, problems, rule.sources, at)


def _check_sources(story: Story, problems: Problems, keys: Iterable[str], at: str) -> None:
    keys = list(keys)
    _known(problems, "source", keys, story.sources)
    known = [story.sources[key] for key in keys if key in story.sources]
    for key in keys:
        if key in story.sources and story.sources[key].seen is None:
            problems.add(key, "unseen-source", f"`{key}` was not seen, and can carry nothing.")
    if known and all(source.weak for source in known):
        problems.add(at, "weak-alone", f"`{at}` rests on weak sources alone.")


def _check_door(
    story: Story, problems: Problems, book: Rulebook, door: str, rule: DoorRule
) -> None:
    _known(problems, "door", [door], story.head.doors)
    _check_basis(story, problems, book, door, rule)
    if (rule.open is None) == (rule.closed is None):
        problems.add(door, "door-test", f"`{door}` needs one of `open` and `closed`.")
        return
    test = rule.open or rule.closed or ""
    try:
        parts = door_tests(test)
    except ValueError as error:
        problems.add(test, "door-test", f"this test can't be read: {error}.")
        return
    _known(problems, "list", [p.listing for p in parts if p.kind == "on"], book.lists, at=test)
    if not any(part.kind in ("below", "from") for part in parts):
        return
    if book.number is None:
        problems.add(test, "no-number", f"`{book.id}` keeps no number to test.")
    elif book.number.counter and rule.closed:
        problems.add(test, "counter-closes", f"`{book.id}` keeps a counter, which closes nothing.")


def _check_list(story: Story, problems: Problems, name: str, listing: Listing) -> None:
    if (listing.until is None) == (listing.months is None):
        problems.add(name, "list-term", f"`{name}` needs one of `until: cleared` and `months`.")
    if listing.months is not None and listing.months < 1:
        problems.add(name, "list-term", f"`{name}` lasts a month at least.")
    _known(problems, "door", listing.closes, story.head.doors)
    claims = [*listing.closes.values(), *([listing.claim] if listing.claim else [])]
    _known(problems, "claim", claims, story.claims)
    if not listing.claim and not listing.sources:
        problems.add(name, "no-basis", f"the list `{name}` names neither a claim nor sources.")
    _check_sources(story, problems, listing.sources, name)


def _check_number(problems: Problems, book: Rulebook) -> None:
    for name, size in book.sizes.items():
        if size < 1:
            problems.add(name, "size", f"the size `{name}` is above 0.")
    scale = book.number
    if scale is None:
        return
    low = scale.start if scale.low is None else scale.low
    high = scale.start if scale.high is None else scale.high
    if not low <= scale.start <= high:
        problems.add(book.id, "scale", f"`{book.id}` starts at {scale.start}, outside its scale.")


def _check_bands(problems: Problems, book: Rulebook) -> None:
    for text, first in ((book.bands.low, "below"), (book.bands.high, "from")):
        if text is None:
            continue
        try:
            threshold(text)
        except ValueError as error:
            problems.add(text, "band", f"this band can't be read: {error}.")
            continue
        if not text.startswith(first):
            problems.add(text, "band", f"this band begins with `{first}`.")


def _known(
    problems: Problems,
    what: str,
    words: Iterable[str],
    known: Iterable[str],
    at: object = None,
) -> None:
    known = list(known)
    for word in words:
        if word not in known:
            problems.unknown(at or word, what, word, known)
