"""What stands beside a source is explained where it stands, and only there."""

from game.core.showing.cards import card, source_signs
from game.core.story.model import Story


def signs(story: Story, *claims: str) -> set[str]:
    views = [card(story, claim).sources for claim in claims or story.claims]
    return {source_signs(view, " ".join(source.text for source in view)) for view in views}


def test_weak_and_the_words_that_are_ours_are_explained_where_they_are_printed(
    shipped: Story,
) -> None:
    said = " ".join(signs(shipped))
    assert "Weak: it proves little by itself; no verdict rests on it alone." in said
    assert "[our description]: the words are ours, not the title." in said


def test_where_neither_is_printed_nothing_is_said(shipped: Story) -> None:
    assert "" in signs(shipped)
