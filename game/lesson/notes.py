"""What only the teacher sees: the live tally, what a key does next, the card that comes, faults.

The projector never shows any of this early.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.core.showing.parts import CardView
from game.core.story.model import Scene
from game.lesson.plan import place_of, places
from game.lesson.room import Room
from game.lesson.shown import titles
from game.lesson.state import Question, phase
from game.lesson.tally import Tally, present, rounds_of, tally, winners
from game.words import mark, say, sentence

__all__ = ["PLAN", "Notes", "SceneCard", "name_of", "notes", "onward", "what_next"]

PLAN = (
    (0, mark("join")),
    (4, mark("six statements")),
    (7, mark("four scenes")),
    (25, mark("who wrote this")),
    (29, mark("debrief")),
    (40, mark("statements again, and the exit ticket")),
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
    """What the right arrow does now, in a sentence."""
    onward: str
    """The same, as a phrase."""
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
        onward=onward(room),
        live=tally(lesson, asked) if asked else None,
        guesses=tally(lesson, Question(guessed.number, "predict")) if guessed else None,
        card=card,
        question=(card.question or "") if card else "",
        seats=present(lesson),
        connected=room.connected() if room.connected else None,
        source=lesson.source,
        code=lesson.code,
        minutes=minutes,
        plan=say([what for start, what in PLAN if start <= minutes][-1]),
        scenes_left=len(left) - len(stage.choices),
        can_undo=bool(lesson.past),
        notices=tuple(room.notices),
    )


_NAMES = {
    "lobby": mark("lobby"),
    "before": mark("before"),
    "opening": mark("opening"),
    "chapter": mark("chapter"),
    "glance": mark("glance"),
    "scene": mark("scene"),
    "outcome": mark("outcome"),
    "reveal": mark("reveal"),
    "card": mark("card"),
    "ending": mark("ending"),
    "about": mark("about"),
    "debrief": mark("debrief"),
    "after": mark("after"),
    "answers": mark("answers"),
    "ticket": mark("ticket"),
    "end": mark("end"),
    "statement": mark("statement"),
    "vote": mark("vote"),
    "predict": mark("predict"),
    "tally": mark("tally"),
}


def name_of(place: str) -> str:
    """Return the name of a page or a phase, for what has no title."""
    return say(_NAMES[place])


_TURNS = {
    "before": mark("a statement, true or not"),
    "opening": mark("the opening"),
    "chapter": mark("a chapter's card"),
    "glance": mark("a page that is shown once"),
    "scene": mark("the scene"),
    "outcome": mark("what happened"),
    "reveal": mark("the rulebooks"),
    "card": mark("the sentence and its answer"),
    "ending": mark("the ending"),
    "about": mark("who wrote this page"),
    "debrief": mark("looking back"),
    "after": mark("a statement, once more"),
    "answers": mark("what is so"),
    "ticket": mark("the exit ticket"),
    "end": mark("the end"),
}


def what_next(room: Room) -> str:
    """Say what going on does now, in a sentence."""
    turns, words = _onward(room)
    return say("Next: {page}.", page=say(words)) if turns else sentence(say(words))


def onward(room: Room) -> str:
    """Say it as a phrase: the page that comes, or what is done."""
    return say(_onward(room)[1])


def _onward(room: Room) -> tuple[bool, str]:
    """Whether going on turns the page, and to which; else what it does. To be said."""
    lesson = room.lesson
    stage, session = lesson.stage, room.session(lesson)
    waiting = session.trace.waiting
    if stage.page != "scene" or waiting is None or stage.subject != waiting.id:
        there = places(session)
        at = there.index(place_of(lesson)) + 1
        if at < len(there):
            return True, _TURNS[there[at].page]
        return False, mark("This is the last page")
    if stage.open:
        guess = stage.step == "predict"
        return False, mark("Close the prediction") if guess else mark("Close the vote")
    return False, _onward_when_closed(room, waiting)


def _onward_when_closed(room: Room, waiting: Scene) -> str:
    """What going on does with the vote of a scene that nobody can answer now."""
    lesson = room.lesson
    found = lesson.in_hand
    if found is None:
        return mark("Open the vote")
    if lesson.stage.shown:
        tie = len(winners(lesson, found.number)) > 1
        return mark("A tie: pick one") if tie else mark("Follow what the room chose")
    asked = any(r.predictions for r in rounds_of(lesson, "vote", waiting.id))
    if waiting.predict and not asked:
        return mark("Ask for a prediction")
    return mark("Show the tally")
