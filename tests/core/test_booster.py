"""The booster: what it asks, what it leaves out, and what it keeps."""

import json
import os
import time
from pathlib import Path

import pytest

from game.core.playing.booster import FITTING, MOST, Booster, due, open_booster
from game.core.playing.looking_back import looking_back
from game.core.playing.session import Refused, Session
from game.core.saves.runs import Runs
from game.core.saves.sittings import Sitting, Sittings
from game.core.story.model import Story
from tests.report.helpers import lived

DAY = 86_400


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "runs")


@pytest.fixture
def sittings(tmp_path: Path) -> Sittings:
    return Sittings(tmp_path / "boosters")


def opened(story: Story, runs: Runs, sittings: Sittings) -> Booster:
    booster = open_booster(story, runs, sittings)
    assert booster is not None
    return booster


def asked(booster: Booster) -> list[str]:
    return [one.card.id for one in booster.questions if one.card]


def aged(session: Session, days: float) -> None:
    assert session.file
    then = time.time() - days * DAY
    os.utime(session.file.path, (then, then))


def test_nobody_who_has_not_finished_a_year_is_asked(
    shipped: Story, runs: Runs, sittings: Sittings
) -> None:
    assert open_booster(shipped, runs, sittings) is None
    lived(shipped, cut="taster", runs=runs, scenes=3)
    assert open_booster(shipped, runs, sittings) is None


def test_the_six_other_statements_come_first(
    shipped: Story, runs: Runs, sittings: Sittings
) -> None:
    lived(shipped, cut="taster", runs=runs)
    booster = opened(shipped, runs, sittings)
    ids = [one.statement.id for one in booster.questions if one.statement]
    assert ids == [s.id for s in shipped.statements if s.set == "booster"]
    assert all(one.statement for one in booster.questions[: len(ids)])
    assert not any(one.answered for one in booster.questions)


def test_asked_are_sentences_marked_otherwise_first_then_those_without_a_mark(
    shipped: Story, runs: Runs, sittings: Sittings
) -> None:
    session = lived(shipped, runs=runs)
    booster = opened(shipped, runs, sittings)
    marks = [one.before for one in booster.questions if one.card]
    assert 0 < len(marks) <= MOST
    assert marks == sorted(marks, key=lambda mark: mark is None)
    verdicts = {met.id: met.verdict for met in looking_back(session).claims}
    for one in booster.questions:
        if one.card and one.before:
            assert one.before not in FITTING[verdicts[one.card.id]]


def test_a_sentence_marked_as_the_record_has_it_is_not_asked(
    shipped: Story, runs: Runs, sittings: Sittings
) -> None:
    session = lived(shipped, cut="taster", runs=runs)
    for met in looking_back(session).claims:
        session.mark(met.id, FITTING[met.verdict][0])
    session.save()
    assert asked(opened(shipped, runs, sittings)) == []


def test_every_verdict_has_a_mark_that_says_much_the_same(shipped: Story) -> None:
    assert {claim.record.verdict for claim in shipped.claims.values()} <= set(FITTING)


def test_a_sentence_that_stands_only_with_its_correction_is_never_asked(
    shipped: Story, runs: Runs, sittings: Sittings
) -> None:
    session = lived(shipped, "article", "year", 4, runs=runs)
    met = {met.id for met in looking_back(session).claims}
    assert any(shipped.claims[id].why_believed for id in met)
    assert not any(shipped.claims[id].why_believed for id in asked(opened(shipped, runs, sittings)))


def test_what_was_asked_before_comes_last(shipped: Story, runs: Runs, sittings: Sittings) -> None:
    lived(shipped, cut="year", runs=runs)
    first = opened(shipped, runs, sittings)
    for id in asked(first):
        first.mark(id, "in part")
    first.end()
    assert first.save_or_say() is None
    second = opened(shipped, runs, sittings)
    assert second.path != first.path
    assert set(asked(second)).isdisjoint(asked(first))


def test_a_sitting_broken_off_is_gone_on_with(
    shipped: Story, runs: Runs, sittings: Sittings
) -> None:
    lived(shipped, cut="taster", runs=runs)
    first = opened(shipped, runs, sittings)
    statement = first.questions[0].statement
    assert statement
    first.judge(statement.id, True, 3)
    first.mark(asked(first)[0], "falls")
    first.save_or_say()
    second = opened(shipped, runs, sittings)
    assert (second.path, second.sitting) == (first.path, first.sitting)
    assert asked(second) == asked(first)
    assert second.questions[0].answered


def test_a_day_later_a_new_sitting_begins(shipped: Story, runs: Runs, sittings: Sittings) -> None:
    lived(shipped, cut="taster", runs=runs)
    first = opened(shipped, runs, sittings)
    first.mark(asked(first)[0], "falls")
    first.save_or_say()
    then = time.time() - 2 * DAY
    os.utime(first.path, (then, then))
    assert opened(shipped, runs, sittings).path != first.path


def test_nothing_said_is_nothing_kept(shipped: Story, runs: Runs, sittings: Sittings) -> None:
    lived(shipped, cut="taster", runs=runs)
    booster = opened(shipped, runs, sittings)
    booster.end()
    assert booster.save_or_say() is None
    assert not sittings.folder.exists()


def test_the_true_and_the_false_are_told_apart(
    shipped: Story, runs: Runs, sittings: Sittings
) -> None:
    lived(shipped, cut="taster", runs=runs)
    booster = opened(shipped, runs, sittings)
    for one in booster.questions:
        if one.statement:
            booster.judge(one.statement.id, True)
    assert booster.believed == "you believed 3 of the 3 true ones and 3 of the 3 false ones"


def test_what_is_not_asked_can_not_be_answered(
    shipped: Story, runs: Runs, sittings: Sittings
) -> None:
    lived(shipped, cut="taster", runs=runs)
    booster = opened(shipped, runs, sittings)
    for verb in (
        lambda: booster.judge("one-score", True),  # of the first six
        lambda: booster.judge("state-school", True, 4),
        lambda: booster.mark("nobody", "falls"),
        lambda: booster.mark(asked(booster)[0], "maybe"),
    ):
        with pytest.raises(Refused):
            verb()


def test_it_is_due_a_week_after_a_year_and_not_once_it_was_done(
    shipped: Story, runs: Runs, sittings: Sittings
) -> None:
    assert not due(shipped, runs, sittings)
    session = lived(shipped, cut="taster", runs=runs)
    assert not due(shipped, runs, sittings)
    aged(session, 6.9)
    assert not due(shipped, runs, sittings)
    aged(session, 7.1)
    assert due(shipped, runs, sittings)
    booster = opened(shipped, runs, sittings)
    booster.mark(asked(booster)[0], "falls")
    booster.save_or_say()
    assert not due(shipped, runs, sittings)


def test_the_run_itself_is_left_as_it_was(shipped: Story, runs: Runs, sittings: Sittings) -> None:
    session = lived(shipped, cut="taster", runs=runs)
    assert session.file
    before = session.file.path.read_bytes()
    booster = opened(shipped, runs, sittings)
    booster.mark(asked(booster)[0], "falls")
    booster.save_or_say()
    assert session.file.path.read_bytes() == before


@pytest.mark.parametrize(
    "bad",
    [
        b"", b"{", b"[]", b"null", b"\xff", b'{"format": 2}', b'{"format": 1}',
        b'{"format":1,"story":"s","run":"r","statements":[],"marks":{},"done":true}',
        b'{"format":1,"story":"s","run":"r","statements":{"a":[true]},"marks":{},"done":true}',
        b"[" * 5000, b" " * 300_000,
    ],
)  # fmt: skip
def test_a_file_that_is_no_sitting_is_passed_over(sittings: Sittings, bad: bytes) -> None:
    sittings.folder.mkdir()
    path = sittings.folder / "x.booster.json"
    path.write_bytes(bad)
    assert sittings.of("s") == ()
    assert path.read_bytes() == bad


def test_a_sitting_comes_back_as_it_was(sittings: Sittings) -> None:
    sitting = Sitting("s", "r", {"a": (True, 3)}, {"C1": "can't tell"}, True)
    sittings.save(sitting, sittings.new_path())
    (file,) = sittings.of("s")
    assert file.sitting == sitting
    assert sittings.of("another") == ()
    assert json.loads(file.path.read_text())["format"] == 1
    assert os.name != "posix" or file.path.stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_a_sentence_says_so(
    shipped: Story, runs: Runs, tmp_path: Path
) -> None:
    lived(shipped, cut="taster", runs=runs)
    (tmp_path / "boosters").write_text("a file where a folder should be")
    booster = opened(shipped, runs, Sittings(tmp_path / "boosters"))
    booster.mark(asked(booster)[0], "falls")
    assert "Cannot save to" in (booster.save_or_say() or "")
