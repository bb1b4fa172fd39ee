"""What held somebody: an order is told as an order and a list as a list, never one as the other."""

import pytest

from game.core.playing.session import Session
from game.core.showing import holding, prediction, telling
from game.core.showing.holding import list_words
from game.core.story.rules import Listing, Rulebook
from tests.builders import Tiny, choices

BAN = Listing("the ban", "Why.", "Out.", until="cleared", order=True)
CURFEW = Listing("the curfew", "Why.", "Out.", until="cleared", order=True)
BOOK = Listing("the book", "Why.", "Out.", until="cleared")
ROLL = Listing("the roll", "Why.", "Out.", until="cleared")
HELD = {"ban": BAN, "curfew": CURFEW, "book": BOOK, "roll": ROLL}
LISTS = Rulebook("b", "B", "b", "", {}, lists=HELD)


@pytest.mark.parametrize(
    ("put", "cleared", "on", "told"),
    [
        (["the book"], 0, [BOOK], "listed once (the book), and are still on it"),
        (["the book", "the roll"], 0, [BOOK, ROLL], "and are still on both"),
        (["the book", "the roll"], 1, [ROLL], "and cleared once, and are still on the roll"),
        (["the ban"], 0, [BAN], "put under the ban, and are still under it"),
        (["the ban", "the ban"], 1, [BAN], "put under the ban twice and cleared once, and are"),
        (["the ban", "the curfew"], 0, [CURFEW, BAN], "and are still under both"),
        (["the ban", "the book"], 0, [BAN, BOOK], "put under the ban and listed once (the book)"),
        (["the ban", "the book"], 0, [BAN, BOOK], "(the book), and both still hold."),
        (["the ban", "the book"], 2, [], "(the book) and cleared twice."),
        (["the book"], 0, [], "listed once (the book), and are off again."),
        (["the ban", "the book", "the roll"], 0, [BAN, BOOK, ROLL], "and all of it still holds."),
    ],
)
def test_a_year_of_lists_and_orders(
    put: list[str], cleared: int, on: list[Listing], told: str
) -> None:
    (sentence,) = list_words(LISTS, put, cleared, on)
    assert told in sentence
    assert sentence.endswith(".")


def test_a_year_without_either_says_so() -> None:
    assert list_words(LISTS, [], 0, []) == ["On no list and under no order all year."]


def test_one_stands_under_an_order_and_on_a_list() -> None:
    assert [holding.held(BAN), holding.held(BOOK)] == ["under the ban", "on the book"]
    assert [holding.freed(BAN), holding.freed(BOOK)] == ["freed from the ban", "taken off the book"]


def under_orders(tiny: Tiny) -> Session:
    """The book is an order here: the same story, played to its first outcome."""
    tiny.swap(
        "rulebooks/lists.yaml", "    name: the book\n", "    name: the book\n    order: true\n"
    )
    session = Session.new(tiny.load(), "lists", "whole")
    session.play(choices("first.ill"))
    return session


def test_nobody_is_listed_by_an_order(tiny: Tiny) -> None:
    session = under_orders(tiny)
    assert "You are put under the book: you did bad." in session.pages.outcome(0).effects
    (line,) = (line for line in session.pages.margin(0, after=True).ledger if line.moved)
    assert line.sentence == "put under the book"
    assert line.short == "order"
    assert isinstance(line.short, telling.Loss)


def test_a_guess_may_be_an_order(tiny: Tiny) -> None:
    session = under_orders(tiny)
    scene = session.trace.turns[0].scene
    offered = dict(prediction.choices(session.game, scene, session.game.start()))
    assert offered["listed"] == "puts you on a list or under an order"


def test_the_shortest_word_of_an_order_is_no_list(tiny: Tiny) -> None:
    page = under_orders(tiny).pages.reveal(0, whole=True)
    (row,) = (row for row in page.rows if row.keeper == "lists")
    assert {(cell.kind, cell.short) for cell in row.cells if cell.kind == "listed"} == {
        ("listed", "order")
    }
