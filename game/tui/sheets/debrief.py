"""What the year adds up to: the path, the year beside it, and what no score saw."""

from __future__ import annotations

from collections.abc import Iterable

from game.core.debrief.counting import HAPPENED, numbers
from game.core.debrief.figures import Debrief, YearLine
from game.core.debrief.years import beyond, doors_words, wrote
from game.core.playing.looking_back import looking_back
from game.core.playing.session import Session
from game.core.showing import telling
from game.core.showing.remembered import remembered_words
from game.folders import command
from game.tui import back_words, figure_words, words
from game.tui.ink import Lay, Lines, Room, act, beside, block, bullet, ink, join, para, rule
from game.tui.sheets.chart import needs, path, strip, timeline
from game.tui.sheets.legend import legend
from game.tui.sheets.statements import judged
from game.words import joined, say, sentence

__all__ = ["debrief_sheet"]


def debrief_sheet(session: Session, whole: bool = False) -> Lay:
    """Set the debrief of a session; its figures are made once.

    `whole` opens the statements' answers before they were judged a second time.
    """
    view = looking_back(session)
    about = session.story.about.title if session.story.about else ""
    asked = sum(1 for statement in session.story.statements if statement.set == "first")

    def lay(room: Room) -> Lines:
        width = min(room.width, 110)
        sections = [
            *_years(view, width, room),
            _others(view, width),
            _turning(view, width),
            _noted(view, width),
            _uncontrolled(view, width),
            _later(view, width),
            _unscored(view, width),
            _ours(view, width),
            judged(view, asked, whole, width),
            _said(view, width),
            _last(view, width),
            _away(view, about, session.story.folder, width),
        ]
        lines: Lines = []
        for section in filter(None, sections):
            lines += [ink(""), *section] if lines else section
        return lines

    return lay


def _years(view: Debrief, width: int, room: Room) -> list[Lines]:
    """The keeper's year and the one shown unasked: side by side where both can be read so."""
    half = (width - 4) // 2
    if len(view.years) < 2 or half < 50 or needs(view.years[0]) > half:
        return [_own_year(view, width, room), _beside(view, width)]
    return [beside(_own_year(view, half, room), _beside(view, half), half + 4)]


def _head(text: str) -> Lines:
    return [ink(text, "bold $stamp")]


def _own_year(view: Debrief, width: int, room: Room) -> Lines:
    year = view.years[0]
    lines = _head(say("Your year: {keeper}", keeper=year.name))
    lines += [*para(year.summary, min(width, 72), "$ink"), ink("")]
    chart = (
        timeline(year, width) if year.start is None else path(year, width, 15 if room.tall else 13)
    )
    lines += [*chart, *_legend(year, width)]
    return lines


def _legend(year: YearLine, width: int) -> Lines:
    """What happened at the numbers under the chart, for every turn that moved something."""
    lines: Lines = []
    counted = numbers(point.label is not None for point in year.points)
    happened = False
    for n, point in zip(counted, year.points, strict=True):
        told = [telling.signed(point.change)] if point.change else []
        told += [f"■ {put}" for put in point.put]
        told += [f"□ {freed}" for freed in point.freed]
        told += [say("✕ closed: {doors}", doors=joined(point.closed))] if point.closed else []
        told += [say("○ open: {doors}", doors=joined(point.opened))] if point.opened else []
        told += beyond(point)
        if told:
            said = join(ink(f"{point.scene}: ", "$ink"), ink("; ".join(told), "$muted"))
            lines += bullet(ink(f"{n:>4}  ", "bold $ink"), said, width)
            happened = happened or n.endswith(HAPPENED)
    if happened:
        lines += bullet(ink(f"{HAPPENED:>4}  ", "$muted"), ink(say(words.AFTER), "$muted"), width)
    return lines


def _beside(view: Debrief, width: int) -> Lines:
    year = view.years[1] if len(view.years) > 1 else None
    if year is None:
        return []
    lines = [
        *_head(say("The same year: {keeper}", keeper=year.name)),
        *para(year.summary, min(width, 72), "$ink"),
    ]
    if year.start is None:
        told = any(p.lists or p.elsewhere or p.local for p in year.points)
        lines += timeline(year, width) if told else []
    else:
        lines += [ink(""), *path(year, width, 6)]
    return lines


def _others(view: Debrief, width: int) -> Lines:
    """The other rulebooks on the same turns: what each made of the year, in words and in bars."""
    others = view.years[2:]
    lines = _head(say(words.OTHER_YEARS)) if others else []
    for year in others:
        name = join(ink(f"{year.short}  ", "bold $ink"), ink(year.summary, "$muted"))
        lines += [*para(name, min(width, 96)), *strip(year, width)]
    if others:
        barred = any(year.start is not None for year in others)
        lines += [ink(""), *legend(view.years, barred, min(width, 96))]
    return lines


def _turning(view: Debrief, width: int) -> Lines:
    lines = _head(figure_words.turning(len(view.turning))) if view.turning else []
    for point in view.turning:
        label = f" {point.label}" if point.label else f" ({say(words.HAPPENED)})"
        said = join(
            ink(point.scene, "bold $ink"),
            ink(f":{label}", "$ink"),
            ink(f" {sentence(point.says)}", "$muted"),
        )
        lines += bullet(ink("· ", "bold $stamp"), said, width)
    return lines


def _uncontrolled(view: Debrief, width: int) -> Lines:
    """What happened; events with one and the same effect in one line."""
    pairs = ((scenes, say("{phrase}.", phrase=says)) for scenes, says in view.together)
    return _pairs(say(words.UNCONTROLLED), pairs, width, "$amber")


def _later(view: Debrief, width: int) -> Lines:
    """What happened because of a choice: it belongs not with what nobody could control."""
    pairs = ((scenes, say("{phrase}.", phrase=says)) for scenes, says in view.came_of_it)
    return _pairs(say(words.LATER), pairs, width, "$amber")


def _noted(view: Debrief, width: int) -> Lines:
    """What the story adds where it fits, such as whose idea a circle was."""
    lines: Lines = []
    for note in view.notes:
        lines += [ink(""), *para(note, width - 4, "$ink")] if lines else para(note, width - 4)
    return [*_head(say(words.NOTED)), *block(lines, width, "$amber", "$note")] if lines else []


def _unscored(view: Debrief, width: int) -> Lines:
    return _pairs(say(words.UNSEEN), view.unscored, width, "$green")


def _pairs(title: str, pairs: Iterable[tuple[str, str]], width: int, edge: str) -> Lines:
    lines: Lines = []
    for scene, says in pairs:
        said = join(ink(f"{scene}: ", "bold $ink"), ink(says, "italic $ink"))
        lines += bullet(ink("· ", f"bold {edge}"), said, width)
    return [*_head(title), *lines] if lines else []


def _ours(view: Debrief, width: int) -> Lines:
    """The hidden score, owned up to; where there is none, there is nothing to own up to."""
    if not view.memories and not view.unscored_note:
        return []
    kept = []
    for name, value in view.kept:
        kept.append(join(ink(f"{name} ", "bold $ink"), ink("●" * value, "$amber")))
        kept[-1] = join(kept[-1], ink("○" * (5 - value), "$muted"), ink(f" {value}", "$muted"))
    lines = para(ink("     ").join(kept), width - 4)
    lines += para(view.unscored_note, width - 4, "$ink")
    for each in view.remembered:
        lines += bullet(ink("· ", "bold $amber"), ink(remembered_words(each), "$muted"), width - 4)
    return [*_head(say(words.WE_KEPT)), *block(lines, width, "$amber", "$note")]


def _said(view: Debrief, width: int) -> Lines:
    if not (view.comment or view.written):
        return []
    said = para(view.comment, width - 4, "$ink") if view.comment else []
    for each in view.written:
        said += para(wrote(*each), width - 4, "$ink")
    return [*_head(say(words.YOUR_COMMENT)), *block(said, width, "$stamp", "$clipping")]


def _away(view: Debrief, about: str, folder: str, width: int) -> Lines:
    """What is one key away, each with its figure; a click does the same."""
    lines = _head(say(words.ONE_KEY))
    for key, said, action in _doors_to(view, about):
        made = bullet(ink(f"{key}  ", "bold $ink"), ink(said, "$muted"), width)
        lines += [act(line, action) for line in made]
    keep = back_words.keep_it(command("report --out year.html", folder))  # not said: typed
    return [*lines, ink(""), *para(keep, width, "italic $muted")]


def _doors_to(view: Debrief, about: str) -> Iterable[tuple[str, str, str]]:
    moved = sum(1 for line in view.ledger if line.moved)
    yield "l", back_words.changes(moved), "ledger"
    if view.doors:
        yield "d", back_words.shut(doors_words(view.years[0])), "doors"
    if view.claims:
        marked = sum(1 for claim in view.claims if claim.mark)
        yield "c", figure_words.met(view.verdicts, marked, view.behind), "card"
    if view.predicted:
        yield "g", figure_words.guessed(view.hits, view.predicted), "guesses"
    if len(view.years) > 1:
        yield "i", say(back_words.WHAT_IF_AWAY), "what_if"
    yield "h", say(back_words.HISTORY_AWAY), "history"
    yield "f", say(back_words.PAGE_AWAY), "report"
    if about:
        yield "w", about, "part('w')"


def _last(view: Debrief, width: int) -> Lines:
    lines = [rule(width)]
    if view.question:
        lines += [*para(view.question, min(width, 72), "bold $ink"), ink("")]
    return lines + para(view.transfer, min(width, 72), "$ink")
