"""Judging: what each answer does to a number, a list and a door."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from game.core.run import rulebook
from game.core.run.rulebook import Move, Standing, apply, band, closing, door_open
from game.core.story.rules import Amendment, Bands, DoorRule, Listing, Rule, Rulebook, Scale


def book(rules: Mapping[str, Rule] | None = None, **parts: object) -> Rulebook:
    plain: dict[str, object] = {
        "number": Scale(50, 0, 100),
        "sizes": {"small": 10},
        "lists": {
            "term": Listing("the term", "Because.", "Wait.", months=3, closes={"gate": "C1"}),
            "book": Listing("the book", "Because.", "Pay.", until="cleared", closes={"gate": "C2"}),
        },
    }
    return Rulebook("b", "B", "b", "", rules or {}, **(plain | parts))  # type: ignore[arg-type]


UP, DOWN = Rule("up", size="small"), Rule("down", size="small")
LISTED = Rule("listed", lists=("book",))
ON_TERM = Rule("listed", lists=("term",))
CLEARED = Rule("cleared", lists=("book", "term"))


def judged(made: Rulebook, *deeds: str, at: Standing | None = None, month: int = 1) -> Standing:
    return apply(made, at or rulebook.start(made), deeds, month)[0]


def moved(made: Rulebook, *deeds: str, at: Standing | None = None, month: int = 1) -> list[Move]:
    return list(apply(made, at or rulebook.start(made), deeds, month)[1])


def test_a_year_begins_at_the_start_of_the_scale_and_on_no_list() -> None:
    assert rulebook.start(book()) == Standing(50)
    assert rulebook.start(book(number=None)) == Standing(None)


@pytest.mark.parametrize(("rule", "number"), [(UP, 60), (DOWN, 40), (Rule("up", size=7), 57)])
def test_up_and_down_move_by_a_named_size_or_by_points(rule: Rule, number: int) -> None:
    assert judged(book({"d": rule}), "d").number == number


RESTING = ["keeps", "none", "local", "elsewhere", "not_tracked", "silent"]


@pytest.mark.parametrize("answer", RESTING)
def test_every_other_answer_moves_nothing(answer: str) -> None:
    made = book({"d": Rule(answer)})  # type: ignore[arg-type]
    assert judged(made, "d") == rulebook.start(made)
    assert not moved(made, "d")[0].moved


def test_what_a_rulebook_does_not_mention_it_is_silent_about() -> None:
    assert rulebook.rule_for(book(), "d").answer == "silent"
    assert rulebook.rule_for(book(not_tracked=("d",)), "d").answer == "not_tracked"
    assert rulebook.rule_for(book(silent=("d",)), "d").answer == "silent"


def test_a_move_past_the_end_of_the_scale_is_cut_and_both_figures_are_told() -> None:
    made = book({"d": Rule("up", size=80)})
    (move,) = moved(made, "d")
    assert (move.change, move.meant) == (50, 80)
    assert judged(made, "d").number == 100


def test_at_the_end_of_the_scale_nothing_moves_any_more() -> None:
    made = book({"d": DOWN})
    assert moved(made, "d", at=Standing(0))[0].change == 0


def test_a_scale_without_ends_is_not_cut() -> None:
    assert judged(book({"d": Rule("up", size=999)}, number=Scale(0)), "d").number == 999


def test_a_counter_never_falls() -> None:
    made = book({"up": UP, "down": DOWN}, number=Scale(0, counter=True))
    assert judged(made, "down").number == 0
    assert judged(made, "up", "down", "up").number == 20


def test_a_counter_gives_no_standing() -> None:
    made = book(number=Scale(0, counter=True), bands=Bands("below 10", "from 20"))
    assert band(made, Standing(5)) == "none"


@pytest.mark.parametrize("rule", [UP, DOWN, LISTED, CLEARED])
def test_what_falls_on_the_firm_moves_nothing_of_yours(rule: Rule) -> None:
    made = book({"d": replace(rule, whose="firm")})
    at = Standing(50, (("book", 1),) if rule is CLEARED else ())
    assert judged(made, "d", at=at) == at


def test_a_rule_without_a_number_to_move_moves_none() -> None:
    assert judged(book({"d": UP}, number=None), "d").number is None


def test_being_listed_is_remembered_with_its_month() -> None:
    after = judged(book({"d": LISTED}), "d", month=4)
    assert after.on == (("book", 4),)
    assert after.was == {"book"}


def test_a_listing_until_cleared_keeps_its_first_month() -> None:
    made = book({"d": LISTED})
    again = judged(made, "d", at=judged(made, "d", month=2), month=5)
    assert again.on == (("book", 2),)
    assert moved(made, "d", at=again)[0].listed == ()


def test_a_listing_with_a_term_begins_again() -> None:
    made = book({"d": ON_TERM})
    again = judged(made, "d", at=judged(made, "d", month=2), month=4)
    assert again.on == (("term", 4),)


def test_clearing_takes_off_what_one_is_on_and_nothing_else() -> None:
    made = book({"list": LISTED, "clear": CLEARED})
    on = judged(made, "list")
    assert moved(made, "clear", at=on)[0].cleared == ("book",)
    after = judged(made, "clear", at=on)
    assert after.on == ()
    assert after.was == {"book"}


@pytest.mark.parametrize(("month", "left"), [(2, True), (4, True), (5, False), (9, False)])
def test_a_listing_ends_when_its_months_are_over(month: int, left: bool) -> None:
    made = book({"d": ON_TERM})
    after, ended = rulebook.expire(made, judged(made, "d", month=2), month)
    assert after.is_on("term") is left
    assert ended == (() if left else ("term",))


def test_a_listing_until_cleared_never_ends_by_itself() -> None:
    made = book({"d": LISTED})
    on = judged(made, "d")
    assert rulebook.expire(made, on, 12) == (on, ())


AMENDED = {"law": Amendment({"d": UP, "law": DOWN}, {"gate": DoorRule(closed="always")})}


def test_an_amendment_touches_later_deeds_only() -> None:
    made = book({"d": DOWN, "law": Rule("none")}, amendments=AMENDED)
    assert [move.change for move in moved(made, "d", "law", "d")] == [-10, 0, 10]


def test_the_amending_deed_itself_is_still_judged_by_the_old_rule() -> None:
    made = book({"law": Rule("none")}, amendments=AMENDED)
    assert [move.change for move in moved(made, "law", "law")] == [0, -10]


def test_an_amendment_changes_doors_from_then_on() -> None:
    made = book({"law": Rule("none")}, amendments=AMENDED)
    assert door_open(made, rulebook.start(made), "gate", True)
    assert not door_open(made, judged(made, "law"), "gate", True)


def test_the_latest_amendment_wins() -> None:
    later = {"later": Amendment({"d": Rule("up", size=3)})}
    made = book({"d": DOWN}, amendments=AMENDED | later)
    assert moved(made, "law", "later", "d")[-1].change == 3


@pytest.mark.parametrize(
    ("test", "number", "is_open"),
    [
        ("always", 50, False),
        ("number < 50", 49, False),
        ("number < 50", 50, True),
        ("number >= 50", 50, False),
        ("number >= 50", 49, True),
        ("number < 10 or number >= 90", 50, True),
        ("number < 10 or number >= 90", 95, False),
        ("number < 10 or always", 50, False),
    ],
)
def test_a_door_is_closed_while_its_test_holds(test: str, number: int, is_open: bool) -> None:
    made = book(doors={"gate": DoorRule(closed=test)})
    assert door_open(made, Standing(number), "gate", True) is is_open


def test_a_door_may_be_closed_by_a_list_of_its_rule() -> None:
    made = book(doors={"loan": DoorRule(closed="number < 10 or on book")})
    assert door_open(made, Standing(50), "loan", True)
    assert not door_open(made, Standing(50, (("book", 1),)), "loan", True)


def test_a_perk_is_open_while_its_test_holds() -> None:
    made = book(doors={"lane": DoorRule(open="number >= 60")})
    assert not door_open(made, Standing(59), "lane", False)
    assert door_open(made, Standing(60), "lane", False)


def test_a_list_closes_its_doors_whatever_the_number() -> None:
    made = book(doors={"gate": DoorRule(open="always")})
    assert not door_open(made, Standing(100, (("term", 1),)), "gate", True)


@pytest.mark.parametrize("normally_open", [True, False])
def test_a_door_that_is_not_mentioned_stays_as_it_normally_is(normally_open: bool) -> None:
    assert door_open(book(), Standing(0), "bus", normally_open) is normally_open


def test_without_a_number_no_number_test_holds() -> None:
    made = book(number=None, doors={"gate": DoorRule(closed="number < 500")})
    assert door_open(made, Standing(None), "gate", True)


def test_a_closed_door_names_the_rule_that_closed_it() -> None:
    made = book(doors={"gate": DoorRule(closed="number < 60", claim="C9", says="So.")})
    shut = closing(made, Standing(50), "gate", True)
    assert shut is not None
    assert (shut.claim, shut.says, shut.closed, shut.listing) == ("C9", "So.", "number < 60", None)


def test_a_closed_door_names_the_list_before_the_rule() -> None:
    made = book(doors={"gate": DoorRule(closed="number < 60", claim="C9", says="So.")})
    shut = closing(made, Standing(50, (("book", 1),)), "gate", True)
    assert shut is not None
    assert (shut.claim, shut.says, shut.listing) == ("C2", "Because.", "book")


def test_an_open_door_has_no_closing() -> None:
    assert closing(book(), Standing(50), "gate", True) is None


@pytest.mark.parametrize(
    ("number", "word"), [(39, "low"), (40, "middle"), (59, "middle"), (60, "high")]
)
def test_a_band_begins_at_its_line(number: int, word: str) -> None:
    assert band(book(bands=Bands("below 40", "from 60")), Standing(number)) == word


def test_without_bands_everybody_stands_in_the_middle() -> None:
    assert band(book(), Standing(0)) == "middle"


def test_without_a_number_there_is_no_standing() -> None:
    assert band(book(number=None, bands=Bands("below 40")), Standing(None)) == "none"


@pytest.mark.parametrize(
    "text", ["", "40", "below", "below forty", "under 40", "from 40 ", "below -1"]
)
def test_a_threshold_that_can_not_be_read_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        rulebook.threshold(text)


@pytest.mark.parametrize(
    "test",
    [
        *("", "never", "number = 5", "number <5", "number < -5", "number < 5000000"),
        *("on", "on a b", "or", "always or", "number < 5 and always", "__import__('os')"),
    ],
)
def test_a_door_test_that_can_not_be_read_is_told(test: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        rulebook.door_tests(test)
