"""The grid: rulebooks as rows, options as columns, the chosen column marked in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from textual.content import Content

from game.core.showing import telling
from game.core.showing.parts import Cell, GridRow, OptionView
from game.core.showing.views import RevealPage
from game.tui import words
from game.tui.ink import Lines, act, bullet, ink, join, lit, para
from game.words import mark, say, sentence

__all__ = ["STYLES", "Cursor", "Heads", "cell_at", "set_grid"]

STYLES = {
    "up": "$green",
    "cleared": "$green",
    "down": "$stamp",
    "listed": "$stamp",
    "local": "$amber",
    "elsewhere": "$amber",
    "keeps": "$ink",
    "none": "$muted",
    "not_tracked": "$muted",
    "silent": "$muted",
}
KEY = {
    "silent": mark("silent: its text has no rule for it"),
    "not_tracked": mark("no look: nobody there looks at it"),
    "local": mark("local: it counts in the place named alone, and moves nothing here"),
}
"""Answers of which nothing comes here, and that look alike."""
WIDEST = 24
"""Columns of a cell, at most."""
SIDE = 14
"""Columns of the rulebooks' names, at least."""
READING = "°"
TAKEN = "◀"
"""After what was chosen, where its mark in words has no room: it begins that mark, too."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The cell under the cursor."""

    row: int
    column: int
    how: str = field(default="on $chosen", compare=False)
    """How the cell stands out: by a ground, or where there is none, reversed."""


@dataclass(frozen=True, slots=True)
class Heads:
    """How columns are called: by digits and `you`; a class has letters, and is `us`."""

    letters: str = ""
    taken: str = words.YOU

    def name(self, option: OptionView) -> str:
        """The digit or the letter of an option; nothing for a closed one."""
        if option.digit and self.letters:
            return self.letters[option.digit - 1]
        return str(option.digit or ("✕" if self.letters else None))


YOURS = Heads()


def set_grid(page: RevealPage, width: int, cursor: Cursor | None, heads: Heads = YOURS) -> Lines:
    """Set the grid with what belongs under it: folded rows, and whose sizes these are."""
    side, cell = _widths(page, width)
    lines = [_heads(page, cell, side, heads)] if page.rows else []
    for n, row in enumerate(page.rows):
        lines += _row(page, row, n, (side, cell, width), cursor)
    lines += _folded(page, width)
    lines += _key(page, width)
    sizes = para(" ".join(telling.sizes(page.size_notes)), width, "$muted")
    ours = any(cell.shown and cell.reading for row in page.rows for cell in row.cells)
    legend = [ink(say(words.OUR_READING), "$muted")] if ours else []
    return lines + _yours(page, width) + legend + (sizes if page.size_notes else [])


def _folded(page: RevealPage, width: int) -> Lines:
    """Who counts none of it, each in a sentence; and the key that opens what is folded."""
    said = [" ".join(map(sentence, page.folded))] if page.folded else []
    if any(not cell.shown for row in page.rows for cell in row.cells):
        said.append(say(words.FOLDED_KEY))
    whole = " ".join(said)
    each = [whole] if ink(whole).cell_length <= width else said
    return [line for one in each if one for line in para(one, width, "italic $muted")]


def _key(page: RevealPage, width: int) -> Lines:
    """Under the first grid of a run: what the cells say that nothing came of."""
    if page.event or page.caption.number > 1:
        return []
    there = {cell.kind for row in page.rows for cell in row.cells if cell.shown}
    there -= {"local"} & {row.cells[at].kind for row in page.rows for at in _taken(page)}
    said = "; ".join(say(words) for kind, words in KEY.items() if kind in there)
    return para(sentence(said), width, "italic $muted") if said else []


def cell_at(page: RevealPage, width: int, column: int) -> int:
    """The column of the paper at which a column of the grid begins."""
    side, cell = _widths(page, width)
    return side + column * cell


def _widths(page: RevealPage, width: int) -> tuple[int, int]:
    """Columns of the names and of a cell; air goes before what a cell says is cut."""
    side, columns = _side(page), max(len(page.columns), 1)
    cell = min((width - side) // columns, WIDEST)
    if any(_told(c).cell_length >= cell for row in page.rows for c in row.cells if c.shown):
        side, cell = side - 1, min((width - side + 2) // columns, WIDEST)
    return side, cell


def _side(page: RevealPage) -> int:
    """Columns of the rulebooks' names: no name is cut."""
    return max([SIDE, *(ink(row.short).cell_length + 2 for row in page.rows)])


def _heads(page: RevealPage, cell: int, side: int, heads: Heads) -> Content:
    """Heads of the columns; where the chosen one's name and mark don't both fit, a sign will do."""
    keeper = next((n for n, row in enumerate(page.rows) if row.is_keeper), 0)
    made = [
        act(_head(option, cell, not page.event, heads), f"open_cell({keeper},{m})")
        for m, option in enumerate(page.columns)
    ]
    return Content("").join([ink(" " * side), *made])


def _head(option: OptionView, cell: int, numbered: bool, heads: Heads) -> Content:
    if not numbered:
        return _fit(ink(option.short, "bold $stamp"), cell)
    called = heads.name(option)
    if not option.taken:
        return _fit(ink(f"{called} {_name(option, cell - 4)}", "$muted"), cell)
    taken, name = say(heads.taken), _name(option, cell - 4)
    marked = f"{called} {name} {taken}"
    if ink(marked).cell_length >= cell:
        cut = ink(f"{called} {name}").truncate(cell - 2, ellipsis=True)
        marked = f"{cut.plain.rstrip()}{TAKEN}"
    return _fit(ink(marked, "bold $stamp"), cell)


def _name(option: OptionView, width: int) -> str:
    """As many words of an option as fit; a name that the story gives it stands as it is."""
    if not option.label.startswith(option.short.rstrip("…")):
        return option.short
    said = ""
    for word in option.label.split():
        longer = f"{said} {word}".strip()
        if ink(longer.rstrip(",;:.")).cell_length > width:
            break
        said = longer
    return said.rstrip(",;:.") or option.short


def _fit(content: Content, width: int) -> Content:
    cut = content.truncate(width - 1, ellipsis=True)
    return cut.pad_right(width - cut.cell_length)


def _row(
    page: RevealPage, row: GridRow, n: int, widths: tuple[int, int, int], cursor: Cursor | None
) -> Lines:
    side, width, whole = widths
    name = ink(row.short, "bold $stamp" if row.is_keeper else "bold $ink")
    cells = [
        _cell(c, option.taken, width, cursor if cursor == Cursor(n, m) else None, (n, m))
        for m, (c, option) in enumerate(zip(row.cells, page.columns, strict=True))
    ]
    parts = [_fit(name, side), *cells]
    if cursor and cursor.row == n:  # found without colour, too
        before = parts[cursor.column]
        parts[cursor.column] = join(before[:-1], ink("›", "bold $stamp"))
    line = Content("").join(parts)
    if row.barred is None:
        return [line]
    barred = ink(" " * side + say("⊘ would not have let you: "), "bold $amber")
    return [line, *bullet(barred, ink(row.barred, "$muted"), whole)]


def _cell(
    cell: Cell, taken: bool, width: int, under: Cursor | None, at: tuple[int, int]
) -> Content:
    weight = "bold " if taken else ""
    told = _told(cell).stylize(f"{weight}{STYLES[cell.kind]}")
    said = told if cell.shown else ink(words.FOLDED, "$muted")
    if under:
        said = said if cell.shown else ink(say("? open"), "italic $muted")
        said = lit(_fit(said, width), under.how).stylize("underline")
    else:
        said = _fit(said, width)
    return act(said, f"open_cell({at[0]},{at[1]})")


def _told(cell: Cell) -> Content:
    return ink(f"{cell.sign} {cell.short}{READING if cell.reading else ''}")


def _taken(page: RevealPage) -> list[int]:
    """The chosen column, where there is one."""
    return [n for n, option in enumerate(page.columns) if option.taken][:1]


def _yours(page: RevealPage, width: int) -> Lines:
    """The chosen column once more, where a cell had no room for all its words."""
    said = [
        (row.short, row.cells[at].word)
        for at in _taken(page)
        for row in page.rows
        if row.cells[at].kind in ("local", "elsewhere", "listed", "cleared")
    ]
    lines: Lines = []
    for short, word in said:
        lines += bullet(ink(f"{TAKEN} ", "bold $stamp"), ink(f"{short}: {word}", "$muted"), width)
    return lines
