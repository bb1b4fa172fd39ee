"""What if and history, in words: a line a turn, and nothing where nothing happened."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.history import Past
from game.core.whatif import Seen, Side, WhatIf, WhatIfTurn
from game.core.years import times as often
from game.plain.blocks import Block, capital, heading, item, sentence, table, text

__all__ = ["history", "what_if"]


def what_if(view: WhatIf, keepers: Sequence[str]) -> list[Block]:
    """Say two keepers' years, turn by turn; then how each would end."""
    first, second = view.sides
    told = [heading(f"What if? {capital(first.short)}, and {second.short}")]
    told += [text(f"{capital(side.name)}{_kept(side)}: {side.summary}") for side in view.sides]
    told += [table(("", first.short, second.short), *_rows(view))]
    told += [item(_turn(turn, view)) for turn in view.turns if not turn.quiet]
    quiet = sum(1 for turn in view.turns if turn.quiet)
    if quiet:
        told.append(item(f"At {quiet} of {len(view.turns)} turns nothing moves for either."))
    hatched = [side.short for side in view.sides if side.barred]
    if hatched:
        told.append(text("After a barred turn the year goes on as if it had let you through."))
    told += [text(_ends(side, view.over)) for side in view.sides]
    return [*told, text(f"For others type whatif and one or two of: {', '.join(keepers)}.")]


def _kept(side: Side) -> str:
    return ", your keeper" if side.is_keeper else ""


def _rows(view: WhatIf) -> list[tuple[str, str, str]]:
    """The figures of both years."""
    figures = (
        ("start", [side.start for side in view.sides]),
        ("end", [side.end for side in view.sides]),
        ("barred", [side.barred for side in view.sides]),
    )
    return [
        (name, *("none" if value is None else str(value) for value in values))  # type: ignore[misc]
        for name, values in figures
    ]


def _turn(turn: WhatIfTurn, view: WhatIf) -> str:
    label = f", {turn.label.rstrip('.')}" if turn.label else ""
    told = [f"{turn.turn + 1}, {turn.scene}{label}:"]
    for side, seen in zip(view.sides, turn.seen, strict=True):
        told.append(f"{capital(side.short)}: {sentence(_seen(seen))}")
    return " ".join(told)


def _seen(seen: Seen) -> str:
    told = [*seen.moved, *seen.beyond] or ["nothing"]
    if seen.number is not None:
        told.append(f"number {seen.number}")
    if seen.barred:
        told.insert(0, f"barred, {seen.barred}")
    if seen.otherwise:
        told.append("its own year goes another way here")
    return "; ".join(told)


def _ends(side: Side, over: bool) -> str:
    when = "ends" if over else "would end now"
    times = f" It would have barred you {often(side.barred)}." if side.barred else ""
    return f"Under {side.short} the year {when}: “{side.ending}”.{times}"


def history(places: tuple[Past, ...]) -> list[Block]:
    """Say every turn with its number, what was done and what that moved."""
    told = [heading("Every turn so far")]
    told += [item(_past(past, last=past is places[-1])) for past in places]
    if len(places) > 1:
        told.append(text("Type turn 1 to read it again; branch 1 to try the other, in a new run."))
    return told


def _past(past: Past, last: bool) -> str:
    if last:
        return f"{past.number}. {past.scene}: {sentence(past.says)}"
    done = f" {sentence(past.label)}" if past.label else " It happened."
    says = f" {sentence(past.says)}" if past.says else ""
    return f"{past.number}. {past.scene}:{done}{says}"
