"""The lesson as it stands: seats, rounds, answers, and where the projector is. Data only.

`Stage` is what the teacher's steps change, and so what undo brings back; answers live beside
it, keyed by round and seat, and no step of the teacher's can lose one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

__all__ = [
    "MOST_SEATS",
    "PAGES",
    "PHASES",
    "Ballot",
    "Lesson",
    "Phase",
    "Question",
    "Round",
    "Seat",
    "Stage",
    "phase",
]

Phase = Literal[
    "lobby", "statement", "scene", "vote", "predict", "tally", "reveal", "card", "debrief", "end"
]
PAGES: Final[Mapping[str, Phase]] = {
    "lobby": "lobby",
    "before": "statement",
    "opening": "scene",
    "chapter": "scene",
    "glance": "scene",
    "scene": "scene",
    "outcome": "reveal",
    "reveal": "reveal",
    "card": "card",
    "ending": "reveal",
    "about": "debrief",
    "debrief": "debrief",
    "after": "statement",
    "answers": "debrief",
    "ticket": "debrief",
    "end": "end",
}
"""Every page that a projector can show, and the phase that phones are told."""
PHASES: Final = tuple(dict.fromkeys(PAGES.values()))
MOST_SEATS: Final = 1200


@dataclass(frozen=True, slots=True)
class Seat:
    """A phone's seat. Whose it is, nobody knows; the key of the mapping is a hash."""

    number: int
    """From 0, in the order of joining: makes the alias."""
    sitting: int
    """The sitting in which the phone was last seen."""
    backs: int = 0
    """How often it came back."""


class Ballot(NamedTuple):
    """One seat's answer."""

    option: str
    sure: int = 0


class Question(NamedTuple):
    """What can be answered: a round's vote, its prediction, or a statement."""

    round: int
    kind: str


@dataclass(frozen=True, slots=True)
class Round:
    """A vote on a scene, with its prediction; or one judging of a statement."""

    number: int
    kind: str
    """`vote` or `statement`."""
    subject: str
    options: tuple[str, ...]
    when: str = ""
    predictions: tuple[str, ...] = ()
    """Answers of the prediction, once it was asked."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the projector stands, and what the room has decided so far."""

    page: str = "lobby"
    n: int = 0
    """Of story pages the turn; of statements and debrief pages the place among them."""
    subject: str = ""
    """The scene or statement that the page is about."""
    round: int = 0
    """The round in hand; 0 for none."""
    step: str = ""
    """What was asked last in that round: `vote`, `predict`, `statement`."""
    open: bool = False
    shown: bool = False
    """Whether the tally is on screen."""
    rounds: tuple[int, ...] = ()
    """Rounds that count: an undone one is not among them."""
    choices: tuple[tuple[str, str], ...] = ()
    """Scene and option, as the room chose: the run."""
    glanced: tuple[str, ...] = ()
    """Scenes whose glance is over."""
    said: tuple[tuple[str, str], ...] = ()
    """Claim and key: what the room answered when a chapter asked."""
    until: int = 0
    """When time is over, in seconds since 1970; 0 without a timer. Nothing closes by itself."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """All of it. Made by `machine.apply` alone."""

    story: str = ""
    digest: str = ""
    keeper: str = ""
    cut: str = ""
    code: str = ""
    at: int = 0
    sitting: int = 0
    """Goes up whenever it is asked anew who is here."""
    opened: int = 0
    """How often the lesson was opened: today, and perhaps another day."""
    people: int = 0
    source: str = "phones"
    seats: Mapping[str, Seat] = field(default_factory=dict)
    rounds: Mapping[int, Round] = field(default_factory=dict)
    sources: Mapping[Question, str] = field(default_factory=dict)
    """The rung that counts for a question."""
    ballots: Mapping[tuple[int, str, str], Mapping[str, Ballot]] = field(default_factory=dict)
    """By round, kind and rung: each seat's answer. Two rungs are never added."""
    counts: Mapping[tuple[int, str, str], Mapping[str, int]] = field(default_factory=dict)
    """By round, kind and rung: hands or cards as the teacher counted them."""
    certain: Mapping[tuple[int, str, str], int] = field(default_factory=dict)
    """Likewise: how many of them were sure of a statement, where the teacher counted that."""
    aside: Mapping[Question, frozenset[str]] = field(default_factory=dict)
    """Seats whose answer waits until their phone is back: the room moved while it was asked."""
    nonces: Mapping[Question, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    """What was answered already, so that a packet that comes twice changes nothing."""
    stage: Stage = Stage()
    past: tuple[Stage, ...] = ()
    events: int = 0
    """How many events made this: the version."""

    @property
    def begun(self) -> bool:
        return bool(self.story)

    @property
    def in_hand(self) -> Round | None:
        """The round that belongs to the page on screen, if any."""
        found = self.rounds.get(self.stage.round)
        matches = found is not None and found.subject == self.stage.subject
        return found if matches and self.stage.page in ("scene", "before", "after") else None

    @property
    def question(self) -> Question | None:
        """What the page on screen asks or asked last."""
        found = self.in_hand
        return Question(found.number, self.stage.step) if found and self.stage.step else None


def phase(lesson: Lesson) -> Phase:
    """Return the phase that phones are told."""
    stage = lesson.stage
    if stage.page != "scene" or lesson.question is None:
        return PAGES[stage.page]
    if not stage.open:
        return "tally"
    return "predict" if stage.step == "predict" else "vote"
