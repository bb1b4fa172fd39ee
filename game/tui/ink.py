"""The composing room: the few ways in which this face sets words into lines.

Everything on screen is a list of lines of `Content`, set for a width. Colours are named by
their role (`$stamp`, `$clipping`), so a change of theme needs no new setting. Text is never
read as markup, and what can't be printed is left out: a player's name is only ever a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.style import Style

__all__ = [
    "Lay",
    "Lines",
    "Room",
    "act",
    "beside",
    "block",
    "bullet",
    "cell",
    "columns",
    "ends",
    "ink",
    "inner",
    "join",
    "lit",
    "para",
    "paras",
    "prose",
    "quoted",
    "rule",
    "shift",
    "tied",
    "underlined",
]

Lines = list[Content]

TIE = "\ue000"
"""Stands for a space at which no line is broken; Textual breaks at any that is called a space."""
MEASURE = 72
"""Columns of running prose, at most: what an eye finds its way back across."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much space a sheet is set for."""

    width: int
    """Columns of the sheet itself."""
    height: int
    """Rows of the whole terminal."""
    margined: bool = False
    """The margin stands beside the sheet, so its figures need not be folded in."""

    airy: bool = False
    """The player wants an empty line after each line of a story."""

    @property
    def rows(self) -> int:
        """Rows between the bars, without the air around the page."""
        if self.height >= 38:
            return self.height - (9 if self.lofty else 7)
        tight = self.height < 28 and self.width < 96
        return self.height - (2 if tight else 4)

    @property
    def lofty(self) -> bool:
        """There is room for what else stands one key away."""
        return self.height >= 50

    @property
    def tall(self) -> bool:
        """There is air to spare."""
        return self.height >= 28

    @property
    def measure(self) -> int:
        """Columns of running prose: 72 at most, however wide the paper is."""
        return min(self.width, MEASURE)


Lay = Callable[[Room], Lines]
"""What a sheet is: a setting of lines for a room."""


PARTS = "· "
BOUND = "·\u2800"
"""The same, as long, and of one piece: no space in the eyes of what breaks lines."""


def ink(text: str, style: str = "") -> Content:
    """Set one run of text in one style, as it stands."""
    clean = text if text.isprintable() else "".join(c for c in text if c.isprintable() or c == "\n")
    return Content.styled(clean, style) if style else Content(clean)


def cell(text: str, width: int, style: str = "") -> Content:
    """Set what stands in a column of a table: filled up, and never without air behind it."""
    set_ = ink(text, style)
    return set_.pad_right(max(width - set_.cell_length, 1))


def join(*parts: Content | str) -> Content:
    """Put runs of text behind one another."""
    return Content("").join([part if isinstance(part, Content) else ink(part) for part in parts])


def act(content: Content, action: str) -> Content:
    """Let a click on this run do an action of the screen."""
    return content.stylize(Style.from_meta({"act": action}))


def underlined(line: Content, action: str) -> Content:
    """Underline the words of a line that do this action, and not the air around them."""
    for span in line.spans:
        if isinstance(span.style, Style) and span.style.meta.get("act") == action:
            said = line.plain[span.start : span.end]
            begins = span.start + len(said) - len(said.lstrip())
            line = line.stylize("underline", begins, span.start + len(said.rstrip()))
    return line


def para(text: str | Content, width: int, style: str = "") -> Lines:
    """Set a paragraph; a word too long for a line is broken, and no line ends with a dot."""
    content = text if isinstance(text, Content) else ink(text, style)
    if PARTS not in content.plain:
        return content.wrap(max(width, 4))
    bound = _replace(content, PARTS, BOUND).wrap(max(width, 4))
    return [_replace(line, BOUND, PARTS) for line in bound]


def _replace(content: Content, old: str, new: str) -> Content:
    """Write something else, as long, and keep the styles."""
    return Content(content.plain.replace(old, new), list(content.spans))


def tied(content: Content, width: int) -> Lines:
    """Set a paragraph in which no line begins with a number that belongs to the word before it."""
    spans = list(content.spans)
    bound = Content(re.sub(r" (?=[+−]?\d)", TIE, content.plain), spans=spans)
    lines = bound.wrap(max(width, 4))
    return [Content(line.plain.replace(TIE, " "), spans=list(line.spans)) for line in lines]


def quoted(words: str, width: int) -> Lines:
    """The sentence that something is asked of, over the question; nothing where there is none."""
    return [*para(words, width, "italic $ink"), ink("")] if words else []


def paras(texts: Iterable[str], width: int, style: str = "") -> Lines:
    """Set paragraphs with an empty line between them."""
    lines: Lines = []
    for text in texts:
        lines += [ink(""), *para(text, width, style)] if lines else para(text, width, style)
    return lines


def prose(texts: Iterable[str], room: Room) -> Lines:
    """Set a story's paragraphs in the measure, with as much air as the player wants."""
    if not room.airy:
        return paras(texts, room.measure, "$ink")
    lines: Lines = []
    for text in texts:
        for n, line in enumerate(para(text, room.measure, "$ink")):
            gap = 1 if n else 2
            lines += [*([ink("")] * gap if lines else []), line]
    return lines


def shift(lines: Sequence[Content], columns: int) -> Lines:
    """Move lines to the right."""
    return [line.pad_left(columns) for line in lines]


def bullet(mark: Content | str, text: str | Content, width: int, style: str = "") -> Lines:
    """Set a paragraph that hangs from its mark."""
    head = mark if isinstance(mark, Content) else ink(mark, style)
    first, *rest = para(text, width - head.cell_length, style)
    return [join(head, first), *shift(rest, head.cell_length)]


def lit(line: Content, how: str) -> Content:
    """Highlight a line by a ground; or reversed, and then in one colour: else it is a patchwork."""
    if how == "reverse":
        return line.stylize("$ink reverse")  # not said
    return line.stylize_before(how)


def block(lines: Sequence[Content], width: int, edge: str, ground: str) -> Lines:
    """Give lines a ground and a coloured left edge: somebody speaks here."""
    mark = ink("▌ ", f"{edge}")
    return [_ground(join(mark, line), width, ground) for line in lines]


def _ground(line: Content, width: int, ground: str) -> Content:
    filled = line.pad_right(max(width - line.cell_length, 0))
    return filled.stylize_before(f"on {ground}")


def ends(left: Content, right: Content, width: int) -> Content:
    """Set one run at the left end and one at the right; where both can't be, the left gives way."""
    space = width - left.cell_length - right.cell_length
    if space >= 1:
        return join(left, ink(" " * space), right)
    left = left.truncate(max(width - right.cell_length - 1, 0), ellipsis=True)
    return join(left, ink(" "), right)


def beside(left: Sequence[Content], right: Sequence[Content], at: int) -> Lines:
    """Set two columns, the second one beginning at a column."""
    made = []
    for n in range(max(len(left), len(right))):
        first = left[n] if n < len(left) else ink("")
        second = right[n] if n < len(right) else ink("")
        made.append(join(first.pad_right(max(at - first.cell_length, 0)), second))
    return made


def inner(width: int) -> int:
    """Columns of prose inside a block: what edge and air leave, never beyond the measure."""
    return min(width - 4, MEASURE)


def columns(lines: Lines, room: Room) -> Lines:
    """Set what fills a few lines in two columns, where the paper is wide enough for two.

    The second begins after the empty line that is nearest to the middle.
    """
    second = room.measure + 6
    if room.width < second + room.measure:
        return lines
    gaps = [n for n, line in enumerate(lines) if not line.plain.strip()]
    if not gaps:
        return lines
    cut = min(gaps, key=lambda n: abs(n - len(lines) // 2))
    return beside(lines[:cut], lines[cut + 1 :], second)


def rule(width: int) -> Content:
    """One thin rule."""
    return ink("─" * max(width, 0), "$rule")
