"""Rulebooks that make nothing of it: one line, and never over what is answered elsewhere."""

import pytest

from game.core.showing.parts import Cell, DeedView, GridRow
from game.core.showing.quiet import fold_rows, quiet
from tests.builders import Tiny


def row(name: str, *kinds: str, keeper: bool = False) -> GridRow:
    cells = tuple(Cell(kind, "", kind, kind, 0, ()) for kind in kinds)
    return GridRow(name, f"the {name}", name, keeper, cells, None, "")


def said(tiny: Tiny, *rows: GridRow, complete: bool = True) -> tuple[str, ...]:
    return quiet(tiny.game(), rows, 0, complete)


def test_who_alone_counts_it_is_named(tiny: Tiny) -> None:
    rows = row("score", "up", keeper=True), row("lists", "silent"), row("app", "not_tracked")
    assert said(tiny, *rows) == ("only the score counts your choice",)


def test_where_nobody_counts_it_that_is_said_once(tiny: Tiny) -> None:
    rows = row("score", "silent", keeper=True), row("lists", "silent"), row("app", "not_tracked")
    assert said(tiny, *rows) == ("no rulebook counts your choice",)


def test_who_knows_and_does_nothing_is_told_apart_from_who_does_not_look(tiny: Tiny) -> None:
    rows = row("score", "up", keeper=True), row("lists", "none"), row("app", "not_tracked")
    assert said(tiny, *rows) == (
        "the lists knows this and does nothing",
        "nobody else counts your choice",
    )


def test_who_is_only_read_as_doing_nothing_is_told_apart_from_who_is_on_record(tiny: Tiny) -> None:
    low = DeedView("a", "none", "none", "", None, None, None, None, "low", (), "")
    guessed = row("app", "none")
    guessed = guessed._replace(cells=(guessed.cells[0]._replace(deeds=(low,)),))
    rows = row("score", "up", keeper=True), row("lists", "none"), guessed
    assert said(tiny, *rows) == (
        "the lists knows this and does nothing",
        "the app knows this and, as we read it, does nothing",
    )


@pytest.mark.parametrize("kind", ["local", "elsewhere"])
def test_what_is_answered_elsewhere_or_in_one_place_is_not_called_the_only_one_that_counts(
    tiny: Tiny, kind: str
) -> None:
    rows = row("score", "silent", keeper=True), row("lists", kind), row("app", "silent")
    assert said(tiny, *rows) == ("nobody else counts your choice",)


def test_while_the_grid_grows_nobody_is_said_to_be_the_only_one(tiny: Tiny) -> None:
    rows = row("score", "up", keeper=True), row("lists", "not_tracked")
    assert said(tiny, *rows, complete=False) == ("the lists does not count your choice",)


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        (("silent", "silent"), "the a and the b count none of these"),
        (("not_tracked", "not_tracked"), "the a and the b count none of these"),
        (("silent", "not_tracked"), "the a and the b count none of these"),
    ],
)
def test_rows_that_say_the_same_nothing_are_one_line(
    tiny: Tiny, kinds: tuple[str, str], words: str
) -> None:
    rows = row("score", "up", keeper=True), row("a", kinds[0]), row("b", kinds[1])
    assert fold_rows(tiny.game(), rows, complete=False)[1] == (words,)


@pytest.mark.parametrize("kind", ["none", "local", "elsewhere", "up"])
def test_a_row_that_says_something_keeps_its_place(tiny: Tiny, kind: str) -> None:
    rows = row("score", "up", keeper=True), row("lists", "silent", kind)
    assert fold_rows(tiny.game(), rows)[0] == rows


def test_who_would_have_barred_the_choice_keeps_its_row(tiny: Tiny) -> None:
    barring = row("lists", "silent")._replace(barred="you are on the book (C1)")
    rows = row("score", "up", keeper=True), barring
    assert fold_rows(tiny.game(), rows)[0] == rows


@pytest.mark.parametrize("kind", ["local", "elsewhere"])
def test_over_a_grid_too_what_is_answered_elsewhere_is_not_called_counted(
    tiny: Tiny, kind: str
) -> None:
    rows = row("score", "silent", keeper=True), row("lists", kind), row("app", "silent")
    assert fold_rows(tiny.game(), rows)[1] == ("the app counts none of these",)


def test_whoever_changes_for_good_by_it_is_not_said_to_know_it_and_do_nothing(tiny: Tiny) -> None:
    tiny.add("rulebooks/score.yaml", "amendments:\n  odd: {short: the closed score}\n")
    deed = DeedView("odd", "none", "none", "It closes.", None, None, None, None, "high", (), "")
    closing = row("score", "none", keeper=True)
    closing = closing._replace(cells=(closing.cells[0]._replace(deeds=(deed,)),))
    assert said(tiny, closing, row("lists", "silent")) == (
        "The score: it closes",
        "nobody else counts your choice",
    )
