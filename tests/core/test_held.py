"""Held reveals: the fold moves at once, the faces show the old figures until the chapter's end."""

import pytest

from game.core.playing.session import Session
from game.core.run.script import Stop
from game.core.showing.parts import Margin
from game.core.showing.views import OutcomePage, RevealPage, ScenePage
from tests.builders import Tiny, choices

CHAPTER = "chapters/1.yaml"


def hold(tiny: Tiny, *titles: str, more: str = "") -> Tiny:
    """Let scenes of the first chapter be held; then nothing in it may read a door."""
    for title in titles:
        tiny.swap(CHAPTER, f"title: {title}\n", f"title: {title}\n    reveal: held\n{more}")
    return tiny.swap(CHAPTER, "needs: door gate open, ", "")


@pytest.fixture
def held(tiny: Tiny) -> Session:
    """The first scene is held; an event and a second scene follow before its chapter ends."""
    hold(tiny, "The first")
    return Session.new(tiny.load(), "score", "whole")


def figures(margin: Margin) -> tuple[int | None, int]:
    """The number, and how many lines the ledger has."""
    return margin.number, len(margin.ledger)


def stand_at(session: Session, kind: str, turn: int) -> None:
    while session.stop.kind != kind or session.stop.turn != turn:
        session.go_on()


def order(session: Session) -> list[tuple[str, int]]:
    return [(stop.kind, stop.turn) for stop in session.stops if stop.kind in ("outcome", "reveal")]


def test_the_held_reveal_comes_at_the_end_of_its_chapter(held: Session) -> None:
    held.play(choices("first.ill"))
    assert order(held) == [("outcome", 0), ("outcome", 1), ("reveal", 1)]
    held.play(choices("second.ill"))
    assert order(held)[-2:] == [("reveal", 2), ("reveal", 0)]
    at = held.stops.index(Stop("reveal", 0))
    assert held.stops[at + 1].kind == "chapter"


def test_two_held_reveals_come_in_their_order(tiny: Tiny) -> None:
    hold(tiny, "The first", "The second")
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.ill", "second.ill"))
    assert order(session)[-2:] == [("reveal", 0), ("reveal", 2)]
    stand_at(session, "reveal", 0)
    assert figures(session.margin) == (30, 2)
    stand_at(session, "reveal", 2)
    assert figures(session.margin) == (20, 3)


def test_in_the_last_chapter_the_held_reveal_comes_before_the_ending(tiny: Tiny) -> None:
    tiny.swap("chapters/2.yaml", "title: The third\n", "title: The third\n    reveal: held\n")
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.well", "second.well", "third.well"))
    assert [stop.kind for stop in session.stops[-3:]] == ["reveal", "ending", "debrief"]


def test_the_fold_moves_at_once(held: Session) -> None:
    held.play(choices("first.ill"))
    assert held.trace.state.standings[0].number == 30


def test_the_outcome_of_a_held_scene_tells_no_effect(held: Session) -> None:
    held.play(choices("first.ill"))
    page = held.page
    assert isinstance(page, OutcomePage)
    assert page.held
    assert page.waits == "The first is judged at the end of the chapter."
    assert page.effects == ()
    assert (figures(page.before), figures(page.margin)) == ((50, 0), (50, 0))


def test_until_the_reveal_every_margin_shows_the_old_figures(held: Session) -> None:
    held.play(choices("first.ill"))
    while held.waiting is None:
        assert figures(held.margin) == (50, 0)
        held.go_on()
    assert figures(held.margin) == (50, 0)
    assert figures(held.waiting.margin) == (50, 0)
    assert held.waiting.margin.waits


def test_doors_and_lists_are_held_back_too(tiny: Tiny) -> None:
    hold(tiny, "The first")
    session = Session.new(tiny.load(), "lists", "whole")
    session.play(choices("first.ill"))
    assert session.margin.lists == ()
    assert all(door.open or door.perk for door in session.margin.doors)


def test_turning_back_tells_nothing_that_is_held(held: Session) -> None:
    held.play(choices("first.ill"))
    while held.stop.kind != "opening":
        held.go_back()
        assert figures(held.margin) == (50, 0)


def test_the_held_scenes_own_page_shows_figures_that_nothing_holds_back(held: Session) -> None:
    held.play(choices("first.ill"))
    held.go_back()
    assert isinstance(held.page, ScenePage)
    assert not held.page.margin.waits


def test_what_came_before_the_held_scene_keeps_its_effects(tiny: Tiny) -> None:
    hold(tiny, "The second")
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.ill", "second.ill"))
    before = session.page_at(Stop("outcome", 0))
    assert isinstance(before, OutcomePage)
    assert before.effects == ("The number falls by 10, to 40.", "Bad counts.")
    assert not before.held


def test_at_the_reveal_the_figures_move(held: Session) -> None:
    held.play(choices("first.ill", "second.ill"))
    stand_at(held, "reveal", 0)
    page = held.page
    assert isinstance(page, RevealPage)
    assert figures(page.margin) == (40, 1)
    assert figures(held.margin) == (20, 3)


def test_from_the_reveal_the_effects_can_be_told(held: Session) -> None:
    held.play(choices("first.ill", "second.ill"))
    stand_at(held, "reveal", 0)
    page = held.page_at(Stop("outcome", 0))
    assert isinstance(page, OutcomePage)
    assert page.effects == ("The number falls by 10, to 40.", "Bad counts.")


def test_a_prediction_about_a_held_scene_is_answered_at_its_reveal(tiny: Tiny) -> None:
    hold(tiny, "The first", more="    predict: direction\n")
    session = Session.new(tiny.load(), "score", "whole")
    while session.waiting is None:
        session.go_on()
    session.choose("ill")
    session.predict("down")
    outcome = session.page
    assert isinstance(outcome, OutcomePage)
    assert outcome.prediction is None
    session.play(choices("second.ill"))
    stand_at(session, "reveal", 0)
    reveal = session.page
    assert isinstance(reveal, RevealPage)
    assert reveal.prediction == "You guessed: it falls. So it was."


def test_undo_before_the_reveal_leaves_nothing_held(held: Session) -> None:
    held.play(choices("first.ill"))
    held.undo()
    assert not held.margin.waits
    assert figures(held.margin) == (50, 0)


# What the scene held back of its chapter


def outcome_of(session: Session, turn: int) -> OutcomePage:
    page = session.page_at(Stop("outcome", turn))
    assert isinstance(page, OutcomePage)
    return page


def test_a_later_scene_of_the_chapter_that_moved_something_says_when_that_is_told(
    held: Session,
) -> None:
    held.play(choices("first.ill", "second.ill"))
    assert outcome_of(held, 2).held
    assert outcome_of(held, 2).waits == "Where you stand now is told with The first, in a moment."


def test_a_later_scene_that_moved_nothing_says_so_at_once(held: Session) -> None:
    held.play(choices("first.well", "second.gate"))
    for page in (outcome_of(held, 1), outcome_of(held, 2)):
        assert not page.held
        assert page.waits == ""
        assert page.effects[0].startswith("The number stands still")


def test_the_held_reveal_tells_every_move_that_it_withheld(held: Session) -> None:
    held.play(choices("first.well", "second.ill"))
    stand_at(held, "reveal", 0)
    told = {page.title: page.effects[0] for page in held.told_now}
    assert list(told) == ["The first", "The second"]
    assert told["The second"].startswith("The number falls by 10")


def test_every_other_page_tells_nothing_late(held: Session) -> None:
    held.play(choices("first.ill", "second.ill"))
    assert held.told_now == ()


def test_of_two_held_scenes_each_tells_its_own(tiny: Tiny) -> None:
    hold(tiny, "The first", "The second")
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.well", "second.ill"))
    stand_at(session, "reveal", 0)
    assert [page.title for page in session.told_now] == ["The first"]
    stand_at(session, "reveal", 2)
    assert [page.title for page in session.told_now] == ["The second"]


def test_where_its_chapter_ends_a_held_scene_is_judged_in_a_moment(tiny: Tiny) -> None:
    tiny.swap("chapters/2.yaml", "title: The third\n", "title: The third\n    reveal: held\n")
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.well", "second.well", "third.well"))
    assert outcome_of(session, 3).waits == "The third is judged in a moment."


def test_what_a_held_scene_asks_is_asked_last(tiny: Tiny) -> None:
    hold(tiny, "The first").swap(CHAPTER, "help: answer", "help: drawer")
    tiny.add("claims/all.yaml", "  drawer: [police]\n")
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.ill", "second.ill"))
    again = [task.again for n in (2, 0) if (task := session.pages.reveal(n).task)]
    assert again == [False, True]
