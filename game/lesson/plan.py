"""The lesson's pages in order: lobby, statements, the story's own script, who wrote this page, the
debrief, the statements again, the exit ticket. Only as far as the story has been played.
"""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import Final, NamedTuple

from game.core.playing.session import Session
from game.core.run.saved import Run
from game.core.run.trace import Choice
from game.core.story.model import Story
from game.core.story.statements import statements
from game.lesson.state import Lesson

__all__ = ["DEBRIEF_PAGES", "STORY_PAGES", "Place", "Sessions", "place_of", "places"]

DEBRIEF_PAGES: Final = ("choices", "year", "unscored", "question")
"""What the debrief's pages are about: what this room chose, the year under every rulebook, what
no score saw, and the last question."""
STORY_PAGES: Final = (
    "opening",
    "chapter",
    "glance",
    "scene",
    "outcome",
    "reveal",
    "card",
    "ending",
)


class Place(NamedTuple):
    """One page of the lesson."""

    page: str
    n: int
    subject: str = ""


def place_of(lesson: Lesson) -> Place:
    """Return the page on screen."""
    return Place(lesson.stage.page, lesson.stage.n, lesson.stage.subject)


class Sessions:
    """The room's run as sessions of the core; the fold is made once for the same choices."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._made = lru_cache(maxsize=4)(self._make)

    def at(self, lesson: Lesson) -> Session:
        """Return the room's run, at the page on screen; a session of the caller's own."""
        stage = lesson.stage
        session = copy(
            self._made(lesson.keeper, lesson.cut, stage.choices, stage.glanced, stage.said)
        )
        if stage.page in STORY_PAGES:
            session.turn_to(stage.page, stage.n)  # type: ignore[arg-type]  # a kind: just checked
        return session

    def _make(
        self,
        keeper: str,
        cut: str,
        choices: tuple[tuple[str, str], ...],
        glanced: tuple[str, ...],
        said: tuple[tuple[str, str], ...],
    ) -> Session:
        story = self.story
        made = tuple(Choice(scene, option) for scene, option in choices)
        run = Run(story.head.id, story.digest, keeper, cut, choices=made, answers=dict(said))
        session = Session(story, run, predictions=False)
        session.skip_glances(glanced)
        return session


def places(session: Session) -> tuple[Place, ...]:
    """Return every page so far, and those that can be gone to without playing on."""
    story = session.story
    asked = statements(story, {})
    told = [
        Place(stop.kind, stop.turn, _subject(session, stop.turn))
        for stop in session.stops
        if stop.kind != "debrief"
    ]
    judged = [Place(when, n, s.id) for when in ("before", "after") for n, s in enumerate(asked)]
    before, after = judged[: len(asked)], judged[len(asked) :]
    who = [Place("about", 0)] if story.about else []
    debrief = [Place("debrief", n) for n in range(len(DEBRIEF_PAGES))]
    answers = [Place("answers", n, s.id) for n, s in enumerate(asked)]
    last = [Place("ticket", 0), Place("end", 0)]
    return (Place("lobby", 0), *before, *told, *who, *debrief, *after, *answers, *last)


def _subject(session: Session, turn: int) -> str:
    """The scene that a page is about; the ending is about none."""
    turns = session.trace.turns
    if 0 <= turn < len(turns):
        return turns[turn].scene.id
    waiting = session.trace.waiting
    return waiting.id if waiting and turn >= 0 else ""
