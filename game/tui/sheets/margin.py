"""The margin: number, doors, lists and the ledger's end; or all of it folded into one line."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.core.showing.parts import DoorView, LedgerLine, ListView, Margin
from game.core.showing.telling import Loss
from game.tui import words
from game.tui.ink import Lay, Lines, Room, act, bullet, cell, ink, join, para, shift
from game.tui.sheets.number import big, scale
from game.words import joined, many, say, series

__all__ = ["margin", "strip"]

LEDGER_TAIL = 4
WIDE = 44
"""Columns from which the ledger quotes the sentence that each line rests on."""


def margin(now: Margin, short: str, before: Margin | None = None) -> Lay:
    """Set the margin; `before` shows how the number has just moved."""

    def lay(room: Room) -> Lines:
        free = room.rows if room.height >= 38 else room.height - 4  # carrot.tcss: bars, air
        shown = sum(not door.silent for door in now.doors)
        tail = LEDGER_TAIL * (2 if room.lofty else 1)
        lines = _set(now, short, before, room, (shown, tail))
        while len(lines) > free and shown + tail > 1:  # what has no room is told, not cut
            shown, tail = (shown - 1, tail) if shown else (shown, tail - 1)
            lines = _set(now, short, before, room, (shown, tail))
        return lines

    return lay


def _set(
    now: Margin, short: str, before: Margin | None, room: Room, counts: tuple[int, int]
) -> Lines:
    """All of it, with as many doors and lines of the ledger."""
    shown, tail = counts
    parts = [
        _number(now, short, room.width, before),
        _lists(now.lists, room.width) if now.lists or now.number is None else [],
        _doors(now.doors, room.width, shown),
        _ledger(now.ledger, room, tail),
    ]
    if now.waits:
        parts.insert(1, para(now.waits, room.width, "italic $muted"))
    lines: Lines = []
    for part in filter(None, parts):
        lines += [ink(""), *part] if lines else part
    return lines


def _number(now: Margin, short: str, width: int, before: Margin | None) -> Lines:
    if now.number is None:
        return [ink(short, "bold $muted"), *para(say(words.NO_NUMBER), width, "$ink")]
    whose = say("{keeper}'s points", keeper=short)
    whose = whose if now.counter else say("{keeper}'s number", keeper=short)
    head = ink(whose, "bold $muted")
    was = before.number if before else None
    fell = was is not None and now.number < was
    digits = big(now.number, "bold $stamp" if fell else "$ink", heavy=fell)
    return [head, *digits, *scale(now, width, was)]


def _lists(lists: Iterable[ListView], width: int) -> Lines:
    lines = [ink(say("lists"), "bold $muted")]
    for item in lists:
        lines += bullet(ink("■ ", "bold $stamp"), ink(item.name, "bold $ink"), width)
        lines += shift(para(item.until, width - 2, "$muted"), 2)
    return lines if len(lines) > 1 else [*lines, ink(say(words.NO_LIST), "$muted")]


def _doors(doors: Iterable[DoorView], width: int, shown: int) -> Lines:
    """Doors of which the keeper speaks: closed ones first, in sign and word; then how many more."""
    every = sorted((door for door in doors if not door.silent), key=_rank)
    speaks, more = every[:shown], len(every[shown:])
    shut = [door.name for door in speaks if not door.open and not door.perk]
    prizes = [door.name for door in speaks if not door.open and door.perk]
    open_ = [door.name for door in speaks if door.open]
    lines: Lines = []
    for sign, word, names, style in (
        ("✕", say("closed to you"), shut, "$stamp"),
        ("○", say("open to you"), open_, "$green"),
        ("·", say("prizes, still closed"), prizes, "$muted"),
    ):
        if names:
            lines.append(ink(f"{sign} {word}", f"bold {style}"))
            lines += shift(para(series(names), width - 2, "$ink" if names is shut else "$muted"), 2)
    if more:
        said = many("… {n} more: d", "… {n} more: d", more)
        lines.append(ink(said, "$muted"))
    lines = [ink(say("doors"), "bold $muted"), *lines] if lines else []
    return [act(line, "doors") for line in lines]


def _rank(door: DoorView) -> int:
    """Closed ones first, then open ones, then prizes."""
    return 1 if door.open else 2 if door.perk else 0


def _ledger(ledger: Iterable[LedgerLine], room: Room, tail: int) -> Lines:
    """The last changes; on a large page more of them, and the sentences behind them."""
    width = room.width
    moved = [line for line in ledger if line.moved][-tail:]
    head = ink(say(words.LEDGER.words), "bold $muted")
    if not moved:
        return [act(head, "ledger"), ink(say(words.NOTHING_YET), "$muted")]
    lines = [head]
    side = max(5, *(ink(line.short).cell_length + 1 for line in moved))
    for line in moved:
        style = "$stamp" if isinstance(line.short, Loss) else "$green"
        lines += bullet(cell(line.short, side, style), ink(line.deed, "$ink"), width)
        if line.quote and width >= WIDE:
            said = f"“{' '.join(line.quote.split())}”"
            lines += shift(para(said, width - side, "italic $muted"), side)
    return [act(line, "ledger") for line in lines]


def strip(now: Margin, short: str, width: int) -> Lines:
    """The margin as one line: number or lists, and the doors that are closed."""
    parts = []
    if now.number is None:
        parts.append(ink(say("no number"), "bold $ink"))
    else:
        parts.append(join(ink(str(now.number), "bold $ink"), ink(f" {_span(now)}", "$muted")))
    if now.lists or now.number is None:
        names = joined(item.held for item in now.lists)
        parts.append(ink(f"■ {names}", "$stamp") if names else ink(say(words.NO_LIST), "$muted"))
    shut = [d.name for d in now.doors if not (d.silent or d.open or d.perk)]
    if shut:
        parts.append(_shut(shut, width - sum(part.cell_length + 3 for part in parts)))
    if now.waits:
        parts.append(ink(say("held until the chapter's end"), "italic $muted"))
    line = parts[0]
    for part in parts[1:]:
        line = join(line, ink(" · ", "$muted"), part)
    return [line.truncate(width, ellipsis=True)]


def _span(now: Margin) -> str:
    """On which scale the number stands, behind the number itself."""
    if now.high:
        return say("of {low}–{high}", low=now.low, high=now.high)
    return say("points")


def _shut(doors: list[str], width: int) -> Content:
    """Closed doors by name, or where these have no room, how many there are."""
    head, names = ink(say("✕ closed: "), "bold $stamp"), ink(joined(doors), "$ink")
    if names.cell_length > width - head.cell_length + 1:
        names = ink(many("{n} door", "{n} doors", len(doors)), "$ink")
    return act(join(head, names), "doors")
