"""The round on the wall: a scene and its options, the vote, the guess, the tally.

While a question is open, only how many have answered is shown; where not everything fits, what can
be answered comes before the words, which were read aloud and stand on the phones.
"""

from __future__ import annotations

from game.core.showing.parts import ClosedView
from game.core.showing.views import ScenePage
from game.lesson.shown import Asked, Screen, letters
from game.tui.ink import Lines, Room, beside, ends, ink, join, para, prose
from game.tui.projector import words
from game.tui.projector.marks import STAMPED, answers, bars, nobody, pulse
from game.tui.sheets.story import head
from game.words import say

__all__ = ["BROAD", "progress", "scene", "statement"]

AIRY = 30
"""Rows from which answers stand apart."""
BROAD = 120
"""Columns from which words and answers stand side by side."""


def progress(shown: Screen, width: int) -> Lines:
    """What is open, and how many are in."""
    asked = shown.asked
    if asked is None:
        return []
    in_ = words.how_many(asked)
    if shown.tally is not None:
        in_ = words.in_of(shown.tally.in_, shown.tally.of)
    left = join(
        ink(
            f" {words.status(asked, shown.tally is not None)} ",
            STAMPED if asked.open else "bold $ink",
        ),
        ink(f"  {in_} ", "bold $stamp"),
    )
    if asked.of:
        left = join(left, pulse(asked.in_, asked.of, max(min(width - 50, 24), 6)))
    right = say(words.RUNGS[asked.source]) if width >= 62 else ""
    if asked.seconds_left is not None:
        right = words.clock(asked.seconds_left)
    return [ends(left, ink(right, "bold $ink" if asked.seconds_left is not None else ""), width)]


def scene(shown: Screen, page: ScenePage, room: Room, rows: int, at: str | None) -> Lines:
    """A scene in whatever step it is."""
    asked, width = shown.asked, room.width
    top = head(page.title, page.time, room)
    top += progress(shown, width)
    said = [ink(""), *prose(page.paragraphs, room)]
    given = _given(shown, page, width, rows - len(top), at)
    if width >= BROAD:
        half = (width - 6) // 2
        narrow = Room(half, room.height, airy=room.airy)
        given = _given(shown, page, half, rows - len(top), at)
        return [*top, *beside(prose_lines(page, narrow), given, half + 6)]
    if asked is None or len(top) + len(said) + len(given) <= rows:
        return [*top, *said, *given]
    return [*top, *given, *said]


def prose_lines(page: ScenePage, room: Room) -> Lines:
    """The words of a scene as a column."""
    return [ink(""), *prose(page.paragraphs, room)]


def _given(shown: Screen, page: ScenePage, width: int, rows: int, at: str | None) -> Lines:
    """What stands under the words: options, the tally, a guess."""
    asked = shown.asked
    why = tuple(option.closed for option in page.options)
    if shown.tally is not None:
        return _tally(shown, page, why, width, rows)
    if asked is not None and asked.kind == "predict" and asked.open:
        lines = [ink(""), *para(asked.words, width, "bold $ink")]
        return [
            *lines,
            *answers(asked.answers, width, at=at, airy=rows > AIRY),
            *_foot(asked, width),
        ]
    lines = [ink(""), *answers(letters(page.options), width, why, at, rows > AIRY)]
    return [*lines, *(_foot(asked, width) if asked and asked.open else [])]


def _tally(
    shown: Screen,
    page: ScenePage,
    why: tuple[ClosedView | None, ...],
    width: int,
    rows: int,
) -> Lines:
    assert shown.tally is not None
    views = letters(page.options)
    equal = [view.letter for view in views if view.id in shown.tie]
    tie = para(words.tie(equal), width, "bold $amber") if equal else []
    made = bars(views, shown.tally, shown.before, width, rows - 1 - len(tie), shown.tie)
    shut = [view for view in views if not view.letter]
    closed = [reason for reason in why if reason is not None]
    if len(made) + len(tie) + 3 * len(shut) < rows:
        made += answers(shut, width, closed)
    return [ink(""), *made, *nobody(shown.tally, width), *tie]


def _foot(asked: Asked, width: int) -> Lines:
    told = say(words.BY_HAND.get(asked.source, words.CHANGE))
    return [ink(""), *para(told, width, "italic $muted")]


def statement(shown: Screen, of: int, room: Room, at: str | None) -> Lines:
    """A statement to be judged: its words, and how many have."""
    asked, said, width = shown.asked, shown.statement, room.width
    lines = head(shown.title, words.nth(shown.n + 1, of), room)
    lines += progress(shown, width)
    if said is not None:
        lines += [ink(""), *para(said.says, min(width, 72), "bold $ink"), ink("")]
    if asked is not None:
        lines += answers(asked.answers, width, at=at)
        lines += _foot(asked, width) if asked.open else []
    return lines
