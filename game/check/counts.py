"""The counts of a story, as `carrot check --json` gives them."""

from __future__ import annotations

from game.core.story.model import Story
from game.core.story.rules import Rulebook
from game.pack.link_claims import claims_in_play

__all__ = ["COUNTS", "counts"]

COUNTS = (
    "scenes",
    "events",
    "options",
    "deeds",
    "rules",
    "claims",
    "claims_in_play",
    "quotes_verbatim",
    "sources",
    "endings",
)


def counts(story: Story) -> dict[str, int]:
    """Count what a story holds; `rules` counts written rules, silence not among them."""
    scenes = story.scenes.values()
    books = story.rulebooks.values()
    figures = (
        sum(not scene.event for scene in scenes),
        sum(scene.event for scene in scenes),
        sum(len(scene.options) for scene in scenes),
        len(story.deeds),
        sum(_rules(book) for book in books),
        len(story.claims),
        len(claims_in_play(story)),
        sum(claim.quote is not None for claim in story.claims.values()),
        len(story.sources),
        len(story.head.endings),
    )
    return dict(zip(COUNTS, figures, strict=True))


def _rules(book: Rulebook) -> int:
    return len(book.rules) + sum(len(change.rules) for change in book.amendments.values())
