"""The booster: five minutes, a week after a year. Six other statements, and sentences left open.

Told at once is what is on record, the true and the false apart. Refuses to count a gain: what
was said here is never set against what was said before.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.core.debrief.figures import MetClaim
from game.core.playing.looking_back import looking_back
from game.core.playing.session import Refused, Session
from game.core.run.saved import SURE
from game.core.saves.runs import MARKS, RunFile, Runs, SaveError, changed_at
from game.core.saves.sittings import Sitting, Sittings
from game.core.showing.cards import card
from game.core.showing.parts import CardView
from game.core.story.model import Story
from game.core.story.statements import StatementView, believed, statements
from game.words import say, series

__all__ = ["FITTING", "Booster", "Question", "due", "open_booster"]

DAY = 86_400
WEEK = 7 * DAY
MOST = 6
"""Sentences of one sitting: with six statements about five minutes."""

_STANDS, _IN_PART, _FALLS, _OPEN = MARKS
FITTING = {
    "documented": (_STANDS,),
    "partly documented": (_IN_PART,),  # not said
    "outdated": (_IN_PART, _FALLS),
    "contested": (_IN_PART, _OPEN),
    "not found": (_FALLS, _OPEN),  # not said
    "false": (_FALLS,),
    "opinion": MARKS,
}
"""Verdict to the marks that say much the same; an opinion is everybody's own."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked: a statement, or a sentence of the page."""

    statement: StatementView | None
    """Its `after` is what was said in this sitting."""
    card: CardView | None
    """Its `mark` is what was said in this sitting."""
    before: str | None = None
    """What the sentence was marked in the year."""

    @property
    def answered(self) -> bool:
        """Something was said, so what is on record can be told."""
        said = self.statement.after if self.statement else self.card and self.card.mark
        return said is not None


class Booster:
    """One sitting: questions in order, answers kept one by one."""

    def __init__(
        self, story: Story, sittings: Sittings, sitting: Sitting, met: Iterable[MetClaim]
    ) -> None:
        self.story, self.sittings, self.sitting = story, sittings, sitting
        self.path = sittings.new_path()
        self._met = tuple(met)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything that is asked, with what was said so far."""
        said = {"after": self.sitting.statements}
        asked = [Question(view, None) for view in statements(self.story, said, "booster")]
        for met in self._met:
            view = card(self.story, met.id, self.sitting.marks.get(met.id))
            asked.append(Question(None, view, met.mark))
        return tuple(asked)

    @property
    def believed(self) -> str:
        """What was believed, the true ones and the false ones apart."""
        return believed(self.story, self.sitting.statements, "booster")

    def judge(self, id: str, truth: bool | None, sure: int = 2) -> None:
        """Say whether a statement is true, and how surely (1 to 3); None takes it back."""
        known = {s.id for s in self.story.statements if s.set == "booster"}
        if id not in known or sure not in SURE:
            raise Refused(say("There is no statement `{id}`.", id=id))
        said = {each: was for each, was in self.sitting.statements.items() if each != id}
        said |= {} if truth is None else {id: (truth, sure)}
        self.sitting = replace(self.sitting, statements=said)

    def mark(self, id: str, word: str | None) -> None:
        """Mark a sentence as stands, in part, falls or can't tell; None takes the mark off."""
        if id not in {met.id for met in self._met} or word not in (*MARKS, None):
            raise Refused(say("Mark it as one of: {marks}.", marks=series(MARKS)))
        marks = {each: was for each, was in self.sitting.marks.items() if each != id}
        self.sitting = replace(self.sitting, marks=marks | ({id: word} if word else {}))

    def end(self) -> None:
        """It was gone through to its end."""
        self.sitting = replace(self.sitting, done=True)

    def save_or_say(self) -> str | None:
        """Keep what was said; return a sentence instead of raising where it can't be done."""
        said = self.sitting.statements or self.sitting.marks
        if not said and not self.path.exists():  # what was taken back is not kept either
            return None
        try:
            self.sittings.save(self.sitting, self.path)
        except SaveError as error:
            return str(error)
        return None


def open_booster(story: Story, runs: Runs, sittings: Sittings) -> Booster | None:
    """Open a sitting on the newest finished year; None where nobody has finished one.

    A sitting on the same year that was broken off within a day is gone on with.
    """
    file = _last_year(story, runs)
    if file is None:
        return None
    try:
        session = Session.resume(story, file, None)
    except SaveError:
        return None
    earlier = sittings.of(story.head.id)
    for old in earlier[:1]:
        fresh = time.time() - old.when < DAY
        if old.sitting.run == file.path.name and not old.sitting.done and fresh:
            asked = _open_ones(story, session, [each.sitting for each in earlier[1:]])
            booster = Booster(story, sittings, old.sitting, asked)
            booster.path = old.path
            return booster
    asked = _open_ones(story, session, [each.sitting for each in earlier])
    return Booster(story, sittings, Sitting(story.head.id, file.path.name), asked)


def due(story: Story, runs: Runs, sittings: Sittings) -> bool:
    """Whether a year was finished a week ago or more, and no booster was begun since."""
    file = _last_year(story, runs)
    if file is None or time.time() - changed_at(file.path) < WEEK:
        return False
    since = changed_at(file.path)
    return not any(each.when > since for each in sittings.of(story.head.id))


def _last_year(story: Story, runs: Runs) -> RunFile | None:
    """The finished run of this story that was written last."""
    last: RunFile | None = None
    for path in runs.paths():
        try:
            file = runs.load(path)
        except SaveError:
            continue
        run = file.run
        fits = run.keeper in story.rulebooks and run.cut in story.head.cuts
        if run.story != story.head.id or not run.finished or not fits:
            continue
        if last is None or changed_at(path) > changed_at(last.path):
            last = file
    return last


def _open_ones(story: Story, session: Session, earlier: Iterable[Sitting]) -> tuple[MetClaim, ...]:
    """Sentences marked otherwise than the record first, then those without a mark.

    What was asked in an earlier sitting comes last. A sentence that never stands without its
    correction is not asked at all: there would be nothing left to say.
    """
    asked = {id for sitting in earlier for id in sitting.marks}
    open_ones = [
        met
        for met in looking_back(session).claims
        if met.mark not in FITTING[met.verdict] or met.mark is None
        if not story.claims[met.id].why_believed
    ]
    open_ones.sort(key=lambda met: (met.id in asked, met.mark is None))
    return tuple(open_ones[:MOST])
