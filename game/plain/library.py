"""The library in words: claims with their verdicts, terms, sources; one hit is a whole card.

Used at a prompt and by `carrot library` through a pipe, so that both say the same.
"""

from __future__ import annotations

from game.core.library.catalogue import Citing, Found, cited_by
from game.core.showing.cards import card, source_line
from game.core.story.claims import Claim, GlossaryEntry, Source
from game.core.story.model import Story
from game.core.story.rules import Listing
from game.plain.blocks import Block, heading, item, passage, text
from game.plain.cards import card as card_blocks
from game.words import capital, joined, mark, say, sentence

__all__ = ["claim_line", "library", "list_line", "rests_on", "source_words", "term_line"]


def library(story: Story, found: Found) -> list[Block]:
    """Say what was found: a single claim as its card, a single source with what rests on it."""
    told: list[Block] = []
    if len(found.claims) == 1:
        told += card_blocks(card(story, found.claims[0].id))
    speaker = None
    for claim in found.claims[1:] and found.claims:
        if claim.speaker != speaker:
            speaker = claim.speaker
            told.append(heading(say("Sentences of {who}", who=story.speakers[speaker])))
        told.append(item(claim_line(claim)))
    if found.glossary:
        told.append(heading(say("Terms")))
        told += [item(term_line(entry)) for entry in found.glossary]
    if found.lists:
        told.append(heading(say("Lists")))
        told += [item(list_line(short, each)) for short, each in found.lists]
    if found.sources:
        told.append(heading(say("Sources")))
        told += [item(source_words(key, source)) for key, source in found.sources]
    if len(found.sources) == 1:
        told += [text(line) for line in rests_on(cited_by(story, found.sources[0][0]))]
    if len(found.claims) > 1:
        one = found.claims[0].id
        how = say("For a sentence's card, add its name, as in library {name}.", name=one)
        told.append(text(passage(how, say(_NARROW))))
    return told


_NARROW = mark(
    "To narrow down, add by:, verdict:, chapter: or met: and a word, as in library verdict:false."
)


def rests_on(citing: Citing) -> list[str]:
    """Say what rests on a source, a sentence a kind."""
    if not citing.count:
        return [say("Nothing in the game rests on it.")]
    told = []
    if citing.claims:
        names = joined(claim.id for claim in citing.claims)
        told.append(say("Sentences that rest on it: {names}.", names=names))
    if citing.rules:
        rules = joined(say("{book} on {deed}", book=book, deed=deed) for book, deed in citing.rules)
        told.append(say("Rules that rest on it: {rules}.", rules=rules))
    if citing.trails:
        titles = joined(trail.title for trail in citing.trails)
        told.append(say("Trails that pass it: {titles}.", titles=titles))
    return told


def claim_line(claim: Claim) -> str:
    """Say a claim in a line: its name, what is on record, its words."""
    words, verdict = " ".join(claim.words.split()), say(claim.record.verdict)
    return say("{claim}, {verdict}: “{words}”", claim=claim.id, verdict=verdict, words=words)


def term_line(entry: GlossaryEntry) -> str:
    """Say a term and what it means."""
    also = f" ({entry.also})" if entry.also else ""
    return f"{entry.term}{also}: {sentence(entry.says)}"


def list_line(short: str, listing: Listing) -> str:
    """Say a list: who keeps it, why one is put on it, how one gets off."""
    named = f"{capital(short)}: {listing.name}. {sentence(listing.reason)}"
    return passage(named, say("The way out: {way}", way=sentence(listing.way_out)))


def source_words(key: str, source: Source) -> str:
    """Say a source in a line, with how far it can be trusted to have been seen."""
    seen = say("Seen: {what}", what=sentence(source.seen)) if source.seen else say("Not seen.")
    weak = say("Weak.") if source.weak else ""
    return passage(f"{key}: {source_line(source)}.", seen, weak)
