"""A card in plain words: its sources can be found, and what is plainly wrong has no two sides."""

from collections.abc import Callable

import pytest

from game.core.showing.cards import card
from game.core.showing.parts import CardView
from game.core.story.claims import Source
from game.folders import story_folder
from game.lesson.phone import card_words
from game.pack import load
from game.plain import cards
from game.plain.blocks import Block

STORY = load(story_folder())


def test_a_source_that_nobody_published_is_named_by_author_and_title() -> None:
    view = card(STORY, "A4")
    (key, *_) = (source.key for source in view.sources)
    desk = Source("The rules at the desk", "The reading room", seen="All.")
    said = cards.card(view, {**STORY.sources, key: desk})
    (line,) = (block.text for block in said if "Sources:" in block.text)
    assert "The reading room, The rules at the desk" in line


@pytest.mark.parametrize("say", [cards.card, cards.short_card])
def test_of_what_is_plainly_wrong_the_facts_are_no_side_among_others(
    say: Callable[[CardView], list[Block]],
) -> None:
    first, *rest = (block.text for block in say(card(STORY, "J4")))
    assert first.startswith("The facts first: Nobody is being sprayed.")
    assert not [words for words in rest if words.startswith(("The other side:", "Against it:"))]


def test_on_a_phone_what_is_plainly_wrong_is_corrected_before_it_is_quoted() -> None:
    first, *rest = card_words(card(STORY, "J4")).split("\n\n")
    assert first == "The facts first: Nobody is being sprayed."
    assert rest[0].startswith("On record: false.")
    assert rest[1].startswith("“we are being sprayed")
