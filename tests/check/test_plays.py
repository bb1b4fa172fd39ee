"""Files of choices: read strictly, checked before they are played."""

import pytest

from game.check.plays import read_play, shortfalls
from game.folders import story_folder
from game.pack import load

STORY = load(story_folder())


def problems(words: str) -> list[str]:
    _, found = read_play(words, "mine.txt", STORY)
    return [str(problem) for problem in found]


def falls(words: str) -> list[str]:
    play, found = read_play(words, "mine.txt", STORY)
    assert found == ()
    return [problem.message for problem in shortfalls(play, STORY)]


def test_comments_and_blank_lines_are_nothing() -> None:
    play, found = read_play("# why\n\nred-man: walk   # nine thousand\n", "mine.txt", STORY)
    assert found == ()
    assert [tuple(choice)[:2] for choice in play.choices] == [("red-man", "walk")]


def test_a_keeper_that_is_given_wins_over_the_files_own() -> None:
    play, _ = read_play("keeper: reply\n", "mine.txt", STORY, keeper="record")
    assert play.keeper == "record"


def test_without_a_keeper_the_storys_first_one_keeps() -> None:
    play, _ = read_play("", "mine.txt", STORY)
    assert (play.keeper, play.cut) == (STORY.default_keeper, STORY.default_cut)


def test_a_closed_option_cannot_be_played() -> None:
    words = "cut: taster\nred-man: cross\nhalf-price: game\nsixteen-digits: wrong\n"
    words += "long-way-home: slow\n"
    assert problems(words) == [
        (
            "mine.txt:5:16: error: `long-way-home.slow` is closed here. "
            "Follow the story as it is played up to here."
        )
    ]


@pytest.mark.parametrize(
    "expected",
    ["number 590", "not on any", "standing is middle", "door slow-train open", "ties >= 2"],
)
def test_what_holds_is_no_shortfall(expected: str) -> None:
    assert falls(f"red-man: cross\nexpect: {expected}\n") == []


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("number 600", "expected number 600; the number is 590."),
        ("door slow-train closed", "expected door slow-train closed; it does not hold."),
        ("ending loud", "expected ending loud; the year is not over."),
    ],
)
def test_what_does_not_hold_is_told(expected: str, sentence: str) -> None:
    assert falls(f"red-man: cross\nexpect: {expected}\n") == [sentence]


@pytest.mark.parametrize(
    ("expected", "sentence"),
    [
        ("number many", "expected a whole number, found `many`."),
        ("door slow-trian open", "there is no door `slow-trian`. Did you mean `slow-train`?"),
        ("on spending-ordr", "there is no list `spending-ordr`. Did you mean `spending-order`?"),
        ("wishes >= 2", "there is no memory `wishes`."),
        ("rain", "this can't be expected:"),
    ],
)
def test_what_cannot_be_expected_is_told(expected: str, sentence: str) -> None:
    (problem,) = problems(f"expect: {expected}\n")
    assert sentence in problem


def test_a_scene_that_was_left_out_is_named() -> None:
    (told,) = problems("half-price: game\n") or ("",)
    assert "no choice is given for `red-man`, which comes before `half-price`" in told
