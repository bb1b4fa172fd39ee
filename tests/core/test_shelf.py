"""A story is read when somebody first asks for it, and only once."""

import pytest

from game.core.story.model import Story
from game.core.story.shelf import Cover, Shelf


def test_a_cover_is_looked_at_without_reading(shipped: Story) -> None:
    shelf = Shelf(lambda: shipped, lambda: Cover("A title"))
    assert shelf.cover.title == "A title"
    assert not shelf.is_read


def test_a_story_is_read_once(shipped: Story) -> None:
    times = []
    shelf = Shelf(lambda: (times.append(1), shipped)[1], lambda: Cover(""))
    assert shelf.story is shelf.story
    assert shelf.is_read
    assert len(times) == 1


def test_a_story_that_was_read_brings_its_own_cover(shipped: Story) -> None:
    shelf = Shelf.of(shipped)
    assert shelf.is_read
    assert shelf.cover.title == shipped.head.title
    assert shelf.cover.opening == shipped.head.opening


def test_what_the_reader_raises_is_raised_again() -> None:
    def read() -> Story:
        raise ValueError("no story")

    shelf = Shelf(read, lambda: Cover(""))
    for _ in range(2):
        with pytest.raises(ValueError, match="no story"):
            _ = shelf.story
