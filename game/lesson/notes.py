"""What only the teacher sees: the live tally, what a key does next, the card that comes, faults.

The projector never shows any of this early.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.core.parts import CardView
from game.lesson.plan import place_of, places
from game.lesson.room import Room
from game.lesson.shown import titles
from game.lesson.state import Question, phase
from game.lesson.tally import Tally, present, rounds_of, tally, winners

__all__ = ["PLAN", "Notes", "SceneCard", "notes", "what_next"]

PLAN = (
    (0, "join"),
    (4, "six statements"),
    (7, "four scenes"),
    (25, "who wrote this"),
    (29, "debrief"),
    (40, "statements again, and the exit ticket"),
)
"""Minutes from the start, and what the plan has there."""


class SceneCard(Protocol):
    """What a guide has for a teacher while a scene is on screen."""

    @property
    def point(self) -> str:
        """What this scene is there for."""

    @property
    def ask(self) -> tuple[str, ...]:
        """Follow-up questions, in words for the class."""

    @property
    def trap(self) -> str:
        """What goes wrong in the room, and what helps."""

    @property
    def room(self) -> tuple[str, ...]:
        """What the room is likely to say."""


@dataclass(frozen=True, slots=True)
class Notes:
    """The teacher's own view."""

    version: int
    phase: str
    page: str
    title: str
    next: str
    """What the right arrow does now."""
    live: Tally | None
    """The tally of what is asked, shown or not."""
    guesses: Tally | None
    """The predictions so far."""
    card: CardView | None
    """The record card of the scene on screen."""
    question: str
    seats: int
    connected: int | None
    """Phones in touch now; None without a server."""
    source: str
    code: str
    minutes: int
    """Since this sitting began."""
    plan: str
    """What the plan has at this minute."""
    scenes_left: int
    can_undo: bool
    notices: tuple[str, ...]


def notes(room: Room) -> Notes:
    """Return what the teacher's second screen shows."""
    lesson, story = room.lesson, room.story
    stage, session = lesson.stage, room.session(lesson)
    asked = lesson.question
    rounds = rounds_of(lesson, "vote", stage.subject)
    guessed = next((r for r in reversed(rounds) if r.predictions), None)
    scene = story.scenes.get(stage.subject)
    claim = scene.claims[0] if scene and scene.claims else None
    card = session.card(claim) if claim else None
    minutes = max(int(room.now()) - lesson.at, 0) // 60
    left = [s for s in session.game.scenes if not s.event]
    return Notes(
        version=room.version,
        phase=phase(lesson),
        page=stage.page,
        title=scene.title if scene else titles(room).get(stage.page, ""),
        next=what_next(room),
        live=tally(lesson, asked) if asked else None,
        guesses=tally(lesson, Question(guessed.number, "predict")) if guessed else None,
        card=card,
        question=(card.question or "") if card else "",
        seats=present(lesson),
        connected=room.connected() if room.connected else None,
        source=lesson.source,
        code=lesson.code,
        minutes=minutes,
        plan=[what for start, what in PLAN if start <= minutes][-1],
        scenes_left=len(left) - len(stage.choices),
        can_undo=bool(lesson.past),
        notices=tuple(room.notices),
    )


_TURNS = {
    "before": "a statement, true or not",
    "opening": "the opening",
    "chapter": "a chapter's card",
    "glance": "a page that is shown once",
    "scene": "the scene",
    "outcome": "what happened",
    "reveal": "the rulebooks",
    "card": "the sentence and its answer",
    "ending": "the ending",
    "about": "who wrote this page",
    "debrief": "looking back",
    "after": "a statement, once more",
    "answers": "what is so",
    "ticket": "the exit ticket",
    "end": "the end",
}


def what_next(room: Room) -> str:
    """Say what going on does now."""
    lesson = room.lesson
    stage, session = lesson.stage, room.session(lesson)
    waiting = session.trace.waiting
    if stage.page != "scene" or waiting is None or stage.subject != waiting.id:
        there = places(session)
        at = there.index(place_of(lesson)) + 1
        return f"Next: {_TURNS[there[at].page]}." if at < len(there) else "This is the last page."
    if stage.open:
        return f"Close the {'prediction' if stage.step == 'predict' else 'vote'}."
    found = lesson.in_hand
    if found is None:
        return "Open the vote."
    if stage.shown:
        best = winners(lesson, found.number)
        return "A tie: pick one." if len(best) > 1 else "Follow what the room chose."
    asked = any(r.predictions for r in rounds_of(lesson, "vote", waiting.id))
    return "Ask for a prediction." if waiting.predict and not asked else "Show the tally."
