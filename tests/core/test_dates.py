"""Months have one list of names, and a short one."""

from game.core.dates import month, short_month


def test_months_are_counted_from_one() -> None:
    assert (month(1), month(12)) == ("January", "December")
    assert (short_month(1), short_month(12)) == ("Jan", "Dec")
