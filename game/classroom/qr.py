"""A QR code as cells for a terminal: half-blocks, dark on light whatever the theme.

In capitals an address fits 25 modules; with the quiet zone of 4 that is 33 x 17 cells.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DARK", "LIGHT", "Code", "code"]

DARK, LIGHT = "#000000", "#ffffff"
"""A face paints these two and no others: a scanner needs dark on light, and a lot between them."""
QUIET = 4


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code."""

    address: str
    """What a scanner reads."""
    rows: tuple[tuple[tuple[bool, bool], ...], ...]
    """Cells, row by row: whether the upper and the lower module are dark."""

    @property
    def width(self) -> int:
        return len(self.rows[0])

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def text(self) -> str:
        """The same as characters, to be painted DARK on LIGHT."""
        blocks = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
        return "\n".join("".join(blocks[cell] for cell in row) for row in self.rows)


def code(address: str) -> Code:
    """Return the code of an address, which is written in capitals for it."""
    import segno

    upper = address.upper()
    made = segno.make_qr(upper, boost_error=True)
    modules = [[bool(m) for m in row] for row in made.matrix_iter(border=QUIET)]
    if len(modules) % 2:
        modules.append([False] * len(modules[0]))
    pairs = zip(modules[::2], modules[1::2], strict=True)
    return Code(upper, tuple(tuple(zip(top, low, strict=True)) for top, low in pairs))
