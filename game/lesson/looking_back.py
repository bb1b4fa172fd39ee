"""The room's debrief: what was voted before and after talk, which predictions held, what was
believed at the start and at the end; and the run's own debrief, from the core.

Counts of a room only: refuses to say anything about one seat, and never says "you improved".
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core.debrief.figures import Debrief
from game.core.playing.looking_back import looking_back
from game.core.story.statements import StatementView, statements
from game.lesson.room import Room
from game.lesson.shown import guessed
from game.lesson.state import Lesson, Question
from game.lesson.tally import Tally, rounds_of, tally
from game.words import joined, many, mark, say

__all__ = ["Judged", "RoomDebrief", "SceneVotes", "honesty", "room_debrief"]


@dataclass(frozen=True, slots=True)
class SceneVotes:
    """One scene as the room voted on it."""

    scene: str
    title: str
    options: tuple[tuple[str, str], ...]
    """Id and label of what could be chosen."""
    tallies: tuple[Tally, ...]
    """Every round that counts, oldest first; the last decided."""
    chosen: str
    """Its id; empty while the room has not chosen."""
    tie: bool
    """The teacher picked among the equal."""
    predicted: int
    hits: int


@dataclass(frozen=True, slots=True)
class Judged:
    """One statement, as the room judged it; None where it was not asked."""

    statement: StatementView
    before: Tally | None
    after: Tally | None


@dataclass(frozen=True, slots=True)
class RoomDebrief:
    """All figures of a lesson, once."""

    scenes: tuple[SceneVotes, ...]
    predicted: int
    hits: int
    statements: tuple[Judged, ...]
    believed: tuple[tuple[str, str], ...]
    """`before` and `after`, each with what the room believed, in a sentence."""
    over: bool
    """Whether the story was played to its end; where not, the ending is the one so far."""
    run: Debrief
    honesty: str


def room_debrief(room: Room) -> RoomDebrief:
    """Fold a lesson into its debrief, as far as it has come."""
    lesson = room.lesson
    session = room.session(lesson)
    voted = dict.fromkeys(
        lesson.rounds[n].subject for n in lesson.stage.rounds if lesson.rounds[n].kind == "vote"
    )
    scenes = tuple(_scene(room, lesson, scene) for scene in voted)
    judged = tuple(_judged(lesson, s) for s in statements(room.story, {}))
    return RoomDebrief(
        scenes=scenes,
        predicted=sum(scene.predicted for scene in scenes),
        hits=sum(scene.hits for scene in scenes),
        statements=tuple(j for j in judged if j.before or j.after),
        believed=tuple(
            (when, words) for when in ("before", "after") if (words := _believed(judged, when))
        ),
        over=session.over,
        run=looking_back(session),
        honesty=honesty(lesson),
    )


def _scene(room: Room, lesson: Lesson, id: str) -> SceneVotes:
    rounds = rounds_of(lesson, "vote", id)
    scene = room.story.scenes.get(id)
    labels = {option.id: option.label for option in scene.options} if scene else {}
    chosen = dict(lesson.stage.choices).get(id, "")
    tallies = tuple(tally(lesson, Question(r.number, "vote")) for r in rounds)
    most = max(number for _, number in tallies[-1].counts)
    equal = sum(1 for _, number in tallies[-1].counts if number == most)
    predicted, hits = guessed(room, lesson, id)
    return SceneVotes(
        scene=id,
        title=scene.title if scene else id,
        options=tuple((option, labels.get(option, option)) for option in rounds[-1].options),
        tallies=tallies,
        chosen=chosen,
        tie=bool(chosen) and equal > 1,
        predicted=predicted.in_ if predicted else 0,
        hits=hits or 0,
    )


def _judged(lesson: Lesson, statement: StatementView) -> Judged:
    found = []
    for when in ("before", "after"):
        rounds = rounds_of(lesson, "statement", statement.id, when)
        counted = tally(lesson, Question(rounds[-1].number, "statement")) if rounds else None
        found.append(counted if counted and counted.in_ else None)
    return Judged(statement, *found)


def _believed(judged: tuple[Judged, ...], when: str) -> str:
    """Say how often the room believed true and false ones: answers, never a mark."""
    parts = []
    for truth, words in (
        (True, mark("{taken} of {answers} answers to the true ones")),
        (False, mark("{taken} of {answers} answers to the false ones")),
    ):
        kind = [
            j.before if when == "before" else j.after for j in judged if j.statement.truth is truth
        ]
        answers = sum(t.in_ for t in kind if t)
        taken = sum(dict(t.counts)["true"] for t in kind if t)
        parts += [say(words, taken=taken, answers=answers)] if answers else []
    return say("the room believed {told}", told=joined(parts)) if parts else ""


def honesty(lesson: Lesson) -> str:
    """Say how far to trust it: `27 of 31 voted, 2 reconnected, 0 duplicates counted`."""
    boxes = [(key, box) for key, box in lesson.ballots.items() if key[1] == "vote"]
    voted = {seat for _, box in boxes for seat in box}
    back = sum(1 for seat in lesson.seats.values() if seat.backs)
    counted = [tally(lesson, Question(n, "vote")) for n in lesson.rounds if _counted(lesson, n)]
    twice = 0
    for found in counted:
        seats = lesson.ballots.get((found.round, found.kind, found.source), {})
        twice += max(found.in_ - len(seats), 0)
    by_hand = sum(1 for key in lesson.counts if key[1] == "vote")
    if not lesson.seats and by_hand:
        return many(
            "{n} vote counted by hand, no phone took part",
            "{n} votes counted by hand, no phone took part",
            by_hand,
        )
    figures = {"voted": len(voted), "of": len(lesson.seats), "back": back, "twice": twice}
    words = mark("{voted} of {of} voted, {back} reconnected, {twice} duplicates counted")
    if by_hand:
        words = mark(
            "{voted} of {of} voted, {back} reconnected, {twice} duplicates counted; "
            "{n} counted by hand"
        )
    return say(words, n=by_hand, **figures)


def _counted(lesson: Lesson, number: int) -> bool:
    source = lesson.sources.get(Question(number, "vote"))
    return number in lesson.stage.rounds and source in ("phones", "tables")
