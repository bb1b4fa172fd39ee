"""An opened cell: each deed under one rulebook, with its rule, its sentence and its sources."""

from __future__ import annotations

from game.core.showing.parts import DeedView, GridRow, OptionView
from game.tui.ink import Lay, Lines, Room, act, block, bullet, ink, inner, join, para
from game.tui.sheets.card import sources
from game.words import mark, say

__all__ = ["rule_card"]

_SURE = {
    "high": mark("we are sure of this reading"),
    "medium": mark("we are fairly sure of this reading"),
    "low": mark("we are not sure of this reading"),
}


def rule_card(row: GridRow, option: OptionView, at: int) -> Lay:
    """Set one rulebook's answer to one option, deed by deed."""
    cell = row.cells[at]

    def lay(room: Room) -> Lines:
        width = min(room.width, 96)
        label = option.label
        lines = [
            ink(row.name, "bold $stamp"),
            *bullet(ink(say("on: "), "$muted"), ink(label, "$ink"), width),
        ]
        lines += [*para(f"{cell.sign} {cell.word}", width, "bold $ink"), ink("")]
        if row.barred and option.taken:
            barred = ink(say("It would not have let you: "), "bold $amber")
            lines += [*para(join(barred, ink(row.barred, "$ink")), room.measure), ink("")]
        for deed in cell.deeds:
            lines += [*_deed(deed, width), ink("")]
        sized = row.size_note if cell.change else ""
        return [*lines, *para(sized, width, "italic $muted")] if sized else lines[:-1]

    return lay


def _deed(deed: DeedView, width: int) -> Lines:
    head = join(ink(deed.deed, "bold $ink"), ink(f"   {deed.answer}", "$muted"))
    lines = [*para(head, inner(width)), *para(deed.says, inner(width), "$ink")]
    if deed.quote:
        said = join(ink(f"“{deed.quote}”", "italic $ink"), ink(f"   {deed.claim}", "$muted"))
        opens = f"open_claim('{deed.claim}')"
        lines += [act(line, opens) if deed.claim else line for line in para(said, inner(width))]
    notes = [deed.where or "", deed.size or ""]
    if deed.heading:
        if deed.sure:
            notes.append(say(_SURE[deed.sure]))
        lines.insert(0, ink(deed.heading, "bold $stamp" if deed.quote else "bold $green"))
    if any(notes):
        lines += para(" · ".join(note for note in notes if note), inner(width), "$muted")
    record = deed.heading and not deed.quote
    edge, ground = ("$green", "$card") if record else ("$stamp", "$clipping")
    if not deed.heading:
        edge = "$rule"
    return [*block(lines, width, edge, ground), *sources(deed.sources, width)]
