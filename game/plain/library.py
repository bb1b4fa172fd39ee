"""The library in words: claims with their verdicts, terms, sources; one hit is a whole card.

Used at a prompt and by `carrot library` through a pipe, so that both say the same.
"""

from __future__ import annotations

from game.core.cards import card, source_line
from game.core.claims import Claim, GlossaryEntry, Source
from game.core.library import Found
from game.core.model import Story
from game.plain.blocks import Block, heading, item, sentence, text
from game.plain.reveal import card as card_blocks

__all__ = ["claim_line", "library", "source_words", "term_line"]


def library(story: Story, found: Found) -> list[Block]:
    """Say what was found; a single claim is said as its card."""
    told: list[Block] = []
    if len(found.claims) == 1:
        told += card_blocks(card(story, found.claims[0].id))
    elif found.claims:
        told.append(heading("Sentences"))
        told += [item(claim_line(claim)) for claim in found.claims]
    if found.glossary:
        told.append(heading("Terms"))
        told += [item(term_line(entry)) for entry in found.glossary]
    if found.sources:
        told.append(heading("Sources"))
        told += [item(source_words(key, source)) for key, source in found.sources]
    name = found.claims[0].id if found.claims else ""
    more = f"For a sentence's card, add its name, as in library {name}."
    return [*told, text(more)] if len(found.claims) > 1 else told


def claim_line(claim: Claim) -> str:
    """Say a claim in a line: its name, what is on record, its words."""
    words = " ".join(claim.words.split())
    return f"{claim.id}, {claim.record.verdict}: “{words}”"


def term_line(entry: GlossaryEntry) -> str:
    """Say a term and what it means."""
    also = f" ({entry.also})" if entry.also else ""
    return f"{entry.term}{also}: {sentence(entry.says)}"


def source_words(key: str, source: Source) -> str:
    """Say a source in a line, with how far it can be trusted to have been seen."""
    seen = f" Seen: {sentence(source.seen)}" if source.seen else " Not seen."
    weak = " Weak." if source.weak else ""
    return f"{key}: {source_line(source)}.{seen}{weak}"
