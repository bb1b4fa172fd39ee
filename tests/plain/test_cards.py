"""A card in plain words names its sources so that they can be found."""

from game.core.showing.cards import card
from game.core.story.claims import Source
from game.folders import story_folder
from game.pack import load
from game.plain import cards

STORY = load(story_folder())


def test_a_source_that_nobody_published_is_named_by_author_and_title() -> None:
    view = card(STORY, "A4")
    (key, *_) = (source.key for source in view.sources)
    desk = Source("The rules at the desk", "The reading room", seen="All.")
    said = cards.card(view, {**STORY.sources, key: desk})
    (line,) = (block.text for block in said if "Sources:" in block.text)
    assert "The reading room, The rules at the desk" in line
