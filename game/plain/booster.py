"""The booster in plain text: a question, an answer in a word, and at once what is on record.

Refuses to add anything up: at the end it says what was believed, the true and the false apart.
"""

from __future__ import annotations

from collections.abc import Callable

from game.core.playing.booster import Booster, Question
from game.core.saves.runs import MARKS
from game.core.showing.cards import said_where
from game.core.showing.parts import CardView
from game.core.story.statements import SURE, StatementView
from game.folders import command
from game.plain.blocks import Block, heading, passage, quote, text
from game.plain.voice import Voice
from game.words import joined, many, mark, say, sentence, series

__all__ = ["ask_all"]

INTERRUPTED = 130
_LEAVE = ("q", "quit", "exit")
_TRUTH = {"t": True, "true": True, "f": False, "false": False}


_WHY = mark("The sentences are those that you marked otherwise than the record, or not at all.")


class _Left(Exception):
    """The player wants to go, or nobody is there."""


def ask_all(booster: Booster, voice: Voice, complain: Callable[[str], None]) -> int:
    """Ask everything that was not answered yet; return the exit code."""
    questions = booster.questions
    voice.tell(_opening(questions))
    kept = True
    try:
        for n, question in enumerate(questions):
            if question.answered:
                continue
            voice.tell([text(say("{n} of {of}.", n=n + 1, of=len(questions)))])
            if _asked(booster, question, voice):
                voice.tell(_told(booster.questions[n]))
                kept = _keep(booster, complain, kept)
        booster.end()
    except _Left:
        voice.tell([text(say("Stopped."))])
    except KeyboardInterrupt:
        _keep(booster, complain, kept)
        return INTERRUPTED
    kept = _keep(booster, complain, kept)
    voice.tell(_closing(booster, kept))
    return 0 if kept else 1


def _keep(booster: Booster, complain: Callable[[str], None], well: bool) -> bool:
    """Put it on disk; complain once."""
    why = booster.save_or_say()
    if why and well:
        complain(passage(why, say("You can go on; what comes now is not kept.")))
    return why is None


def _opening(questions: tuple[Question, ...]) -> list[Block]:
    statements = sum(1 for question in questions if question.statement)
    sentences = len(questions) - statements
    parts = [many("{n} statement", "{n} statements", statements)] if statements else []
    if sentences:
        parts.append(
            many("{n} sentence of your last year", "{n} sentences of your last year", sentences)
        )
    asked = sentence(joined(parts)) or say("Nothing is left to ask.")
    told = [heading(say("A week later")), text(passage(asked, say("Nothing is scored.")))]
    if sentences:
        told.append(text(say(_WHY)))
    if any(question.answered for question in questions):
        told.append(text(say("You go on where you stopped.")))
    return [*told, text(say("Enter leaves one out; quit stops."))] if parts else told


def _asked(booster: Booster, question: Question, voice: Voice) -> bool:
    """Ask one question until it is answered or left; say whether it was answered."""
    if question.statement:
        voice.tell([text(question.statement.says)])
        asks = say("True or false (t or f)?")
        return _until(voice, asks, lambda said: _judge(booster, question, said))
    assert question.card is not None
    voice.tell(_sentence(question.card))
    marks = series(f"{n} {say(word)}" for n, word in enumerate(MARKS, 1))
    asks = say("Your mark: {marks}?", marks=marks)
    return _until(voice, asks, lambda said: _mark(booster, question, said))


def _until(voice: Voice, prompt: str, take: Callable[[str], str | None]) -> bool:
    while True:
        said = voice.ask(prompt)
        if said is None or said.casefold() in _LEAVE:
            raise _Left
        if not said:
            return False
        unclear = take(" ".join(said.casefold().split()))
        if unclear is None:
            return True
        voice.tell([text(unclear)])


def _judge(booster: Booster, question: Question, said: str) -> str | None:
    """Take `false` or `t sure`; return a sentence where it is neither."""
    word, _, sure = said.partition(" ")
    levels = {name: level for level, name in SURE.items()} | {"guess": 1, "fairly": 2, "": 2}
    if word not in _TRUTH or sure not in levels or question.statement is None:
        return say("Type true or false and, if you like, a guess, fairly sure or sure.")
    booster.judge(question.statement.id, _TRUTH[word], levels[sure])
    return None


def _mark(booster: Booster, question: Question, said: str) -> str | None:
    words = {str(n): mark for n, mark in enumerate(MARKS, 1)} | {mark: mark for mark in MARKS}
    words |= {"part": MARKS[1], "cant tell": MARKS[3], "can’t tell": MARKS[3]}  # not said: typed
    if said not in words or question.card is None:
        known = series(MARKS)
        return say("Type a number from 1 to {n}, or one of: {marks}.", n=len(MARKS), marks=known)
    booster.mark(question.card.id, words[said])
    return None


def _sentence(view: CardView) -> list[Block]:
    where = sentence(said_where(view))
    return [
        quote(say("{quote} [sic]", quote=view.words) if view.sic else view.words),
        text(passage(where, say("Sentence {claim}.", claim=view.id))),
        text(say("In plain words: {words}", words=view.plain)),
    ]


def _told(question: Question) -> list[Block]:
    """Say at once what is on record."""
    if question.statement:
        return [text(_so(question.statement))]
    view = question.card
    assert view is not None
    record = say("On record: {verdict}.", verdict=say(view.verdict))
    told = [text(passage(_said(view, question.before), record, view.record))]
    told += [text(say("For it: {words}", words=view.for_line))] if view.for_line else []
    if view.against:
        told.append(text(say("The other side: {words}", words=view.answer_line)))
    return told


def _said(view: CardView, before: str | None) -> str:
    said = say(view.mark or "")
    if before:
        return say("You say: {mark}; in your year, {before}.", mark=said, before=say(before))
    return say("You say: {mark}.", mark=said)


def _so(view: StatementView) -> str:
    assert view.after is not None
    truth, sure = view.after
    said = say("You say true, {sure}.", sure=say(SURE[sure]))
    if not truth:
        said = say("You say false, {sure}.", sure=say(SURE[sure]))
    return passage(said, say("It is true.") if view.truth else say("It is false."), view.answer)


def _closing(booster: Booster, kept: bool) -> list[Block]:
    told = (
        [text(say("Of the statements, {words}.", words=booster.believed))]
        if booster.believed
        else []
    )
    if not booster.sitting.statements and not booster.sitting.marks:
        return [*told, text(say("You said nothing yet, so nothing is kept."))]
    if not kept:
        return [*told, text(say("What you said could not be kept."))]
    library = command("library", booster.story.folder)
    more = say("For any card, type {command} and its name.", command=library)
    return [*told, text(passage(say("That is all, and it is kept."), more))]
