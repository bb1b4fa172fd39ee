"""The gallery: endings found, options taken before, the list of runs; damaged files do no harm."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.core.debrief.gallery import KeptRun, endings, kept_runs
from game.core.playing.session import Session
from game.core.saves.runs import RunFile, Runs, SaveError
from game.core.story.model import Story
from tests.builders import Tiny, choices, shipped_story

LOW = ("first.ill", "second.ill", "third.ill")
GOOD = ("first.well", "second.well", "third.well")


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "runs")


@pytest.fixture
def story(tiny: Tiny) -> Story:
    return tiny.load()


def kept(story: Story, runs: Runs, *steps: str, keeper: str = "score") -> RunFile:
    session = Session.new(story, keeper, "whole", runs)
    session.play(choices(*steps))
    session.save()
    assert session.file is not None
    return session.file


def listed(story: Story, runs: Runs) -> tuple[KeptRun, ...]:
    return kept_runs(story, runs.all()[0])


def test_an_ending_that_was_found_has_its_name_and_the_others_are_blank(
    story: Story, runs: Runs
) -> None:
    kept(story, runs, *LOW)
    low, end = endings(story, listed(story, runs))
    assert (low.id, low.title, low.times, low.keepers) == ("low", "Low", 1, ("the score",))
    assert (end.title, end.times, end.keepers) == (None, 0, ())


@pytest.mark.parametrize("keeper", ["article", "record"])
def test_the_number_of_a_run_is_that_of_the_page_at_which_it_opens(runs: Runs, keeper: str) -> None:
    story = shipped_story()
    session = Session.new(story, keeper, "season", runs, predictions=False)
    apart = 0
    while not session.over:
        if session.waiting:
            session.choose(next(o.id for o in session.waiting.options if not o.closed))
            session.save()
        else:
            session.go_on()
        session.keep_bookmark()
        if session.file and session.stop.kind != "chapter" and not session.over:
            run = listed(story, runs)[0]
            assert run.number == session.margin.number, session.stop
            apart += run.number != session.trace.state.standings[0].number
    assert apart or keeper == "record"


def test_without_a_run_every_stub_is_blank(story: Story, runs: Runs) -> None:
    assert [stub.title for stub in endings(story, listed(story, runs))] == [None, None]


def test_an_ending_is_counted_under_every_keeper(story: Story, runs: Runs) -> None:
    for keeper in ("score", "lists", "score"):
        kept(story, runs, *GOOD, keeper=keeper)
    end = endings(story, listed(story, runs))[1]
    assert end.times == 3
    assert set(end.keepers) == {"the score", "the lists"}


def test_an_unfinished_run_has_found_no_ending(story: Story, runs: Runs) -> None:
    kept(story, runs, *LOW[:2])
    assert [stub.title for stub in endings(story, listed(story, runs))] == [None, None]


def test_the_list_of_runs_says_where_each_stands(story: Story, runs: Runs) -> None:
    kept(story, runs, "first.ill")
    (run,) = listed(story, runs)
    assert (run.keeper, run.cut, run.made, run.of) == ("the score", "The whole", 1, 3)
    assert (run.number, run.ending, run.last, run.fits) == (40, None, "The first", True)


def test_runs_of_other_stories_are_not_listed(story: Story, runs: Runs) -> None:
    file = kept(story, runs, *LOW)
    runs.create(replace(file.run, story="other"))
    assert len(listed(story, runs)) == 1


def test_a_run_of_a_keeper_that_is_gone_is_listed_and_does_not_fit(
    story: Story, runs: Runs
) -> None:
    file = kept(story, runs, *LOW)
    runs.create(replace(file.run, keeper="gone"))
    runs.create(replace(file.run, cut="gone"))
    assert sorted((run.keeper, run.cut, run.fits) for run in listed(story, runs)) == [
        ("gone", "The whole", False),
        ("the score", "The whole", True),
        ("the score", "gone", False),
    ]


def test_a_run_that_the_story_no_longer_plays_has_no_ending(
    tiny: Tiny, story: Story, runs: Runs
) -> None:
    kept(story, runs, *LOW)
    edited = tiny.swap("chapters/2.yaml", "id: third", "id: other").load()
    (run,) = listed(edited, runs)
    assert (run.fits, run.ending, run.last) == (False, None, "The second")


def test_options_of_other_runs_are_known_and_not_those_of_this_one(
    story: Story, runs: Runs
) -> None:
    kept(story, runs, "first.ill", "second.well")
    own = kept(story, runs, "first.well")
    assert runs.taken("tiny", own.path) == {"first.ill", "second.well"}
    assert runs.taken("other") == frozenset()


def test_a_damaged_file_is_passed_over_and_left_where_it_is(story: Story, runs: Runs) -> None:
    kept(story, runs, "first.ill")
    bad = runs.folder / "20000101-000000-x.run.json"
    bad.write_bytes(b"{")
    assert runs.taken("tiny") == {"first.ill"}
    assert bad.exists()


def test_no_folder_is_no_trouble(runs: Runs) -> None:
    assert runs.taken("tiny") == frozenset()


def seen(session: Session) -> list[str]:
    while session.waiting is None:
        session.go_on()
    return [option.id for option in session.waiting.options if option.seen]


def test_an_option_taken_in_an_earlier_run_is_marked(story: Story, runs: Runs) -> None:
    assert seen(Session.new(story, "score", "whole", runs)) == []
    kept(story, runs, "first.ill")
    assert seen(Session.new(story, "lists", "whole", runs)) == ["ill"]


def test_a_run_does_not_mark_its_own_choices(story: Story, runs: Runs) -> None:
    file = kept(story, runs, "first.ill")
    session = Session.resume(story, file, runs)
    session.undo()
    assert seen(session) == []


# Deleting a run


def test_a_deleted_run_is_gone(story: Story, runs: Runs) -> None:
    file = kept(story, runs, "first.ill")
    runs.remove(file)
    assert runs.all() == ((), ())
    runs.remove(file)


def test_a_run_that_went_on_in_another_window_is_not_deleted(story: Story, runs: Runs) -> None:
    file = kept(story, runs, "first.ill")
    runs.save(file, replace(file.run, name="Ada"))
    with pytest.raises(SaveError, match="it was not deleted"):
        runs.remove(file)
    assert len(runs.all()[0]) == 1
