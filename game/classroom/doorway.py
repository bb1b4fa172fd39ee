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
from typing import TYPE_CHECKING

from game.lesson.room import Room

if TYPE_CHECKING:
    from game.classroom.qr import Code
    from game.classroom.server import ClassServer

__all__ = ["SUFFIX", "Doorway", "Open", "found_open", "open_file"]

SUFFIX = ".open"


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
            self.address = self.known[0]
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
            self.address = self.known[(at + 1) % len(self.known)]

    def moved(self) -> bool:
        """Say whether this machine has lost the address that is shown; then show another."""
        if self.server is None:
            return False
        self.known = self.server.addresses()
        if self.address in self.known:
            return False
        self.address = self.known[0]
        return True


def _write(note: Path, found: Open) -> None:
    """Without the note everything works but the second window's count of phones."""
    words = json.dumps({"port": found.port, "secret": found.secret})
    with contextlib.suppress(OSError):
        handle = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(words)
