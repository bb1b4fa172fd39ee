"""What one phone is told: the state of `GET /state`, plain data and nothing secret.

No tally before the teacher shows it, for anybody; another seat's answer never. What all phones
share is made once a version, so that a thousand of them can ask at the same moment.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.core.showing.parts import CardView
from game.core.showing.views import (
    EndingPage,
    GlancePage,
    OpeningPage,
    OutcomePage,
    RevealPage,
    ScenePage,
)
from game.core.story.statements import StatementView
from game.lesson.room import Room
from game.lesson.shown import AnswerView, Screen, letters, screen, true_or_false
from game.lesson.state import Ballot, Question
from game.lesson.tally import answers, rounds_of
from game.words import mark, say

__all__ = ["Phones"]

LOOK_UP = mark("Look at the screen in front.")
BYE = mark("Thank you. You can close this page.")


class Phones:
    """States for phones, of one room."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self._version = -1
        self._shared: dict[str, Any] = {}
        self._votes: Mapping[str, Ballot] = {}
        self._guesses: Mapping[str, Ballot] = {}

    def state(self, seat: str) -> dict[str, Any]:
        """Return the whole state for a seat that is known."""
        return {**self.shared(), **self.own(seat)}

    def shared(self) -> dict[str, Any]:
        """Return what every phone is told."""
        if self._version != self.room.version:
            self._shared = _shared(self.room, screen(self.room))
            self._votes, self._guesses = _boxes(self.room)
            self._version = self.room.version
        return self._shared

    def own(self, seat: str) -> dict[str, Any]:
        """Return what only this phone is told: its own answers and its alias."""
        self.shared()
        vote, guess = self._votes.get(seat), self._guesses.get(seat)
        return {
            "vote": vote.option if vote else None,
            "sure": (vote.sure or None) if vote else None,
            "prediction": guess.option if guess else None,
            "alias": self.room.alias(seat),
        }


def _boxes(room: Room) -> tuple[Mapping[str, Ballot], Mapping[str, Ballot]]:
    """What was answered on this page, and what was predicted of its scene, by seat."""
    lesson = room.lesson
    voted = rounds_of(lesson, "vote", lesson.stage.subject)
    found = lesson.in_hand or (voted[-1] if voted else None)
    guessed = next((r for r in reversed(voted) if r.predictions), None)
    return (
        answers(lesson, Question(found.number, found.kind)) if found else {},
        answers(lesson, Question(guessed.number, "predict")) if guessed else {},
    )


def _shared(room: Room, shown: Screen) -> dict[str, Any]:
    asked = shown.asked
    made: dict[str, Any] = {
        "version": shown.version,
        "phase": shown.phase,
        "page": shown.page,
        "round": asked.round if asked else 0,
        "scene": room.lesson.stage.subject if shown.page not in _STATEMENTS else "",
        "statement": room.lesson.stage.subject if shown.page in _STATEMENTS else "",
        "title": shown.title,
        "text": _text(room, shown),
        "question": asked.words if asked and (asked.open or asked.kind != "predict") else "",
        "options": [_option(view) for view in _answers(room, shown)],
        "open": bool(asked and asked.open),
        "source": asked.source if asked else room.lesson.source,
        "second": bool(asked and asked.second),
        "in": asked.in_ if asked else 0,
        "of": asked.of if asked else shown.seats,
    }
    if shown.tally is not None:
        made["tally"] = dict(shown.tally.counts)
    return made


_STATEMENTS = ("before", "after", "answers")


def _option(view: AnswerView) -> dict[str, Any]:
    closed: Any = view.closed or False
    return {"id": view.id, "letter": view.letter, "label": view.label, "closed": closed}


def _answers(room: Room, shown: Screen) -> tuple[AnswerView, ...]:
    """What can be answered, or what was: in a prediction its answers, else the scene's options."""
    asked = shown.asked
    if asked is not None and (asked.kind != "predict" or asked.open):
        return asked.answers
    session = room.session(room.lesson)
    if shown.page in ("scene", "outcome", "reveal") and shown.n >= 0:
        scene = session.pages.scene(shown.n) if not _is_event(shown.story) else None
        return letters(scene.options) if scene else ()
    if shown.page in ("before", "after"):
        return true_or_false()
    return ()


def _is_event(page: object) -> bool:
    return isinstance(page, OutcomePage | RevealPage) and page.event


def _text(room: Room, shown: Screen) -> str:
    """The page's words, for whoever can't see the projector."""
    match shown.story:
        case OpeningPage() as page:
            watching = [f"{short}: {who}" for short, who in page.watching]
            head = [say("These only watch:")] if watching else []
            return "\n\n".join([*page.paragraphs, page.keeper_line, *head, *watching])
        case ScenePage() | GlancePage() | EndingPage() as page:
            return "\n\n".join(page.paragraphs)
        case OutcomePage() as page:
            return "\n\n".join([*page.paragraphs, *page.effects])
        case RevealPage() as page:
            return card_words(page.card)
        case CardView() as card:
            return card_words(card)
    if shown.statement is not None:
        return _statement(shown.statement, shown.page == "answers")
    if shown.about is not None:
        return "\n\n".join(shown.about.lines)
    if shown.page == "ticket":
        return shown.transfer
    return say(BYE if shown.page == "end" else LOOK_UP)


def _statement(view: StatementView, answered: bool) -> str:
    if not (answered and view.answer):
        return view.says
    truth = mark("True. {answer}") if view.truth else mark("Not true. {answer}")
    return f"{view.says}\n\n{say(truth, answer=view.answer)}"


def card_words(card: CardView) -> str:
    """Say a sentence's card as one text, for whoever can't see the projector."""
    said = say(
        "“{words}” ({speaker}, {place})",
        words=" ".join(card.words.split()), speaker=card.speaker, place=card.place,
    )  # fmt: skip
    record = say("On record: {verdict}.", verdict=say(card.verdict)) if card.verdict else ""
    plain = say("In plain words: {words}", words=card.plain) if card.plain else ""
    if card.why_believed:  # nothing speaks for it: corrected before it is quoted
        facts = say("The facts first: {words}", words=card.answer_line) if card.answer_line else ""
        parts = [facts, record, said, plain, card.question]
    else:
        parts = [said, plain, *_both(card), record, card.question]
    return "\n\n".join(part for part in parts if part)


def _both(card: CardView) -> list[str]:
    other = say("The other side: {words}", words=card.answer_line) if card.answer_line else ""
    return [other, say("For it: {words}", words=card.for_line) if card.for_line else ""]
