"""Conditions of a story: a small grammar, parsed once into closures. Never `eval`.

    standing is low|middle|high|none      door slow-train open|closed
    on LIST, was on LIST, on any, was on any
    ties|purse|voice >= N                 chose scene.option
    and, or, not, brackets

Conditions never read a number of the score and never a keeper's name, so a seventh rulebook
needs no change to any story. What they may read at all is the `Facts` protocol, no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple, Protocol

from game.words import either, mark, say

__all__ = ["Condition", "ConditionError", "Fact", "Facts", "parse"]

MAX_LENGTH = 1000
MAX_DEPTH = 20

STANDINGS = ("low", "middle", "high", "none")
MEMORY_VALUES = ("0", "1", "2", "3", "4", "5")


class Facts(Protocol):
    """All that a condition may look at."""

    def standing(self) -> str: ...
    def door_open(self, door: str) -> bool: ...
    def is_on(self, listing: str) -> bool: ...
    def was_on(self, listing: str) -> bool: ...
    def memory(self, name: str) -> int: ...
    def chose(self, key: str) -> bool: ...


class Fact(NamedTuple):
    """One thing that a condition reads: a kind and a name (`door`, `slow-train`)."""

    kind: str
    name: str


Test = Callable[[Facts], bool]


class ConditionError(ValueError):
    """A condition that doesn't parse; `offset` counts characters from 0."""

    def __init__(self, sentence: str, offset: int) -> None:
        super().__init__(sentence)
        self.offset = offset


@dataclass(frozen=True)
class Condition:
    """A parsed condition; call it with facts. Two are equal when their texts are."""

    source: str
    reads: tuple[tuple[Fact, int], ...]
    """What it reads, each with the offset of the word in `source`."""
    test: Test

    def __call__(self, facts: Facts) -> bool:
        return self.test(facts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Condition) and other.source == self.source

    def __hash__(self) -> int:
        return hash(self.source)

    def __reduce__(self) -> tuple[Callable[[str], Condition], tuple[str]]:
        """Travel to another process as a text, and be parsed anew there."""
        return parse, (self.source,)

    def named(self, kind: str) -> tuple[str, ...]:
        """Return the names of one kind of fact that it reads, such as `door`."""
        return tuple(fact.name for fact, _ in self.reads if fact.kind == kind)


def parse(source: str) -> Condition:
    """Parse a condition; raises ConditionError with a sentence."""
    if len(source) > MAX_LENGTH:
        raise ConditionError(
            say("a condition is at most {most} characters long", most=MAX_LENGTH), 0
        )
    parser = _Parser(source)
    test = parser.any_of(0)
    if parser.word:
        raise parser.error(say("`and`, `or` or the end"))
    return Condition(source, tuple(parser.reads), test)


def _either(tests: Sequence[Test]) -> Test:
    """Whether one holds; loops, because these are asked millions of times in a proof."""

    def test(facts: Facts) -> bool:
        for one in tests:  # noqa: SIM110 - a generator costs twice the time
            if one(facts):
                return True
        return False

    return test


def _each(tests: Sequence[Test]) -> Test:
    def test(facts: Facts) -> bool:
        for one in tests:  # noqa: SIM110
            if not one(facts):
                return False
        return True

    return test


def _typed(word: str) -> str:
    return f"`{word}`"


_TOKEN = re.compile(r"\s*(>=|[()]|[\w.-]+|\S)")


class _Parser:
    """Recursive descent over words; brackets nest at most MAX_DEPTH deep."""

    def __init__(self, source: str) -> None:
        self.tokens = [(m.group(1), m.start(1)) for m in _TOKEN.finditer(source)]
        self.end = len(source)
        self.next = 0
        self.reads: list[tuple[Fact, int]] = []

    @property
    def word(self) -> str:
        return self.tokens[self.next][0] if self.next < len(self.tokens) else ""

    @property
    def at(self) -> int:
        return self.tokens[self.next][1] if self.next < len(self.tokens) else self.end

    def take(self) -> str:
        word = self.word
        self.next += 1
        return word

    def expect(self, *words: str) -> str:
        if self.word not in words:
            raise self.error(reduce(lambda one, other: either([one, other]), map(_typed, words)))
        return self.take()

    def error(self, wanted: str) -> ConditionError:
        """Something else stands where the parser is."""
        found = self.word or say("the end")
        told = say("expected {wanted}, found `{found}`", wanted=wanted, found=found)
        return ConditionError(told, self.at)

    def name(self, what: str) -> str:
        """Take a name; `what` it should be is yet to be said."""
        if not re.fullmatch(r"\w[\w.-]*", self.word) or self.word in {"and", "or", "not"}:
            raise self.error(say(what))
        return self.take()

    def read(self, kind: str, name: str, offset: int) -> None:
        self.reads.append((Fact(kind, name), offset))

    def any_of(self, depth: int) -> Test:
        tests = [self.all_of(depth)]
        while self.word == "or":
            self.take()
            tests.append(self.all_of(depth))
        return tests[0] if len(tests) == 1 else _either(tests)

    def all_of(self, depth: int) -> Test:
        tests = [self.one(depth)]
        while self.word == "and":
            self.take()
            tests.append(self.one(depth))
        return tests[0] if len(tests) == 1 else _each(tests)

    def one(self, depth: int) -> Test:
        if depth > MAX_DEPTH:
            told = say("brackets nest more than {most} deep", most=MAX_DEPTH)
            raise ConditionError(told, self.at)
        if self.word == "not":
            self.take()
            inner = self.one(depth + 1)
            return lambda facts: not inner(facts)
        if self.word == "(":
            self.take()
            inner = self.any_of(depth + 1)
            self.expect(")")
            return inner
        return self.atom()

    def atom(self) -> Test:
        first, offset = self.word, self.at
        known = {
            "standing": self.standing,
            "door": self.door,
            "on": self.on,
            "was": self.was,
            "chose": self.chose,
        }
        if first in known:
            self.take()
            return known[first]()
        name = self.name(mark("a condition"))
        self.read("memory", name, offset)
        self.expect(">=")
        if self.word not in MEMORY_VALUES:
            raise self.error(say("a number from 0 to 5"))
        least = int(self.take())
        return lambda facts: facts.memory(name) >= least

    def standing(self) -> Test:
        self.read("standing", "", self.at)
        self.expect("is")
        band = self.expect(*STANDINGS)
        return lambda facts: facts.standing() == band

    def door(self) -> Test:
        offset = self.at
        door = self.name(mark("the name of a door"))
        self.read("door", door, offset)
        wanted = self.expect("open", "closed") == "open"
        return lambda facts: facts.door_open(door) is wanted

    def on(self) -> Test:
        offset = self.at
        listing = self.name(mark("the name of a list, or `any`"))
        self.read("on", listing, offset)
        return lambda facts: facts.is_on(listing)

    def was(self) -> Test:
        self.expect("on")
        offset = self.at
        listing = self.name(mark("the name of a list, or `any`"))
        self.read("was", listing, offset)
        return lambda facts: facts.was_on(listing)

    def chose(self) -> Test:
        offset = self.at
        key = self.name("scene.option")
        scene, _, option = key.partition(".")
        if not (scene and option):
            raise ConditionError(say("expected `chose scene.option`"), offset)
        self.read("chose", key, offset)
        return lambda facts: facts.chose(key)
