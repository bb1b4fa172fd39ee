"""How to join: the square and, beside it in letters, what the square says."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from game.classroom import qr
from game.tui.ink import Lay, Lines, Room, beside, ink, para
from game.tui.projector import words
from game.tui.projector.marks import STAMPED
from game.words import say

__all__ = ["Way", "joining", "large", "small", "without"]

INK = f"{qr.DARK} on {qr.LIGHT}"
"""Dark on light whatever the theme: a scanner needs it so."""
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


@dataclass(frozen=True, slots=True)
class Way:
    """How phones get here."""

    link: str = ""
    """Such as `http://192.168.1.20:8080/ACDE`; empty without a server."""
    square: qr.Code | None = None
    room_code: str = ""
    seats: int = 0
    rung: str = "phones"
    others: int = 0
    """Other addresses that this machine has."""

    @property
    def shown(self) -> qr.Code | None:
        """The square, unless the room answers without phones."""
        return None if self.rung in ("hands", "paper") else self.square


def small(code: qr.Code) -> Lines:
    """Two modules a cell: 33 by 17."""
    return [Content.styled("".join(HALVES[cell] for cell in row), INK) for row in code.rows]


def large(code: qr.Code) -> Lines:
    """Two cells a module, where there is room: 66 by 33 or 34."""
    lines: Lines = []
    for row in code.rows:
        for half in (0, 1):
            dark = "".join("██" if cell[half] else "  " for cell in row)
            lines.append(Content.styled(dark, INK))
    return lines


def joining(title: str, way: Way, code: qr.Code, notice: str = "") -> Lay:
    """The lobby, and whatever page asks for the way in again."""

    def lay(room: Room) -> Lines:
        big = room.width >= 2 * code.width + 30 and room.height - 1 >= 2 * code.height
        square = large(code) if big else small(code)
        at = (2 if big else 1) * code.width + (2 if room.width < 80 else 4)
        side = _side(title, way, notice, room.width - at - 1)
        above = [ink("")] * max((len(square) - len(side)) // 3, 0)
        return beside(square, [*above, *side], at)

    return lay


def _side(title: str, way: Way, notice: str, width: int) -> Lines:
    shown = way.link.removeprefix("http://")
    return [
        *para(title, width, "bold $stamp"),
        ink(""),
        *para(say(words.SCAN), width, "$ink"),
        ink(""),
        *_address(shown, width),
        ink(""),
        ink(f"{say(words.CODE)}  ", "$ink") + ink(f" {' '.join(way.room_code)} ", STAMPED),
        ink(""),
        ink(words.seats(way.seats), "bold $green"),
        ink(""),
        *para(notice or say(words.NO_NAMES), width, "bold $amber" if notice else "$muted"),
    ]


def _address(shown: str, width: int) -> Lines:
    """The address whole where it fits, else broken before the code, never elsewhere."""
    if len(shown) <= width:
        return [ink(shown, "bold $ink")]
    host, slash, code = shown.rpartition("/")
    return [ink(host, "bold $ink"), ink(f"{slash}{code}", "bold $ink")]


def without(title: str, way: Way, room: Room) -> Lines:
    """The same page where nobody joins by phone: a page like any other."""
    said = say(words.PAPER) if way.rung == "paper" else say(words.NO_PHONES)
    lines = [ink(title, "bold $stamp"), ink("")]
    lines += para(said if way.link else say(words.WITHOUT), room.measure, "bold $ink")
    return [*lines, ink(""), *para(say(words.NO_NAMES), room.measure, "$muted")]
