"""Cards: a claim with its other side and its record, and what an opened cell shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.core.run.rulebook import Move
from game.core.showing import telling
from game.core.showing.parts import CardView, DeedView, SourceView
from game.core.story.claims import Claim, Source
from game.core.story.model import Story
from game.core.story.rules import Rule, Rulebook
from game.words import say, series

__all__ = [
    "card",
    "deed_view",
    "quote_of",
    "said_where",
    "source_line",
    "source_signs",
    "source_views",
]


def card(story: Story, claim_id: str, mark: str | None = None) -> CardView:
    """Return the card of a claim; `mark` is what the player made of it."""
    claim = story.claims[claim_id]
    return CardView(
        id=claim.id,
        words=" ".join(claim.words.split()),
        verbatim=claim.quote is not None,
        sic=claim.sic,
        speaker=story.speakers[claim.speaker],
        place=claim.place,
        plain=claim.plain,
        for_=claim.for_,
        against=claim.against,
        answer_line=_answer_line(claim),
        for_line=telling.first_sentence(claim.for_ or ""),
        why_believed=claim.why_believed,
        verdict=claim.record.verdict,
        record=claim.record.says,
        where=claim.record.where,
        sources=source_views(story, claim.record.sources),
        question=claim.question,
        mark=mark,
    )


def _answer_line(claim: Claim) -> str:
    """A quote is never alone: the first sentence of its answer, or else of its record."""
    return telling.first_sentence(claim.against or claim.record.says)


def said_where(view: CardView) -> str:
    """Say who said it and where; a place that begins as names do names its speaker itself."""
    # In a translation: every word that a name may begin with, a space between (der die das).
    named = view.place.startswith(tuple(f"{word} " for word in say("the").split()))
    return view.place if named else f"{view.speaker}, {view.place}"


def quote_of(story: Story, claim_id: str | None) -> str | None:
    """Return a claim's quoted words, or None where there is no claim."""
    if claim_id is None or claim_id not in story.claims:
        return None
    return " ".join(story.claims[claim_id].words.split())


def source_views(story: Story, keys: tuple[str, ...]) -> tuple[SourceView, ...]:
    """Return sources as cards print them, in the order given."""
    known = ((key, story.sources[key]) for key in keys if key in story.sources)
    return tuple(
        SourceView(key, source_line(source), source.address, source.seen, source.weak)
        for key, source in known
    )


def source_signs(views: Sequence[SourceView], printed: str) -> str:
    """Say what the signs beside these sources mean, of those that were printed."""
    weak = say("Weak: it proves little by itself; no verdict rests on it alone.")
    ours = say("{sign}: the words are ours, not the title.", sign=_OURS)
    told = [weak] if any(view.weak for view in views) else []
    return " ".join([*told, ours] if _OURS in printed else told)


_OURS = "[our description]"  # not said: as a story writes it


def source_line(source: Source) -> str:
    """Print a source in one line: author, title, publisher, year; nobody is named twice."""
    year = str(source.year) if source.year else None
    author, publisher = source.author, source.publisher
    if author and publisher and _same(author, publisher):
        author, publisher = max(author, publisher, key=len), None
    parts = [author, f"“{source.title}”", publisher, year]
    return series(part for part in parts if part)


def _same(author: str, publisher: str) -> bool:
    """Whether one names the other: a newspaper is often its own author."""
    short, long = sorted((author.casefold(), publisher.casefold()), key=len)
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long) is not None


def deed_view(story: Story, book: Rulebook, move: Move) -> DeedView:
    """Return what an opened cell shows of one deed under one rulebook."""
    rule = move.rule
    return DeedView(
        deed=story.deeds[move.deed].name,
        kind=rule.answer,
        answer=telling.answer_word(story, book, move),
        says=rule.says or _nothing(rule.answer),
        claim=rule.claim,
        quote=quote_of(story, rule.claim),
        where=rule.where,
        size=telling.size_words(book, rule),
        sure=rule.sure,
        sources=source_views(story, rule.sources),
        heading=_heading(rule),
    )


def _heading(rule: Rule) -> str:
    if rule.claim:
        return say("The sentence")
    return say("On record") if rule.sources else ""


def _nothing(answer: str) -> str:
    if answer == "silent":
        return say("The text does not say.")
    return say("It does not look at this.") if answer == "not_tracked" else ""
