"""The account of a lesson: what a room voted, guessed and believed; counts, and nobody's own.

Built on the account of the run that the room chose. Refuses a row for a seat: whoever wants more
has the journal, and that knows no names either.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from game.lesson.looking_back import Judged, RoomDebrief, SceneVotes, room_debrief
from game.lesson.room import Room
from game.lesson.shown import LETTERS
from game.lesson.tally import Tally
from game.report.account import Account, account
from game.report.shown import cleaned
from game.words import capital, many, mark, say

__all__ = ["LessonAccount", "Row", "Vote", "lesson_account"]

RUNGS = {
    "phones": mark("on phones"),
    "tables": mark("on one device a table"),
    "hands": mark("by hands"),
    "paper": mark("with paper cards"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One answer, and how many gave it."""

    letter: str
    id: str
    label: str
    first: int | None
    """In the first vote, where there were two."""
    first_share: int | None
    """In whole per cent."""
    last: int
    share: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Vote:
    """One scene."""

    scene: str
    title: str
    rows: tuple[Row, ...]
    answered: int
    of: int
    first_answered: int | None
    how: str
    """Such as `on phones`."""
    tie: bool
    predicted: int
    hits: int
    prompt: str
    """The question that was on screen."""
    claim: str
    """The sentence that it belongs to."""
    chosen: str

    @property
    def line(self) -> str:
        """How many, how, and what followed."""
        told = [say("{n} of {of} answered, {how}.", n=self.answered, of=self.of, how=self.how)]
        if self.tie:
            told.append(say("A tie: the teacher picked."))
        if self.predicted:
            made = self.predicted
            told.append(say("{n} of {of} predictions came true.", n=self.hits, of=made))
        return " ".join(told)


@dataclass(frozen=True, slots=True)
class LessonAccount:
    """One lesson, told once."""

    run: Account
    """The run that the room chose, as an account of its own."""
    day: str
    sittings: int
    ended: bool
    votes: tuple[Vote, ...]
    judged: tuple[Judged, ...]
    believed: tuple[str, ...]
    """A sentence before the year, and one after it."""
    honesty: str
    notices: tuple[str, ...]

    @property
    def heading(self) -> str:
        """What stands over the report."""
        return say("A lesson") if self.ended else say("A lesson so far")

    @property
    def byline(self) -> str:
        """Under whom, how much, when."""
        keeper, n = capital(self.run.view.years[0].name), self.sittings
        sittings = many("{n} sitting", "{n} sittings", n) if n > 1 else ""
        parts = (keeper, self.run.view.cut, self.day, sittings)
        return " · ".join(part for part in parts if part)

    @property
    def lead(self) -> str:
        """What this is, and what it isn't."""
        return say(
            "A room voted on {n} of {of} scenes. Here stand counts, never "
            "who: no name, no address and no phone's own answers are kept. No choice was the right "
            "one, and no figure here is a mark.",
            n=len(self.votes),
            of=self.run.of,
        )


def lesson_account(room: Room) -> LessonAccount:
    """Gather what is told of a lesson, as far as it went."""
    looked = room_debrief(room)
    lesson = room.lesson
    day = date.fromtimestamp(lesson.at).isoformat() if lesson.at else ""
    return cleaned(
        LessonAccount(
            run=account(room.session(), day),
            day=day,
            sittings=lesson.opened,
            ended=lesson.stage.page == "end",
            votes=tuple(_vote(room, votes) for votes in looked.scenes),
            judged=looked.statements,
            believed=_believed(looked),
            honesty=looked.honesty,
            notices=tuple(room.notices),
        )
    )


def _believed(looked: RoomDebrief) -> tuple[str, ...]:
    words = {"before": mark("Before: {words}."), "after": mark("After: {words}.")}
    return tuple(say(words[when], words=said) for when, said in looked.believed)


def _vote(room: Room, votes: SceneVotes) -> Vote:
    last = votes.tallies[-1]
    first = votes.tallies[0] if len(votes.tallies) > 1 else None
    scene = room.story.scenes.get(votes.scene)
    claim = room.story.claims.get(scene.claims[0]) if scene and scene.claims else None
    return Vote(
        scene=votes.scene,
        title=votes.title,
        rows=tuple(_row(n, votes, first, last) for n in range(len(votes.options))),
        answered=last.in_,
        of=last.of,
        first_answered=first.in_ if first else None,
        how=say(RUNGS[last.source]),
        tie=votes.tie,
        predicted=votes.predicted,
        hits=votes.hits,
        prompt=(claim.question or "") if claim else "",
        claim=claim.id if claim else "",
        chosen=votes.chosen,
    )


def _row(n: int, votes: SceneVotes, first: Tally | None, last: Tally) -> Row:
    id, label = votes.options[n]
    return Row(
        LETTERS[n],
        id,
        label,
        dict(first.counts).get(id, 0) if first else None,
        first.share(id) if first else None,
        dict(last.counts).get(id, 0),
        last.share(id),
        votes.chosen == id,
    )
