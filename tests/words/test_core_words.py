"""The core in a language that isn't there: every page of whole years, and nothing Latin on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.core.debrief.whatif import what_if
from game.core.debrief.years import doors_words, moved_words
from game.core.library.asking import Unfit as UnfitSearch
from game.core.library.asking import asked
from game.core.playing.booster import open_booster
from game.core.playing.branch import branch
from game.core.playing.history import history
from game.core.playing.looking_back import looking_back
from game.core.playing.replay import Replay
from game.core.playing.session import Refused, Session
from game.core.run.saved import decode
from game.core.run.told import differences
from game.core.run.trace import Choice
from game.core.saves.handing import export_run, import_run
from game.core.saves.runs import Runs, SaveError
from game.core.saves.settings import SETTINGS, Preferences, Unfit, fitting
from game.core.saves.settings import asked as asked_setting
from game.core.saves.sittings import Sittings
from game.core.showing.remembered import remembered_words
from game.core.showing.views import HAPPENS
from game.core.story.conditions import ConditionError, parse
from game.core.story.model import Story
from game.words import say
from tests.words.pseudo import latin

KEEPERS = ("article", "reply", "sesame", "record", "carrots", "bureau")
NAMES = {
    "id", "keeper", "kind", "gear", "verdict", "mark", "standing", "claim", "sure", "address",
    "key", "option", "stance", "more_claims", "verdicts", "memories", "Remembered.name",
    "Seen.shut", "Seen.perks",
}  # fmt: skip
"""Fields that hold names of things, for a face to decide by or to say."""
KEYED = {"choices", "stances", "claims", "questions", "believed", "see"}
"""Pairs of a name and words."""


def shown(view: Any) -> Iterator[str]:
    """Every word of a view that a face prints."""
    if isinstance(view, str):
        yield view
    elif is_dataclass(view) or hasattr(view, "_fields"):
        for name in _names(view):
            if not {name, f"{type(view).__name__}.{name}"} & NAMES:
                yield from _part(name, getattr(view, name))
    elif isinstance(view, Mapping):
        yield from (words for part in view.values() for words in shown(part))
    elif isinstance(view, tuple | list):
        yield from (words for part in view for words in shown(part))


def _names(view: Any) -> list[str]:
    return [field.name for field in fields(view)] if is_dataclass(view) else [*view._fields]


def _part(name: str, value: Any) -> Iterator[str]:
    pairs = name in KEYED and isinstance(value, tuple) and value and isinstance(value[0], tuple)
    yield from shown(tuple(pair[1] for pair in value) if pairs else value)


def left(view: Any) -> list[str]:
    """Latin words that a view still has; claims and sources are named by their keys."""
    return latin(" ".join(shown(view)))


def a_year(story: Story, keeper: str, cut: str, seed: int) -> Session:
    """A year that somebody played by dice, predictions and all."""
    dice, session = Random(seed), Session.new(story, keeper, cut)
    while not session.over:
        here = session.waiting
        if here is None:
            session.go_on()
            continue
        session.choose(dice.choice([o.id for o in here.options if o.digit]))
        if (page := session.page) is not None and hasattr(page, "choices"):
            assert left(page) == []
            session.predict(dice.choice(page.choices)[0])
    return session


@pytest.mark.parametrize("keeper", KEEPERS)
def test_a_whole_year_is_told_without_a_latin_word(pseudo: Story, keeper: str) -> None:
    for seed in range(2):
        session = a_year(pseudo, keeper, "year", seed)
        for n, stop in enumerate(session.stops):
            session._at = n
            assert left(session.page_at(stop)) == []
            assert left(session.margin) == []
            whole = session.whole_reveal
            assert whole is None or left(whole) == []
        debrief = looking_back(session)
        assert left((debrief, debrief.kept)) == []
        assert left(history(session)) == []


@pytest.mark.parametrize("keeper", KEEPERS)
def test_figures_of_a_year_are_told_without_a_latin_word(pseudo: Story, keeper: str) -> None:
    session = a_year(pseudo, keeper, "year", 2)
    debrief = looking_back(session)
    told = [doors_words(year) for year in debrief.years]
    told += [moved_words(point) for year in debrief.years for point in year.points]
    told += [remembered_words(each) for each in debrief.remembered]
    assert left(told) == []
    assert left(what_if(session.game, session.trace, keeper, "record")) == []


def test_tasks_are_asked_and_answered_without_a_latin_word(pseudo: Story) -> None:
    session = a_year(pseudo, "article", "year", 1)
    for stop in session.stops:
        asked_of = session.pages.reveal(stop.turn) if stop.kind == "reveal" else None
        if asked_of is None or asked_of.task is None:
            continue
        for key, _ in asked_of.task.choices or (("σο", ""),):
            session.answer(key, asked_of.card.id)
            told = session.pages.task_of(asked_of.card.id)
            assert told is not None
            assert told.told
            assert left((told.question, told.choices and [w for _, w in told.choices])) == []
            assert left(told.told) == []


SYSTEM = {"No", "such", "file", "or", "directory", "Is", "Not", "a"}
"""What an operating system says of a file."""


def test_what_cannot_be_done_is_told_without_a_latin_word(pseudo: Story, tmp_path: Path) -> None:
    session = a_year(pseudo, "article", "taster", 1)
    fresh = Session.new(pseudo, "article", "taster")
    runs = Runs(tmp_path / "runs")
    kept = runs.create(session.run)
    refused: list[tuple[type[Exception], Callable[[], object]]] = [
        (Refused, lambda: session.choose("θ")),
        (Refused, lambda: session.predict("θ")),
        (Refused, lambda: fresh.undo()),
        (Refused, lambda: fresh.redo()),
        (Refused, lambda: fresh.mark("Θ", None)),
        (Refused, lambda: fresh.answer("θ")),
        (Refused, lambda: fresh.believe("before", "θ", True)),
        (Refused, lambda: fresh.believe("θ", "θ", True)),
        (Refused, lambda: fresh.say("stance", "θ")),
        (Refused, lambda: fresh.play([Choice("θ", "θ")])),
        (Refused, lambda: session.play([Choice("θ", "θ")])),
        (Refused, lambda: branch(session, 99)),
        (Refused, lambda: branch(session, len(session.trace.turns))),
        (Refused, lambda: Replay.of(pseudo, kept).undo()),
        (SaveError, lambda: decode(b"{")),
        (SaveError, lambda: decode(b"[]")),
        (SaveError, lambda: decode(b'{"format": 9}')),
        (SaveError, lambda: runs.load(tmp_path / "1")),
        (SaveError, lambda: export_run(session.run, tmp_path / "2" / "3")),
        (SaveError, lambda: export_run(session.run, kept.path)),
        (SaveError, lambda: import_run(pseudo, runs, tmp_path)),
        (UnfitSearch, lambda: asked(pseudo, "met:θ")),
        (UnfitSearch, lambda: asked(pseudo, "chapter:99")),
        (Unfit, lambda: fitting("θ", "θ")),
        (Unfit, lambda: fitting("plain", "θ")),
        (Unfit, lambda: asked_setting("θ")),
        (ConditionError, lambda: parse("(" * 30)),
        (ConditionError, lambda: parse("θ")),
        (ConditionError, lambda: parse("door")),
        (ConditionError, lambda: parse("on (")),
        (ConditionError, lambda: parse("standing is θ")),
        (ConditionError, lambda: parse("θ >= 9")),
        (ConditionError, lambda: parse("chose θ")),
    ]
    typed = {
        "stands", "in", "part", "falls", "can't", "tell", "yes", "no", "met", "chapter", "theme",
        "motion", "predictions", "digits", "spacing", "plain", "on", "off", "low", "middle", "high",
        "none", "chose", "any", "and", "or", "is",
    }  # fmt: skip
    for kind, verb in refused:
        with pytest.raises(kind) as why:
            verb()
        told = re.sub(r"\S*/\S*|`[^`]*`", "", str(why.value))  # files, and what somebody types
        assert latin(told, typed | SYSTEM) == [], told


def test_settings_are_told_without_a_latin_word(pseudo: Story, tmp_path: Path) -> None:
    for each in SETTINGS:
        told = [each.name, each.says, *(words for _, words in each.values)]
        assert latin(" ".join(told)) == []
    for data in ("{", "[]", '{"plain": "θ"}'):
        (tmp_path / "1").write_text(data, encoding="utf-8")
        told = list(Preferences.read(tmp_path / "1").told)
        said = " ".join(told).replace(str(tmp_path), "")
        assert told
        assert latin(said, {"off", "on", "plain"}) in ([], JSON), said


JSON = ["Expecting", "double", "enclosed", "in", "name", "property", "quotes"]
"""What the standard library says of JSON, and what it can't do otherwise."""


def test_what_changed_is_told_without_a_latin_word(pseudo: Story) -> None:
    session = a_year(pseudo, "article", "taster", 1)
    before: dict[str, Any] = {"rules": {}, "turns": [["low", 1]] * 9, "now": ["low", 400]}
    made = len([turn for turn in session.trace.turns if turn.option])
    before["turns"] = [["low", 1]] * made
    said = differences(session.game, session.trace, before)
    assert said
    assert left(said) == []


def test_a_booster_is_told_without_a_latin_word(pseudo: Story, tmp_path: Path) -> None:
    runs = Runs(tmp_path / "runs")
    session = a_year(pseudo, "article", "year", 1)
    session.runs = runs
    session.save()
    booster = open_booster(pseudo, runs, Sittings(tmp_path / "sittings"))
    assert booster is not None
    for question in booster.questions:
        if question.statement:
            booster.judge(question.statement.id, True)
    assert booster.believed
    assert left(booster.questions) == []
    assert left(booster.believed) == []


def test_what_happens_is_told_without_a_latin_word(pseudo: Story) -> None:
    assert latin(say(HAPPENS)) == []
