"""History: every turn, a way to each page, and a new run from any of them; the old one stays."""

from pathlib import Path

import pytest

from game.core.playing.branch import branch
from game.core.playing.history import HELD, Past, history
from game.core.playing.session import Refused, Session
from game.core.saves.runs import Runs
from game.core.showing.views import OutcomePage, ScenePage
from tests.builders import Tiny, choices

CHAPTER = "chapters/1.yaml"
WHOLE = ("first.ill", "second.well", "third.ill")


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "runs")


def played(tiny: Tiny, *steps: str, runs: Runs | None = None) -> Session:
    made = Session.new(tiny.load(), "score", "whole", runs)
    made.play(choices(*steps))
    return made


def told(past: Past) -> tuple[str, str | None, str]:
    return past.scene, past.label, past.says


def test_history_tells_scene_option_and_what_moved(tiny: Tiny) -> None:
    assert [told(past) for past in history(played(tiny, "first.ill", "second.well"))] == [
        ("The first", "Do bad.", "down 10, to 40"),
        ("Rain", None, "down 10, to 30; closed: the gate"),
        ("The second", "Do good.", "up 10, to 40; opened: the gate"),
        ("The third", None, "you stand here"),
    ]


def test_a_year_that_is_over_ends_with_what_it_adds_up_to(tiny: Tiny) -> None:
    last = history(played(tiny, *WHOLE))[-1]
    assert (last.scene, last.says, last.turn) == ("Low", "what the year adds up to", 4)


def test_a_run_without_a_choice_has_one_place(tiny: Tiny) -> None:
    (only,) = history(played(tiny))
    assert told(only) == ("The first", None, "you stand here")


def test_where_the_reader_is_is_marked(tiny: Tiny) -> None:
    session = played(tiny, *WHOLE)
    session.jump(2)
    assert [past.turn for past in history(session) if past.here] == [2]
    session.jump(4)
    assert [past.turn for past in history(session) if past.here] == [4]


def test_what_is_held_back_is_not_told_by_the_history(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "title: The second\n", "title: The second\n    reveal: held\n")
    session = played(tiny, "first.ill", "second.well")
    assert [past.says == HELD for past in history(session)] == [False, False, True, False]
    session.jump(3)
    assert HELD not in [past.says for past in history(session)]


def test_a_jump_turns_to_the_page_and_undoes_nothing(tiny: Tiny) -> None:
    session = played(tiny, *WHOLE)
    run = session.run
    session.jump(2)
    page = session.page
    assert isinstance(page, ScenePage)
    assert (page.title, page.waiting) == ("The second", False)
    session.jump(1)
    assert isinstance(session.page, OutcomePage)
    assert session.page.title == "Rain"
    assert session.run == run
    session.jump(4)
    assert session.page is None


def test_a_jump_back_to_where_the_run_stands_waits_for_the_choice(tiny: Tiny) -> None:
    session = played(tiny, "first.ill", "second.well")
    session.jump(0)
    session.jump(3)
    assert session.waiting is not None
    session.choose("well")
    assert session.over


def test_a_glance_that_was_not_seen_yet_is_not_jumped_over(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "title: The second\n", "title: The second\n    glance: Look well.\n")
    session = played(tiny, "first.ill")
    session.jump(2)
    assert session.stop.kind == "glance"


def test_a_jump_out_of_a_prediction_drops_it(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "title: The second\n", "title: The second\n    predict: direction\n")
    session = played(tiny, "first.ill")
    session.jump(2)
    session.choose("well")
    session.jump(0)
    assert isinstance(session.page, ScenePage)
    assert not session.page.waiting


def test_a_jump_to_nowhere_stays(tiny: Tiny) -> None:
    session = played(tiny, "first.ill")
    before = session.stop
    session.jump(99)
    assert session.stop == before


def test_a_branch_stands_before_its_choice_with_the_choices_up_to_there(tiny: Tiny) -> None:
    session = played(tiny, *WHOLE)
    other = branch(session, 2)
    assert other.run.choices == choices("first.ill")
    assert other.waiting is not None
    assert other.waiting.title == "The second"


def test_the_old_run_stays_and_the_new_one_has_a_file_of_its_own(tiny: Tiny, runs: Runs) -> None:
    session = played(tiny, *WHOLE, runs=runs)
    session.save()
    other = branch(session, 2)
    other.choose("ill")
    other.save()
    assert session.file is not None
    assert other.file is not None
    assert runs.load(session.file.path).run.choices == choices(*WHOLE)
    assert runs.load(other.file.path).run.choices == choices("first.ill", "second.ill")
    assert not other.run.finished


def test_a_branch_says_what_became_of_the_old_run(tiny: Tiny, runs: Runs) -> None:
    other = branch(played(tiny, *WHOLE, runs=runs), 0)
    assert other.notices == (
        (
            "This is a run of its own, from “The first” on. It is kept once you choose. The one "
            "you come from stays as it is, played to “The third”; it is among your years."
        ),
    )


def test_marks_go_with_a_branch_and_beliefs_of_afterwards_do_not(shipped_tiny: Tiny) -> None:
    session = played(shipped_tiny, *WHOLE)
    session.mark("C1", "falls")
    session.believe("before", "s1", True)
    session.believe("after", "s1", False)
    other = branch(session, 0)
    assert other.run.marks == {"C1": "falls"}
    assert set(other.run.statements) == {"before"}


def test_what_is_asked_again_in_a_branch_is_not_answered_yet(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "help: answer", "help: write")
    session = played(tiny, *WHOLE)
    session.answer("Who saw it?", "C1")
    assert branch(session, 0).run.answers == {}


def commented(tiny: Tiny) -> Session:
    """A year whose second scene asked for a comment, and got one."""
    ask = "    comment:\n      stances: {doubt: I doubt it.}\n      questions: {who: Who counts?}\n"
    tiny.swap(CHAPTER, "title: The second\n", "title: The second\n" + ask)
    session = played(tiny, *WHOLE[:1])
    while session.waiting is None:
        session.go_on()
    session.say("stance", "doubt")
    session.play(choices(*WHOLE[1:]))
    return session


def test_a_branch_from_before_the_comment_begins_with_an_empty_box(tiny: Tiny) -> None:
    session = commented(tiny)
    assert branch(session, 0).run.comment == branch(session, 2).run.comment == {}
    assert session.run.comment == {"stance": "doubt"}


def test_a_branch_from_after_the_comment_keeps_it(tiny: Tiny) -> None:
    assert branch(commented(tiny), 3).run.comment == {"stance": "doubt"}


@pytest.fixture
def shipped_tiny(tiny: Tiny) -> Tiny:
    """The tiny story with a statement to judge."""
    return tiny.put(
        "statements.yaml", "- {id: s1, says: So., truth: true, set: first, claim: C1}\n"
    )


@pytest.mark.parametrize(
    ("turn", "why"),
    [
        (1, "There was nothing to choose at “Rain”"),
        (4, "The year is over there"),
        (9, "There is no such turn"),
        (-1, "There is no such turn"),
    ],
)
def test_where_there_was_no_choice_there_is_no_branch(tiny: Tiny, turn: int, why: str) -> None:
    with pytest.raises(Refused, match=why):
        branch(played(tiny, *WHOLE), turn)


def test_where_the_run_stands_there_is_nothing_to_go_back_to(tiny: Tiny) -> None:
    with pytest.raises(Refused, match="You stand there already"):
        branch(played(tiny, "first.ill"), 2)


def test_a_glance_is_not_shown_again_to_one_who_branches_to_it(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "title: The second\n", "title: The second\n    glance: Look well.\n")
    assert branch(played(tiny, *WHOLE), 2).stop.kind == "scene"
