"""Answers that are known already: asked once, the same ever after, and never too many."""

from hypothesis import given
from hypothesis import strategies as st

from game.core.run.known import MOST, Known


def test_what_is_known_is_not_asked_again() -> None:
    asked: list[int] = []
    doubled = Known(lambda n: asked.append(n) or 2 * n)  # type: ignore[func-returns-value]
    assert [doubled[n] for n in (3, 4, 3, 3, 4)] == [6, 8, 6, 6, 8]
    assert asked == [3, 4]


@given(st.lists(st.integers(0, 3 * MOST), min_size=MOST // 2, max_size=3 * MOST))
def test_however_much_is_asked_the_answers_stay_right_and_few(keys: list[int]) -> None:
    squares = Known(lambda n: n * n)
    for key in keys:
        assert squares[key] == key * key
        assert len(squares) <= MOST


def test_an_answer_that_could_not_be_given_is_not_kept() -> None:
    inverse = Known(lambda n: 1 / n)
    for _ in range(2):
        try:
            assert inverse[0] is None
        except ZeroDivisionError:
            assert not inverse
