"""The booster's pages: one question, then at once what is on record; at last what was believed."""

from __future__ import annotations

from textual.content import Content

from game.core.playing.booster import Booster, Question
from game.core.showing.parts import CardView
from game.core.story.statements import SURE, StatementView
from game.tui import words
from game.tui.ink import Lay, Lines, Room, act, block, ink, join, para
from game.tui.sheets.card import card, clipping
from game.words import say

__all__ = ["closing", "question"]


def question(asked: Question, at: int, of: int) -> Lay:
    """Set one question, and the answer once something was said."""

    def lay(room: Room) -> Lines:
        head = [ink(say(words.BOOSTER), "bold $stamp")]
        if at == 0:
            head += para(say(words.BOOSTER_ASKS), room.measure, "italic $muted")
        head += [ink(""), ink(say("{n} of {of}", n=at + 1, of=of), "$muted")]
        if asked.statement:
            return [*head, *_statement(asked.statement, room)]
        assert asked.card is not None
        return [*head, *_sentence(asked.card, asked.before, room)]

    return lay


def _circle(word: str, on: bool, action: str) -> Content:
    made = ink(f"● {word}", "bold $stamp") if on else ink(f"○ {word}", "$muted")
    return join(act(made, action), ink("   "))


def _statement(view: StatementView, room: Room) -> Lines:
    said = view.after
    lines = [*para(view.says, room.measure, "bold $ink"), ink("")]
    row = [
        _circle(say(word), said is not None and said[0] is truth, f"judge({truth})")
        for truth, word in words.TRUE_OR_FALSE
    ]
    if said is not None:
        row.append(ink(f"{say(words.HOW_SURE)} ", "italic $muted"))
        row += [
            _circle(f"{n} {say(word)}", said[1] == n, f"digit('{n}')") for n, word in SURE.items()
        ]
    lines.append(join(*row))
    if said is None:
        return lines
    truth = say("True") if view.truth else say("False")
    style = "bold $green" if view.truth else "bold $stamp"
    told = [ink(f"{say(words.ON_RECORD)} · {truth}", style), *para(view.answer, room.measure - 4)]
    return [*lines, ink(""), *block(told, room.measure, "$green", "$card")]


def _sentence(view: CardView, before: str | None, room: Room) -> Lines:
    width = min(room.width, 108)
    row = [
        _circle(f"{n} {say(word)}", view.mark == word, f"digit('{n}')") for n, word in words.MARKS
    ]
    was = para(words.marked_before(before), room.measure, "italic $muted") if before else []
    if view.mark is None:
        return [*clipping(view, width), ink(""), join(*row)]
    return [join(*row), *was, ink(""), *card(view)(room)]


def closing(booster: Booster) -> Lay:
    """Set what was believed, the true and the false apart. Never a score, never a gain."""

    def lay(room: Room) -> Lines:
        lines = [ink(say(words.BOOSTER), "bold $stamp"), ink("")]
        if booster.believed:
            said = say("Of the statements, {believed}.", believed=booster.believed)
            lines += para(said, room.measure, "bold $ink")
        return [*lines, ink(""), *para(say(words.BOOSTER_DONE), room.measure, "$ink")]

    return lay
