"""The state machine against an independent model: nothing lost, nothing counted twice."""

import random
from itertools import islice
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from game.lesson import events as e
from game.lesson.journal import Journal, read
from game.lesson.machine import apply
from game.lesson.refused import Refused
from game.lesson.state import Lesson, Question
from game.lesson.tally import tally
from tests.lesson.model import Model, storm

BEGIN = e.Begin("tale", "d1", "score", "whole", "ACDE", 1)


def compare(lesson: Lesson, model: Model) -> None:
    for asked in lesson.sources:
        counted = tally(lesson, Question(*asked))
        assert dict(counted.counts) == model.tally(*asked)
        if counted.source in ("phones", "tables"):
            assert counted.in_ <= len(lesson.seats)
    assert dict(lesson.stage.choices) == model.now["chosen"]


def play(seed: int, many: int, every: int) -> tuple[Lesson, list[e.Event], Model]:
    """Give the same events to both; they must accept the same ones, and count the same."""
    lesson, model = apply(Lesson(), BEGIN), Model()
    kept: list[e.Event] = [BEGIN]
    newest = lambda: (lesson.stage.subject, max(lesson.rounds, default=0))  # noqa: E731
    for n, event in enumerate(islice(storm(random.Random(seed), newest), many)):
        try:
            after = apply(lesson, event)
        except Refused:
            assert not model.accepts(event), f"the model accepts {event}"
            continue
        assert model.accepts(event), f"the model refuses {event}"
        if after is not lesson:
            kept.append(event)
        lesson = after
        if n % every == 0:
            compare(lesson, model)
    compare(lesson, model)
    return lesson, kept, model


@settings(max_examples=25)
@given(st.integers(0, 2**32))
def test_no_vote_is_lost_and_none_is_counted_twice(seed: int) -> None:
    play(seed, 300, 20)


def test_a_long_storm_reaches_every_kind_of_trouble() -> None:
    lesson, kept, model = play(1, 4000, 100)
    assert {type(event) for event in kept} >= {
        e.Answer, e.Ask, e.Back, e.Choose, e.Close, e.Count, e.Gather, e.Join, e.Reveal, e.Show,
        e.Source, e.Undo,
    }  # fmt: skip
    assert len(model.taken) > 200
    assert any(len(box) > 1 for box in lesson.ballots.values())


def test_the_journal_of_a_storm_replays_to_the_same_lesson(tmp_path: Path) -> None:
    lesson, kept, _ = play(2, 2000, 500)
    journal = Journal.create(tmp_path / "storm.class.jsonl", kept)
    journal.close()
    assert read(journal.path).lesson == lesson
