"""Letters, shapes and patterns of the answers: whatever has a colour here has all three as well."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.core.showing.parts import ClosedView
from game.lesson.shown import LETTERS, SHAPES, AnswerView
from game.lesson.tally import Tally
from game.tui.ink import Lines, bullet, ink, join, para
from game.tui.projector import words
from game.tui.words import SAME
from game.words import say

__all__ = ["PATTERNS", "STAMPED", "answers", "badge", "bars", "pulse"]

PATTERNS = "█≡░▚▒╳▞◦"
"""What a bar is filled with: plain, striped, dotted, chequered, as on the paper cards."""
GAP = ink("  ")
STAMPED = "bold reverse"  # not said


def badge(letter: str) -> Content:
    """A letter with its shape, black on white whatever the theme."""
    return ink(f" {letter} {SHAPES[LETTERS.index(letter)]} ", STAMPED)


def answers(
    views: Sequence[AnswerView],
    width: int,
    closed: Sequence[ClosedView | None] = (),
    at: str | None = None,
    airy: bool = False,
) -> Lines:
    """Answers with their badges; a closed one is struck out, with rule and sentence.

    `at` is the answer whose hands are being counted.
    """
    lines: Lines = []
    for n, view in enumerate(views):
        lines += [ink("")] if airy and n else []
        if not view.letter:
            why = closed[n] if n < len(closed) else None
            again = why is not None and why in closed[:n]
            lines += _shut(view, why, width, again)
            continue
        here = ink("› " if view.id == at else "  ", "bold $stamp")
        lines += bullet(join(here, badge(view.letter), GAP), ink(view.label, "bold $ink"), width)
    return lines


def _shut(view: AnswerView, why: ClosedView | None, width: int, again: bool) -> Lines:
    said = ink(why.sentence if why else view.closed, "$stamp")
    if again:
        said = ink(say(SAME), "$stamp")
    elif why and why.quote:
        said = join(said, ink(f"  “{why.quote}”", "italic $muted"))
    head = bullet(ink("    ✕    ", "bold $stamp"), ink(view.label, "strike $muted"), width)
    return [*head, *bullet(ink("         "), said, width)]


def pulse(in_: int, of: int, cells: int) -> Content:
    """How many are in, as a bar."""
    full = min(round(cells * in_ / of), cells) if of else 0
    return join(ink("━" * full, "bold $green"), ink("─" * (cells - full), "$muted"))


def bars(
    views: Sequence[AnswerView],
    now: Tally,
    before: Tally | None,
    width: int,
    rows: int,
    tie: Sequence[str] = (),
) -> Lines:
    """The tally: a bar each where there is room for bars, else figures behind the answers."""
    open_ = [view for view in views if view.letter]
    counted = [*now.counts, *(before.counts if before else ())]
    free = ink(f"  {say('equal')}").cell_length if tie else 0
    scale = max((number for _, number in counted), default=0), free
    full: Lines = []
    for view in open_:
        label = join(ink("  "), badge(view.letter), GAP)
        full += bullet(label, ink(view.label, "bold $ink"), width)
        if before is not None:
            full.append(_bar(view, before, width, earlier=True, scale=scale))
        earlier = None if before is None else False
        full.append(_bar(view, now, width, earlier, scale, view.id in tie))
    return full if len(full) <= rows else _figures(open_, now, before, width, tie)


def _bar(
    view: AnswerView,
    counted: Tally,
    width: int,
    earlier: bool | None,
    scale: tuple[int, int],
    equal: bool = False,
) -> Content:
    """One bar; `earlier` says which of two votes it is of, None where there was one.

    `scale` is the longest one's count and the cells kept free for `equal`.
    """
    most, free = scale
    tie = ink(f"  {say('equal')}" if equal else "", "bold $amber")
    said = join(ink(f"  {words.share(counted, view.id)}", "bold $ink"), tie)
    head = _when(earlier)
    cells = max(width - head.cell_length - 12 - free, 4)
    number = dict(counted.counts).get(view.id, 0)
    filled = round(cells * number / most) if most else 0
    fill = PATTERNS[LETTERS.index(view.letter)] * max(filled, 1 if number else 0)
    return join(head, ink(fill, "$muted" if earlier else "bold $ink"), said)


def _when(earlier: bool | None) -> Content:
    """Which of two votes, set to the right, so that their bars begin in one column."""
    if earlier is None:
        return ink(" " * 9)
    before, after = ink(say(words.BEFORE), "$muted"), ink(say(words.AFTER), "$muted")
    side = max(before.cell_length, after.cell_length, 14)
    when = before if earlier else after
    return when.pad_left(side - when.cell_length).pad_right(2)


def _figures(
    views: Sequence[AnswerView],
    now: Tally,
    before: Tally | None,
    width: int,
    tie: Sequence[str],
) -> Lines:
    lines: Lines = []
    for view in views:
        was = f"{words.share(before, view.id)} → " if before else ""
        equal = f"  ◀ {say('equal')}" if view.id in tie else ""
        said = join(
            ink(f"{was}{words.share(now, view.id)}{equal}  ", "bold $stamp"), ink(view.label)
        )
        lines += bullet(join(ink("  "), badge(view.letter), GAP), said, width)
    return lines


def nobody(counted: Tally, width: int) -> Lines:
    """A line where nobody has answered."""
    return [] if counted.in_ else para(say(words.NOBODY), width, "italic $muted")
