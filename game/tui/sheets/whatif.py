"""What if: two keepers over the same choices; side by side where both can be read so."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.core.debrief.counting import numbers, span
from game.core.debrief.whatif import Seen, Side, WhatIf, WhatIfTurn
from game.core.showing.telling import Loss
from game.tui import back_words, words
from game.tui.ink import Lay, Lines, Room, act, beside, bullet, ink, join, para, rule
from game.words import say, series

__all__ = ["what_if_sheet"]

SIDE_BY_SIDE = 94
"""Columns from which the two stand beside each other."""
NUMBER = 6
"""Columns of a turn's number."""


def what_if_sheet(view: WhatIf) -> Lay:
    """Set the comparison: who the two are, the turns, how it ends."""

    def lay(room: Room) -> Lines:
        wide = room.width >= SIDE_BY_SIDE
        width = min(room.width, 108) if wide else min(room.width, 80)
        lines = [
            ink(say(back_words.WHAT_IF), "bold $stamp"),
            *para(say(back_words.WHAT_IF_SAYS), width, "$muted"),
        ]
        if any(side.barred for side in view.sides):
            lines += para(say(back_words.WHAT_IF_BARRED), width, "$muted")
        lines += [ink(""), *(_wide if wide else _stacked)(view, width)]
        return [*lines, ink(""), *para(say(back_words.WHAT_IF_SIGNS), width, "italic $muted")]

    return lay


def _head(view: WhatIf, n: int, width: int) -> Lines:
    """A keeper's name (a click takes another), its year in words, and its ending."""
    side = view.sides[n]
    key = "ab"[n]
    name = join(ink(f"{key}  ", "bold $ink"), ink(side.name, "bold $stamp"))
    lines = [act(line, f"pick({n})") for line in bullet(name[:3], name[3:], width)]
    lines += bullet("   ", ink(side.summary, "$ink"), width)
    return [*lines, *bullet("   ", _ends(side, view.over), width)]


def _ends(side: Side, over: bool) -> Content:
    told = join(
        ink(say(back_words.ITS_ENDING) if over else say(back_words.ENDING_NOW), "$muted"), " "
    )
    told = join(told, ink(side.ending, "bold $ink"))
    if side.is_keeper:
        told = join(told, ink(f" · {say(back_words.KEPT_IT)}", "italic $muted"))
    if side.barred:
        told = join(told, ink(f" · {back_words.barred(side.barred)}", "bold $stamp"))
    return told


def _wide(view: WhatIf, width: int) -> Lines:
    first = width * 36 // 100
    half = (width - first) // 2
    heads = [_head(view, n, (width - 4) // 2) for n in (0, 1)]
    lines = [*beside(heads[0], heads[1], (width - 4) // 2 + 4), ink("")]
    lines += _columns(
        [
            [ink("")],
            *(
                [ink(f"{key}  {s.short}", "bold $ink")]
                for key, s in zip("ab", view.sides, strict=True)
            ),
        ],
        (first, half),
    )
    lines.append(rule(width))
    counted = numbers(turn.label is not None for turn in view.turns)
    for turns in _together(view.turns):
        number = span([counted[turn.turn] for turn in turns])
        if turns[0].quiet:
            lines += _unmoved(turns, number, width)
            continue
        cells = [_scene(turns[0], number, first - 2), *(_seen(s, half - 2) for s in turns[0].seen)]
        lines += _columns(cells, (first, half))
    return lines


def _together(turns: Sequence[WhatIfTurn]) -> list[list[WhatIfTurn]]:
    """Turns in which nothing happened to either stand together; every other one alone."""
    made: list[list[WhatIfTurn]] = []
    for turn in turns:
        if turn.quiet and made and made[-1][-1].quiet:
            made[-1].append(turn)
        else:
            made.append([turn])
    return made


def _columns(cells: Sequence[Lines], at: tuple[int, int]) -> Lines:
    first, half = at
    return beside(cells[0], beside(cells[1], cells[2], half), first)


def _stacked(view: WhatIf, width: int) -> Lines:
    lines = [*_head(view, 0, width), ink(""), *_head(view, 1, width), rule(width)]
    counted = numbers(turn.label is not None for turn in view.turns)
    for turns in _together(view.turns):
        number = span([counted[turn.turn] for turn in turns])
        if turns[0].quiet:
            lines += _unmoved(turns, number, width)
            continue
        lines += _scene(turns[0], number, width)
        for key, seen in zip("ab", turns[0].seen, strict=True):
            side = ink(f"{'':<{NUMBER}}{key}  ", "bold $ink")
            head, *rest = _seen(seen, width - side.cell_length)
            gap = ink(" " * side.cell_length)
            lines += [join(side, head), *(join(gap, line) for line in rest)]
    return lines


def _unmoved(turns: Sequence[WhatIfTurn], number: str, width: int) -> Lines:
    """Turns in which nothing happened to either, in one line."""
    told = join(ink(series(turn.scene for turn in turns), "$muted"))
    said = join(told, ink(f": {say(back_words.NEITHER_MOVES)}", "italic $muted"))
    return bullet(ink(f"{number:<{NUMBER}}", "$muted"), said, width)


def _scene(turn: WhatIfTurn, number: str, width: int) -> Lines:
    label = f": {turn.label}" if turn.label else f" · {say(words.HAPPENED)}"
    said = join(ink(turn.scene, "bold $ink"), ink(label, "$muted"))
    return bullet(ink(f"{number:<{NUMBER}}", "bold $ink"), said, width)


def _seen(seen: Seen, width: int) -> Lines:
    """One turn under one keeper: the number, what moved, and what never could have been."""
    sign = ink("▒ " if seen.barred else "╱ " if seen.hatched else "  ", "bold $stamp")
    if seen.number is not None:
        now = ink(f"{seen.number:>4}  ", "bold $ink" if seen.change else "$muted")
    else:
        now = ink("   ■  " if seen.lists else "   ·  ", "$stamp" if seen.lists else "$muted")
    parts = []
    if seen.moved:
        worse = isinstance(seen.moved[0], Loss)
        parts.append(ink("; ".join(seen.moved), "$stamp" if worse else "$green"))
    if seen.beyond:
        parts.append(ink("; ".join(seen.beyond), "$amber"))
    if seen.barred:
        parts.append(ink(back_words.barred_by(seen.barred), "bold $stamp"))
    if seen.otherwise:
        parts.append(ink(say(back_words.OTHERWISE), "italic $amber"))
    return bullet(join(sign, now), ink(". ").join(parts), width)
