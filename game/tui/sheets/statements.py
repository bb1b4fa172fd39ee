"""The statements: judged before or after the year, and laid open in the debrief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.content import Content

from game.core.debrief import Debrief
from game.core.statements import SURE, StatementView
from game.tui import words
from game.tui.ink import Lines, Room, act, bullet, ink, join, para

__all__ = ["Beliefs", "Said", "judge", "judged"]

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


def _asked(n: int, view: StatementView, beliefs: Beliefs, width: int) -> Lines:
    here = n == beliefs.at
    mark = join(ink("› " if here else "  ", "bold $stamp"), ink(f"{n + 1}  ", "bold $stamp"))
    said = beliefs.said.get(view.id)
    lines = [act(line, f"look({n})") for line in bullet(mark, ink(view.says, "$ink"), width)]
    parts = [ink("     ")]
    for truth, word in ((True, "t true"), (False, "f false")):
        on = said is not None and said[0] is truth
        parts += [act(_circle(word, on), f"say({n}, {truth})"), ink("  ")]
    if said is not None:
        parts.append(ink(f" {words.HOW_SURE} ", "italic $muted"))
        for level, word in SURE.items():
            marked = _circle(f"{level} {word}", said[1] == level)
            parts += [act(marked, f"sure({n}, {level})"), ink(" ")]
    lines.append(join(*parts))
    return [_grounded(line, width) for line in lines] if here else lines


def _circle(word: str, on: bool) -> Content:
    return ink(f"● {word}", "bold $stamp") if on else ink(f"○ {word}", "$muted")


def _grounded(line: Content, width: int) -> Content:
    return line.pad_right(max(width - line.cell_length, 0)).stylize_before("on $chosen")


def judged(view: Debrief, count: int, whole: bool, width: int) -> Lines:
    """Set what was believed and what is so; held back while the second judging is still open."""
    if not count:
        return []
    head = [ink(words.statements(count), "bold $stamp")]
    after = any(statement.after for statement in view.statements)
    if not view.statements:
        return [*head, *_offer(words.NOT_JUDGED, width)]
    if not after and not whole:
        return [*head, *_offer(words.JUDGE_AGAIN, width)]
    lines = head
    for when, told in view.believed:
        lines += para(join(ink(f"{when.capitalize()}: ", "bold $ink"), ink(f"{told}.")), width)
    for statement in view.statements:
        lines += [ink(""), *_so(statement, width)]
    return lines


def _offer(said: str, width: int) -> Lines:
    return [act(line, "part('s')") for line in para(said, min(width, 72), "italic $ink")]


def _so(view: StatementView, width: int) -> Lines:
    """One statement: whether it is true, what was said of it, and what is on record."""
    mark = ink("True   ", "bold $green") if view.truth else ink("False  ", "bold $stamp")
    lines = bullet(mark, ink(view.says, "bold $ink"), width)
    both = ((words.SAID_BEFORE, view.before), (words.SAID_AFTER, view.after))
    told = [f"{when}: {_word(said)}" for when, said in both if said]
    gap = ink(" " * 7)
    lines += bullet(gap, ink("you said " + " · ".join(told), "$muted"), width)
    card = act(ink(f"  {view.claim} ›", "bold $muted"), f"open_claim('{view.claim}')")
    return [*lines, *bullet(gap, join(ink(view.answer, "$ink"), card), width)]


def _word(said: tuple[bool, int]) -> str:
    return f"{'true' if said[0] else 'false'}, {SURE.get(said[1], '')}"
