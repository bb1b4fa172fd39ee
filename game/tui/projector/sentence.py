"""The sentence on the wall: the clipping, the other side, the record, and what to talk about.

Where the chapter asks the class something of it, the question and its answers stand in the place
of what they would give away.
"""

from __future__ import annotations

from game.core.showing.parts import CardView, TaskView
from game.lesson.shown import LETTERS
from game.tui import words as ours
from game.tui.ink import Lines, block, bullet, ink, join, para
from game.tui.projector import words
from game.tui.projector.marks import badge
from game.tui.sheets.card import clipping
from game.words import say

__all__ = ["asked_aloud", "brief", "sentence"]


def sentence(view: CardView, width: int, rows: int, task: TaskView | None = None) -> Lines:
    """Set a card: both arguments whole where they fit, else the first sentence of each."""
    whole = _set(view, width, task, view.against or view.answer_line, view.for_, view.record)
    if len(whole) <= rows and not (task and task.said is None):
        return whole
    return _set(view, width, task, view.answer_line, view.for_line, view.record)


def brief(view: CardView, width: int) -> Lines:
    """The sentence and one line of answer: what no reveal goes without."""
    said, sides = clipping(view, width, width), _sides(view, width, view.answer_line, None)
    return [*sides, *said] if view.why_believed else [*said, *sides]


def _set(
    view: CardView,
    width: int,
    task: TaskView | None,
    against: str,
    for_: str | None,
    record: str,
) -> Lines:
    said = clipping(view, width, width)
    answer = _sides(view, width, against, for_) + _record(view, width, record)
    lines = [*answer, *said] if view.why_believed else [*said, *answer]
    asks = asked_aloud(task, width) if task else []
    return lines + asks + _question(view, width)


def _sides(view: CardView, width: int, against: str, for_: str | None) -> Lines:
    first = say(ours.FIRST_SO if view.why_believed else words.OTHER_SIDE)
    lines: Lines = []
    for title, says in ((first, against), (say(words.AND_FOR_IT), for_)):
        if says:
            said = join(ink(f"{title} ", "bold $amber"), ink(says, "$ink"))
            lines += para(said, width - 4)
    return block(lines, width, "$amber", "$note")


def _record(view: CardView, width: int, record: str) -> Lines:
    if not view.verdict:
        return []
    where = f"  {ours.placed(view.where, view.verdict)}" if view.where else ""
    head = join(
        ink(f"{say(ours.ON_RECORD)} · {say(view.verdict)}", "bold $green"), ink(where, "$muted")
    )
    lines = [*para(head, width - 4), *(para(record, width - 4, "$ink") if record else [])]
    return block(lines, width, "$green", "$card")


def asked_aloud(task: TaskView, width: int) -> Lines:
    """What the chapter asks of the class: it answers by talk or hands, and the teacher types it."""
    head = join(ink(f"{say(words.CLASS_TASK)} ", "bold $stamp"), ink(task.question, "bold $ink"))
    lines = [ink(""), *para(head, width)]
    if task.said is None:
        for n, (_, text) in enumerate(task.choices[: len(LETTERS)]):
            label = join(ink(f"{n + 1} ", "bold $stamp"), badge(LETTERS[n]), ink("  "))
            lines += bullet(label, ink(text, "$ink"), width)
        return lines
    said = dict(task.choices).get(task.said, "")
    if said:
        lines += bullet(ink(f"{say(words.SAID)} ", "bold $ink"), ink(said, "$ink"), width)
    return lines + para(task.told or "", width, "italic $ink")


def _question(view: CardView, width: int) -> Lines:
    if not view.question:
        return []
    mark = ink(f"{say(words.QUESTION)} ", "bold $stamp")
    return [ink(""), *para(join(mark, ink(view.question, "bold $ink")), width)]
