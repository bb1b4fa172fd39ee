"""Why a door is closed, and where one would close: tests of a rulebook's doors, in words."""

from __future__ import annotations

from collections.abc import Mapping

from game.core.run.rulebook import Closing, DoorTest, door_tests
from game.core.showing import holding
from game.core.story.rules import DoorRule, Rulebook
from game.words import either, mark, say

__all__ = ["bare_reason", "closing_reason", "closing_sentence", "line"]

_CLOSED = {
    "always": mark("all year"),
    "below": mark("below {number}"),
    "from": mark("from {number}"),
    "on": mark("while {held}"),
}
"""When a door is closed: by the kind of `rulebook.DoorTest`."""
_OPEN = {**_CLOSED, "from": mark("{number}"), "on": mark("{held}")}
"""What a closed door waits for, after the word `until`."""


def closing_sentence(book: Rulebook, shut: Closing) -> str:
    """Say in one line why a door is closed: `closed below 550 (A4)`."""
    why = closing_reason(book, shut)
    if not why:
        return say("closed for everybody; this keeper gives nothing of the kind")
    return say("closed: {why}", why=why) if shut.listing else say("closed {why}", why=why)


def closing_reason(book: Rulebook, shut: Closing) -> str:
    """Say what closes a door, without the word: `below 550 (A4)`; empty where nothing does."""
    reason = bare_reason(book, shut)
    return f"{reason} ({shut.claim})" if reason and shut.claim else reason


def bare_reason(book: Rulebook, shut: Closing) -> str:
    """The same without the sentence that it rests on: `below 550`."""
    reason = ""
    if shut.listing:
        reason = holding.you_are(book.lists[shut.listing])
    elif shut.closed:
        reason = either(_test_words(book, test, _CLOSED) for test in door_tests(shut.closed))
    elif shut.open:
        tests = either(_test_words(book, test, _OPEN) for test in door_tests(shut.open))
        reason = say("until {tests}", tests=tests)
    return reason


def line(book: Rulebook, rule: DoorRule | None) -> str:
    """Say where an open door closes by a number: `below 550`; nothing where none does."""
    tests = door_tests(rule.closed) if rule and rule.closed else ()
    below = [_test_words(book, test, _CLOSED) for test in tests if test.kind == "below"]
    return either(below) if below else ""


def _test_words(book: Rulebook, test: DoorTest, words: Mapping[str, str]) -> str:
    held = holding.held(book.lists[test.listing]) if test.listing else ""
    return say(words[test.kind], number=test.number, held=held)
