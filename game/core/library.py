"""The library: every claim in the order of the page, the glossary, the sources; and a search.

Pure lookups, shared by every face and by `carrot library`, so that all find the same things.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.core.cards import source_line
from game.core.claims import Claim, GlossaryEntry, Source
from game.core.model import Story

__all__ = ["Found", "find", "in_order"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a word was found in; everything where no word was given."""

    claims: tuple[Claim, ...]
    glossary: tuple[GlossaryEntry, ...] = ()
    sources: tuple[tuple[str, Source], ...] = ()

    @property
    def count(self) -> int:
        return len(self.claims) + len(self.glossary) + len(self.sources)


def in_order(story: Story) -> tuple[Claim, ...]:
    """Return every claim in the order of the page."""
    order = {speaker: n for n, speaker in enumerate(story.speakers)}
    return tuple(sorted(story.claims.values(), key=lambda claim: order[claim.speaker]))


def find(story: Story, word: str = "") -> Found:
    """Return what holds the word; an id alone finds just its claim or its source."""
    wanted = " ".join(word.casefold().split())
    claims = in_order(story)
    if not wanted:
        return Found(claims)
    exact = tuple(claim for claim in claims if claim.id.casefold() == wanted)
    if exact:
        return Found(exact)
    return Found(
        tuple(c for c in claims if _holds(wanted, (c.words, c.plain, *c.record.sources))),
        tuple(e for e in story.glossary.values() if _holds(wanted, (e.term, e.also, e.says))),
        tuple((k, s) for k, s in story.sources.items() if _holds(wanted, (k, source_line(s)))),
    )


def _holds(wanted: str, parts: Iterable[str | None]) -> bool:
    return any(wanted in " ".join(part.casefold().split()) for part in parts if part)
