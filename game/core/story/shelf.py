"""A story on its shelf: the cover can be looked at before anybody has read what is inside.

The first screen needs a title and an opening, and reading a whole story takes longer than painting
it. Refuses to read anything by itself: how that is done is handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.core.story.model import Story

__all__ = ["Cover", "Shelf"]


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the outside of a story."""

    title: str
    subtitle: str = ""
    opening: str = ""
    language: str = ""
    """As the story names it, for the words around it; nothing where it can't be made out."""


class Shelf:
    """One story, read when somebody first asks for it."""

    def __init__(self, read: Callable[[], Story], cover: Callable[[], Cover]) -> None:
        self._read, self._look = read, cover

    @classmethod
    def of(cls, story: Story) -> Shelf:
        """Put a story there that was read already."""
        head = story.head
        shelf = cls(
            lambda: story, lambda: Cover(head.title, head.subtitle, head.opening, head.language)
        )
        _ = shelf.story
        return shelf

    @property
    def is_read(self) -> bool:
        """Whether the story is at hand without waiting."""
        return "story" in vars(self)

    @cached_property
    def story(self) -> Story:
        """The story; raises what its reader raises."""
        return self._read()

    @cached_property
    def cover(self) -> Cover:
        """Its cover; empty where it can't be made out yet."""
        return self._look()
