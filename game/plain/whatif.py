"""What if and history, in words: a line a turn, and nothing where nothing happened."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.debrief.whatif import Seen, Side, WhatIf, WhatIfTurn
from game.core.debrief.years import times as often
from game.core.playing.history import Past
from game.plain.blocks import Block, heading, item, passage, table, text
from game.words import capital, say, sentence, series

__all__ = ["history", "what_if"]


def what_if(view: WhatIf, keepers: Sequence[str]) -> list[Block]:
    """Say two keepers' years, turn by turn; then how each would end."""
    first, second = view.sides
    both = {"first": capital(first.short), "second": second.short}
    told = [heading(say("What if? {first}, and {second}", **both))]
    told += [text(_year(side)) for side in view.sides]
    told += [table(("", first.short, second.short), *_rows(view))]
    told += _counts(len(view.turns), sum(1 for turn in view.turns if turn.label is not None))
    told += [item(_turn(turn, view)) for turn in view.turns if not turn.quiet]
    quiet = sum(1 for turn in view.turns if turn.quiet)
    if quiet:
        of = len(view.turns)
        told.append(item(say("At {n} of {of} turns nothing moves for either.", n=quiet, of=of)))
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


def _turn(turn: WhatIfTurn, view: WhatIf) -> str:
    label = f", {turn.label.rstrip('.')}" if turn.label else ""
    told = [f"{turn.turn + 1}, {turn.scene}{label}:"]
    for side, seen in zip(view.sides, turn.seen, strict=True):
        told.append(f"{capital(side.short)}: {sentence(_seen(seen))}")
    return " ".join(told)


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
        told = say("Under {who} the year ends: “{ending}”.", who=side.short, ending=side.ending)
    else:
        told = say(
            "Under {who} the year would end now: “{ending}”.", who=side.short, ending=side.ending
        )
    if not side.barred:
        return told
    return passage(told, say("It would have barred you {times}.", times=often(side.barred)))


def history(places: tuple[Past, ...]) -> list[Block]:
    """Say every turn with its number, what was done and what that moved."""
    made = places[:-1]
    told = [heading(say("Every turn so far"))]
    told += _counts(len(made), sum(1 for past in made if past.chosen))
    told += [item(_past(past, last=past is places[-1])) for past in places]
    if len(places) > 1:
        how = say("Type turn 1 to read it again; branch 1 to try the other, in a new run.")
        told.append(text(how))
    return told


def _counts(turns: int, scenes: int) -> list[Block]:
    """Say why turns run ahead of the scenes that stand over each page."""
    if turns == scenes:
        return []
    return [
        text(
            say(
                "Turns count what happens to you as well: {turns} so far. Scenes count what you "
                "choose: {scenes} so far.",
                turns=turns,
                scenes=scenes,
            )
        )
    ]


def _past(past: Past, last: bool) -> str:
    if last:
        return f"{past.number}. {past.scene}: {sentence(past.says)}"
    done = sentence(past.label) if past.label else say("It happened.")
    return passage(f"{past.number}. {past.scene}:", done, sentence(past.says))
