"""What is said of rulebooks that make nothing of a choice: whole phrases, for any language.

Who is meant, and of what, is decided in `quiet`; nothing is counted or folded here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from game.words import many, say

__all__ = [
    "It",
    "first_met",
    "guessing",
    "joining",
    "knowing",
    "nobody_else",
    "nothing",
    "only",
]

It = Literal["this", "these", "choice"]
"""Of what it is said: an event, all options, or the one that was taken."""


def only(it: It, books: Sequence[str]) -> str:
    """Say who alone counts it, if anybody does."""
    if not books:
        told = {
            "this": say("no rulebook counts this"),
            "these": say("no rulebook counts any of these"),
            "choice": say("no rulebook counts your choice"),
        }
    else:
        told = {
            "this": say("only {book} counts this", book=books[0]),
            "these": say("only {book} counts any of these", book=books[0]),
            "choice": say("only {book} counts your choice", book=books[0]),
        }
    return told[it]


def nobody_else(it: It) -> str:
    """Say that what was named before is all."""
    if it == "choice":
        return say("nobody else counts your choice")
    return say("nobody else counts this")


def knowing(n: int, books: str) -> str:
    """Say that rulebooks look at it, without effect."""
    return many(
        "{books} knows this and does nothing",
        "{books} know this and do nothing",
        n,
        books=books,
    )


def guessing(n: int, books: str) -> str:
    """Say the same where it is our reading that nothing is done: a formula may be secret."""
    return many(
        "{books} knows this and, as we read it, does nothing",
        "{books} know this and, as we read them, do nothing",
        n,
        books=books,
    )


def first_met(kind: str) -> str:
    """Say what an answer that is another's means, for whoever meets the word."""
    if kind == "local":
        return say("local: it counts in the place named alone, and moves nothing here")
    return say("elsewhere: no score or list counts it, and still it isn't free")


def nothing(it: It, n: int, books: str) -> str:
    """Say that `n` rulebooks make nothing of it, be it that they are silent or do not look."""
    match it:
        case "this":
            return many("{books} does not count this", "{books} do not count this", n, books=books)
        case "these":
            return many(
                "{books} counts none of these", "{books} count none of these", n, books=books
            )
    return many(
        "{books} does not count your choice", "{books} do not count your choice", n, books=books
    )


def joining(more: int, counting: int, books: str) -> str:
    """Say how many rulebooks are not in the grid yet, and which of them count it."""
    if more == 1:
        return say("one more rulebook is not shown yet, and it counts this: {books}", books=books)
    return many(
        "{more} more rulebooks are not shown yet; one of them counts this: {books}",
        "{more} more rulebooks are not shown yet; {n} of them count this: {books}",
        counting,
        more=more,
        books=books,
    )
