"""The report as CSV: one fact a row, so that many runs can be laid end to end and counted.

Safe to open in a spreadsheet: no cell can begin a formula, wherever a separator is taken to be.
Numbers stand in a column of their own and are left alone.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from game.core.debrief.figures import Debrief
from game.core.debrief.years import moved_words
from game.report import words
from game.report.account import Account

__all__ = ["safe", "table"]

_FORMULA = re.compile(r"(^|[;,|\t])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")


@dataclass(frozen=True, slots=True)
class _Row:
    """One fact. What doesn't apply to it stays empty."""

    part: str
    turn: int | str = ""
    """From 1; events count."""
    scene: str = ""
    rulebook: str = ""
    figure: str = ""
    """What the number counts."""
    number: int | str = ""
    words: str = ""
    claim: str = ""
    record: str = ""
    """A verdict; of a statement, whether it is true."""
    said: str = ""
    """What the player marked or answered."""


def table(told: Account) -> str:
    """Return the whole report, its first row the names of the columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC)
    names = [field.name for field in fields(_Row)]
    writer.writerow(names)
    for row in _rows(told):
        writer.writerow([safe(getattr(row, name)) for name in names])
    return out.getvalue()


def safe(cell: int | str) -> int | str:
    """Put an apostrophe before whatever a spreadsheet would take for a formula."""
    return _FORMULA.sub(r"\1\2'", cell) if isinstance(cell, str) else cell


def _rows(told: Account) -> Iterator[_Row]:
    yield from _run(told)
    yield from _years(told)
    yield from _points(told)
    yield from _looks(told)
    yield from _ledger(told)
    yield from _claims(told)


def _run(told: Account) -> Iterator[_Row]:
    facts = {
        "program": told.program,
        "story": told.story_id,
        "name": told.name,
        "keeper": told.view.keeper,
        "cut": told.cut,
        "played": told.played,
        "ending": told.view.title if told.over else "",
    }
    for figure, said in facts.items():
        yield _Row("run", figure=figure, words=said)
    yield _Row("run", figure="choices", number=told.made)
    yield _Row("run", figure="scenes", number=told.of)
    for notice in told.notices:
        yield _Row("run", figure="notice", words=notice)


def _years(told: Account) -> Iterator[_Row]:
    for year in told.view.years:
        figures = {"start": year.start, "end": year.end, "moves": year.moves}
        figures |= {"doors shut": len(year.shut), "lists": len(year.lists)}  # not said: a name
        figures |= {"elsewhere": year.elsewhere, "barred": year.barred}
        for figure, number in figures.items():
            if number is not None:
                yield _Row("year", rulebook=year.keeper, figure=figure, number=number)
        yield _Row("year", rulebook=year.keeper, figure="summary", words=year.summary)


def _points(told: Account) -> Iterator[_Row]:
    for point in told.view.years[0].points:
        if point.label is not None:
            yield _Row("choice", point.turn + 1, point.scene, words=point.label)
    for year in told.view.years:
        for point in year.points:
            yield _Row(
                "turn",
                point.turn + 1,
                point.scene,
                year.keeper,
                "number after" if year.start is not None else "lists after",  # not said: a name
                "" if point.number is None else point.number,
                moved_words(point) if year.start is not None else words.cell(year, point),
            )
            if point.barred:
                yield _Row("barred", point.turn + 1, point.scene, year.keeper)


def _happened(view: Debrief) -> Iterator[_Row]:
    for part, events in (("uncontrolled", view.uncontrolled), ("later", view.later)):
        for event in events:
            yield _Row(part, scene=event.scene, rulebook=view.keeper, words=event.says)


def _looks(told: Account) -> Iterator[_Row]:
    view = told.view
    for turn in view.turning:
        yield _Row("turning", turn.turn + 1, turn.scene, view.keeper, words=turn.says)
    yield from _happened(view)
    for scene, says in view.unscored:
        yield _Row("unscored", scene=scene, words=says)
    for name, value in view.memories:
        yield _Row("memory", figure=name, number=value)
    for each in view.remembered:
        for move in each.moves:
            yield _Row("remembered", move.turn + 1, move.scene, "", each.name, move.change)
    yield _Row("prediction", figure="made", number=view.predicted)
    yield _Row("prediction", figure="right", number=view.hits)
    for guess in view.guesses:
        right = "right" if guess.hit else "not right"  # not said: a name
        yield _Row(
            "guess",
            guess.turn + 1,
            guess.scene,
            view.keeper,
            right,
            1 if guess.hit else 0,
            guess.was,
            said=guess.said,
        )
    for when, said in view.believed:
        yield _Row("believed", figure=when, words=said)
    for statement in view.statements:
        truth = "true" if statement.truth else "false"
        said = words.said(statement)
        yield _Row(
            "statement", words=statement.says, claim=statement.claim, record=truth, said=said
        )
    yield _Row("asked", figure="question", words=view.question)
    yield _Row("asked", figure="transfer", words=view.transfer)
    yield _Row("comment", said=view.comment)


def _ledger(told: Account) -> Iterator[_Row]:
    keeper = told.view.keeper
    for line in told.view.ledger:
        said = f"{line.deed}: {words.ledger_line(line)}"
        moved = (line.change if line.moved else "", said, line.claim or "")
        yield _Row("ledger", line.turn + 1, line.scene, keeper, "change", *moved)
    for past in told.view.doors:
        for turn in past.turns:
            word = "opened" if turn.open else "closed"
            claim = (turn.closed.claim if turn.closed else None) or ""
            said = past.view.name
            yield _Row("door", turn.turn + 1, turn.scene, keeper, word, words=said, claim=claim)


def _claims(told: Account) -> Iterator[_Row]:
    yield _Row("sentence", figure="met", number=len(told.view.claims))
    yield _Row("sentence", figure="behind the scenes", number=told.view.behind)  # not said: a name
    for verdict, count in told.view.verdicts:
        yield _Row("verdict", figure=verdict, number=count, record=verdict)
    for met in told.sentences:
        card, mark = met.card, met.card.mark or ""
        yield _Row("sentence", words=card.words, claim=card.id, record=card.verdict, said=mark)
        if met.said:
            yield _Row("answer", words=met.asked, claim=card.id, said=met.said)
    for number, source in enumerate(told.footnotes, 1):
        yield _Row("source", figure=source.key, number=number, words=words.source(source))
