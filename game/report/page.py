"""The report as one HTML file: nothing is fetched, nothing runs, and it prints.

The template escapes every text that is put into it; it gets the account, the words and the
chart's geometry, and reckons nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.debrief.years import wrote
from game.paper import press
from game.report import words
from game.report.account import Account
from game.report.chart import panel

if TYPE_CHECKING:
    from game.report.lesson import LessonAccount

__all__ = ["lesson_page", "page"]


def page(told: Account) -> str:
    """Return the whole report as one file."""
    turning = {turn.turn for turn in told.view.turning}
    cards = {met.card.id: number for number, met in enumerate(told.sentences, 1)}
    return (
        press("game.report")
        .get_template("report.html")
        .render(
            told=told,
            view=told.view,
            titles=words.titles(),
            words=words,
            panels=[panel(year, turning if year.is_keeper else ()) for year in told.view.years],
            cards=cards,
            contents=_contents(told),
            wrote=wrote,
        )
    )


def lesson_page(told: LessonAccount) -> str:
    """Return the report of a lesson as one file."""
    from game.report.lesson_written import judgment

    return (
        press("game.report")
        .get_template("lesson.html")
        .render(told=told, view=told.run.view, words=words, judgment=judgment)
    )


def _contents(told: Account) -> list[tuple[str, str]]:
    """What is there to be looked up in this report, by id and title."""
    view, titles = told.view, words.titles()
    parts = (
        ("ledger", titles.ledger, view.ledger),
        ("doors", titles.doors, view.doors),
        ("predictions", titles.predictions, view.predicted),
        ("sentences", titles.claims, told.sentences),
        ("comment", titles.comment, view.comment or view.written),
        ("turns", titles.turns, view.years[0].points),
        ("about", told.about.title if told.about else "", told.about),
        ("notes", titles.notes, told.about),
        ("sources", titles.sources, told.footnotes),
    )
    return [(id, title) for id, title, there in parts if there]
