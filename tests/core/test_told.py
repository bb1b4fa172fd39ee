"""Going on with a run after the story was edited: replayed as far as it goes, differences told."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.core.playing.session import Session
from game.core.saves.runs import RunFile, Runs, SaveError
from game.core.showing.views import OutcomePage
from tests.builders import Tiny, choices

SCORE, CHAPTER = "rulebooks/score.yaml", "chapters/1.yaml"


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "runs")


def saved(tiny: Tiny, runs: Runs, *steps: str, keeper: str = "score") -> RunFile:
    session = Session.new(tiny.load(), keeper, "whole", runs)
    session.play(choices(*steps))
    session.save()
    assert session.file is not None
    return runs.load(session.file.path)


def resumed(tiny: Tiny, runs: Runs, file: RunFile) -> Session:
    return Session.resume(tiny.load(), file, runs)


def test_a_run_goes_on_at_its_last_outcome(tiny: Tiny, runs: Runs) -> None:
    session = resumed(tiny, runs, saved(tiny, runs, "first.well", "second.ill"))
    page = session.page
    assert isinstance(page, OutcomePage)
    assert page.title == "The second"
    assert session.notices == ()
    assert session.saved


def test_a_run_without_a_choice_goes_on_at_its_opening(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.well")
    session = resumed(tiny, runs, replace(file, run=replace(file.run, choices=())))
    assert session.stop.kind == "opening"


def test_a_story_with_other_words_alone_changes_nothing(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.ill")
    tiny.swap(SCORE, "Bad counts.", "Bad counts for much.")
    tiny.swap(CHAPTER, "It begins.", "It begins again.")
    assert resumed(tiny, runs, file).notices == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bad: {answer: down, size: small", "bad: {answer: down, size: 15"),
        ("small: 10", "small: 15"),
    ],
)
def test_a_rule_of_another_size_is_told_with_both_scores(
    tiny: Tiny, runs: Runs, old: str, new: str
) -> None:
    file = saved(tiny, runs, "first.strange", "second.ill")
    tiny.swap(SCORE, old, new)
    assert resumed(tiny, runs, file).notices == ("1 rule changed: your score is 35, it was 40.",)


def test_several_rules_are_counted(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.well", "second.ill")
    tiny.swap(SCORE, "small: 10", "small: 15")
    assert resumed(tiny, runs, file).notices == ("2 rules changed.",)


def test_a_rule_of_a_shadow_is_told_without_a_score(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.ill", keeper="lists")
    tiny.swap(SCORE, "small: 10", "small: 15")
    assert resumed(tiny, runs, file).notices == ("1 rule changed.",)


def test_another_start_is_told_though_no_rule_changed(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.ill")
    tiny.swap(SCORE, "start: 50", "start: 55")
    assert resumed(tiny, runs, file).notices == ("Your score is 35, it was 30.",)


def test_another_line_is_told_as_another_standing(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.strange")
    tiny.swap(SCORE, "below 40", "below 60")
    tiny.swap(SCORE, "from 60", "from 70")
    assert resumed(tiny, runs, file).notices == ("Your standing is low, it was middle.",)


def test_a_rule_that_was_not_used_is_no_difference(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.well")
    tiny.swap(SCORE, "answer: down", "answer: up")
    assert resumed(tiny, runs, file).notices == ()


def without_gate(tiny: Tiny) -> Tiny:
    gate = "{id: gate, label: Take the gate., needs: door gate open, outcome: You are through.}"
    return tiny.swap(CHAPTER, f"      - {gate}\n", "")


def test_an_option_that_is_gone_ends_the_replay_and_the_old_file_is_kept(
    tiny: Tiny, runs: Runs
) -> None:
    file = saved(tiny, runs, "first.well", "second.gate", "third.ill")
    old = file.path.read_bytes()
    session = resumed(without_gate(tiny), runs, file)
    changed, kept = session.notices
    assert changed == (
        "The story has changed: 2 choices from `second` on could not be replayed "
        "(`second` has no option `gate`)."
    )
    assert kept == f"The old run is kept in {file.path.name}."
    assert session.run.choices == choices("first.well")
    session.save()
    assert file.path.read_bytes() == old
    assert session.file is not None
    assert session.file.path != file.path


def test_the_difference_is_told_for_what_is_left_of_a_run(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.well", "second.gate", "third.ill")
    tiny.swap(SCORE, "small: 10", "small: 15")
    notices = resumed(without_gate(tiny), runs, file).notices
    assert notices[-1] == "1 rule changed: your score is 65, it was 60."


def test_a_run_of_which_nothing_is_left_begins_anew(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.strange")
    tiny.swap(CHAPTER, "id: strange", "id: odd-one")
    session = resumed(tiny, runs, file)
    assert session.run.choices == ()
    assert session.stop.kind == "opening"
    session.save()
    assert len(runs.all()[0]) == 1


def test_a_finished_run_that_no_longer_fits_is_unfinished(tiny: Tiny, runs: Runs) -> None:
    file = saved(tiny, runs, "first.well", "second.gate", "third.ill")
    assert file.run.finished
    assert not resumed(without_gate(tiny), runs, file).run.finished


@pytest.mark.parametrize(
    ("part", "sentence"),
    [("keeper", "needs the keeper `gone`"), ("cut", "needs the cut `gone`")],
)
def test_a_keeper_or_a_cut_that_is_gone_is_told(
    tiny: Tiny, runs: Runs, part: str, sentence: str
) -> None:
    file = saved(tiny, runs, "first.well")
    lost = replace(file, run=replace(file.run, **{part: "gone"}))
    with pytest.raises(SaveError, match=sentence):
        resumed(tiny, runs, lost)


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"rules": [], "turns": [], "now": 3},
        {"rules": {}, "turns": [None], "now": ["\x1b[2J", None]},
        {"rules": {"score/good": 4}, "turns": {"a": 1}, "now": ["low", "high"]},
        {"rules": {}, "turns": [["low", 10**4000]], "now": ["middle", 10**4000]},
        {"rules": {}, "turns": [[]] * 9, "now": []},
    ],
)
def test_whatever_a_file_says_was_told_does_no_harm(
    tiny: Tiny, runs: Runs, told: dict[str, object]
) -> None:
    file = saved(tiny, runs, "first.well")
    odd = replace(file, run=replace(file.run, told=told))
    assert all(sentence.isprintable() for sentence in resumed(tiny, runs, odd).notices)
