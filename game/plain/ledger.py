"""The ledger in words: what each deed moved, and on whose sentence."""

from __future__ import annotations

from game.core.showing.parts import LedgerLine
from game.plain.blocks import Block, heading, item, passage, quoted, text
from game.words import many, say, sentence

__all__ = ["ledger", "ledger_line"]


def ledger(lines: tuple[LedgerLine, ...]) -> list[Block]:
    """Say every change of the run, oldest first."""
    if not lines:
        return [text(say("The ledger is empty so far."))]
    moved = [line for line in lines if line.moved]
    told = [heading(say("The ledger")), *(item(ledger_line(line)) for line in moved)]
    rest = len(lines) - len(moved)
    return [*told, text(_rest(rest, bool(moved)))] if rest else told


def _rest(n: int, some: bool) -> str:
    """Say how many deeds moved nothing; why says of each what became of it."""
    if not some:
        return many(
            "{n} deed so far: it moved nothing.", "{n} deeds so far: none moved anything.", n
        )
    return many(
        "{n} more deed moved nothing.",
        "{n} more deeds moved nothing; a scene can hold several.",
        n,
    )


def ledger_line(line: LedgerLine) -> str:
    """Say one line of the ledger: what was done, what it did, whose sentence that rests on."""
    told = [say("{scene}: {deed}: {did}.", scene=line.scene, deed=line.deed, did=line.sentence)]
    if line.moved and line.says:
        told.append(sentence(line.says))
    if line.moved and line.quote:
        told.append(f"{line.claim}: {quoted(line.quote)}")
    return passage(*told)
