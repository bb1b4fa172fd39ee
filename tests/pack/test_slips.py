"""Signs that a sentence may hold and that YAML reads: each is told with what mends it."""

import pytest

from game.pack.problems import Problem
from tests.builders import Tiny

LAST, SCORE = "chapters/2.yaml", "rulebooks/score.yaml"
LABEL = "label: Do good., deeds"
TITLE = "title: The third"


def only(tiny: Tiny) -> Problem:
    (problem,) = tiny.problems()
    return problem


def hint(tiny: Tiny) -> str:
    problem = only(tiny)
    assert problem.code == "not-yaml"
    return problem.hint


# A colon, a speech, a sign, a tab


@pytest.mark.parametrize("text", ["Sir: The shelves are full", "Go in: hand it back", "At 6: tea"])
def test_a_colon_in_a_sentence_is_told_as_one(tiny: Tiny, text: str) -> None:
    assert "a colon and a space inside a sentence" in hint(tiny.swap(LAST, TITLE, f"title: {text}"))


def test_so_is_a_colon_within_braces(tiny: Tiny) -> None:
    tiny.swap(SCORE, "says: Good counts.", "says: Good: it counts.")
    assert "a colon and a space inside a sentence" in hint(tiny)


@pytest.mark.parametrize("text", ['"Not finished," you say.', "'Not finished', you say."])
def test_a_text_that_begins_with_speech_is_told_as_one(tiny: Tiny, text: str) -> None:
    told = hint(tiny.swap(LAST, TITLE, f"title: {text}"))
    assert told.startswith("A text that begins with a quotation mark")


@pytest.mark.parametrize("text", ["@home", "`home`", "%home"])
def test_a_sign_that_begins_no_text_is_told_as_one(tiny: Tiny, text: str) -> None:
    told = hint(tiny.swap(LAST, TITLE, f"title: {text}"))
    assert told.startswith("A text can't begin with this sign")


def test_a_tab_is_told_as_one(tiny: Tiny) -> None:
    assert hint(tiny.swap(LAST, f"    {TITLE}", f"\t{TITLE}")) == (
        "Move a line in with spaces, never with a tab."
    )


def test_a_bracket_left_open_has_the_general_hint(tiny: Tiny) -> None:
    assert "a bracket that is never closed" in hint(tiny.swap(LAST, "claims: [C1]", "claims: [C1"))


@pytest.mark.parametrize(
    "text", ['"Sir: The shelves"', '"\\"Not finished,\\" you say."', '>-\n      Sir: "No," #2']
)
def test_what_the_hints_advise_helps(tiny: Tiny, text: str) -> None:
    tiny.swap(LAST, TITLE, f"title: {text}")
    assert tiny.told() == []


# A comma within braces


@pytest.mark.parametrize("words", ["On time, a book earns five.", "Early, late.", "No, it is: so"])
def test_a_comma_within_braces_is_told_as_half_of_a_sentence(tiny: Tiny, words: str) -> None:
    problem = only(tiny.swap(SCORE, "says: Good counts.", f"says: {words}"))
    assert problem.code == "unknown-key"
    assert "Inside { } a comma ends a text" in problem.hint


def test_a_misspelt_key_within_braces_is_no_half_of_a_sentence(tiny: Tiny) -> None:
    tiny.swap(SCORE, "claim: C1, says: Good counts.", "clam: C1, claim: C1, says: Good counts.")
    assert only(tiny).hint == "Did you mean `claim`?"


def test_a_key_that_is_like_none_is_told_with_those_there_are(tiny: Tiny) -> None:
    tiny.swap(LAST, TITLE, f"{TITLE}\n    zzzzzz: x")
    assert only(tiny).hint.startswith("There are: also, cases, claims, ")


# A sign that begins a comment


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Go in to desk #2 and back", "#2 and back"),
        ("Desk #2", "#2"),
        ("Press # to go on", "# to go on"),
        ("Go in  #2", "#2"),
    ],
)
def test_words_that_a_comment_takes_away_are_told(tiny: Tiny, text: str, gone: str) -> None:
    problem = only(tiny.swap(LAST, TITLE, f"title: {text}"))
    assert (problem.code, problem.severity) == ("cut-off", "warning")
    assert f"`{gone}`" in problem.message
    assert tiny.text_at(problem).startswith(text[:4])


@pytest.mark.parametrize(
    "text",
    [
        "The third  # a comment",
        "The third      #",
        '"Desk #2"',
        "Desk#2",
        "|\n      Desk #2",
        "'a' # b",
    ],
)
def test_a_comment_that_is_meant_is_not_told(tiny: Tiny, text: str) -> None:
    assert tiny.swap(LAST, TITLE, f"title: {text}").told() == []


def test_a_comment_behind_what_is_no_text_is_not_told(tiny: Tiny) -> None:
    assert tiny.swap(LAST, "month: 6", "month: 6 #the last one").told() == []


# An article


def test_an_option_takes_an(tiny: Tiny) -> None:
    assert only(tiny.swap(LAST, LABEL, "deeds")).message == "an option needs `label`."


def test_a_folder_where_a_file_belongs_is_told_as_one(tiny: Tiny) -> None:
    (tiny.drop(LAST).folder / LAST).mkdir()
    found = [problem for problem in tiny.problems() if problem.code == "missing-file"]
    assert [problem.hint for problem in found] == ["A folder lies there; a file belongs there."]


def test_a_speaker_without_a_name_is_told_where_names_are_given(tiny: Tiny) -> None:
    tiny.swap("claims/all.yaml", "speaker: article", "speaker: mayor")
    assert only(tiny).hint.startswith("Add it to `speakers` in story.yaml")


def test_a_colon_that_touches_its_value_is_told_as_one(tiny: Tiny) -> None:
    assert "a space missing behind a colon" in hint(tiny.swap(LAST, TITLE, "title:The third"))
