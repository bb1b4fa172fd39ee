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

__all__ = ["LessonAccount", "Row", "Vote", "lesson_account"]

RUNGS = {
    "phones": "on phones",
    "tables": "on one device a table",
    "hands": "by hands",
    "paper": "with paper cards",
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
        said = f"{self.answered} of {self.of} answered, {self.how}."
        if self.tie:
            said += " A tie: the teacher picked."
        if self.predicted:
            said += f" {self.hits} of {self.predicted} predictions came true."
        return said


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
    believed: tuple[tuple[str, str], ...]
    honesty: str
    notices: tuple[str, ...]

    @property
    def heading(self) -> str:
        """What stands over the report."""
        return "A lesson" if self.ended else "A lesson so far"

    @property
    def byline(self) -> str:
        """Under whom, how much, when."""
        keeper = self.run.view.years[0].name
        many = f"{self.sittings} sittings" if self.sittings > 1 else ""
        parts = (f"{keeper[:1].upper()}{keeper[1:]}", self.run.view.cut, self.day, many)
        return " · ".join(part for part in parts if part)

    @property
    def lead(self) -> str:
        """What this is, and what it isn't."""
        return (
            f"A room voted on {len(self.votes)} of {self.run.of} scenes. Here stand counts, never "
            "who: no name, no address and no phone's own answers are kept. No choice was the right "
            "one, and no figure here is a mark."
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
            sittings=lesson.sitting,
            ended=lesson.stage.page == "end",
            votes=tuple(_vote(room, votes) for votes in looked.scenes),
            judged=looked.statements,
            believed=_believed(looked),
            honesty=looked.honesty,
            notices=tuple(room.notices),
        )
    )


def _believed(looked: RoomDebrief) -> tuple[tuple[str, str], ...]:
    return tuple((when.capitalize(), said) for when, said in looked.believed)


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
        how=RUNGS[last.source],
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
