"""The report as JSON, for programs: a format with a number of its own, told in `docs/report.md`.

The keys are chosen here and not taken from the program's own types, so that those can change.
Within a format keys may be added; none goes, and none changes its kind.
"""

from __future__ import annotations

import json
from typing import Any

from game.core.debrief.figures import Guessed
from game.core.debrief.years import Point, YearLine
from game.core.showing.doors import DoorPast
from game.core.showing.parts import LedgerLine
from game.core.showing.remembered import Remembered
from game.core.story.statements import StatementView
from game.report.account import Account, Sentence

__all__ = ["FORMAT", "as_data", "as_json"]

FORMAT = 1

Data = dict[str, Any]


def as_json(told: Account) -> str:
    """Return the whole report as JSON in ASCII."""
    return json.dumps(as_data(told), indent=1, ensure_ascii=True) + "\n"


def as_data(told: Account) -> Data:
    """Return the whole report as what JSON knows: texts, integers, lists, objects."""
    view = told.view
    return {
        "format": FORMAT,
        "program": told.program,
        "story": {"id": told.story_id, "title": told.story, "digest": told.digest},
        "run": _run(told),
        "years": [_year(year) for year in view.years],
        "turning": [
            {"turn": t.turn + 1, "scene": t.scene, "choice": t.label, "says": t.says}
            for t in view.turning
        ],
        "uncontrolled": [{"scene": e.scene, "says": e.says} for e in view.uncontrolled],
        "later": [{"scene": e.scene, "says": e.says} for e in view.later],
        "unscored": [{"scene": scene, "says": says} for scene, says in view.unscored],
        "remembered": dict(view.memories),
        "remembered_turns": [_remembered(each) for each in view.remembered],
        "notes": [*view.notes, view.unscored_note],
        "statements": [_statement(statement) for statement in view.statements],
        "believed": dict(view.believed),
        "question": view.question,
        "transfer": view.transfer,
        "ledger": [_ledger(line) for line in view.ledger],
        "doors": [_door(past) for past in view.doors],
        "predictions": {
            "made": view.predicted,
            "right": view.hits,
            "each": [_guess(guess) for guess in view.guesses],
        },
        "sentences": {
            "met": len(view.claims),
            "behind": view.behind,
            "verdicts": dict(view.verdicts),
            "cards": [_card(met) for met in told.sentences],
        },
        "comment": view.comment,
        "written": [{"sentence": words, "said": said} for words, said in view.written],
        "sources": [_source(number, told) for number in range(1, len(told.footnotes) + 1)],
    }


def _run(told: Account) -> Data:
    return {
        "name": told.name,
        "keeper": told.view.keeper,
        "cut": told.cut,
        "played": told.played,
        "finished": told.over,
        "ending": told.view.title if told.over else None,
        "choices": told.made,
        "scenes": told.of,
        "notices": list(told.notices),
    }


def _year(year: YearLine) -> Data:
    return {
        "rulebook": year.keeper,
        "name": year.name,
        "keeper": year.is_keeper,
        "start": year.start,
        "low": year.low,
        "high": year.high,
        "end": year.end,
        "moves": year.moves,
        "shut": list(year.shut),
        "shut_from_start": list(year.from_start),
        "lists": list(year.lists),
        "elsewhere": year.elsewhere,
        "barred": year.barred,
        "summary": year.summary,
        "turns": [_point(point) for point in year.points],
    }


def _point(point: Point) -> Data:
    return {
        "turn": point.turn + 1,
        "month": point.month,
        "scene": point.scene,
        "choice": point.label,
        "number": point.number,
        "change": point.change,
        "lists": list(point.lists),
        "listed": list(point.listed),
        "cleared": list(point.cleared),
        "closed": list(point.closed),
        "opened": list(point.opened),
        "elsewhere": list(point.elsewhere),
        "local": list(point.local),
        "others": list(point.others),
        "barred": point.barred,
        "as_if": point.hatched,
    }


def _remembered(view: Remembered) -> Data:
    turns = [{"turn": m.turn + 1, "scene": m.scene, "change": m.change} for m in view.moves]
    return {"name": view.name, "start": view.start, "end": view.end, "turns": turns}


def _statement(view: StatementView) -> Data:
    before, after = (
        {"true": said[0], "sure": said[1]} if said else None for said in (view.before, view.after)
    )
    return {
        "id": view.id,
        "says": view.says,
        "true": view.truth,
        "before": before,
        "after": after,
        "record": view.answer,
        "sentence": view.claim,
    }


def _guess(made: Guessed) -> Data:
    return {
        "turn": made.turn + 1,
        "scene": made.scene,
        "said": made.said,
        "was": made.was,
        "right": made.hit,
    }


def _ledger(line: LedgerLine) -> Data:
    return {
        "turn": line.turn + 1,
        "scene": line.scene,
        "deed": line.deed,
        "did": line.sentence,
        "says": line.says,
        "change": line.change,
        "number": line.number,
        "moved": line.moved,
        "sentence": line.claim,
        "quote": line.quote,
    }


def _door(past: DoorPast) -> Data:
    return {
        "name": past.view.name,
        "open": past.view.open,
        "why": past.view.closed.sentence if past.view.closed else None,
        "sentence": past.view.closed.claim if past.view.closed else None,
        "turns": [
            {"turn": turn.turn + 1, "scene": turn.scene, "open": turn.open} for turn in past.turns
        ],
    }


def _card(met: Sentence) -> Data:
    card = met.card
    return {
        "id": card.id,
        "words": card.words,
        "verbatim": card.verbatim,
        "sic": card.sic,
        "speaker": card.speaker,
        "place": card.place,
        "plain": card.plain,
        "for": card.for_line or None,
        "why_believed": card.why_believed,
        "against": card.answer_line,
        "verdict": card.verdict,
        "record": card.record,
        "where": card.where,
        "sources": list(met.sources),
        "mark": card.mark,
        "answer": met.said or None,
    }


def _source(number: int, told: Account) -> Data:
    source = told.footnotes[number - 1]
    return {
        "number": number,
        "key": source.key,
        "text": source.text,
        "address": source.address,
        "seen": source.seen,
        "weak": source.weak,
    }
