"""The log: a run as Markdown, written whole or not at all.

It tells the run, not the keystrokes: what was undone is gone, what was looked up is not
there. It is made from the session's own pages, so it is the same after either face.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from game.core.playing.session import Session
from game.plain import told
from game.plain.blocks import Block
from game.plain.citations import citations
from game.plain.voice import clean
from game.words import say

__all__ = ["Log", "markdown", "transcript"]

# An underscore inside a word is none of Markdown's signs, and addresses are full of them.
_SIGNS = re.compile(r"[\\*\[\]<>#|~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")


def transcript(session: Session) -> str:
    """Return the whole run so far as Markdown."""
    blocks: list[Block] = []
    for stop in session.stops:
        page = session.page_at(stop)
        blocks += told.page(session, page) if page is not None else told.whole_debrief(session)
    return markdown([*blocks, *citations(session)])


def markdown(blocks: Iterable[Block]) -> str:
    """Turn blocks into Markdown; the first heading is the document's."""
    parts: list[str] = []
    last = level = ""
    for block in blocks:
        words = _plain(block.text)
        level = "##" if level else "#"
        match block.kind:
            case "heading":
                line = f"{level} {words}"
            case "option":
                line = f"{block.number}. {words}" if block.number else f"- {words}"
            case "item":
                line = f"- {words}"
            case "quote":
                line = f"> {words}"
            case "table":
                line = _table(block.cells)
            case _:
                line = words
        together = last == block.kind and block.kind in ("option", "item")
        parts.append(line if together or not parts else f"\n{line}")
        last = block.kind
    return "\n".join(parts) + "\n"


def _plain(words: str) -> str:
    """Return words that Markdown reads as words: no sign of its own, no HTML, no entity."""
    return _SIGNS.sub(r"\\\g<0>", clean(words))


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    head, *body = (f"| {' | '.join(map(_plain, row))} |" for row in rows)
    ruled = "|".join([" --- ", *(" ---: " for _ in rows[0][1:])])
    return "\n".join([head, f"|{ruled}|", *body])


class Log:
    """A Markdown file that follows a session."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.failed = False

    def write(self, session: Session, complain: Callable[[str], None]) -> None:
        """Write the run so far; where that can't be done, complain once and go on."""
        try:
            self._put(transcript(session))
            self.failed = False
        except OSError as error:
            if not self.failed:
                why = error.strerror or error
                complain(say("Cannot write the log {path}: {why}.", path=self.path, why=why))
            self.failed = True

    def _put(self, words: str) -> None:
        temporary = self.path.with_name(f".{self.path.name}.{os.getpid()}.tmp")
        try:
            with temporary.open("w", encoding="utf-8", newline="\n") as out:
                out.write(words)
                out.flush()
                os.fsync(out.fileno())
            temporary.replace(self.path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
