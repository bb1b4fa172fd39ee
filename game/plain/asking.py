"""What a chapter asks of a sentence, and what becomes of the answer, in words.

Refuses to judge an answer: what the card holds is set beside it, and that is all.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.core.showing.parts import CardView, TaskView
from game.core.showing.telling import closed
from game.core.story.claims import Source
from game.plain.blocks import Block, item, passage, quoted, text
from game.plain.cards import asks, behind, sentence_of
from game.words import either, mark, say, series

__all__ = [
    "answered",
    "asked_again",
    "asked_still",
    "letters",
    "picked",
    "task",
    "written",
]

_TOLD_ONCE = ("verdict", "drawer")
"""Kinds of question whose choices are the same each time."""

_DRAWERS = {
    "list": mark("an office, by a list"),
    "company": mark("a company"),
    "police": mark("police or censorship"),
    "court": mark("a court"),
}


def letters(asked: TaskView) -> dict[str, str]:
    """What is typed for each of the choices, and the choice's key."""
    return dict(zip("abcdefgh", (key for key, _ in asked.choices), strict=False))


def task(
    asked: TaskView, last: bool = False, whole: bool = False, of: CardView | None = None
) -> list[Block]:
    """Say what the chapter asks of the sentence; answering is one word, and may be left.

    `of` is the sentence's card, where the question put to it is said here and not before.

    Verdicts and drawers are told in full once, then by their names; `whole` tells all of it
    again. After the last scene nobody is asked to type any more: there it is to be said aloud.
    """
    told = [text(_for_you(asked, of))]
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


def _for_you(asked: TaskView, of: CardView | None) -> str:
    if asked.kind == "write" and of and of.question:
        how = mark("For you, in one sentence: {question} Or reply to the quote.")
        return say(how, question=of.question)
    return say("For you: {question}", question=asked.question)


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
    put = asks(view) if asked.kind == "write" else []
    return [text(sentence_of(view)), *put, *task(asked, whole=True)]


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
    told = [item(say("One answer to the quote: {words}", words=against))] if against else []
    return [*told, item(say("One case for the quote: {words}", words=for_it))] if for_it else told


def picked(view: CardView, known: Mapping[str, Source]) -> list[Block]:
    """Say what stands beside the stronger reply, which was just heard: the case for the sentence.

    Of one that is plainly wrong, why it is believed.
    """
    if view.why_believed:
        told = [text(say("Why people believe it: {words}", words=view.why_believed))]
    else:
        told = [text(say("For it: {words}", words=view.for_))] if view.for_ else []
    return [*told, *behind(view, known)]
