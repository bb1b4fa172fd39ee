"""Words for rules: why a door is closed, what a first sentence is, numbers read aloud."""

from dataclasses import replace

import pytest

from game.core.run.rulebook import Closing
from game.core.showing import shutting, telling
from game.core.story.rules import Listing, Rulebook
from game.core.story.text import paragraphs
from tests.builders import shipped_story

STORY = shipped_story()
BOOK = Rulebook(
    "b", "B", "b", "", {}, lists={"club": Listing("the club", "Why.", "Out.", months=3)}
)


@pytest.mark.parametrize(
    ("shut", "sentence"),
    [
        (Closing("d", "A4", closed="number < 550"), "closed below 550 (A4)"),
        (Closing("d", "A5", closed="always"), "closed all year (A5)"),
        (Closing("d", closed="number >= 900"), "closed from 900"),
        (Closing("d", closed="on club"), "closed while on the club"),
        (Closing("d", closed=" number < 5  or  on club "), "closed below 5 or while on the club"),
        (Closing("d", "R18", open="number >= 800"), "closed until 800 (R18)"),
        (Closing("d", open="number < 300"), "closed until below 300"),
        (Closing("d", open="number >= 800 or on club"), "closed until 800 or on the club"),
        (Closing("d", "A4", listing="club"), "closed: you are on the club (A4)"),
        (Closing("d"), "closed for everybody; this keeper gives nothing of the kind"),
    ],
)
def test_a_closed_door_says_why(shut: Closing, sentence: str) -> None:
    assert shutting.closing_sentence(BOOK, shut) == sentence


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It is so. And more.", "It is so."),
        ("Is it? Yes.", "Is it?"),
        ("He said “so.” Then he left.", "He said “so.”"),
        ("It paid 4.5 cents a day. No more.", "It paid 4.5 cents a day."),
        ("Mr. Roberts says so. Others don't.", "Mr. Roberts says so."),
        ("In No. 33 it stands. Read it.", "In No. 33 it stands."),
        ("In the U.S. it is so. Not here.", "In the U.S. it is so."),
        ("他走了。他又回来了。", "他走了。"),
        ("「走了。」他说。", "「走了。」"),
        ("no end", "no end"),
        ("", ""),
    ],
)
def test_a_first_sentence_is_a_whole_one(text: str, first: str) -> None:
    assert telling.first_sentence(text) == first


@pytest.mark.parametrize(("language", "told"), [("en-GB", "a bill."), ("de", "A bill.")])
def test_english_goes_on_in_a_sentence_with_a_small_letter(language: str, told: str) -> None:
    story = replace(STORY, head=replace(STORY.head, language=language))
    assert telling.going_on(story, "A bill.") == told


def test_long_numbers_are_read_digit_by_digit_in_their_groups() -> None:
    texts = ["Send it to 4021 7386 9150 2284.", "Pay 214 in 2018.", "Or 1234-5678."]
    assert telling.spell_numbers(texts) == (
        "four zero two one, seven three eight six, nine one five zero, two two eight four",
        "one two three four, five six seven eight",
    )


@pytest.mark.parametrize(
    ("label", "head"),
    [
        ("Run.", "Run"),
        ("Run. Nothing is coming.", "Run. Nothing"),
        ("Extraordinarily long", "Extraordinar"),
        ("", ""),
    ],
)
def test_the_head_of_a_column_is_at_most_twelve_characters(label: str, head: str) -> None:
    assert telling.shorten(label) == head


def test_signs_are_real_minus_signs() -> None:
    assert [telling.signed(n) for n in (10, -10, 0)] == ["+10", "−10", "0"]


@pytest.mark.parametrize("kind", telling.SIGNS)
def test_a_short_answer_is_at_most_ten_characters(kind: str) -> None:
    assert 0 < len(telling.answer_short(kind, -999)) <= 10


def test_paragraphs_lose_their_line_breaks_and_nothing_else() -> None:
    assert paragraphs("a\nb\n\n\n c  d\n", None, "", "e") == ("a b", "c d", "e")
