"""The booster in plain text: a question, an answer in a word, and at once what is on record.

Refuses to add anything up: at the end it says what was believed, the true and the false apart.
"""

from __future__ import annotations

from collections.abc import Callable

from game.core.booster import Booster, Question
from game.core.parts import CardView
from game.core.save import MARKS
from game.core.statements import SURE, StatementView
from game.folders import command
from game.plain.blocks import Block, capital, heading, quote, sentence, text
from game.plain.voice import Voice
from game.words import joined

__all__ = ["ask_all"]

INTERRUPTED = 130
_LEAVE = ("q", "quit", "exit")
_TRUTH = {"t": True, "true": True, "f": False, "false": False}


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
            voice.tell([text(f"{n + 1} of {len(questions)}.")])
            if _asked(booster, question, voice):
                voice.tell(_told(booster.questions[n]))
                kept = _keep(booster, complain, kept)
        booster.end()
    except _Left:
        voice.tell([text("Stopped.")])
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
        complain(f"{why} You can go on; what comes now is not kept.")
    return why is None


def _opening(questions: tuple[Question, ...]) -> list[Block]:
    statements = sum(1 for question in questions if question.statement)
    sentences = len(questions) - statements
    told = [heading("A week later")]
    parts = [f"{statements} statements"] if statements else []
    parts += [f"{sentences} sentences of your last year"] if sentences else []
    told.append(text(f"{capital(joined(parts)) or 'Nothing is left to ask'}. Nothing is scored."))
    if sentences:
        told.append(
            text(
                "The sentences are those that you marked otherwise than the record, or not at all."
            )
        )
    if any(question.answered for question in questions):
        told.append(text("You go on where you stopped."))
    return [*told, text("Enter leaves one out; quit stops.")] if parts else told


def _asked(booster: Booster, question: Question, voice: Voice) -> bool:
    """Ask one question until it is answered or left; say whether it was answered."""
    if question.statement:
        voice.tell([text(question.statement.says)])
        return _until(
            voice, "True or false (t or f)?", lambda said: _judge(booster, question, said)
        )
    assert question.card is not None
    voice.tell(_sentence(question.card))
    marks = ", ".join(f"{n} {mark}" for n, mark in enumerate(MARKS, 1))
    return _until(voice, f"Your mark: {marks}?", lambda said: _mark(booster, question, said))


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
        return "Type true or false and, if you like, a guess, fairly sure or sure."
    booster.judge(question.statement.id, _TRUTH[word], levels[sure])
    return None


def _mark(booster: Booster, question: Question, said: str) -> str | None:
    words = {str(n): mark for n, mark in enumerate(MARKS, 1)} | {mark: mark for mark in MARKS}
    words |= {"part": "in part", "cant tell": "can't tell", "can’t tell": "can't tell"}
    if said not in words or question.card is None:
        return f"Type a number from 1 to {len(MARKS)}, or one of: {', '.join(MARKS)}."
    booster.mark(question.card.id, words[said])
    return None


def _sentence(view: CardView) -> list[Block]:
    place = view.place if view.place.startswith("the ") else f"{view.speaker}, {view.place}"
    return [
        quote(f"{view.words} [sic]" if view.sic else view.words),
        text(f"{sentence(capital(place))} Sentence {view.id}."),
        text(f"In plain words: {view.plain}"),
    ]


def _told(question: Question) -> list[Block]:
    """Say at once what is on record."""
    if question.statement:
        return [text(_so(question.statement))]
    view = question.card
    assert view is not None
    was = f"; in your year, {question.before}" if question.before else ""
    told = [text(f"You say: {view.mark}{was}. On record: {view.verdict}. {view.record}")]
    told += [text(f"For it: {view.for_line}")] if view.for_line else []
    return [*told, text(f"The other side: {view.answer_line}")] if view.against else told


def _so(view: StatementView) -> str:
    assert view.after is not None
    said = f"You say {'true' if view.after[0] else 'false'}, {SURE[view.after[1]]}."
    return f"{said} It is {'true' if view.truth else 'false'}. {view.answer}"


def _closing(booster: Booster, kept: bool) -> list[Block]:
    told = [text(f"Of the statements, {booster.believed}.")] if booster.believed else []
    if not booster.sitting.statements and not booster.sitting.marks:
        return [*told, text("You said nothing yet, so nothing is kept.")]
    if not kept:
        return [*told, text("What you said could not be kept.")]
    library = command("library", booster.story.folder)
    return [
        *told,
        text(f"That is all, and it is kept. For any card, type {library} and its name."),
    ]
