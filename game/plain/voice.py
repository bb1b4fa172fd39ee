"""The voice: blocks become lines of at most 72 columns; answers come back as lines.

Refuses whatever is not plain text: control characters, box drawing and emoji are dropped,
even where a story holds them, so that no story can steer a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from game.plain.blocks import Block
from game.plain.wrapping import cells, wrap

__all__ = ["WIDTH", "Voice", "clean", "lines"]

WIDTH = 72
LONGEST_ANSWER = 1000
# What stands close to what: no blank line between them. `lead` is whatever ends in a colon.
_CLOSE = {"option": ("option", "lead"), "item": ("item", "option", "lead")}
_DRAWN = re.compile("[\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")


def clean(words: str) -> str:
    """Return words in one line, with nothing in them but what can be read aloud."""
    words = _DRAWN.sub(" ", words).replace("`", "")
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def lines(block: Block) -> list[str]:
    """Return the lines of one block."""
    if block.kind == "table":
        return _table(block.cells)
    words = clean(block.text)
    lead = f"{block.number}. " if block.number is not None else ""
    hang = "   " if block.kind == "option" else "  " if block.kind == "item" else ""
    wrapped = wrap(lead + words, WIDTH, hang)
    return wrapped or [lead.strip()]


def _table(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    """Set a small table: the first column at the left, figures at the right of theirs."""
    table = [[clean(cell) for cell in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    made = []
    for first, *rest in table:
        figures = (_room(cell, width) + cell for cell, width in zip(rest, widths[1:], strict=True))
        made.append("  ".join([first + _room(first, widths[0]), *figures]).rstrip())
    return made


def _room(cell: str, width: int) -> str:
    return " " * (width - cells(cell))


class Voice:
    """Says blocks on one stream and hears answers from another."""

    def __init__(self, heard: TextIO | None, said: TextIO, echo: bool) -> None:
        self.heard, self.said = heard, said
        self.echo = echo
        """Write answers down, because no terminal does: then a piped play can be read."""
        self.wide = False
        """An empty line after each line, for whoever loses the line in a block of text."""
        self._last = ""
        self._fresh = True

    def tell(self, blocks: Iterable[Block]) -> None:
        """Say blocks, a blank line between those that don't belong together, and let go of them."""
        for block in blocks:
            together = self._last in _CLOSE.get(block.kind, ()) and not self.wide
            if not together and not self._fresh:
                self.said.write("\n")
            between = "\n\n" if self.wide and block.kind != "table" else "\n"
            self.said.write(between.join(lines(block)) + "\n")
            self._last = "lead" if block.text.endswith((":", "：")) else block.kind
            self._fresh = False
        self.said.flush()

    def ask_more(self, prompt: str) -> str | None:
        """Ask where nobody needs to answer; through a pipe only what was typed is written."""
        if not self.echo:
            return self.ask(prompt)
        answer = self._hear()
        if answer is not None:
            self.repeat(prompt, answer)
        return answer

    def ask(self, prompt: str) -> str | None:
        """Ask, and return the answer; None at the end of input."""
        self.said.write(("" if self._fresh else "\n") + clean(prompt) + " ")
        self.said.flush()
        answer = self._hear()
        if self.echo or answer is None:
            self.said.write(f"{clean(answer or '')}\n")
            self.said.flush()
        self._last = ""
        return answer

    def repeat(self, prompt: str, answer: str) -> None:
        """Write down a question and its answer, where a file answered."""
        self.said.write(f"\n{clean(prompt)} {clean(answer)}\n")
        self.said.flush()
        self._last = ""

    def _hear(self) -> str | None:
        if self.heard is None or self.heard.closed:
            return None
        line = self.heard.readline(LONGEST_ANSWER)
        rest = line
        while rest and not rest.endswith("\n"):
            rest = self.heard.readline(LONGEST_ANSWER)
        return line.strip("\ufeff \t\r\n\v\f") if line else None
