"""The balance: exact shares out of the counts, and words where something is off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.check.balance import balances, percent, quantile
from game.check.policies import policies, policy
from game.check.proof import prove
from game.core.run.fold import Game
from tests.builders import Tiny

PARTS = st.sampled_from([0.25, 0.5, 0.75])


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=30), PARTS)
def test_a_quantile_is_what_counting_off_the_plays_finds(numbers: list[int], part: float) -> None:
    counted = {n: numbers.count(n) for n in numbers}
    found = quantile(counted, part)
    at_most = sum(n <= found for n in numbers)
    below = sum(n < found for n in numbers)
    assert at_most >= part * len(numbers) > below


def test_a_quantile_of_more_plays_than_a_float_can_count() -> None:
    many = 10**40
    assert quantile({1: many, 2: many + 1}, 0.5) == 2
    assert quantile({1: many + 1, 2: many}, 0.5) == 1


def weighed(tiny: Tiny, keeper: str = "score"):  # type: ignore[no-untyped-def]
    story = tiny.load()
    (one,) = balances(story, [prove(story, keeper, "whole")])
    return one


def test_the_spread_goes_from_the_least_to_the_greatest(tiny: Tiny) -> None:
    spread = weighed(tiny).spread
    assert spread is not None
    assert (spread[0], spread[4]) == (10, 80)
    assert list(spread) == sorted(spread)


def test_shares_come_to_one(tiny: Tiny) -> None:
    assert sum(share for _, share in weighed(tiny).endings) == pytest.approx(1)


def test_a_keeper_without_a_number_has_no_spread(tiny: Tiny) -> None:
    one = weighed(tiny, "lists")
    assert one.spread is None
    assert 0 < one.listed < 1
    assert [year.name for year in one.years] == ["most ties", "most purse", "random"]


def test_an_ending_that_takes_nearly_all_is_told(tiny: Tiny) -> None:
    assert "`end` takes" in weighed(tiny, "lists").words


def test_a_score_that_never_rises_is_told(tiny: Tiny) -> None:
    tiny.swap("rulebooks/score.yaml", "good: {answer: up", "good: {answer: down")
    assert "No play ends above where it began." in weighed(tiny).words


def test_a_score_that_stands_still_is_told(tiny: Tiny) -> None:
    for deed in ("good: {answer: up", "bad: {answer: down"):
        tiny.swap(
            "rulebooks/score.yaml", f"{deed}, size: small", f"{deed.split(':')[0]}: {{answer: none"
        )
    assert "The number ends at 50 whatever is chosen." in weighed(tiny).words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "0 %"), (0.0001, "under 1 %"), (0.5, "50 %"), (0.999, "over 99 %"), (1.0, "100 %")],
)
def test_a_share_is_never_rounded_to_nothing_or_to_all(share: float, words: str) -> None:
    assert percent(share) == words


def test_every_policy_is_a_play_that_ends_as_it_says(tiny: Tiny) -> None:
    story = tiny.load()
    for one in policies(story, "score", "whole"):
        game = Game(story, "score", "whole")
        trace = game.fold(one.choices)
        assert (trace.misfits, trace.over) == ((), True)
        assert game.ending(trace.state).id == one.ending
        assert trace.state.standings[0].number == one.number


def test_the_best_number_is_the_best_that_there_is(tiny: Tiny) -> None:
    story = tiny.load()
    best = policy(story, "score", "whole", "best number").number
    assert best == max(prove(story, "score", "whole").numbers)
