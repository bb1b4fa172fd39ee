"""Letters, shapes and patterns of the answers: whatever has a colour here has all three as well."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.core.parts import ClosedView
from game.lesson.shown import LETTERS, SHAPES, AnswerView
from game.lesson.tally import Tally
from game.tui.ink import Lines, bullet, ink, join, para
from game.tui.projector import words
from game.tui.words import SAME

__all__ = ["PATTERNS", "answers", "badge", "bars", "pulse"]

PATTERNS = "█≡░▚▒╳▞◦"
"""What a bar is filled with: plain, striped, dotted, chequered, as on the paper cards."""
GAP = ink("  ")


def badge(letter: str) -> Content:
    """A letter with its shape, black on white whatever the theme."""
    return ink(f" {letter} {SHAPES[LETTERS.index(letter)]} ", "bold reverse")


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
        said = ink(SAME, "$stamp")
    elif why and why.quote:
        said = join(said, ink(f"  “{why.quote}”", "italic $muted"))
    head = bullet(ink("   ✕   ", "bold $stamp"), ink(view.label, "strike $muted"), width)
    return [*head, *bullet(ink("       "), said, width)]


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
    scale = max((number for _, number in counted), default=0), 7 if tie else 0
    full: Lines = []
    for view in open_:
        label = join(ink("  "), badge(view.letter), GAP)
        full += bullet(label, ink(view.label, "bold $ink"), width)
        if before is not None:
            full.append(_bar(view, before, width, words.BEFORE, scale))
        when = words.AFTER if before else ""
        full.append(_bar(view, now, width, when, scale, view.id in tie))
    return full if len(full) <= rows else _figures(open_, now, before, width, tie)


def _bar(
    view: AnswerView,
    counted: Tally,
    width: int,
    when: str,
    scale: tuple[int, int],
    equal: bool = False,
) -> Content:
    """One bar; `scale` is the longest one's count and the cells kept free for `equal`."""
    most, free = scale
    said = ink(f"  {words.share(counted, view.id)}", "bold $ink")
    said = join(said, ink("  equal" if equal else "", "bold $amber"))
    head = ink(f"{when:>14}  " if when else " " * 9, "$muted")
    cells = max(width - head.cell_length - 12 - free, 4)
    number = dict(counted.counts).get(view.id, 0)
    filled = round(cells * number / most) if most else 0
    fill = PATTERNS[LETTERS.index(view.letter)] * max(filled, 1 if number else 0)
    style = "$muted" if when == words.BEFORE else "bold $ink"
    return join(head, ink(fill, style), said)


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
        equal = "  ◀ equal" if view.id in tie else ""
        said = join(
            ink(f"{was}{words.share(now, view.id)}{equal}  ", "bold $stamp"), ink(view.label)
        )
        lines += bullet(join(ink("  "), badge(view.letter), GAP), said, width)
    return lines


def nobody(counted: Tally, width: int) -> Lines:
    """A line where nobody has answered."""
    return [] if counted.in_ else para(words.NOBODY, width, "italic $muted")
