"""What if and history, in words: a line a turn, and nothing where nothing happened."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.debrief.counting import HAPPENED, numbers
from game.core.debrief.whatif import Seen, Side, WhatIf, WhatIfTurn
from game.core.debrief.years import times as often
from game.core.playing.history import Past
from game.plain.blocks import Block, heading, item, passage, table, text
from game.words import capital, many, say, sentence, series

__all__ = ["history", "placed", "what_if"]


def what_if(view: WhatIf, keepers: Sequence[str]) -> list[Block]:
    """Say two keepers' years, turn by turn; then how each would end."""
    first, second = view.sides
    both = {"first": capital(first.short), "second": second.short}
    told = [heading(say("What if? {first}, and {second}", **both))]
    told += [text(_year(side)) for side in view.sides]
    told += [table(("", first.short, second.short), *_rows(view))]
    counted = numbers(turn.label is not None for turn in view.turns)
    turns = zip(view.turns, counted, strict=True)
    told += [item(_turn(turn, number, view)) for turn, number in turns if not turn.quiet]
    quiet = sum(1 for turn in view.turns if turn.quiet)
    if quiet:
        told.append(item(_quiet(quiet)))
    hatched = [side.short for side in view.sides if side.barred]
    if hatched:
        on = say("After a barred turn the year goes on as if it had let you through.")
        told.append(text(on))
    told += [text(_ends(side, view.over)) for side in view.sides]
    others = say("For others type whatif and one or two of: {keepers}.", keepers=series(keepers))
    return [*told, text(others)]


def _year(side: Side) -> str:
    name = capital(side.name)
    if side.is_keeper:
        return say("{name}, your keeper: {summary}", name=name, summary=side.summary)
    return f"{name}: {side.summary}"


def _rows(view: WhatIf) -> list[tuple[str, str, str]]:
    """The figures of both years."""
    figures = (
        (say("start"), [side.start for side in view.sides]),
        (say("end"), [side.end for side in view.sides]),
        (say("barred"), [side.barred for side in view.sides]),
    )
    return [
        (name, *(say("none") if value is None else str(value) for value in values))  # type: ignore[misc]
        for name, values in figures
    ]


def _turn(turn: WhatIfTurn, number: str, view: WhatIf) -> str:
    label = f", {turn.label.rstrip('.')}" if turn.label else ""
    told = [f"{placed(number)}, {turn.scene}{label}:"]
    for side, seen in zip(view.sides, turn.seen, strict=True):
        told.append(f"{capital(side.short)}: {sentence(_seen(seen))}")
    return " ".join(told)


def _quiet(n: int) -> str:
    return many(
        "At the other one nothing moves for either.",
        "At the other {n} nothing moves for either.",
        n,
    )


def _seen(seen: Seen) -> str:
    told = [*seen.moved, *seen.beyond] or [say("nothing")]
    if seen.number is not None:
        told.append(say("number {n}", n=seen.number))
    if seen.barred:
        told.insert(0, say("barred, {why}", why=seen.barred))
    if seen.otherwise:
        told.append(say("its own year goes another way here"))
    return "; ".join(told)


def _ends(side: Side, over: bool) -> str:
    if over:
        told = say(
            "Under {who} the album closes on the page “{ending}”.",
            who=side.short,
            ending=side.ending,
        )
    else:
        told = say(
            "Under {who} the album would close now on the page “{ending}”.",
            who=side.short,
            ending=side.ending,
        )
    if not side.barred:
        return told
    return passage(told, say("It would have barred you {times}.", times=often(side.barred)))


def history(places: tuple[Past, ...]) -> list[Block]:
    """Say every scene with its number, what happened after it, and what that moved."""
    told = [heading(say("Every scene so far"))]
    told += [item(_past(past, last=past is places[-1])) for past in places]
    if len(places) > 1:
        how = say("Type scene 1 to read it again; branch 1 to try the other, in a new run.")
        told.append(text(how))
    return told


def placed(number: str) -> str:
    """Say a scene's number, or after which scene something happened."""
    if not number.endswith(HAPPENED):
        return number
    after = number.removesuffix(HAPPENED)
    return say("After {n}", n=after) if after else say("At the start")


def _past(past: Past, last: bool) -> str:
    number = placed(past.number)
    where = f"{number}. {past.scene}:" if number.isdigit() else f"{number}, {past.scene}:"
    where = where if number else f"{past.scene}:"
    if last:
        return f"{where} {sentence(past.says)}"
    done = sentence(past.label) if past.label else say("It happened.")
    return passage(where, done, sentence(past.says))
