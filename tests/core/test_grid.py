"""Cells of the grid, and what an outcome tells: the same judgment in one word and in sentences."""

import pytest

from game.core.playing.session import Session
from game.core.showing.views import OutcomePage
from tests.builders import Tiny, choices

SCORE, LISTS, CHAPTER = "rulebooks/score.yaml", "rulebooks/lists.yaml", "chapters/1.yaml"
SILENT = "silent: [odd]"
RULES = {
    "keeps": "{answer: keeps, claim: C1, says: It keeps.}",
    "none": "{answer: none, claim: C1, says: It is seen.}",
    "local": '{answer: local, toward: down, where: "Jinan, 2017", claim: C1, says: There.}',
    "elsewhere": "{answer: elsewhere, system: the police, claim: C1, says: Elsewhere.}",
    "up": "{answer: up, size: small, claim: C1, says: Up.}",
    "down": "{answer: down, size: small, claim: C1, says: Down.}",
    "friend": "{answer: elsewhere, whose: friend, system: the police, claim: C1, says: Taken.}",
    "firm": "{answer: down, size: small, whose: firm, claim: C1, says: The firm.}",
}


def judging(tiny: Tiny, **rules: str) -> Tiny:
    """Let the odd option carry a deed for each rule, in order."""
    names = ", ".join(rules)
    tiny.add("deeds.yaml", "".join(f"{deed}: {{name: {deed}}}\n" for deed in rules))
    made = "".join(f"  {deed}: {RULES.get(rule, rule)}\n" for deed, rule in rules.items())
    tiny.swap(SCORE, "rules:\n", f"rules:\n{made}")
    tiny.swap(LISTS, "not_tracked: [odd]", f"not_tracked: [odd, {names}]")
    return tiny.swap(CHAPTER, "deeds: [odd]", f"deeds: [{names}]")


def cell(tiny: Tiny, keeper: str = "score", *before: str) -> tuple[str, str, int]:
    """The cell of the odd option: kind, word, change."""
    session = Session.new(tiny.load(), keeper, "whole")
    session.play(choices("first.strange"))
    page = session.pages.reveal(0, whole=True)
    (row,) = (row for row in page.rows if row.keeper == keeper)
    made = row.cells[[column.id for column in page.columns].index("strange")]
    return made.kind, made.word, made.change


def effects(tiny: Tiny, keeper: str, *steps: str) -> tuple[str, ...]:
    session = Session.new(tiny.load(), keeper, "whole")
    session.play(choices(*steps))
    assert isinstance(session.page, OutcomePage)
    return session.page.effects


@pytest.mark.parametrize(
    ("first", "second", "kind", "word"),
    [
        ("keeps", "none", "keeps", "no loss"),
        ("local", "none", "none", "no effect"),
        ("elsewhere", "local", "local", "local, down: Jinan, 2017"),
        ("elsewhere", "firm", "none", "the firm, down"),
        ("up", "keeps", "up", "up 10"),
        ("elsewhere", "down", "down", "down 10"),
        ("firm", "firm", "none", "the firm, down"),
    ],
)
def test_a_cell_with_several_deeds_speaks_for_the_weightiest(
    tiny: Tiny, first: str, second: str, kind: str, word: str
) -> None:
    assert cell(judging(tiny, one=first, two=second))[:2] == (kind, word)


def test_a_cell_for_what_happens_to_a_friend_says_so_in_its_shortest_word(tiny: Tiny) -> None:
    session = Session.new(judging(tiny, one="friend").load(), "score", "whole")
    session.play(choices("first.strange"))
    page = session.pages.reveal(0, whole=True)
    made = page.rows[0].cells[[column.id for column in page.columns].index("strange")]
    assert (made.kind, made.word, made.short) == (
        "elsewhere", "nothing for you; for a friend, elsewhere: the police", "a friend"
    )  # fmt: skip


def test_deeds_add_up_in_a_cell(tiny: Tiny) -> None:
    assert cell(judging(tiny, one="up", two="up")) == ("up", "up 20", 20)


def test_deeds_that_cancel_out_say_both(tiny: Tiny) -> None:
    assert cell(judging(tiny, one="up", two="down")) == ("up", "up 10 and down 10", 0)
    assert effects(tiny, "score", "first.strange") == (
        "The number stands still: what rose and what fell come to the same.",
    )


def test_a_cell_without_a_deed_is_silent(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "deeds: [odd], ", "")
    assert cell(tiny) == ("silent", "silent", 0)


def test_a_cell_at_the_end_of_the_scale_says_so(tiny: Tiny) -> None:
    judging(tiny, one="up").swap(
        SCORE, "start: 50, low: 0, high: 100", "start: 50, low: 0, high: 50"
    )
    assert cell(tiny) == ("up", "no room to rise", 0)


def test_a_cell_cut_by_the_scale_says_so(tiny: Tiny) -> None:
    judging(tiny, one="up").swap(
        SCORE, "start: 50, low: 0, high: 100", "start: 50, low: 0, high: 53"
    )
    kind, word, change = cell(tiny)
    assert (kind, word, change) == ("up", "up 3", 3)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("keeps", "The number stands still: no loss for one."),
        ("none", "The number stands still: it is seen."),
        ("local", "The number stands still: this counts only in a named place (Jinan, 2017)."),
        ("elsewhere", "The number stands still; this belongs elsewhere: the police."),
        ("firm", "This falls on the firm."),
        (
            "friend",
            "The number stands still; what happens to a friend belongs elsewhere: the police.",
        ),
        ("up", "The number rises by 10, to 60."),
    ],
)
def test_the_outcome_tells_one_sentence_a_change(tiny: Tiny, rule: str, sentence: str) -> None:
    assert sentence in effects(judging(tiny, one=rule), "score", "first.strange")


@pytest.mark.parametrize(
    ("keeper", "sentence"),
    [
        ("score", "The number stands still."),
        ("lists", "No list moves."),
    ],
)
def test_where_nothing_moves_a_sentence_says_so(tiny: Tiny, keeper: str, sentence: str) -> None:
    assert effects(tiny, keeper, "first.strange") == (sentence,)


def test_a_listing_is_told_with_its_reason_and_the_doors_it_closes(tiny: Tiny) -> None:
    assert effects(tiny, "lists", "first.ill") == (
        "You are put on the book: you did bad.",
        "Bad is written down.",
        "Closed to you now, because you are on the book (C1): the gate.",
    )


def test_clearing_is_told_with_the_doors_that_open(tiny: Tiny) -> None:
    assert effects(tiny, "lists", "first.ill", "second.well") == (
        "You are taken off the book.",
        "Good is struck out.",
        "Open to you now: the gate.",
    )


def test_a_door_that_another_list_keeps_shut_is_told_with_the_list_that_was_left(
    tiny: Tiny,
) -> None:
    tiny.swap(
        "rulebooks/lists.yaml",
        "    claim: C1\n",
        "    claim: C1\n  roll: {name: the roll, reason: You did bad., until: cleared,"
        " way_out: Wait., closes: {gate: C1}, claim: C1}\n",
    )
    tiny.swap(
        "rulebooks/lists.yaml",
        "lists: [book], claim: C1, says: Bad",
        "lists: [book, roll], claim: C1, says: Bad",
    )
    assert effects(tiny, "lists", "first.ill", "second.well") == (
        "You are taken off the book.",
        "Good is struck out.",
        "Still closed to you, because you are on the roll (C1): the gate.",
    )


def test_months_that_are_over_are_told_with_the_doors_that_open(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "deeds: [bad], text: It rains on you.", "text: It rains on you.")
    tiny.swap(CHAPTER, "    month: 3\n", "    month: 4\n")
    told = effects(tiny, "lists", "first.ill", "second.gate")
    assert told[:2] == ("Your months on the book are over.", "Open to you now: the gate.")


def test_doors_that_move_with_the_number_are_told(tiny: Tiny) -> None:
    assert effects(tiny, "score", "first.well") == (
        "The number rises by 10, to 60.",
        "Good counts.",
        "Open to you now: the quick lane.",
    )


def test_an_app_that_closes_is_told_in_its_rule_s_words_and_so_called_from_then_on(
    tiny: Tiny,
) -> None:
    judging(tiny, one="none").add(SCORE, "amendments:\n  one: {short: the closed score}\n")
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.strange"))
    assert isinstance(session.page, OutcomePage)
    assert session.page.effects == ("The number stands still: it is seen.",)
    assert session.page.margin.name == "The closed score"
