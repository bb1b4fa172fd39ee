"""The projector's own words: status, hints, notices. One place, so that they sound alike."""

from __future__ import annotations

from collections.abc import Sequence

from game.lesson.shown import LETTERS, Asked
from game.lesson.tally import Tally
from game.lesson.teacher import EXAMPLE
from game.tui.words import Hint

__all__ = ["Hint"]

TOO_SMALL = (
    "The projector needs 66 columns and 18 rows. Make the window larger, or its letters smaller "
    "(Ctrl and −), and it is back. The lesson goes on: in plain text, carrot class --plain --resume"
)
US = "◀ us"
RUNGS = {
    "phones": "phones",
    "tables": "one device a table",
    "hands": "hands",
    "paper": "paper cards",
}
NAMES = {"vote": "Vote", "predict": "What will happen?", "statement": "True or not?"}
SECOND = "Second vote: this one counts"
COUNTED = "How this room voted"
CHANGE = "An answer can be changed until it closes."
BY_HAND = {
    "hands": "Show your hand, with your eyes shut.",
    "paper": "Hold up your card, all at once.",
}
NO_PHONES = "We answer by hands: no phone is needed."
PAPER = "We answer with paper cards: A, B, C or D."
JOIN = "Join this room"
SCAN = "Point a camera here,"
TYPE = "or type the address:"
CODE = "Room code"
NO_NAMES = "No name, no account. Nothing leaves this room."
OTHER_NETWORK = "Phones must be in the same network as this machine."
WITHOUT = "There is no network to join: we answer by hands or paper."
TIE = "A tie. The teacher picks:"
NOBODY = "Nobody has answered yet."
PREDICTED = "What you thought would happen"
CLASS_TASK = "For all of us:"
SAID = "The room:"
QUESTION = "To talk about:"
BEFORE, AFTER = "first vote", "second vote"
ROUND_BEFORE, ROUND_AFTER = "before", "after"
SO = {True: "This is so.", False: "This is not so."}
CHOICES = "What this room chose"
YEAR = "The same choices under every rulebook"
LAST = "And now?"
TICKET = "On a slip of paper, without your name:"
BYE = "Thank you."
PHONES_AWAY = "You can put the phones away."
READ_AGAIN = "read again: nothing changes"
LEAVE = "Press q again to close. The lesson is kept; carrot class --resume goes on with it."
BY_HANDS = "So we answer by hands; r has the other ways."
ADDRESS = {
    "moved": "This machine has another address now. Phones open the new one, or type it into the "
    "page that they have.",
    "lost": "This machine is in no network now, so no phone finds it. r has the other ways.",
    "back": "The network is back, at the same address. Phones come back by themselves.",
}
RUNG_ASKS = "Answer by"
PEOPLE_ASKS = "How many are in the room?"
COUNT_ASKS = "Counted"
ENTER_TAKES = "enter takes it · esc drops it"
FEW = 4
"""So many counts can be shown by an example."""


def status(asked: Asked, shown: bool) -> str:
    """What is asked and how far the room is: never more than the count of answers."""
    if shown:
        return COUNTED
    name = SECOND if asked.second and asked.kind == "vote" else NAMES[asked.kind]
    state = "open" if asked.open else "closed"
    return f"{name} · {state}" if not name.endswith("?") else f"{name} {state}"


def tie(letters: Sequence[str]) -> str:
    """Which digit picks which of the equal answers."""
    digits = ", ".join(f"{LETTERS.index(letter) + 1} takes {letter}" for letter in letters)
    return f"{TIE} {digits}."


def type_counts(asked: Asked) -> str:
    """How counts of hands are typed: an example with as many numbers as there are answers."""
    many = sum(1 for view in asked.answers if view.letter)
    if many > FEW:
        return f"type {many} counts"
    sure = " / sure" if asked.kind == "statement" else ""
    return f"type counts: {' '.join(EXAMPLE[:many])}{sure}"


def how_many(asked: Asked) -> str:
    """`23 of 28 in`; where nobody said how many there are, only what is counted."""
    return f"{asked.in_} of {asked.of} in" if asked.of else f"{asked.in_} in"


def clock(seconds: int) -> str:
    """What a timer shows."""
    return f"{seconds // 60}:{seconds % 60:02} left" if seconds else "time is up"


def share(counted: Tally, option: str) -> str:
    """Number and per cent of an answer."""
    return f"{dict(counted.counts).get(option, 0)} · {counted.share(option)}%"


def believed(counted: Tally) -> str:
    """How many took a statement for true, and how many were sure, where that was asked."""
    taken = f"{dict(counted.counts).get('true', 0)} of {counted.in_} took it for true"
    return taken if counted.certain is None else f"{taken}, {counted.certain} were sure"


def hits(right: int, of: Tally) -> str:
    """How the predictions turned out: a fact, never praise."""
    return f"{right} of {of.in_} came true." if of.in_ else "Nobody guessed."


def seats(many: int) -> str:
    """How many phones are in."""
    return f"{many} phone{'' if many == 1 else 's'} in"
