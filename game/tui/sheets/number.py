"""The number: in large digits, on its scale, and the moment in which it moves."""

from __future__ import annotations

from game.core.showing.parts import Margin
from game.tui.ink import Lines, beside, ink, join

__all__ = ["big", "moved", "scale"]

_LIGHT = {
    "0": ("╭─╮", "│ │", "╰─╯"),
    "1": ("╶╮ ", " │ ", "╶┴╴"),
    "2": ("╶─╮", "┌─┘", "╰─╴"),
    "3": ("╶─╮", " ─┤", "╶─╯"),
    "4": ("╷ ╷", "╰─┤", "  ╵"),
    "5": ("╭─╴", "╰─╮", "╶─╯"),
    "6": ("╭─╴", "├─╮", "╰─╯"),
    "7": ("╶─╮", "  │", "  ╵"),
    "8": ("╭─╮", "├─┤", "╰─╯"),
    "9": ("╭─╮", "╰─┤", "╶─╯"),
}
_HEAVY = str.maketrans("╭─╮│╰╯├┤┌┘╶╴╷╵┴", "┏━┓┃┗┛┣┫┏┛╺╸╻╹┻")


def big(number: int, style: str, heavy: bool = False) -> Lines:
    """Set a number in digits three rows high."""
    glyphs = [_LIGHT[digit] for digit in str(abs(number))]
    rows = [" ".join(glyph[row] for glyph in glyphs) for row in range(3)]
    return [ink(row.translate(_HEAVY) if heavy else row, style) for row in rows]


def scale(now: Margin, width: int, before: int | None = None) -> Lines:
    """Set the scale with the number on it; what was lost or won is marked, with a cell at least."""
    if now.number is None or now.low is None or now.high is None:
        return []
    left, right = ink(f"{now.low} ", "$muted"), ink(f" {now.high}", "$muted")
    cells = max(width - left.cell_length - right.cell_length, 4)
    at = _cell(now, now.number, cells)
    was = at if before is None else _cell(now, before, cells)
    if before is not None and was == at and before != now.number:
        was += 1 if before > now.number else -1
    parts = [ink("━" * min(at, was), "$stamp")]
    if was > at:
        parts.append(ink("╳" * (was - at), "bold $stamp"))
    elif at > was:
        parts.append(ink("━" * (at - was), "bold $green"))
    parts.append(ink("─" * (cells - max(at, was)), "$muted"))
    return [join(left, *parts, right)]


def _cell(margin: Margin, number: int, cells: int) -> int:
    """The cell at which a number stands."""
    low, high = margin.low or 0, margin.high or 1
    return round((number - low) * cells / (high - low))


def moved(before: int, now: int, rolling: int | None = None) -> Lines:
    """Set the old number light and the new one (or where it rolls) heavy, an arrow between them."""
    fell = now < before
    style = "bold $stamp" if fell else "bold $green"
    arrow = [ink(""), ink("──▶", style), ink("")]
    old = big(before, "$muted")
    first = beside(old, arrow, old[0].cell_length + 3)
    return beside(
        first, big(now if rolling is None else rolling, style, heavy=True), old[0].cell_length + 9
    )
