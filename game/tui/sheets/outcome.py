"""What happened: story first, then what moved, and what no score saw."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.showing.telling import Loss
from game.core.showing.views import HAPPENS, OutcomePage
from game.tui import words
from game.tui.ink import Lay, Lines, Room, act, beside, block, bullet, ink, join, para, prose, tied
from game.tui.sheets.margin import strip
from game.tui.sheets.number import moved, scale
from game.tui.sheets.story import head
from game.words import say

__all__ = ["outcome", "settled"]


def outcome(page: OutcomePage, short: str, rolling: int | None = None) -> Lay:
    """Set an outcome. Where the number moved, old and new stand side by side, large.

    While it rolls, `rolling` stands where the new number will.
    """

    def lay(room: Room) -> Lines:
        caption = say(HAPPENS) if page.event else None
        lines = head(page.title, caption, room)
        if page.label:
            lines += bullet(ink("› ", "bold $stamp"), ink(page.label, "$muted"), room.measure)
        lines += [ink(""), *prose(page.paragraphs, room), ink("")]
        lines += _unscored(page, room)
        return lines + _moves(page, short, room, rolling)

    return lay


def settled(pages: Sequence[OutcomePage]) -> Lay:
    """What a held scene did, and what it withheld of the chapter, told with its reveal."""

    def lay(room: Room) -> Lines:
        lines = [ink(say(words.WAS_HELD), "italic $muted")]
        for n, page in enumerate(pages):
            lines += [ink(page.title, "bold $ink")] if n else []
            lines += _settled(page, room)
        return [*lines, ink("")]

    return lay


def _settled(page: OutcomePage, room: Room) -> Lines:
    before, now = page.before.number, page.margin.number
    width, edge = room.width - 4, "$rule"
    said = _effects(page.effects, width) + _guess(page, width)
    if before is not None and now is not None and before != now:
        edge = "$stamp" if now < before else "$green"
        figures = [join(ink(f"{before} ──▶ ", "$muted"), ink(f"{now}   ", f"bold {edge}"))]
        figures = moved(before, now) if room.tall else figures
        at = max(line.cell_length for line in figures) + (3 if room.tall else 0)
        first, *rest = page.effects
        said = beside(figures, _effects([first], width - at) + _guess(page, width - at), at)
        said += _effects(rest, width)
    return block(said, room.width, edge, "$clipping")


def _unscored(page: OutcomePage, room: Room) -> Lines:
    if not page.unscored:
        return []
    head = ink(f"{say(words.NOT_SCORED)} ", "italic bold $muted")  # not said
    return [*bullet(head, ink(page.unscored, "italic $muted"), room.measure), ink("")]


def _moves(page: OutcomePage, short: str, room: Room, rolling: int | None) -> Lines:
    before, now = page.before.number, page.margin.number
    width = room.measure
    if page.held:
        return [] if room.margined else para(page.waits, width, "italic $muted")
    if before is None or now is None or before == now:
        lines = _effects(page.effects, width - 4) + _guess(page, width - 4)
        fell = page.margin.lists != page.before.lists
        said = block(lines, width, "$stamp" if fell else "$rule", "$clipping")
        return _opens(said, page) + _foot(page, short, room)
    digits = moved(before, now, rolling)
    at = max(line.cell_length for line in digits) + 3
    first, *rest = page.effects
    said = _effects([first], width - 4 - at) + _guess(page, width - 4 - at)
    lines = beside(digits, said, at)
    lines += [*scale(page.margin, width - 4, before), *_effects(rest, width - 4)]
    edge = "$stamp" if now < before else "$green"
    return _opens(block(lines, width, edge, "$clipping"), page) + _foot(page, short, room)


def _opens(lines: Lines, page: OutcomePage) -> Lines:
    """What the keeper did opens the card of the sentence behind it."""
    return [act(line, f"open_claim('{page.claim}')") for line in lines] if page.claim else lines


def _effects(sentences: Sequence[str], width: int) -> Lines:
    """What falls, closes or lists is stamped, up to its colon; the words say it too."""
    lines: Lines = []
    for sentence in sentences:
        head, colon, rest = sentence.partition(":")
        hurts = isinstance(sentence, Loss)
        said = join(ink(head + colon, "bold $stamp" if hurts else "$ink"), ink(rest, "$ink"))
        lines += tied(said, width)
    return lines


def _guess(page: OutcomePage, width: int) -> Lines:
    """How the guess turned out."""
    return para(page.prediction, width, "italic $muted") if page.prediction else []


def _foot(page: OutcomePage, short: str, room: Room) -> Lines:
    """Where no margin stands beside the page, its line stands under it."""
    return [] if room.margined else [ink(""), *strip(page.margin, short, room.width)]
