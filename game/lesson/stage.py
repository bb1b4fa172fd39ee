"""The teacher's steps: asking, closing, showing, following. Each can be undone.

An undone round stays in the journal and no longer counts. A page that is seen once is not come
back to, and a tie is left to the teacher: what was not among the first can't be followed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from game.lesson import events as e
from game.lesson.refused import Refused
from game.lesson.state import PAGES, Lesson, Question, Round, Stage
from game.lesson.tally import open_now, rounds_of, winners
from game.words import either, mark, say

__all__ = ["STEPS", "undo"]

_STATEMENTS = ("before", "after")


def _step(lesson: Lesson, first: bool, **changes: Any) -> Lesson:
    """Change the stage, and remember how it was."""
    past = (*lesson.past, lesson.stage) if first else lesson.past
    return replace(lesson, stage=replace(lesson.stage, **changes), past=past)


def _closed(lesson: Lesson) -> None:
    if lesson.stage.open:
        raise Refused("phase", f"{open_now(lesson)} {say('Close it first.')}")


def _ask(lesson: Lesson, event: e.Ask) -> Lesson:
    _closed(lesson)
    if event.kind not in e.KINDS or not 2 <= len(set(event.options)) == len(event.options):
        raise Refused("malformed", say("A question has at least two answers, each of them once."))
    if event.subject != lesson.stage.subject:
        raise Refused("phase", say("That is not what the screen shows."))
    if event.kind == "predict":
        return _ask_prediction(lesson, event)
    wanted = _STATEMENTS if event.kind == "statement" else ("scene",)
    if lesson.stage.page not in wanted or event.subject in dict(lesson.stage.choices):
        raise Refused("phase", say("There is nothing to ask on this page."))
    when = lesson.stage.page if event.kind == "statement" else ""
    number = max(lesson.rounds, default=0) + 1
    made = Round(number, event.kind, event.subject, event.options, when)
    asked = Question(number, event.kind)
    lesson = replace(
        lesson,
        rounds={**lesson.rounds, number: made},
        sources={**lesson.sources, asked: lesson.source},
    )
    live = (*lesson.stage.rounds, number)
    opened = {"round": number, "step": event.kind, "open": True, "shown": False, "until": 0}
    return _step(lesson, event.first, **opened, rounds=live)


def _ask_prediction(lesson: Lesson, event: e.Ask) -> Lesson:
    found = lesson.in_hand
    if found is None or found.kind != "vote" or lesson.stage.shown:
        raise Refused("phase", say("A prediction stands between the vote and its tally."))
    asked = Question(found.number, "predict")
    made = replace(found, predictions=event.options)
    lesson = replace(
        lesson,
        rounds={**lesson.rounds, found.number: made},
        sources={asked: lesson.source, **lesson.sources},
    )
    return _step(lesson, event.first, step="predict", open=True, until=0)


def _close(lesson: Lesson, event: e.Close) -> Lesson:
    if not lesson.stage.open:
        raise Refused("phase", say("Nothing is open."))
    return _step(lesson, event.first, open=False, until=0)


def _reopen(lesson: Lesson, event: e.Reopen) -> Lesson:
    _closed(lesson)
    found = lesson.rounds.get(event.round)
    fits = found is not None and event.round in lesson.stage.rounds
    if not fits or found is None or found.subject != lesson.stage.subject:
        raise Refused("phase", say("That round does not belong to this page."))
    asked = Question(event.round, event.kind)
    if asked not in lesson.sources or (lesson.stage.shown and lesson.question == asked):
        raise Refused("phase", say("Hide the tally first, or ask again in a new round."))
    if found.kind == "vote" and found.subject in dict(lesson.stage.choices):
        raise Refused("phase", say("The room has chosen here. Undo first."))
    return _step(lesson, event.first, round=event.round, step=event.kind, open=True, shown=False)


def _reveal(lesson: Lesson, event: e.Reveal) -> Lesson:
    _closed(lesson)
    found = lesson.in_hand
    if found is None or found.kind != "vote" or event.shown is lesson.stage.shown:
        raise Refused("phase", say("There is no tally to show or hide here."))
    return _step(lesson, event.first, shown=event.shown)


def _show(lesson: Lesson, event: e.Show) -> Lesson:
    _closed(lesson)
    if event.page not in PAGES:
        raise Refused("malformed", say("There is no page `{word}`.", word=event.page))
    stage = lesson.stage
    glanced = stage.glanced
    if stage.page == "glance" and stage.subject not in glanced:
        glanced = (*glanced, stage.subject)
    if event.page == "glance" and event.subject in glanced:
        raise Refused("phase", say("That page is shown once."))
    changes = {"page": event.page, "n": event.n, "subject": event.subject, "glanced": glanced}
    return _step(lesson, event.first, **changes, **_taken_up(lesson, event))


def _taken_up(lesson: Lesson, event: e.Show) -> dict[str, Any]:
    """A scene whose vote was left unfinished is taken up where it was left, its tally hidden."""
    live = rounds_of(lesson, "vote", event.subject) if event.page == "scene" else ()
    if not live or event.subject in dict(lesson.stage.choices):
        return {}
    last = live[-1]
    if last.number == lesson.stage.round:
        return {}
    step = "predict" if last.predictions else "vote"
    return {"round": last.number, "step": step, "shown": False}


def _choose(lesson: Lesson, event: e.Choose) -> Lesson:
    found = lesson.in_hand
    if found is None or found.kind != "vote" or not lesson.stage.shown:
        raise Refused("phase", say("Show the tally first; then the story follows it."))
    best = winners(lesson, found.number)
    if event.option not in best:
        words = mark("The room chose {names}; the story follows the room.")
        raise Refused("phase", say(words, names=either(best)))
    choices = (*lesson.stage.choices, (found.subject, event.option))
    after = {"page": "outcome", "round": 0, "step": "", "shown": False, "choices": choices}
    return _step(lesson, event.first, **after)


def _said(lesson: Lesson, event: e.Said) -> Lesson:
    said = {**dict(lesson.stage.said), event.claim: event.said}
    return _step(lesson, event.first, said=tuple(said.items()))


def _fit(lesson: Lesson, event: e.Fit) -> Lesson:
    kept = lesson.stage.choices[: event.keep]
    stage = Stage(
        page=event.page,
        n=event.n,
        subject=event.subject,
        rounds=lesson.stage.rounds,
        choices=kept,
        glanced=lesson.stage.glanced,
        said=lesson.stage.said,
    )
    return replace(lesson, stage=stage, past=())


def undo(lesson: Lesson, event: e.Undo) -> Lesson:
    """Bring the stage before the last step back; a page shown once is passed over."""
    past = list(lesson.past)
    while past and past[-1].page == "glance":
        past.pop()
    if not past:
        raise Refused("phase", say("There is no step to take back."))
    stage = past.pop()
    glanced = tuple(dict.fromkeys((*stage.glanced, *lesson.stage.glanced)))
    if lesson.stage.page == "glance":
        glanced = tuple(dict.fromkeys((*glanced, lesson.stage.subject)))
    return replace(lesson, stage=replace(stage, glanced=glanced, until=0), past=tuple(past))


STEPS: Final[Mapping[type, Callable[[Lesson, Any], Lesson]]] = {
    e.Ask: _ask,
    e.Close: _close,
    e.Reopen: _reopen,
    e.Reveal: _reveal,
    e.Show: _show,
    e.Choose: _choose,
    e.Said: _said,
    e.Fit: _fit,
}
