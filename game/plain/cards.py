"""A sentence's card in words: who said it, both sides, what is on record.

Where a claim is plainly wrong, the correction comes first.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.core.showing.cards import said_where, source_signs
from game.core.showing.parts import CardView, SourceView, TaskView
from game.core.showing.telling import first_sentence
from game.core.story.claims import Source
from game.plain.blocks import Block, passage, quote, quoted, text
from game.words import capital, mark, say, sentence, series

__all__ = [
    "asks",
    "behind",
    "card",
    "short_card",
    "sources_word",
]

_UNFOUND = ("not found", "false")  # not said: names of verdicts
"""Verdicts whose place is only where somebody looked."""
_FACTS = mark("The facts first:")


def _where(view: CardView) -> str:
    return say("{place}. Sentence {claim}.", place=capital(said_where(view)), claim=view.id)


def _verdict(view: CardView) -> str:
    """Say what is on record, in brief; of what wasn't found a place alone would make no sense."""
    if view.verdict in _UNFOUND:
        verdict = say("{phrase}.", phrase=capital(say(view.verdict)))
        record = view.record.removeprefix(verdict).lstrip()
        return passage(_found(view), first_sentence(record), _looked(view))
    return passage(_found(view), sentence(view.where or ""))


def _found(view: CardView) -> str:
    return say("On record: {verdict}.", verdict=say(view.verdict))


def _looked(view: CardView) -> str:
    return say("Where we looked: {place}", place=sentence(view.where)) if view.where else ""


def _quoted(view: CardView) -> Block:
    return quote(say("{quote} [sic]", quote=view.words) if view.sic else view.words)


def sentence_of(view: CardView) -> str:
    """A sentence with its name, to be spoken of."""
    return f"{view.id}: {quoted(view.words)}"


def short_card(view: CardView, asked: TaskView | None = None) -> list[Block]:
    """Say the sentence with one line of answer and its question; the rest is one word away.

    What the player is asked to pick or guess is held back, and asked after it; then no word is
    named that would answer first. A question to write to is said where it is asked.
    """
    verdict = [text(_verdict(view))] if view.verdict else []
    words = _words(view)
    if view.why_believed:
        told = [*_facts(view.answer_line), *verdict, *words]
    else:
        told = [*words, *_lines(view), *verdict]
    waits = asked.kind if asked and asked.said is None else ""
    if waits != "write":
        told += asks(view)
    if waits in ("pick", "verdict"):
        return told
    return [*told, text(say("Both sides and the sources: type card {claim}.", claim=view.id))]


def _lines(view: CardView) -> list[Block]:
    told = [text(say("For it: {words}", words=view.for_line))] if view.for_line else []
    if view.answer_line:
        told.append(text(say("The other side: {words}", words=view.answer_line)))
    return told


def _facts(correction: str | None) -> list[Block]:
    """Open on what corrects: where nothing speaks for a sentence, it is no side among others."""
    if correction:
        return [text(say("The facts first: {words}", words=correction))]
    return [text(say(_FACTS))]


def _words(view: CardView) -> list[Block]:
    plain = say("In plain words: {words}", words=view.plain)
    return [_quoted(view), text(_where(view)), text(plain)]


def asks(view: CardView) -> list[Block]:
    return [text(say("To ask: {question}", question=view.question))] if view.question else []


def card(view: CardView, known: Mapping[str, Source] | None = None) -> list[Block]:
    """Say a whole card. Where a claim is plainly wrong, the correction comes first.

    With `known`, sources are named briefly: who printed it, and when. Without, in full.
    """
    words = _words(view)
    record = [text(_record(view)), *_sources(view, known)]
    if view.why_believed:
        believed = text(say("Why people believe it: {words}", words=view.why_believed))
        told = [*_facts(view.against), *record, *words, believed]
    else:
        for_it = [text(say("For it: {words}", words=view.for_))] if view.for_ else []
        against = [text(say("Against it: {words}", words=view.against))] if view.against else []
        told = [*words, *for_it, *against, *record]
    told += asks(view)
    if view.mark:
        told.append(text(say("You marked it: {mark}.", mark=say(view.mark))))
    return told


def sources_word(view: CardView) -> list[Block]:
    """Name the word that says the sources in full, with their titles and addresses."""
    if not view.sources:
        return []
    return [text(say("The sources in full: type card {claim} full.", claim=view.id))]


def _record(view: CardView) -> str:
    if view.verdict in _UNFOUND:
        return passage(_found(view), view.record, _looked(view))
    if view.where and view.record.startswith(view.where):
        return passage(_found(view), view.record)
    return passage(_verdict(view), view.record)


def behind(view: CardView, known: Mapping[str, Source]) -> list[Block]:
    """Say what is on record and on which sources, of a sentence whose sides were told already."""
    return [text(_record(view)), *_sources(view, known), *sources_word(view)]


def _sources(view: CardView, known: Mapping[str, Source] | None) -> list[Block]:
    if not view.sources:
        return []
    named = []
    for source in view.sources:
        words = _brief(known[source.key]) if known is not None else _whole(source)
        named.append(say("{source} (weak)", source=words) if source.weak else words)
    listed = "; ".join(dict.fromkeys(named))
    signs = source_signs(view.sources, listed)
    return [text(passage(say("Sources: {sources}.", sources=listed), signs))]


def _whole(source: SourceView) -> str:
    return series(part for part in (source.text, source.address) if part)


def _brief(source: Source) -> str:
    who = source.publisher or series(part for part in (source.author, source.title) if part)
    return f"{who}, {source.year}" if source.year and str(source.year) not in who else who
