"""What a room is shown: the projector's screen as a frozen view, for every face.

Story pages are the core's own views; here stand only the question, its tally and the place. The
tally is None until the teacher shows it, so that no face can give it away.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core.showing import prediction
from game.core.showing.parts import Margin, OptionView
from game.core.showing.views import OutcomePage, Page, ScenePage
from game.core.story.claims import About
from game.core.story.statements import StatementView, statements
from game.lesson.plan import STORY_PAGES
from game.lesson.room import Room
from game.lesson.state import Lesson, Question, phase
from game.lesson.tally import Tally, present, rounds_of, tally, winners
from game.words import mark, say

__all__ = [
    "LETTERS",
    "SHAPES",
    "AnswerView",
    "Asked",
    "Screen",
    "asked_of",
    "guessed",
    "letters",
    "pickable",
    "screen",
    "tally_of",
    "titles",
    "true_or_false",
]

LETTERS = "ABCDEFGH"
SHAPES = "●■▲◆★✚⬟⬢"
"""A shape for each letter, on projector, phones and paper alike: colour never stands alone."""
TRUE_OR_FALSE = (("true", mark("True")), ("false", mark("Not true")))
"""A statement's two answers, and what is said of them."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer that can be given; a closed option has no letter."""

    id: str
    letter: str
    label: str
    closed: str = ""
    """Why it can't be chosen, in a line."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked on this page, and how far the room is."""

    round: int
    kind: str
    """`vote`, `predict` or `statement`."""
    words: str
    answers: tuple[AnswerView, ...]
    open: bool
    source: str
    in_: int
    of: int
    second: bool
    """A second vote on the same scene: this one counts."""
    seconds_left: int | None
    """None without a timer; 0 when time is over. Nothing closes by itself."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything that the projector shows now."""

    version: int
    phase: str
    page: str
    """A key of `state.PAGES`: which page of the lesson this is."""
    n: int
    title: str
    code: str
    seats: int
    story: Page | None
    """The core's own view of a story page."""
    margin: Margin
    asked: Asked | None
    tally: Tally | None
    """Shown only after the teacher has shown it."""
    before: Tally | None
    """The tally of the first vote, beside that of the second."""
    tie: tuple[str, ...]
    """Options with the most votes, where several have: the teacher picks, never the program."""
    predicted: Tally | None
    """What was predicted, once the outcome is on screen."""
    hits: int | None
    """How many predictions held."""
    statement: StatementView | None
    about: About | None
    transfer: str
    """The exit ticket's question."""


def letters(options: tuple[OptionView, ...]) -> tuple[AnswerView, ...]:
    """Give letters to what can be chosen; a closed option is shown without one."""
    made = []
    for option in options:
        letter = LETTERS[option.digit - 1] if option.digit else ""
        closed = option.closed.sentence if option.closed else ""
        made.append(AnswerView(option.id, letter, option.label, closed))
    return tuple(made)


def pickable(shown: Screen) -> tuple[AnswerView, ...]:
    """What a letter or a digit means now: over a tally the scene's options, else what is asked."""
    if shown.tally is not None and isinstance(shown.story, ScenePage):
        return letters(shown.story.options)
    return shown.asked.answers if shown.asked else ()


def _plain(pairs: tuple[tuple[str, str], ...]) -> tuple[AnswerView, ...]:
    return tuple(AnswerView(id, LETTERS[n], label) for n, (id, label) in enumerate(pairs))


def true_or_false() -> tuple[AnswerView, ...]:
    """Return a statement's two answers."""
    return _plain(tuple((id, say(words)) for id, words in TRUE_OR_FALSE))


def screen(room: Room) -> Screen:
    """Return what the projector shows, of what the journal has."""
    lesson = room.lesson
    stage, session = lesson.stage, room.session(lesson)
    story_page = session.page if stage.page in STORY_PAGES else None
    rounds = rounds_of(lesson, "vote", stage.subject)
    counted = tally_of(lesson)
    predicted, hits = guesses(room, lesson)
    title = getattr(story_page, "title", "") or titles(room).get(stage.page, "")
    return Screen(
        version=room.version,
        phase=phase(lesson),
        page=stage.page,
        n=stage.n,
        title=title,
        code=lesson.code,
        seats=present(lesson),
        story=story_page,
        margin=session.margin,
        asked=asked_of(room),
        tally=counted,
        before=tally(lesson, Question(rounds[-2].number, "vote"))
        if counted and len(rounds) > 1
        else None,
        tie=_tie(lesson),
        predicted=predicted,
        hits=hits,
        statement=_statement(room, lesson),
        about=room.story.about if stage.page == "about" else None,
        transfer=" ".join(room.story.head.transfer.split()),
    )


def titles(room: Room) -> dict[str, str]:
    """What stands over the pages that are no story's."""
    about = room.story.about
    return {
        "lobby": room.story.head.title,
        "before": say("True or not?"),
        "after": say("Once more: true or not?"),
        "about": about.title if about else "",
        "debrief": say("Looking back"),
        "answers": say("What is so"),
        "ticket": say("Before you go"),
        "end": say("The end"),
        "card": say("The sentence"),
    }


def _tie(lesson: Lesson) -> tuple[str, ...]:
    stage, found = lesson.stage, lesson.in_hand
    if not (stage.shown and found and found.kind == "vote"):
        return ()
    best = winners(lesson, found.number)
    return best if len(best) > 1 else ()


def tally_of(lesson: Lesson) -> Tally | None:
    """Return the tally that may be seen now: shown by the teacher, or followed already."""
    stage, found = lesson.stage, lesson.in_hand
    if found is not None and found.kind == "vote":
        return tally(lesson, Question(found.number, "vote")) if stage.shown else None
    if stage.page in ("scene", "outcome", "reveal") and stage.subject in dict(stage.choices):
        rounds = rounds_of(lesson, "vote", stage.subject)
        return tally(lesson, Question(rounds[-1].number, "vote")) if rounds else None
    return None


def guesses(room: Room, lesson: Lesson) -> tuple[Tally | None, int | None]:
    """Return what was predicted of this page's turn, and how many were right; after the outcome."""
    stage = lesson.stage
    page = room.session(lesson).page
    held = isinstance(page, OutcomePage) and page.held  # what is held back is not told by a count
    if held or stage.page not in ("outcome", "reveal") or stage.subject not in dict(stage.choices):
        return None, None
    return guessed(room, lesson, stage.subject)


def guessed(room: Room, lesson: Lesson, scene: str) -> tuple[Tally | None, int | None]:
    """Return the predictions of a scene that was played, and how many held."""
    rounds = [r for r in rounds_of(lesson, "vote", scene) if r.predictions]
    session = room.session(lesson)
    turn = next((t for t in session.trace.turns if t.scene.id == scene), None)
    if not rounds or turn is None:
        return None, None
    counted = tally(lesson, Question(rounds[-1].number, "predict"))
    true = prediction.truth(session.game, turn)
    return counted, sum(number for key, number in counted.counts if key in true)


def _statement(room: Room, lesson: Lesson) -> StatementView | None:
    if lesson.stage.page not in ("before", "after", "answers"):
        return None
    every = statements(room.story, {})
    return next((s for s in every if s.id == lesson.stage.subject), None)


def asked_of(room: Room) -> Asked | None:
    """Return what is asked on this page; None where nothing was asked yet."""
    lesson = room.lesson
    asked = lesson.question
    if asked is None:
        return None
    counted = tally(lesson, asked)
    words, answers = _question(room, asked)
    until = lesson.stage.until
    return Asked(
        round=asked.round,
        kind=asked.kind,
        words=words,
        answers=answers,
        open=lesson.stage.open,
        source=counted.source,
        in_=counted.in_,
        of=counted.of,
        second=asked.kind == "vote" and len(rounds_of(lesson, "vote", lesson.stage.subject)) > 1,
        seconds_left=max(until - int(room.now()), 0) if until else None,
    )


def _question(room: Room, asked: Question) -> tuple[str, tuple[AnswerView, ...]]:
    session = room.session(room.lesson)
    if asked.kind == "statement":
        said = _statement(room, room.lesson)
        return (said.says if said else ""), true_or_false()
    waiting = session.trace.waiting
    if asked.kind == "predict" and waiting is not None:
        pairs = prediction.choices(session.game, waiting, session.trace.state)
        return prediction.question(session.game, waiting), _plain(pairs)
    page = session.page
    options = page.options if isinstance(page, ScenePage) else ()
    return say("What do you do?"), letters(options)
