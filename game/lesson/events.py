"""What can happen in a lesson: one small frozen event each, and its line in the journal.

Everything in an event is a number, a yes or no, or an id: the reader refuses anything else. So
neither a name nor a typed sentence nor an address can get into a journal, whoever sends it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any, Final, Literal, get_args

from game.words import say

__all__ = [
    "ID",
    "KINDS",
    "RUNGS",
    "Answer",
    "Ask",
    "Back",
    "BadEvent",
    "Begin",
    "Choose",
    "Close",
    "Code",
    "Count",
    "Event",
    "Fit",
    "Gather",
    "Join",
    "Kind",
    "People",
    "Reopen",
    "Reveal",
    "Rung",
    "Said",
    "Show",
    "Sitting",
    "Source",
    "Timer",
    "Undo",
    "decode",
    "encode",
]

Kind = Literal["vote", "predict", "statement"]
Rung = Literal["phones", "tables", "hands", "paper"]
KINDS: Final[tuple[str, ...]] = get_args(Kind)
RUNGS: Final[tuple[str, ...]] = get_args(Rung)
ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}|", re.ASCII)
"""An id, or nothing: no blank, no @, no colon, so neither a sentence nor a mail address. A seat
is a hash of a phone's secret, a nonce whatever short word the phone made up."""
_ADDRESS: Final = re.compile(r"\d{1,3}(\.\d{1,3}){3}")
"""What looks like a machine's address is no id."""


class BadEvent(ValueError):
    """A line that is no event; the message says why."""


@dataclass(frozen=True, slots=True)
class Begin:
    """The lesson begins: which story, which cut, who keeps the score."""

    story: str
    digest: str
    keeper: str
    cut: str
    code: str
    """Four letters with which a phone joins."""
    at: int
    """Seconds since 1970, of the teacher's own clock; no event of a phone has a time."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """The lesson is taken up again, today or another day: who is here is asked anew."""

    at: int


@dataclass(frozen=True, slots=True)
class Code:
    """Another room code; `clear` sends everybody back to the door."""

    code: str
    clear: bool = False


@dataclass(frozen=True, slots=True)
class Gather:
    """The room is found elsewhere now, under another address: who is here is asked anew.

    What was said in the question that is open waits until its phone has come back: whoever comes
    in by the new door may have another seat, and nobody is to be counted twice.
    """


@dataclass(frozen=True, slots=True)
class People:
    """How many are in the room, for counts of hands; 0 where nobody said."""

    number: int


@dataclass(frozen=True, slots=True)
class Join:
    """A phone takes a seat."""

    seat: str


@dataclass(frozen=True, slots=True)
class Back:
    """A phone that has a seat is there again."""

    seat: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A seat's vote, prediction or judgment of a statement."""

    kind: str
    round: int
    seat: str
    option: str
    nonce: str
    sure: int = 0
    """Of a statement: 1 to 3; else 0."""


@dataclass(frozen=True, slots=True)
class Count:
    """The teacher's count of hands or cards for what is asked now; it replaces the one before."""

    kind: str
    round: int
    counts: tuple[tuple[str, int], ...]
    sure: int = -1
    """Of a statement: how many hands were up for being sure; -1 where that was not asked."""


@dataclass(frozen=True, slots=True)
class Source:
    """Another rung is the source of what is asked now, and of what comes after."""

    rung: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A question opens. A vote or a statement begins a round; a prediction belongs to its vote."""

    kind: str
    subject: str
    """The scene's id, or the statement's."""
    options: tuple[str, ...]
    when: str = ""
    """Of a statement: `before` or `after`."""
    first: bool = True
    """False for what one and the same step of the teacher's brought along: undone with it."""


@dataclass(frozen=True, slots=True)
class Close:
    """What is open closes."""

    first: bool = True


@dataclass(frozen=True, slots=True)
class Reopen:
    """A round that was closed takes answers again."""

    round: int
    kind: str
    first: bool = True


@dataclass(frozen=True, slots=True)
class Reveal:
    """The tally is shown, or hidden again."""

    shown: bool
    first: bool = True


@dataclass(frozen=True, slots=True)
class Show:
    """The projector turns to a page."""

    page: str
    n: int
    subject: str = ""
    first: bool = True


@dataclass(frozen=True, slots=True)
class Choose:
    """The story follows what the room chose; in a tie, what the teacher picked among the equal."""

    option: str
    first: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """What the room said aloud when the chapter asked something of a sentence: a key."""

    claim: str
    said: str
    first: bool = True


@dataclass(frozen=True, slots=True)
class Fit:
    """The story was edited: only the first choices still fit, and the lesson stands after them."""

    keep: int
    page: str
    n: int
    subject: str


@dataclass(frozen=True, slots=True)
class Timer:
    """Time for the question on screen: when it is over, in seconds since 1970; 0 takes it off."""

    until: int


@dataclass(frozen=True, slots=True)
class Undo:
    """The teacher's last step is taken back; no answer of anybody's is."""


Event = (
    Begin | Sitting | Code | Gather | People | Join | Back | Answer | Count | Source | Ask | Close
    | Reopen | Reveal | Show | Choose | Said | Fit | Timer | Undo
)  # fmt: skip
_BY_NAME: Final[dict[str, type[Event]]] = {c.__name__.lower(): c for c in get_args(Event)}


def encode(event: Event) -> dict[str, Any]:
    """Return an event as JSON's own kinds; what stands at its default is left out."""
    made: dict[str, Any] = {"e": type(event).__name__.lower()}
    for part in fields(event):
        value = getattr(event, part.name)
        if value != part.default:
            made[part.name] = _plain(value)
    return made


def _plain(value: Any) -> Any:
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def decode(raw: Any) -> Event:
    """Read one event, strictly; raises BadEvent."""
    if not isinstance(raw, dict):
        raise BadEvent(say("it is no event"))
    kind = _BY_NAME.get(str(raw.get("e")))
    if kind is None:
        raise BadEvent(say("there is no event `{name}`", name=str(raw.get("e"))[:20]))
    names = {part.name: part for part in fields(kind)}
    strange = [str(key)[:20] for key in raw if key != "e" and key not in names]
    if strange:
        raise BadEvent(say("`{name}` does not belong to it", name=strange[0]))
    try:
        return kind(**{key: _read(raw[key], str(names[key].type)) for key in raw if key != "e"})
    except TypeError as error:
        raise BadEvent(say("a part of it is missing")) from error


def _read(value: Any, wanted: str) -> Any:
    """Check a value against a field's annotation."""
    if wanted == "bool" and type(value) is bool:
        return value
    if wanted == "int" and type(value) is int and 0 <= value + 1 < 2**53:
        return value
    if wanted == "str" and isinstance(value, str) and _is_id(value):
        return value
    if wanted.startswith("tuple") and isinstance(value, list):
        pairs = "int" in wanted
        return tuple(_pair(part) if pairs else _read(part, "str") for part in value)
    raise BadEvent(say("`{found}` is of the wrong kind", found=str(value)[:20]))


def _pair(value: Any) -> tuple[str, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise BadEvent(say("a count is an option and a number"))
    return _read(value[0], "str"), _read(value[1], "int")


def _is_id(text: str) -> bool:
    return bool(ID.fullmatch(text)) and not _ADDRESS.search(text)
