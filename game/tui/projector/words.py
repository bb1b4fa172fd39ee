"""The projector's own words: status, hints, notices. One place, so that they sound alike.

Constants are marked here, and said where they are shown: when this is imported, no language is
chosen yet.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.lesson.shown import LETTERS, Asked
from game.lesson.tally import Tally
from game.lesson.teacher import EXAMPLE
from game.words import many, mark, say, series

__all__ = [
    "believed", "clock", "hits", "how_many", "in_of", "nth", "seats", "share", "status", "tie",
    "to_come", "type_counts",
]  # fmt: skip

TOO_SMALL = mark(
    "The projector needs 66 columns and 18 rows. Make the window larger, or its letters smaller "
    "(Ctrl and −), and it is back. The lesson goes on: in plain text, carrot class --plain --resume"
)
US = mark("◀ us")
RUNGS = {
    "phones": mark("phones"),
    "tables": mark("one device a table"),
    "hands": mark("hands"),
    "paper": mark("paper cards"),
}
STATUS = {
    ("vote", True): mark("Vote · open"),
    ("vote", False): mark("Vote · closed"),
    ("second", True): mark("Second vote: this one counts · open"),
    ("second", False): mark("Second vote: this one counts · closed"),
    ("predict", True): mark("What will happen? open"),
    ("predict", False): mark("What will happen? closed"),
    ("statement", True): mark("True or not? open"),
    ("statement", False): mark("True or not? closed"),
}
"""What is asked, and whether it can be answered now."""
COUNTED = mark("How this room voted")
CHANGE = mark("An answer can be changed until it closes.")
BY_HAND = {
    "hands": mark("Show your hand, with your eyes shut."),
    "paper": mark("Hold up your card, all at once."),
}
NO_PHONES = mark("We answer by hands: no phone is needed.")
PAPER = mark("We answer with paper cards: A, B, C or D.")
JOIN = mark("Join this room")
SCAN = mark("Point a camera here, or type the address:")
CODE = mark("Room code")
NO_NAMES = mark("No name, no account. Nothing leaves this room.")
WITHOUT = mark("There is no network to join: we answer by hands or paper.")
NOBODY = mark("Nobody has answered yet.")
CLASS_TASK = mark("For all of us:")
SAID = mark("The room:")
QUESTION = mark("To talk about:")
OTHER_SIDE, AND_FOR_IT = mark("the other side:"), mark("and for it:")
BEFORE, AFTER = mark("first vote"), mark("second vote")
ROUND_BEFORE, ROUND_AFTER = mark("before"), mark("after")
SO = {True: mark("This is so."), False: mark("This is not so.")}
CHOICES = mark("What this room chose")
YEAR = mark("The same choices under every rulebook")
LAST = mark("And now?")
TICKET = mark("On a slip of paper, without your name:")
BYE = mark("Thank you.")
BYE_PHONES = mark("Thank you. You can put the phones away.")
READ_AGAIN = (
    mark("→ on  ← back  q closes · read again: nothing changes"),
    mark("→ on  ← back  q closes · read again"),
)
"""The foot of a lesson that is read again, and where that has no room."""
LEAVE = mark("Press q again to close. The lesson is kept; carrot class --resume goes on with it.")
BY_HANDS = mark("So we answer by hands; r has the other ways.")
ADDRESS = {
    "moved": mark(
        "This machine has another address now. Phones open the new one, or type it into the page "
        "that they have."
    ),
    "lost": mark("This machine is in no network now, so no phone finds it. r has the other ways."),
    "back": mark("The network is back, at the same address. Phones come back by themselves."),
}
RUNG_ASKS = mark("Answers: {rungs}")
PEOPLE_ASKS = mark("How many are in the room?")
COUNT_ASKS = mark("Counted")
ENTER_TAKES = mark("enter takes it · esc drops it")
FEW = 4
"""So many counts can be shown by an example."""


def status(asked: Asked, shown: bool) -> str:
    """What is asked and how far the room is: never more than the count of answers."""
    if shown:
        return say(COUNTED)
    kind = "second" if asked.second and asked.kind == "vote" else asked.kind
    return say(STATUS[kind, asked.open])


def tie(letters: Sequence[str]) -> str:
    """Which digit picks which of the equal answers."""
    digits = series(
        say("{digit} takes {letter}", digit=LETTERS.index(letter) + 1, letter=letter)
        for letter in letters
    )
    return say("A tie. The teacher picks: {digits}.", digits=digits)


def type_counts(asked: Asked) -> str:
    """How counts of hands are typed: an example with as many numbers as there are answers."""
    answers = sum(1 for view in asked.answers if view.letter)
    if answers > FEW:
        return say("type {n} counts  ? keys", n=answers)
    words = mark("type counts: {example}  ? keys")
    if asked.kind == "statement":
        words = mark("type counts: {example} / sure  ? keys")
    return say(words, example=" ".join(EXAMPLE[:answers]))


def how_many(asked: Asked) -> str:
    """`23 of 28 in`; where nobody said how many there are, only what is counted."""
    return in_of(asked.in_, asked.of) if asked.of else say("{n} in", n=asked.in_)


def in_of(n: int, of: int) -> str:
    """How many have answered, of how many that could."""
    return say("{n} of {of} in", n=n, of=of)


def clock(seconds: int) -> str:
    """What a timer shows."""
    if not seconds:
        return say("time is up")
    return say("{time} left", time=f"{seconds // 60}:{seconds % 60:02}")


def share(counted: Tally, option: str) -> str:
    """Number and per cent of an answer."""
    number = dict(counted.counts).get(option, 0)
    return say("{n} · {share}%", n=number, share=counted.share(option))


def believed(counted: Tally) -> str:
    """How many took a statement for true, and how many were sure, where that was asked."""
    words = mark("{n} of {of} took it for true")
    if counted.certain is not None:
        words = mark("{n} of {of} took it for true, {sure} were sure")
    taken = dict(counted.counts).get("true", 0)
    return say(words, n=taken, of=counted.in_, sure=counted.certain)


def hits(right: int, of: Tally) -> str:
    """What was thought, and how it turned out: a fact, never praise."""
    if not of.in_:
        return say("What you thought would happen: Nobody guessed.")
    words = mark("What you thought would happen: {n} of {of} came true.")
    return say(words, n=right, of=of.in_)


def seats(n: int) -> str:
    """How many phones are in."""
    return many("{n} phone in", "{n} phones in", n)


def to_come(scenes: int) -> str:
    """How many scenes the story still has."""
    return many("{n} scene to come", "{n} scenes to come", scenes)


def nth(at: int, of: int) -> str:
    """Which one it is, of how many."""
    return say("{n} of {of}", n=at, of=of)
