"""Cross-checks over a story that was read: every name leads somewhere, every rule has a basis.

Only what would make play wrong or dishonest is an error here; taste is `check`'s business.
"""

from __future__ import annotations

from game.core.story.model import Story
from game.pack.link_claims import check_claims
from game.pack.link_held import check_held
from game.pack.link_ids import check_ids
from game.pack.link_rulebooks import check_rulebooks
from game.pack.link_scenes import check_head, check_scenes
from game.pack.problems import Problems

__all__ = ["link"]


def link(story: Story, problems: Problems) -> None:
    """Note every broken cross-reference of a story."""
    if "story" not in problems.blind:
        check_head(story, problems)
    check_ids(story, problems)
    check_scenes(story, problems)
    check_rulebooks(story, problems)
    check_claims(story, problems)
    check_held(story, problems)
