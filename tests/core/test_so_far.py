"""A chapter's card says how often the keeper moved on the way to it."""

import pytest

from game.core.playing.session import Session
from game.core.showing.so_far import so_far
from game.core.showing.views import ChapterPage
from tests.builders import Tiny, choices


def card(tiny: Tiny, keeper: str, number: int, *steps: str) -> ChapterPage:
    session = Session.new(tiny.load(), keeper, "whole")
    session.play(choices(*steps))
    return session.pages.chapter(number)


def test_the_first_card_says_nothing_of_it(tiny: Tiny) -> None:
    assert card(tiny, "score", 0).so_far == ""


@pytest.mark.parametrize(
    ("keeper", "step", "said"),
    [
        (
            "score",
            "ill",
            "1 choice so far. Your number has moved twice, once when there was nothing to choose.",
        ),
        ("score", "well", "1 choice so far. Your number has moved once."),
        ("score", "strange", "1 choice so far. Your number has not moved."),
        (
            "lists",
            "ill",
            "1 choice so far. Your lists have moved twice, once when there was nothing to choose.",
        ),
        ("lists", "strange", "1 choice so far. No list has moved."),
    ],
)
def test_a_later_card_says_how_often_the_keeper_moved(
    tiny: Tiny, keeper: str, step: str, said: str
) -> None:
    assert card(tiny, keeper, 1, f"first.{step}").so_far == said


def test_a_list_that_moved_is_not_told_as_a_number_that_did(tiny: Tiny) -> None:
    tiny.swap(
        "rulebooks/score.yaml",
        "bad: {answer: down, size: small, claim: C1, says: Bad counts.}",
        "bad: {answer: listed, lists: [book], claim: C1, says: Bad counts.}",
    )
    book = (
        "lists: {book: {name: the book, reason: Bad., until: cleared, way_out: Wait., claim: C1}}"
    )
    tiny.swap("rulebooks/score.yaml", "silent: [odd]", f"{book}\nsilent: [odd]")
    told = card(tiny, "score", 1, "first.ill").so_far
    said = "1 choice so far. Your number has not moved. Your lists have moved once."
    assert told.startswith(said)


def test_choices_of_the_card_s_own_chapter_are_not_counted(tiny: Tiny) -> None:
    told = card(tiny, "score", 1, "first.ill", "second.ill", "third.well").so_far
    assert told.startswith("2 choices so far.")


def test_whoever_plays_under_another_keeper_hears_where_the_first_one_has_them(tiny: Tiny) -> None:
    session = Session.new(tiny.load(), "lists", "whole")
    session.play(choices("first.ill", "second.ill", "third.well"))
    told = so_far(session.game, session.trace, 2)
    assert told.endswith("The score has you at 30 by now, from 50.")


def test_where_the_first_keeper_has_them_is_not_said_again_while_it_stays(tiny: Tiny) -> None:
    tiny.swap("chapters/2.yaml", "label: Do good., deeds: [good]", "label: Rest., deeds: [odd]")
    session = Session.new(tiny.load(), "lists", "whole")
    session.play(choices("first.ill", "second.ill", "third.well"))
    assert "has you at" not in so_far(session.game, session.trace, 2)
