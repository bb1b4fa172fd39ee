"""Counting: one tally a question, from the one rung that is its source. Nothing is ever added up
across rungs, and a tie is never broken here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from game.lesson.state import Ballot, Lesson, Question, Round
from game.words import mark, say

__all__ = [
    "Tally",
    "answers",
    "is_seated",
    "open_now",
    "present",
    "rounds_of",
    "tally",
    "winners",
]

_OPEN = {
    "vote": mark("The vote is open."),
    "predict": mark("The prediction is open."),
    "statement": mark("The statement is open."),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """One question's count."""

    round: int
    kind: str
    source: str
    counts: tuple[tuple[str, int], ...]
    """Option and number, in the order of the options."""
    sure: tuple[int, int, int]
    """Of a statement on phones: how many were guessing, fairly sure, sure."""
    certain: int | None
    """Of a statement: how many were sure, on phones or by hands; None where nobody asked."""
    in_: int
    """How many have answered."""
    of: int
    """How many could: the seats that are here; or the people in the room, where that was said."""

    def share(self, option: str) -> int:
        """A count in whole per cent of the answers."""
        number = dict(self.counts).get(option, 0)
        return round(100 * number / self.in_) if self.in_ else 0


def is_seated(rung: str) -> bool:
    """Whether a rung counts seats rather than what the teacher counted."""
    return rung in ("phones", "tables")


def present(lesson: Lesson) -> int:
    """How many seats were seen in this sitting."""
    return sum(1 for seat in lesson.seats.values() if seat.sitting == lesson.sitting)


def tally(lesson: Lesson, asked: Question) -> Tally:
    """Count a question under its source."""
    found = lesson.rounds[asked.round]
    options = found.predictions if asked.kind == "predict" else found.options
    rung = lesson.sources[asked]
    key = (asked.round, asked.kind, rung)
    if not is_seated(rung):
        counted = lesson.counts.get(key, {})
        total = sum(counted.values())
        counts = tuple((option, counted.get(option, 0)) for option in options)
        of, certain = max(lesson.people, total), lesson.certain.get(key)
        return Tally(*asked, rung, counts, (0, 0, 0), certain, total, of)
    apart = lesson.aside.get(asked, frozenset())
    box = {s: said for s, said in lesson.ballots.get(key, {}).items() if s not in apart}
    numbers = Counter(ballot.option for ballot in box.values())
    sure = Counter(ballot.sure for ballot in box.values())
    away = sum(
        1
        for seat in box
        if seat not in lesson.seats or lesson.seats[seat].sitting != lesson.sitting
    )
    return Tally(
        *asked,
        rung,
        tuple((option, numbers[option]) for option in options),
        (sure[1], sure[2], sure[3]),
        sure[3] if asked.kind == "statement" else None,
        len(box),
        present(lesson) + away,
    )


def winners(lesson: Lesson, number: int) -> tuple[str, ...]:
    """Return the options with the most votes; several in a tie, all where nobody voted."""
    counts = tally(lesson, Question(number, "vote")).counts
    most = max(count for _, count in counts)
    return tuple(option for option, count in counts if count == most)


def rounds_of(lesson: Lesson, kind: str, subject: str, when: str = "") -> tuple[Round, ...]:
    """Return the rounds that count of a scene or statement, oldest first; the last decides."""
    live = (lesson.rounds[number] for number in lesson.stage.rounds)
    return tuple(r for r in live if (r.kind, r.subject, r.when) == (kind, subject, when))


def answers(lesson: Lesson, asked: Question) -> Mapping[str, Ballot]:
    """Return what each seat has answered under the question's source."""
    return lesson.ballots.get((*asked, lesson.sources[asked]), {})


def open_now(lesson: Lesson) -> str:
    """Say in a sentence what is open."""
    asked = lesson.question
    if asked is None or not lesson.stage.open:
        return say("Nothing is open now: look at the screen in front.")
    return say(_OPEN[asked.kind])
