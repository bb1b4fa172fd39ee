"""The lesson as a state machine: `apply(lesson, event)` returns the lesson after it.

Pure, and it knows no story: what may be answered comes with the question. Whatever doesn't fit
is refused with a sentence and changes nothing; the same answer twice changes nothing either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from game.lesson import events as e
from game.lesson.refused import Refused
from game.lesson.stage import STEPS, undo
from game.lesson.state import MOST_SEATS, Ballot, Lesson, Question, Seat
from game.lesson.tally import is_seated, open_now, present
from game.words import mark, say

__all__ = ["MOST_CHANGES", "apply", "known"]

MOST_CHANGES: Final = 60
"""How often one seat may answer one question: nobody needs more, and memory is not endless."""
MOST_COUNTED: Final = 9999


def apply(lesson: Lesson, event: e.Event) -> Lesson:
    """Return the lesson after an event; raises Refused, and then nothing has changed."""
    if lesson.begun is isinstance(event, e.Begin):
        raise Refused("malformed", say("A lesson begins once, and before anything else."))
    if type(event) in STEPS:
        made = STEPS[type(event)](lesson, event)
    else:
        made = _REST[type(event)](lesson, event)
    return made if made is lesson else replace(made, events=lesson.events + 1)


def known(lesson: Lesson, event: e.Answer) -> bool:
    """Say whether this very answer was taken already."""
    seats = lesson.nonces.get(Question(event.round, event.kind), {})
    return bool(event.nonce) and event.nonce in seats.get(event.seat, frozenset())


def _begin(lesson: Lesson, event: e.Begin) -> Lesson:
    if not (event.story and event.keeper and event.cut):
        raise Refused("malformed", say("A lesson needs a story, a keeper and a cut."))
    return replace(
        lesson,
        story=event.story,
        digest=event.digest,
        keeper=event.keeper,
        cut=event.cut,
        code=event.code,
        at=event.at,
        sitting=1,
        opened=1,
    )


def _sitting(lesson: Lesson, event: e.Sitting) -> Lesson:
    opened = lesson.opened + 1
    return replace(lesson, sitting=lesson.sitting + 1, opened=opened, at=event.at)


def _gather(lesson: Lesson, event: e.Gather) -> Lesson:
    aside = _apart(lesson, lesson.aside, lesson.seats)
    return replace(lesson, sitting=lesson.sitting + 1, aside=aside)


def _apart(
    lesson: Lesson, aside: Mapping[Question, frozenset[str]], seats: Iterable[str]
) -> Mapping[Question, frozenset[str]]:
    """Set apart what these seats said to a question that is still open: they may say it again."""
    asked = lesson.question
    if asked is None or not lesson.stage.open or not is_seated(lesson.sources[asked]):
        return aside
    return {**aside, asked: frozenset(seats)}


def _here(lesson: Lesson, seat: str) -> Mapping[Question, frozenset[str]]:
    """What a seat said counts again: it is back."""
    if not any(seat in seats for seats in lesson.aside.values()):
        return lesson.aside
    return {asked: seats - {seat} for asked, seats in lesson.aside.items()}


def _code(lesson: Lesson, event: e.Code) -> Lesson:
    if not event.clear:
        return replace(lesson, code=event.code)
    # Whoever is sent to the door keeps what was said, under a name that no phone can have; but a
    # question that is still open is asked of them anew, or who votes again would count twice.
    names = {old: f"gone-{seat.number}" for old, seat in lesson.seats.items()}
    ballots = {
        key: {names[seat]: ballot for seat, ballot in box.items()}
        for key, box in lesson.ballots.items()
    }
    aside = {q: frozenset(names[s] for s in seats) for q, seats in lesson.aside.items()}
    return replace(
        lesson,
        code=event.code,
        aside=_apart(lesson, aside, names.values()),
        sitting=lesson.sitting + 1,
        seats={names[old]: replace(seat, sitting=0) for old, seat in lesson.seats.items()},
        ballots=ballots,
        nonces={},
    )


def _people(lesson: Lesson, event: e.People) -> Lesson:
    if not 0 <= event.number <= MOST_COUNTED:
        raise Refused("malformed", say("A room holds 0 to {most} people.", most=MOST_COUNTED))
    return replace(lesson, people=event.number)


def _join(lesson: Lesson, event: e.Join) -> Lesson:
    if event.seat in lesson.seats:
        return _back(lesson, e.Back(event.seat))
    if not event.seat or present(lesson) >= MOST_SEATS:
        raise Refused("many", say("This room is full: it has {n} seats.", n=MOST_SEATS))
    seat = Seat(len(lesson.seats), lesson.sitting)
    return replace(lesson, seats={**lesson.seats, event.seat: seat})


def _back(lesson: Lesson, event: e.Back) -> Lesson:
    seat = lesson.seats.get(event.seat)
    if seat is None:
        raise Refused("seat", say("This phone has no seat in this room. Join first."))
    seat = replace(seat, sitting=lesson.sitting, backs=seat.backs + 1)
    seats = {**lesson.seats, event.seat: seat}
    return replace(lesson, seats=seats, aside=_here(lesson, event.seat))


def _answer(lesson: Lesson, event: e.Answer) -> Lesson:
    if event.seat not in lesson.seats:
        raise Refused("seat", say("This phone has no seat in this room. Join first."))
    if known(lesson, event):
        return lesson
    asked = Question(event.round, event.kind)
    rung = _rung_of(lesson, asked)
    _check_option(lesson, event)
    seats = lesson.nonces.get(asked, {})
    used = seats.get(event.seat, frozenset())
    if len(used) >= MOST_CHANGES:
        words = mark("An answer can be changed {n} times. Keep this one.")
        raise Refused("many", say(words, n=MOST_CHANGES))
    key = (asked.round, asked.kind, rung)
    box = {**lesson.ballots.get(key, {}), event.seat: Ballot(event.option, event.sure)}
    seats = {**seats, event.seat: used | {event.nonce}}
    return replace(
        lesson,
        ballots={**lesson.ballots, key: box},
        nonces={**lesson.nonces, asked: seats},
        aside=_here(lesson, event.seat),
    )


def _rung_of(lesson: Lesson, asked: Question) -> str:
    """Return the rung under which a seat may answer now."""
    if lesson.question != asked or not lesson.stage.open:
        over = say("That is over, or has not begun.")
        raise Refused("phase", f"{over} {open_now(lesson)}")
    rung = lesson.sources[asked]
    if not is_seated(rung):
        raise Refused("phase", say(_BY_HAND[rung]))
    return rung


_BY_HAND: Final = {
    "hands": mark("The room answers by hands now, not on phones."),
    "paper": mark("The room answers by paper now, not on phones."),
}
_SEATED: Final = {
    "phones": mark("The room answers on phones now. Switch to hands or paper first."),
    "tables": mark("The room answers on tables now. Switch to hands or paper first."),
}


def _check_option(lesson: Lesson, event: e.Answer) -> None:
    found = lesson.rounds[event.round]
    options = found.predictions if event.kind == "predict" else found.options
    if not event.nonce:
        raise Refused(
            "malformed", say("An answer needs a nonce: a short word, new for each answer.")
        )
    if event.option not in options:
        words = mark("There is no such answer. There are: {names}.")
        raise Refused("malformed", say(words, names=", ".join(options)))
    if event.sure not in ((1, 2, 3) if event.kind == "statement" else (0,)):
        raise Refused("malformed", say("How sure goes from 1 to 3, and belongs to a statement."))


def _count(lesson: Lesson, event: e.Count) -> Lesson:
    asked = Question(event.round, event.kind)
    if lesson.question != asked or lesson.stage.shown:
        raise Refused(
            "phase", say("Hands are counted from opening a question to showing its tally.")
        )
    rung = lesson.sources[asked]
    if is_seated(rung):
        raise Refused("phase", say(_SEATED[rung]))
    found = lesson.rounds[event.round]
    options = found.predictions if event.kind == "predict" else found.options
    counts = dict(event.counts)
    strange = [option for option in counts if option not in options]
    if strange or len(counts) != len(event.counts):
        raise Refused("malformed", say("Count each once: {names}.", names=", ".join(options)))
    if not all(0 <= number <= MOST_COUNTED for number in counts.values()):
        raise Refused("malformed", say("A count goes from 0 to {most}.", most=MOST_COUNTED))
    key = (asked.round, asked.kind, rung)
    certain = {other: number for other, number in lesson.certain.items() if other != key}
    if event.sure >= 0:
        _check_sure(event, sum(counts.values()))
        certain[key] = event.sure
    return replace(lesson, counts={**lesson.counts, key: counts}, certain=certain)


def _check_sure(event: e.Count, answered: int) -> None:
    if event.kind != "statement":
        raise Refused("malformed", say("How sure belongs to a statement."))
    if event.sure > answered:
        words = mark("{n} have answered, so at most {n} were sure.")
        raise Refused("malformed", say(words, n=answered))


def _source(lesson: Lesson, event: e.Source) -> Lesson:
    if event.rung not in e.RUNGS:
        raise Refused("malformed", say("The rungs are {names}.", names=", ".join(e.RUNGS)))
    asked = lesson.question
    if asked is None or lesson.stage.shown:  # what was shown was decided: only the next one changes
        return replace(lesson, source=event.rung)
    return replace(lesson, source=event.rung, sources={**lesson.sources, asked: event.rung})


def _timer(lesson: Lesson, event: e.Timer) -> Lesson:
    if event.until and not lesson.stage.open:
        raise Refused("phase", say("Time is given while a question is open."))
    return replace(lesson, stage=replace(lesson.stage, until=event.until))


_REST: Final[Mapping[type, Callable[[Lesson, Any], Lesson]]] = {
    e.Begin: _begin,
    e.Sitting: _sitting,
    e.Code: _code,
    e.Gather: _gather,
    e.People: _people,
    e.Join: _join,
    e.Back: _back,
    e.Answer: _answer,
    e.Count: _count,
    e.Source: _source,
    e.Timer: _timer,
    e.Undo: undo,
}
