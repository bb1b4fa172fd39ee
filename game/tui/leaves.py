"""What the play screen shows for each kind of page: a leaf, made of sheets, rows and hints.

The one place where a page's type is looked at. A leaf says what stands where, and which keys
the footer teaches; the play screen turns leaves and knows no page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from game.core.playing.session import Session
from game.core.showing import telling
from game.core.showing.parts import Caption, CardView, Margin, OptionView
from game.core.showing.views import (
    ChapterPage,
    EndingPage,
    GlancePage,
    OpeningPage,
    OutcomePage,
    PredictionPage,
    RevealPage,
    ScenePage,
)
from game.tui import words
from game.tui.ink import Lay, Lines, Room
from game.tui.sheets import story
from game.tui.sheets.grid import set_grid
from game.tui.widgets.choices import NONE, Row
from game.tui.words import Hint
from game.words import mark, say

__all__ = ["Leaf", "Look", "leaf"]


ALL_ROWS = 1000
"""What is opened on a page may make it as long as it is."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the player has opened on a page, and nothing that matters to the run."""

    whole: bool = False
    """Every row and cell of the reveal is open."""
    aloud: bool = False
    """Long numbers are read out as words."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page as the play screen shows it."""

    left: str
    right: str
    upper: Lay | None
    hints: tuple[Hint, ...]
    rows: tuple[Row, ...] = ()
    at: int = 0
    """The row that is highlighted first."""
    waiting: bool = False
    """The rows wait for a choice."""
    grid: RevealPage | None = None
    lower: Lay | None = None
    margin: Margin | None = None
    before: Margin | None = None
    cover: bool = False
    """It opens something, and stands in the middle of a wide window like a book's first page."""


def leaf(session: Session, look: Look) -> Leaf:
    """Make the leaf of the page at which the session stands."""
    page = session.page
    if page is None:
        return _debrief(session, look)
    return _MAKERS[type(page)](page, session, look)


def _short(session: Session) -> str:
    return session.game.books[0].short


def _speaks(session: Session, margin: Margin | None) -> str:
    """Who keeps the score, and the number where no margin shows it."""
    turn = session.stop.turn
    state = session.trace.state if turn < 0 else session.pages.state_before(turn)
    speaks = telling.speaks(session.game.books[0], state.standings[0])
    if margin and margin.number is not None:
        return say("{keeper}: {number}", keeper=speaks, number=margin.number)
    return speaks


def _place(caption: Caption) -> str:
    return say("{chapter} · {n} of {of}", chapter=caption.chapter, n=caption.number, of=caption.of)


def _opening(page: OpeningPage, session: Session, look: Look) -> Leaf:
    cut = session.story.head.cuts[session.run.cut].name
    early = bool(session.story.statements) and not session.run.choices
    judge = (words.STATEMENTS,) if early else ()
    hints = (words.BEGIN, *judge, words.LEAVE, words.THEME, words.HELP)
    return Leaf(cut, _speaks(session, None), story.opening(page), hints, cover=True)


def _chapter(page: ChapterPage, session: Session, look: Look) -> Leaf:
    hints = (words.ON, *words.WAYS)
    cut = session.story.head.cuts[session.run.cut].name
    return Leaf(cut, _speaks(session, session.margin), story.chapter(page), hints, cover=True)


def _glance(page: GlancePage, session: Session, look: Look) -> Leaf:
    hints = (
        Hint(mark("enter"), mark("I have seen it"), "onward"),
        words.ALOUD,
        words.UNDO,
        words.HELP,
    )
    lay = story.glance(page, look.aloud)
    return Leaf(_place(page.caption), _speaks(session, session.margin), lay, hints, cover=True)


def _scene(page: ScenePage, session: Session, look: Look) -> Leaf:
    rows = tuple(_option(option, look.aloud) for option in page.options)
    builder = story.comment(page.comment) if page.comment and page.waiting else ()
    rows = (*(Row(f"say {part}", text, key, note) for part, key, text, note in builder), *rows)
    highest = max((option.digit or 0 for option in page.options), default=0)
    first = words.choose(highest) if page.waiting else words.ON
    aloud = (words.ALOUD,) if page.read_out else ()
    build = (words.BUILD,) if builder else ()
    hints = (
        first, *build, *aloud, *words.WAYS[:-1], words.SETTINGS, words.HELP,
    )  # fmt: skip
    lay = story.scene(page, _short(session))
    open_ = (n for n, row in enumerate(rows) if not row.closed)
    held = (n for n, row in enumerate(rows) if row.taken or row.id == session.weighed)
    taken = next(held, next(open_, 0))
    return Leaf(
        _place(page.caption),
        page.caption.speaks,
        lay,
        hints,
        rows,
        taken,
        page.waiting,
        margin=page.margin,
    )


def _option(option: OptionView, aloud: bool) -> Row:
    digit = str(option.digit or "")
    return Row(
        option.id,
        option.label,
        digit,
        closed=option.closed,
        taken=option.taken,
        seen=option.seen,
        aloud=telling.spell_numbers([option.label]) if aloud and not option.closed else (),
    )


def _prediction(page: PredictionPage, session: Session, look: Look) -> Leaf:
    rows = tuple(Row(key, said, str(n)) for n, (key, said) in enumerate(page.choices, 1))
    esc = Hint(mark("esc"), mark("back to the options"), "cancel")
    hints = (words.choose(len(rows)), words.NO_GUESS, esc, words.LEAVE, words.HELP)
    lay = story.prediction(page)
    return Leaf(
        _place(page.caption), page.caption.speaks, lay, hints, rows, NONE, True, margin=page.margin
    )


def _outcome(page: OutcomePage, session: Session, look: Look) -> Leaf:
    from game.tui.sheets import outcome  # late, like the card: a choice brings what follows it

    hints = (words.ON, *words.WAYS)
    chapter = page.caption.chapter
    left = say("{chapter} · in between", chapter=chapter) if page.event else _place(page.caption)
    lay = outcome.outcome(page, _short(session))
    margin, before = page.margin, page.before
    return Leaf(left, page.caption.speaks, lay, hints, margin=margin, before=before)


def _reveal(page: RevealPage, session: Session, look: Look) -> Leaf:
    from game.tui.sheets import card

    view = page.card
    shown = (session.whole_reveal or page) if look.whole else page
    all_ = Hint("o", mark("fold") if look.whole else mark("all"), "open_all")
    open_ = replace(all_, words=mark("fold again") if look.whole else mark("open all"), short=all_)
    several = len(page.columns) > 1
    taken = next((n for n, option in enumerate(page.columns, 1) if option.taken), 1)
    last = len(page.columns)
    ends = (("1", "digit('1')"), (str(last), f"digit('{last}')")) if several else ()
    key = f"1–{last}" if several else "1"
    why = (Hint(key, mark("why?"), f"digit('{taken}')", ends),) if page.rows else ()
    cells = (open_,) if page.rows else ()
    asks = words.ANSWER if page.task and page.task.said is None else words.ANSWER_AGAIN
    task = (asks,) if page.task else ()
    hints = (
        words.ON, words.CARD, *cells, *task, *why, words.MARK_IT, *words.WAYS,
    )  # fmt: skip
    left = f"{page.title} · {say(words.REVEAL)}"
    upper = _held_until_now(page, session)

    def lower(room: Room) -> Lines:
        above = [*(upper(room) if upper else []), *set_grid(shown, room.width, None)]
        free = room.rows - len(above) - 1 if not look.whole else ALL_ROWS
        return card.answered(view, page.task, room, free)

    speaks = _speaks(session, page.margin)
    return Leaf(left, speaks, upper, hints, grid=shown, lower=lower)


def _held_until_now(page: RevealPage, session: Session) -> Lay | None:
    """What the outcome of a held scene kept to itself stands over its reveal."""
    from game.tui.sheets import outcome

    told = session.told_now if page.gear == "held" else ()
    return outcome.settled(told) if told else None


def _card(page: CardView, session: Session, look: Look) -> Leaf:
    from game.tui.sheets import card

    marks = card.marks(page)
    marks = replace(marks, short=replace(words.MARK_IT, key=marks.key, keys=marks.keys))
    hints = (words.ON, marks, words.UNDO, words.BACK, words.LEAVE, words.HELP)
    left = say("{claim} · the sentence and its answer", claim=page.id)
    return Leaf(left, _speaks(session, session.margin), card.card(page), hints)


def _ending(page: EndingPage, session: Session, look: Look) -> Leaf:
    hints = (
        Hint(mark("enter"), mark("what the year adds up to"), "onward"), *words.WAYS,
    )  # fmt: skip
    speaks = _speaks(session, None)
    return Leaf(say(words.YEAR_OVER), speaks, story.ending(page), hints, margin=page.margin)


def _debrief(session: Session, look: Look) -> Leaf:
    from game.tui.sheets.debrief import debrief_sheet

    judge = (words.STATEMENTS,) if session.can_judge else ()
    ask = (words.WHAT_IF_KEY,) if len(session.story.head.keepers) > 1 else ()
    hints = (
        *ask, words.HISTORY_KEY,
        Hint("q", mark("title"), "leave"), *judge, words.CLAIMS, words.LEDGER, words.DOORS_KEY,
        words.UNDO, words.BACK, words.HELP,
    )  # fmt: skip
    lay = debrief_sheet(session, session.key_told)
    return Leaf(say(words.ADDS_UP), _speaks(session, None), lay, hints)


_MAKERS: dict[type, Callable[[Any, Session, Look], Leaf]] = {
    OpeningPage: _opening,
    ChapterPage: _chapter,
    GlancePage: _glance,
    ScenePage: _scene,
    PredictionPage: _prediction,
    OutcomePage: _outcome,
    RevealPage: _reveal,
    CardView: _card,
    EndingPage: _ending,
}
