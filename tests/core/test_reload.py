"""An edited story goes on where its author was: the same page, and what no longer fits is told."""

from collections.abc import Callable

import pytest

from game.core.playing.reload import reloaded, scene_here
from game.core.playing.session import Refused, Session
from game.core.saves.runs import Runs
from game.folders import runs_folder
from tests.builders import FILES, Tiny, choices

CHAPTER, SCORE = "chapters/1.yaml", "rulebooks/score.yaml"
EVERY_PAGE = 16


def begun(tiny: Tiny, *steps: str, keep: bool = True) -> Session:
    runs = Runs(runs_folder()) if keep else None
    session = Session.new(tiny.load(), "score", "whole", runs, predictions=False)
    session.play(choices(*steps))
    session.save()
    return session


def kinds(session: Session) -> list[str]:
    return [stop.kind for stop in session.stops]


def at(session: Session, kind: str, scene: str) -> Session:
    """Turn to the page of that kind and scene."""
    for stop in session.stops:
        session.turn_to(stop.kind, stop.turn)
        if stop.kind == kind and (here := scene_here(session)) and here.id == scene:
            return session
    raise AssertionError(f"no {kind} of {scene}")


@pytest.mark.parametrize("page", range(EVERY_PAGE))
def test_nothing_was_edited_and_nothing_moves(tiny: Tiny, page: int) -> None:
    session = begun(tiny, "first.ill", "second.well", "third.well")
    assert len(session.stops) == EVERY_PAGE
    session.turn_to(*session.stops[page][:2])
    other = reloaded(session, tiny.load())
    assert other.stop == session.stop
    assert other.page == session.page
    assert other.notices == ()
    assert other.saved


@pytest.mark.parametrize("kind", ["scene", "outcome", "reveal"])
def test_words_that_were_edited_are_read_on_the_same_page(tiny: Tiny, kind: str) -> None:
    session = at(begun(tiny, "first.ill", "second.well"), kind, "second")
    other = reloaded(session, tiny.swap(CHAPTER, "title: The second", "title: Later").load())
    assert (other.stop, other.notices) == (session.stop, ())
    assert scene_here(other) == other.story.scenes["second"]
    assert scene_here(other).title == "Later"  # type: ignore[union-attr]


def test_a_scene_that_was_put_in_before_moves_the_page_along(tiny: Tiny) -> None:
    session = at(begun(tiny, "first.ill", "second.well"), "scene", "second")
    event = "  - {id: hail, title: Hail, event: true, month: 2, cases: [{text: It hails.}]}\n"
    other = reloaded(
        session, tiny.swap(CHAPTER, "  - id: second\n", event + "  - id: second\n").load()
    )
    assert other.stop.turn == session.stop.turn + 1
    assert scene_here(other).id == "second"  # type: ignore[union-attr]
    assert other.run.choices == session.run.choices


def test_a_choice_that_no_longer_fits_is_told_and_the_old_run_is_kept(tiny: Tiny) -> None:
    session = at(begun(tiny, "first.ill", "second.well"), "outcome", "second")
    assert session.file
    tiny.swap(CHAPTER, "  - id: second\n", "  - id: other\n")
    tiny.swap("story.yaml", "stubs: [second, first]", "stubs: [first]")
    other = reloaded(session, tiny.load())
    assert other.notices[0].startswith("The story has changed: 1 choice from `second` on")
    assert other.notices[1] == f"The old run is kept in {session.file.path.name}."
    assert [choice.scene for choice in other.run.choices] == ["first"]
    assert other.stop == other.stops[-1]
    other.save()
    assert other.file
    assert other.file.path != session.file.path


def test_a_rule_that_was_edited_is_told_once(tiny: Tiny) -> None:
    session = begun(tiny, "first.ill")
    other = reloaded(session, tiny.swap(SCORE, "sizes: {small: 10}", "sizes: {small: 20}").load())
    assert other.notices == ("1 rule changed: your score is 10, it was 30.",)
    assert reloaded(other, tiny.load()).notices == ()


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (lambda tiny: tiny.swap("story.yaml", "whole:", "all-of-it:"), "cut `whole`"),
        (
            lambda tiny: (
                tiny.swap("story.yaml", "keepers: [score, lists]", "keepers: [lists]")
                .swap("story.yaml", "grid: [[score]]", "grid: []")
                .drop(SCORE)
            ),
            "keeper `score`",
        ),
    ],
)
def test_a_run_whose_keeper_or_cut_is_gone_stays_with_the_old_story(
    tiny: Tiny, edit: Callable[[Tiny], object], says: str
) -> None:
    session = begun(tiny)
    edit(tiny)
    with pytest.raises(Refused, match=says):
        reloaded(session, tiny.load())


def test_a_page_that_is_gone_gives_way_to_the_scene_it_belonged_to(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "title: The second\n", "title: The second\n    reveal: full\n")
    session = at(begun(tiny, "first.ill", "second.well"), "card", "second")
    other = reloaded(session, tiny.put(CHAPTER, FILES[CHAPTER]).load())
    assert (other.stop.kind, other.stop.turn) == ("reveal", session.stop.turn)


def test_the_opening_and_a_chapter_stay_open(tiny: Tiny) -> None:
    session = begun(tiny, "first.ill", "second.well")
    for stop in (session.stops[0], session.stops[-2]):
        session.turn_to(stop.kind, stop.turn)
        assert reloaded(session, tiny.load()).stop == stop
    assert kinds(session)[-2] == "chapter"


def test_the_end_stays_the_end_unless_a_scene_was_added(tiny: Tiny) -> None:
    session = begun(tiny, "first.ill", "second.well", "third.well")
    session.jump(len(session.trace.turns))
    assert reloaded(session, tiny.load()).stop.kind == "debrief"
    more = (
        FILES["chapters/2.yaml"]
        .replace("chapter: Two", "chapter: Three")
        .replace("third", "fourth")
    )
    other = reloaded(session, tiny.put("chapters/3.yaml", more).load())
    assert other.stop == other.stops[-1]
    assert other.waiting is not None


def test_a_story_with_another_id_gets_runs_of_its_own(tiny: Tiny) -> None:
    session = begun(tiny, "first.ill")
    other = reloaded(session, tiny.swap("story.yaml", "id: tiny", "id: mine").load())
    other.save()
    assert session.file
    assert other.file
    assert (other.run.story, other.file.path) == ("mine", other.file.path)
    assert other.file.path != session.file.path


def test_a_question_that_was_pending_is_asked_again(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "title: The first\n", "title: The first\n    predict: direction\n")
    session = Session.new(tiny.load(), "score", "whole")
    while session.waiting is None:
        session.go_on()
    session.choose("ill")
    other = reloaded(session, tiny.load())
    assert other.waiting is not None
    assert not other.can_redo
