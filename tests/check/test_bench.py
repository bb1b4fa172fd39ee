"""A story on the bench: what is wrong with it now, and what of that is in the scene at hand."""

from pathlib import Path

from game.check.bench import Bench, count
from game.pack.problems import Problem
from tests.builders import Tiny

CHAPTER = "chapters/1.yaml"


def test_a_story_that_plays_is_given_with_its_warnings(tiny: Tiny) -> None:
    bench = Bench(tiny.folder)
    assert bench.read() is not None
    assert {problem.severity for problem in bench.problems} <= {"warning", "advice"}
    assert bench.problems


def test_a_story_that_does_not_play_gives_its_errors_alone(tiny: Tiny) -> None:
    bench = Bench(tiny.swap(CHAPTER, "title: Rain", "titel: Rain").folder)
    assert bench.read() is None
    assert "unknown-key" in {problem.code for problem in bench.problems}


def test_mending_it_takes_the_problem_away(tiny: Tiny) -> None:
    bench = Bench(tiny.swap(CHAPTER, "title: Rain", "titel: Rain").folder)
    bench.read()
    tiny.swap(CHAPTER, "titel: Rain", "title: Rain")
    assert bench.read() is not None
    assert not any(problem.severity == "error" for problem in bench.problems)


def test_a_folder_that_is_gone_is_a_problem_like_others(tmp_path: Path) -> None:
    bench = Bench(tmp_path / "gone")
    assert bench.read() is None
    assert [problem.code for problem in bench.problems] == ["no-folder"]


def test_problems_are_sorted_by_the_scene_in_whose_lines_they_stand(tiny: Tiny) -> None:
    story = tiny.load()
    bench = Bench(tiny.folder)
    bench.read()
    for id, words in (("first", "`first"), ("second", "`second"), ("third", "`third")):
        here, others = bench.by_scene(story.scenes[id], story)
        assert here
        assert all(words in problem.message for problem in here)
        assert {*here, *others} == set(bench.problems)
        assert not set(here) & set(others)


def test_where_there_is_no_scene_everything_stands_elsewhere(tiny: Tiny) -> None:
    bench = Bench(tiny.folder)
    bench.read()
    assert bench.by_scene(None, tiny.load()) == ((), bench.problems)


def test_problems_are_counted_in_words() -> None:
    def some(*kinds: str) -> list[Problem]:
        return [Problem("f", n, 1, "c", kind, "m") for n, kind in enumerate(kinds)]  # type: ignore[arg-type]

    assert count(some()) == "no problems"
    assert count(some("error")) == "1 error"
    assert count(some("warning", "error", "warning")) == "1 error, 2 warnings"
    assert count(some("advice", "advice")) == "2 advice"


def test_what_is_wrong_with_the_claim_of_a_scene_stands_in_the_scene(tiny: Tiny) -> None:
    tiny.swap("claims/all.yaml", "plain: Everything counts.", f"plain: Everything{' counts' * 30}.")
    bench = Bench(tiny.folder)
    story = bench.read()
    assert story is not None
    here, others = bench.by_scene(story.scenes["first"], story)
    assert "plain-words" in {problem.code for problem in here}
    assert "plain-words" not in {problem.code for problem in others}
