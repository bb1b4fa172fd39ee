"""Cross-checks of claims: no quote in play without its answer, no verdict on unseen sources."""

from __future__ import annotations

from collections.abc import Iterator

from game.core.story.claims import Claim, Trail
from game.core.story.model import Story
from game.core.story.rules import DoorRule, Rule, Rulebook
from game.pack.problems import Problems
from game.words import mark, say

__all__ = ["check_claims", "claims_in_play", "named_by"]

_HINTS = {
    "for": mark("Where there is no honest case for it, `why_believed` stands instead."),
}
"""What helps, by the part of a claim that is missing."""


def claims_in_play(story: Story) -> frozenset[str]:
    """Return the claims named by a scene, an event, a rule, a door or a list."""
    named = {claim for scene in story.scenes.values() for claim in scene.claims}
    for book in story.rulebooks.values():
        named.update(named_by(book))
    return frozenset(str(claim) for claim in named)


def named_by(book: Rulebook) -> Iterator[str]:
    """Yield the claims that a rulebook's rules, doors and lists name."""
    rules: list[Rule | DoorRule] = [*book.rules.values(), *book.doors.values()]
    for change in book.amendments.values():
        rules += [*change.rules.values(), *change.doors.values()]
    yield from (rule.claim for rule in rules if rule.claim)
    for listing in book.lists.values():
        yield from listing.closes.values()
        if listing.claim:
            yield listing.claim


def check_claims(story: Story, problems: Problems) -> None:
    """Check every claim, and the statements that refer to them."""
    in_play = claims_in_play(story)
    for claim in story.claims.values():
        _check_claim(story, problems, claim, claim.id in in_play)
    for statement in story.statements:
        if statement.claim not in story.claims:
            problems.unknown(statement.claim, "claim", statement.claim, story.claims)
    problems.unique((statement.id for statement in story.statements), "statement")
    for trail in story.trails:
        _check_trail(story, problems, trail)


def _check_trail(story: Story, problems: Problems, trail: Trail) -> None:
    if trail.claim not in story.claims:
        problems.unknown(trail.claim, "claim", trail.claim, story.claims)
    steps = [step.id for step in trail.steps]
    if trail.answer not in steps:
        problems.unknown(trail.answer, "step", trail.answer, steps)
    for step in trail.steps:
        for key in step.sources:
            if key not in story.sources:
                problems.unknown(key, "source", key, story.sources)
            elif story.sources[key].seen is None:
                problems.add(key, "unseen-source", source=key)


def _check_claim(story: Story, problems: Problems, claim: Claim, in_play: bool) -> None:
    if claim.speaker not in story.speakers:
        problems.unknown(claim.speaker, "speaker", claim.speaker, story.speakers)
    if (claim.quote is None) == (claim.fragment is None):
        problems.add(claim.id, "no-quote", claim=claim.id)
    if in_play:
        _check_answered(problems, claim)
    _check_record(story, problems, claim)


def _check_answered(problems: Problems, claim: Claim) -> None:
    parts = {
        "for": claim.for_ or claim.why_believed,
        "against": claim.against,
        "question": claim.question,
    }
    for name, part in parts.items():
        if not part:
            hint = say(_HINTS[name]) if name in _HINTS else ""
            problems.add(claim.id, "unanswered-claim", hint, claim=claim.id, part=name)


def _check_record(story: Story, problems: Problems, claim: Claim) -> None:
    keys = claim.record.sources
    for key in keys:
        if key not in story.sources:
            problems.unknown(key, "source", key, story.sources)
        elif story.sources[key].seen is None:
            problems.add(key, "unseen-source", source=key)
    known = [story.sources[key] for key in keys if key in story.sources]
    if not keys and claim.record.verdict != "opinion":
        problems.add(claim.id, "no-source", claim=claim.id)
    if known and len(known) == len(keys) and all(source.weak for source in known):
        problems.add(claim.id, "weak-alone", what=say("the verdict on `{claim}`", claim=claim.id))
