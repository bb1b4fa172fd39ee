"""The statements: judged before or after the year, and laid open in the debrief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from game.core.debrief.figures import Debrief
from game.core.story.statements import SURE, StatementView, all_judged
from game.tui import words
from game.tui.ink import Lines, Room, act, bullet, cell, ink, join, lit, para
from game.words import many, say

__all__ = ["Beliefs", "Said", "judge", "judged", "last_statement"]

Said = Mapping[str, tuple[bool, int]]


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What the sheet on which statements are judged is made of."""

    views: Sequence[StatementView]
    said: Said
    """Statement to truth and confidence, on this occasion."""
    asks: str
    at: int
    """The statement under the cursor."""
    chosen: str = "on $chosen"
    """How it stands out."""

    @property
    def answered(self) -> int:
        """How many have been judged."""
        return sum(1 for view in self.views if view.id in self.said)


def judge(beliefs: Beliefs, room: Room) -> tuple[Lines, tuple[int, ...]]:
    """Set the statements with their two rows of marks; also the row at which each begins."""
    lines = [ink(words.statements(len(beliefs.views)), "bold $stamp")]
    lines += [*para(beliefs.asks, room.measure, "italic $muted"), ink("")]
    places = []
    for n, view in enumerate(beliefs.views):
        places.append(len(lines))
        lines += _asked(n, view, beliefs, room.width)
        lines += [ink("")] if room.tall else []
    return lines, tuple(places)


def last_statement(answered: int, of: int) -> str:
    """On the last statement: how many are judged, and the way on."""
    if answered == of:
        return say("that was the last, all are judged: esc")
    return say("that was the last, {n} of {of} judged: esc", n=answered, of=of)


def _asked(n: int, view: StatementView, beliefs: Beliefs, width: int) -> Lines:
    here = n == beliefs.at
    head = ink("› " if here else "  ", "bold $stamp")  # a digit says how sure: rows have none
    said = beliefs.said.get(view.id)
    lines = [act(line, f"look({n})") for line in bullet(head, ink(view.says, "$ink"), width)]
    parts = [ink("  ")]
    for truth, word in words.TRUE_OR_FALSE:
        on = said is not None and said[0] is truth
        parts += [act(_circle(say(word), on), f"say({n}, {truth})"), ink("  ")]
    if said is not None:
        parts.append(ink(f" {say(words.HOW_SURE)} ", "italic $muted"))
        for level, word in SURE.items():
            marked = _circle(f"{level} {say(word)}", said[1] == level)
            parts += [act(marked, f"sure({n}, {level})"), ink(" ")]
    lines.append(join(*parts))
    return [_grounded(line, width, beliefs.chosen) for line in lines] if here else lines


def _circle(word: str, on: bool) -> Content:
    return ink(f"● {word}", "bold $stamp") if on else ink(f"○ {word}", "$muted")


def _grounded(line: Content, width: int, how: str) -> Content:
    return lit(line.pad_right(max(width - line.cell_length, 0)), how)


def judged(view: Debrief, count: int, whole: bool, width: int) -> Lines:
    """Set what was believed and what is so; held back while the second judging is still open."""
    if not count:
        return []
    head = [ink(words.statements(count), "bold $stamp")]
    if not view.statements:
        return [*head, *_offer(say(words.NOT_JUDGED), width)]
    if not whole and not all_judged(view.statements):
        now = [act(line, "open_all") for line in para(say(words.SEE_NOW), width, "italic $ink")]
        return [*head, *_offer(_still_open(view), width), *now]
    lines = head
    heads = {words.SAID_BEFORE: say("Before:"), words.SAID_AFTER: say("After:")}
    for when, told in view.believed:
        said = ink(say("{phrase}.", phrase=told))
        lines += para(join(ink(f"{heads[when]} ", "bold $ink"), said), width)
    for statement in view.statements:
        lines += [ink(""), *_so(statement, width)]
    return lines


def _offer(said: str, width: int) -> Lines:
    return [act(line, "part('s')") for line in para(said, min(width, 72), "italic $ink")]


def _still_open(view: Debrief) -> str:
    """What was judged so far, and which key judges the rest."""
    after, of = sum(1 for each in view.statements if each.after), len(view.statements)
    if after:
        return many(
            "{n} of {of} is judged now. Press s to judge the rest; then what is so stands here.",
            "{n} of {of} are judged now. Press s to judge the rest; then what is so stands here.",
            after,
            of=of,
        )
    return f"{view.judged} {say(words.JUDGE_AGAIN)}"


def _so(view: StatementView, width: int) -> Lines:
    """One statement: whether it is true, what was said of it, and what is on record."""
    so = cell(say("True"), 7, "bold $green") if view.truth else cell(say("False"), 7, "bold $stamp")
    lines = bullet(so, ink(view.says, "bold $ink"), width)
    gap = ink(" " * so.cell_length)
    lines += bullet(gap, ink(_you_said(view), "$muted"), width)
    card = act(ink(f"  {view.claim}", "bold $muted"), f"open_claim('{view.claim}')")
    return [*lines, *bullet(gap, join(ink(view.answer, "$ink"), card), width)]


def _you_said(view: StatementView) -> str:
    """What was said of a statement, before the year and after it."""
    told = [say("before: {said}", said=_word(view.before))] if view.before else []
    told += [say("after: {said}", said=_word(view.after))] if view.after else []
    if not told:
        return say("you didn't say")
    return say("you said {said}", said=" · ".join(told))


def _word(said: tuple[bool, int]) -> str:
    sure = say(SURE.get(said[1], ""))
    return say("true, {sure}", sure=sure) if said[0] else say("false, {sure}", sure=sure)
