"""A sentence's card in words: who said it, both sides, what is on record; and what is asked of it.

Where a claim is plainly wrong, the correction comes first. Refuses to judge an answer: what the
card holds is set beside it, and that is all.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.core.showing.cards import said_where, source_signs
from game.core.showing.parts import CardView, SourceView, TaskView
from game.core.showing.telling import closed, first_sentence
from game.core.story.claims import Source
from game.plain.blocks import Block, item, passage, quote, quoted, text
from game.words import capital, either, mark, say, sentence, series

__all__ = [
    "answered",
    "asked_again",
    "asked_still",
    "behind",
    "card",
    "letters",
    "short_card",
    "sources_word",
    "task",
    "written",
]

_UNFOUND = ("not found", "false")  # not said: names of verdicts
"""Verdicts whose place is only where somebody looked."""
_FACTS = mark("The facts first:")
_TOLD_ONCE = ("verdict", "drawer")
"""Kinds of question whose choices are the same each time."""
_DRAWERS = {
    "list": mark("an office, by a list"),
    "company": mark("a company"),
    "police": mark("police or censorship"),
    "court": mark("a court"),
}


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


def letters(asked: TaskView) -> dict[str, str]:
    """What is typed for each of the choices, and the choice's key."""
    return dict(zip("abcdefgh", (key for key, _ in asked.choices), strict=False))


def task(asked: TaskView, last: bool = False, whole: bool = False) -> list[Block]:
    """Say what the chapter asks of the sentence; answering is one word, and may be left.

    Verdicts and drawers are told in full once, then by their names; `whole` tells all of it
    again. After the last scene nobody is asked to type any more: there it is to be said aloud.
    """
    told = [text(say("For you: {question}", question=asked.question))]
    brief = asked.again and asked.kind in _TOLD_ONCE and not whole
    told += [item(_named(asked))] if brief else _choices(asked)
    if asked.told:
        return [*told, *answered(asked)]
    if last:
        return [*told, text(say("Say it aloud, or write it down."))]
    if not asked.choices:
        how = say("Type answer and your sentence at the next prompt, or leave it.")
    elif brief:
        how = say(
            "Type its letter at the next prompt, or leave it. To hear them in full, type question."
        )
    else:
        how = say("Type its letter at the next prompt, or leave it.")
    return [*told, text(how)]


def _choices(asked: TaskView) -> list[Block]:
    pairs = zip(letters(asked), asked.choices, strict=False)
    return [item(f"{letter}: {words}") for letter, (_, words) in pairs]


def _named(asked: TaskView) -> str:
    """Verdicts or drawers by their names alone, each with its letter."""
    named = (
        say("{letter} {verdict}", letter=letter, verdict=say(_DRAWERS.get(key, key)))
        for letter, key in letters(asked).items()
    )
    return say("{phrase}.", phrase=series(named))


def asked_still(asked: TaskView, view: CardView, scene: str) -> Block:
    """Ask once more, where the answer is typed: the sentence has scrolled away by then.

    In full where the like was never asked before; from then on a line that names the scene.
    """
    known = [*letters(asked)]
    which = say("{first} to {last}", first=known[0], last=known[-1]) if known else ""
    which = either(known) if len(known) < 3 else which
    if asked.again:
        words = mark("Still open, from {scene}: {letters}. To hear it again, type question.")
        if not known:
            words = mark("Still open, from {scene}: type answer and your sentence, or question.")
        return text(say(words, scene=closed(scene), letters=which))
    how = say("Type answer and your sentence, or leave it.")
    if known:
        how = say(
            "Type its letter, {letters}, or leave it. To hear it again, type question.",
            letters=which,
        )
    still = say("Still open: {question}", question=asked.question)
    return text(passage(still, sentence_of(view), how))


def asked_again(asked: TaskView, view: CardView) -> list[Block]:
    """Say the whole question once more, with its sentence: what the word `question` says."""
    put = _asks(view) if asked.kind == "write" else []
    return [text(sentence_of(view)), *put, *task(asked, whole=True)]


def sentence_of(view: CardView) -> str:
    """A sentence with its name, to be spoken of."""
    return f"{view.id}: {quoted(view.words)}"


def answered(asked: TaskView) -> list[Block]:
    """Say how an answer compares with the card; what was written is said back."""
    told = [text(asked.told or say("Kept."))]
    if asked.kind == "write" and asked.said:
        told.insert(0, text(_wrote(asked)))
    return told


def _wrote(asked: TaskView) -> str:
    return say("You wrote: {words}", words=quoted(asked.said or ""))


def written(
    asked: TaskView, view: CardView, before: bool, known: Mapping[str, Source]
) -> list[Block]:
    """Set what was written beside both sides: nobody marks it, and the player compares.

    Whoever wrote `before` knows how that goes, and gets each side in a sentence.
    """
    told = [text(_wrote(asked)), text(say("Nobody marks it."))]
    sides = _sides(view.answer_line, view.for_line) if before else _sides(view.against, view.for_)
    if view.against and sides:
        told[1:] = [text(say("Nobody marks it. Hold it against these:")), *sides]
    if before:
        return [*told, text(say("All of it, and the sources: type card {claim}.", claim=view.id))]
    if len(sides) > 1:
        told.append(text(say("Which of them does yours meet, and which does it leave out?")))
    return [*told, *behind(view, known)]


def _sides(against: str | None, for_it: str | None) -> list[Block]:
    told = [item(say("One answer to it: {words}", words=against))] if against else []
    return [*told, item(say("One case for it: {words}", words=for_it))] if for_it else told


def short_card(view: CardView) -> list[Block]:
    """Say the sentence with one line of answer and its question; the rest is one word away.

    What the player is asked to pick or guess is held back, and asked after it.
    """
    verdict = [text(_verdict(view))] if view.verdict else []
    words = _words(view)
    if view.why_believed:
        told = [*_facts(view.answer_line), *verdict, *words]
    else:
        told = [*words, *_lines(view), *verdict]
    told += _asks(view)
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


def _asks(view: CardView) -> list[Block]:
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
    told += _asks(view)
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
