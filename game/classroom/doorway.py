"""The way in: the server started, the address that is shown, and a note for the second window.

Beside the journal lies, while the room is open, a small file with port and secret: so the notes in
a second window find the room, and a room that was killed comes back at the port that its phones
know. It holds no address, is for the owner's eyes, and goes when the room closes.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from game.lesson.events import Gather
from game.lesson.room import Room

if TYPE_CHECKING:
    from game.classroom.qr import Code
    from game.classroom.server import ClassServer

__all__ = ["SUFFIX", "Doorway", "Move", "Open", "found_open", "open_file"]

SUFFIX = ".open"
Move = Literal["moved", "lost", "back"]
"""Another address than before; none but this machine's own; the one before, again."""


@dataclass(frozen=True, slots=True)
class Open:
    """What the note says."""

    port: int
    secret: str


def open_file(journal: Path) -> Path:
    """The note beside a journal."""
    return journal.with_name(journal.name + SUFFIX)


def found_open(journal: Path) -> Open | None:
    """Read the note beside a journal; None where there is none, or none that makes sense."""
    try:
        made = json.loads(open_file(journal).read_text(encoding="ascii"))
        return Open(int(made["port"]), str(made["secret"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


class Doorway:
    """Where phones are to find a room; closed until `open`."""

    def __init__(self, host: str = "0.0.0.0", port: int | None = None) -> None:
        self.host, self.port = host, port
        self.server: ClassServer | None = None
        self.address = ""
        """The one that is shown."""
        self.known: tuple[str, ...] = ()
        self._meant = ""
        """The address to be shown as long as this machine has it: found first, or chosen."""
        self._note: Path | None = None

    async def open(self, room: Room) -> str | None:
        """Start the server; a sentence where that can't be."""
        from game.classroom.server import ClassError, ClassServer

        note = open_file(room.writer.journal.path)
        before = found_open(room.writer.journal.path)
        usual = [before.port] if before else []
        said = ""
        for port in [self.port] if self.port is not None else [*usual, None]:
            server = ClassServer(room, self.host, port)
            try:
                await server.start()
            except ClassError as why:
                said = str(why)
                continue
            self.server, self._note = server, note
            self.known = server.addresses()
            self._turn_to(self.known[0])
            _write(note, Open(server.port, server.secret))
            return None
        return said

    async def close(self) -> None:
        """Write what waits, let the phones go, take the note away."""
        if self.server is not None:
            await self.server.stop()
            self.server = None
        if self._note is not None:
            with contextlib.suppress(OSError):
                self._note.unlink()

    @property
    def link(self) -> str:
        """What phones open, such as `http://192.168.1.20:8080/ACDE`; empty while closed."""
        return self.server.link(self.address) if self.server else ""

    @property
    def square(self) -> Code | None:
        """The link as a QR code."""
        return self.server.qr(self.address) if self.server else None

    def next_address(self) -> None:
        """Show another of this machine's addresses."""
        if self.server is not None:
            self.known = self.server.addresses()
            at = self.known.index(self.address) if self.address in self.known else -1
            self._turn_to(self.known[(at + 1) % len(self.known)])
            self._meant = self.address

    def _turn_to(self, address: str) -> None:
        """Show an address; where it is for this machine alone, a better one is waited for."""
        self.address = address
        if not self.is_alone:
            self._meant = address

    @property
    def is_alone(self) -> bool:
        """Whether what is shown leads no phone here: this machine is in no network."""
        return self.address.startswith("127.") and self._meant != self.address

    def look(self, room: Room) -> Move | None:
        """See whether this machine still has the address that is shown; else show another.

        Phones that come in by a new one are asked anew; a network that comes back brings back the
        address that was shown before it went, and every phone by itself.
        """
        if self.server is None:
            return None
        self.known = self.server.addresses()
        if self.address in self.known and not self.is_alone:
            return None
        was, meant = self.address, self._meant
        self._turn_to(meant if meant in self.known else self.known[0])
        if self.address == was:
            return None
        if self.is_alone:
            return "lost"
        if self.address == meant:
            return "back"
        room.submit(Gather())
        return "moved"


def _write(note: Path, found: Open) -> None:
    """Without the note everything works but the second window's count of phones."""
    words = json.dumps({"port": found.port, "secret": found.secret})
    with contextlib.suppress(OSError):
        handle = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(words)
