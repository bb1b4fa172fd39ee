"""The teacher's verbs: what one key does, as the events it makes. Nothing here is a phone's.

`go_on` walks the whole lesson by itself; `toggle` is Space, `show` is Enter, `pick` a digit. A
step that makes several events is undone as one. Refuses, with a sentence for the status line.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.core.playing.session import Session
from game.core.showing import prediction
from game.core.showing.views import RevealPage
from game.lesson import events as e
from game.lesson.code import new_code
from game.lesson.plan import Place, place_of, places
from game.lesson.refused import Refused
from game.lesson.room import Room
from game.lesson.state import Question
from game.lesson.tally import rounds_of, tally, winners
from game.words import mark, say

__all__ = ["EXAMPLE", "Teacher"]

ANSWERS = ("true", "false")
EXAMPLE = ("12", "9", "4", "3", "2", "2", "1", "1")
"""Counts of hands, as many as there are answers: what somebody might type."""


class Teacher:
    """The hands on the keyboard of the laptop in front."""

    def __init__(self, room: Room) -> None:
        self.room = room

    @property
    def session(self) -> Session:
        """The room's run, at the page on screen."""
        return self.room.session(self.room.ahead)

    def _do(self, *events: e.Event) -> None:
        for event in events:
            self.room.submit(event)

    # Pages

    def go_on(self) -> None:
        """Do the next thing: ask, close, predict, show, follow, or turn the page."""
        if self._in_hand():
            self._go_on_in_scene()
        else:
            self._turn(+1)

    def go_back(self) -> None:
        """Turn back a page; nothing is undone, and a page shown once stays over."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        lesson = self.room.ahead
        there = places(self.session)
        at = there.index(place_of(lesson)) + by
        if by < 0:
            while at > 0 and there[at].page == "glance":
                at -= 1
        if not 0 <= at < len(there):
            raise Refused("phase", say("There is no page beyond this one."))
        self._go_to(there[at])

    def to_debrief(self) -> None:
        """Leave the story here and go to who wrote this page; `go_back` comes back."""
        there = places(self.session)
        self._go_to(next(p for p in there if p.page in ("about", "debrief")))

    def to_statements(self) -> None:
        """Go to the statements after, when time is short."""
        there = places(self.session)
        self._go_to(next(p for p in there if p.page in ("after", "ticket")))

    def _go_to(self, place: Place) -> None:
        first = True
        if self.room.ahead.stage.open:
            self._do(e.Close())
            first = False
        self._do(e.Show(*place, first=first))
        if place.page in ("before", "after"):
            self._ask_statement(first=False)

    def _ask_statement(self, first: bool) -> None:
        stage = self.room.ahead.stage
        asked = rounds_of(self.room.ahead, "statement", stage.subject, stage.page)
        if asked:
            self._do(e.Reopen(asked[-1].number, "statement", first))
        else:
            self._do(e.Ask("statement", stage.subject, ANSWERS, stage.page, first))

    # The round

    def _in_hand(self) -> bool:
        """Whether the page is the scene that waits for the room."""
        stage, waiting = self.room.ahead.stage, self.session.trace.waiting
        return stage.page == "scene" and waiting is not None and stage.subject == waiting.id

    def _go_on_in_scene(self) -> None:
        stage = self.room.ahead.stage
        if stage.shown and self.room.ahead.in_hand:
            self._follow()
        elif stage.open:
            self._do(e.Close())
        elif self.room.ahead.in_hand is None:
            self._ask_vote()
        elif self._predicts():
            self._ask_prediction()
        else:
            self._do(e.Reveal(True))

    def _ask_vote(self) -> None:
        page = self.session.page
        options = tuple(o.id for o in getattr(page, "options", ()) if o.closed is None)
        self._do(e.Ask("vote", self.room.ahead.stage.subject, options))

    def _predicts(self) -> bool:
        """Whether this scene asks for a prediction, and the room has not been asked yet."""
        waiting = self.session.trace.waiting
        if waiting is None or waiting.predict is None:
            return False
        rounds = rounds_of(self.room.ahead, "vote", waiting.id)
        return not any(r.predictions for r in rounds)

    def _ask_prediction(self) -> None:
        session = self.session
        waiting = session.trace.waiting
        assert waiting is not None
        answers = prediction.choices(session.game, waiting, session.trace.state)
        self._do(e.Ask("predict", waiting.id, tuple(key for key, _ in answers)))

    def _follow(self) -> None:
        found = self.room.ahead.in_hand
        best = winners(self.room.ahead, found.number) if found else ()
        if len(best) > 1:
            raise Refused("phase", say("A tie. Pick one of the equal ones."))
        self._do(*(e.Choose(option) for option in best))

    def toggle(self) -> None:
        """Space: open or close what this page asks; after the tally, a second vote."""
        lesson = self.room.ahead
        stage, found = lesson.stage, lesson.in_hand
        if stage.open:
            self._do(e.Close())
        elif stage.page in ("before", "after"):
            self._ask_statement(first=True)
        elif not self._in_hand():
            raise Refused("phase", say("There is nothing to vote on here."))
        elif found is None or stage.shown:
            self._ask_vote()
        else:
            self._do(e.Reopen(found.number, stage.step))

    def predict(self) -> None:
        """Ask what the score will do, where this scene does and the room was not asked yet."""
        if not (self._in_hand() and self.room.ahead.in_hand and self._predicts()):
            raise Refused("phase", say("This scene asks for no prediction now."))
        self._ask_prediction()

    def show(self) -> None:
        """Enter: show the tally, or hide it again."""
        stage = self.room.ahead.stage
        if not self._in_hand() or self.room.ahead.in_hand is None:
            raise Refused("phase", say("There is no tally to show here."))
        self._do(e.Reveal(not stage.shown))

    def pick(self, option: str) -> None:
        """Pick among the equal in a tie; or say what the room answered to a chapter's task."""
        page = self.session.page if self.room.ahead.stage.page == "reveal" else None
        if isinstance(page, RevealPage) and page.task is not None:
            keys = [key for key, _ in page.task.choices]
            if keys and option not in keys:
                words = mark("Answer with one of: {names}.")
                raise Refused("malformed", say(words, names=", ".join(keys)))
            self._do(e.Said(page.card.id, option if keys else "aloud"))
            return
        if not self._in_hand():
            raise Refused("phase", say("There is nothing to pick on this page."))
        self._do(e.Choose(option))

    def undo(self) -> None:
        """Take the last step back. Answers are never taken back."""
        self._do(e.Undo())

    # Rungs, counts, the room

    def use(self, rung: str) -> None:
        """Count by `phones`, `tables`, `hands` or `paper` from now on, this question included."""
        self._do(e.Source(rung))

    def count(self, counts: Mapping[str, int], sure: int | None = None) -> None:
        """Put the teacher's own count of hands or cards in place of the one before."""
        asked = self._asked()
        certain = -1 if sure is None else sure
        self._do(e.Count(asked.kind, asked.round, tuple(counts.items()), certain))

    def count_line(self, typed: str) -> None:
        """Read `12 9 4`, one number an option; of a statement also `12 9 / 7`: 7 were sure."""
        asked = self._asked()
        options = [option for option, _ in tally(self.room.ahead, asked).counts]
        counted, slash, certain = typed.replace(",", " ").partition("/")
        words, sure = counted.split(), certain.split()
        numbers = all(word.isascii() and word.isdigit() for word in (*words, *sure))
        if len(words) != len(options) or len(sure) != len(slash) or not numbers:
            raise Refused("malformed", _wanted(len(options), asked.kind))
        counts = dict(zip(options, (int(word[:6]) for word in words), strict=True))
        self.count(counts, int(sure[0][:6]) if sure else None)

    def adjust(self, option: str, by: int) -> None:
        """One hand more or less."""
        counted = tally(self.room.ahead, self._asked())
        counts = dict(counted.counts)
        if option not in counts:
            raise Refused("malformed", say("There is no `{word}` here.", word=option))
        counts[option] = max(counts[option] + by, 0)
        sure = counted.certain
        self.count(counts, None if sure is None else min(sure, sum(counts.values())))

    def _asked(self) -> Question:
        asked = self.room.ahead.question
        if asked is None:
            raise Refused("phase", say("Nothing is asked now."))
        return asked

    def people(self, number: int) -> None:
        """Say how many are in the room; 0 for unknown."""
        self._do(e.People(number))

    def change_code(self, everybody_out: bool = False) -> None:
        """Another room code; with `everybody_out` every phone has to join anew."""
        self._do(e.Code(new_code(), everybody_out))

    def time(self, seconds: int) -> None:
        """Give the open question some time, or some more; 0 takes the timer off."""
        until = self.room.ahead.stage.until
        start = max(until, int(self.room.now()))
        self._do(e.Timer(start + seconds if seconds else 0))


def _wanted(answers: int, kind: str) -> str:
    """Say how counts are typed."""
    words = mark("Type {n} numbers, such as {example}.")
    if kind == "statement":
        words = mark(
            "Type {n} numbers, such as {example}. Behind a slash may stand how many were sure: "
            "12 9 / 7."
        )
    return say(words, n=answers, example=" ".join(EXAMPLE[:answers]))
