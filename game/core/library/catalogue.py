"""The library: every claim in the order of the page, the glossary, the sources; and a search.

Pure lookups, shared by every face and by `carrot library`, so that all find the same things.
What is narrowed down (by speaker, verdict, chapter, met or not) is sentences alone: terms and
sources have none of these.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from game.core.nearest import nearest
from game.core.showing.cards import source_line
from game.core.story.claims import Claim, GlossaryEntry, Source, Trail
from game.core.story.model import Story
from game.core.story.rules import Listing

__all__ = [
    "Citing",
    "Found",
    "Only",
    "chapters_of",
    "cited_by",
    "find",
    "in_order",
    "suggested",
]


@dataclass(frozen=True, slots=True)
class Only:
    """What the sentences are narrowed down to; None lets all of a kind stand."""

    speaker: str | None = None
    verdict: str | None = None
    chapter: int | None = None
    """From 1: sentences that a scene of this chapter names."""
    met: bool | None = None
    """Met in a run of one's own, or not yet."""

    def __bool__(self) -> bool:
        return self != Only()


@dataclass(frozen=True, slots=True)
class Found:
    """What a word was found in; everything where no word was given."""

    claims: tuple[Claim, ...]
    glossary: tuple[GlossaryEntry, ...] = ()
    sources: tuple[tuple[str, Source], ...] = ()
    lists: tuple[tuple[str, Listing], ...] = ()
    """A rulebook's short name, and a list of its."""

    @property
    def count(self) -> int:
        return len(self.claims) + len(self.glossary) + len(self.sources) + len(self.lists)


@dataclass(frozen=True, slots=True)
class Citing:
    """What rests on a source."""

    claims: tuple[Claim, ...]
    rules: tuple[tuple[str, str], ...]
    """A rulebook's short name, and what of it: a deed, a door or a list by name."""
    trails: tuple[Trail, ...]

    @property
    def count(self) -> int:
        return len(self.claims) + len(self.rules) + len(self.trails)


def in_order(story: Story) -> tuple[Claim, ...]:
    """Return every claim in the order of the page."""
    order = {speaker: n for n, speaker in enumerate(story.speakers)}
    return tuple(sorted(story.claims.values(), key=lambda claim: order[claim.speaker]))


def chapters_of(story: Story) -> Mapping[str, tuple[int, ...]]:
    """Return the chapters, from 1, whose scenes name a claim; only claims that some scene names."""
    found: dict[str, dict[int, None]] = {}
    for scene in story.scenes.values():
        for id in scene.claims:
            found.setdefault(id, {})[story.chapter_of[scene.id] + 1] = None
    return {id: tuple(chapters) for id, chapters in found.items()}


def find(
    story: Story, word: str = "", only: Only | None = None, met: Collection[str] = ()
) -> Found:
    """Return what holds the word; an id alone finds just its claim or its source.

    `only` narrows the sentences down, and then nothing but sentences is found; `met` are the
    claims that were met in any run.
    """
    wanted = " ".join(word.casefold().split())
    claims = in_order(story)
    named = _rested_on(story) if wanted else {}
    if only:
        chapters = chapters_of(story)
        kept = (c for c in claims if _fits(c, only, chapters.get(c.id, ()), c.id in met))
        return Found(tuple(c for c in kept if not wanted or _speaks_of(c, wanted, named)))
    if not wanted:
        return Found(claims)
    exact = tuple(claim for claim in claims if claim.id.casefold() == wanted)
    exactly = tuple((key, s) for key, s in story.sources.items() if key.casefold() == wanted)
    if exact or exactly:
        return Found(exact, (), exactly)
    return Found(
        tuple(claim for claim in claims if _speaks_of(claim, wanted, named)),
        tuple(e for e in story.glossary.values() if _holds(wanted, (e.term, e.also, e.says))),
        tuple((k, s) for k, s in story.sources.items() if _holds(wanted, (k, source_line(s)))),
        tuple(
            (book.short, each)
            for book in story.rulebooks.values()
            for each in book.lists.values()
            if _holds(wanted, (each.name,))
        ),
    )


def suggested(story: Story, word: str) -> str | None:
    """Return the nearest term, or the nearest longer word of a sentence; never a source's key."""
    terms = [entry.term for entry in story.glossary.values()]
    said = (f"{claim.words} {claim.plain}" for claim in story.claims.values())
    words = {part for text in said for part in re.findall(r"[^\W\d_]{5,}", text)}
    ids = list(story.claims) if re.fullmatch(r"[A-Za-z]{1,3}\d+", word) else []
    return nearest(word, [*terms, *sorted(words), *ids], cutoff=0.7)


def _rested_on(story: Story) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the lists and doors that rest on each claim."""
    found: dict[str, dict[str, None]] = {}
    for book in story.rulebooks.values():
        for listing in book.lists.values():
            for claim in (listing.claim, *listing.closes.values()):
                found.setdefault(claim or "", {})[listing.name] = None
        for id, rule in book.doors.items():
            found.setdefault(rule.claim or "", {})[story.head.doors[id].name] = None
    return {id: tuple(names) for id, names in found.items()}


def cited_by(story: Story, key: str) -> Citing:
    """Return what rests on a source: claims in the order of the page, rules, trails."""
    doors, deeds = story.head.doors, story.deeds
    rules = []
    for book in story.rulebooks.values():
        rules += [(book.short, deeds[id].name) for id, r in book.rules.items() if key in r.sources]
        rules += [(book.short, doors[id].name) for id, d in book.doors.items() if key in d.sources]
        rules += [(book.short, each.name) for each in book.lists.values() if key in each.sources]
    return Citing(
        tuple(claim for claim in in_order(story) if key in claim.record.sources),
        tuple(rules),
        tuple(t for t in story.trails if any(key in step.sources for step in t.steps)),
    )


def _fits(claim: Claim, only: Only, chapters: Collection[int], met: bool) -> bool:
    return (
        only.speaker in (None, claim.speaker)
        and only.verdict in (None, claim.record.verdict)
        and (only.chapter is None or only.chapter in chapters)
        and only.met in (None, met)
    )


def _speaks_of(claim: Claim, wanted: str, named: Mapping[str, tuple[str, ...]]) -> bool:
    record = claim.record
    parts = (claim.words, claim.plain, claim.for_, claim.against, claim.why_believed)
    names = named.get(claim.id, ())
    return _holds(wanted, (*parts, record.says, record.where, *record.sources, *names))


def _holds(wanted: str, parts: Iterable[str | None]) -> bool:
    return any(wanted in " ".join(part.casefold().split()) for part in parts if part)
