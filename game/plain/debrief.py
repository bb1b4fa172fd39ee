"""The debrief in words: the year under each rulebook, what turned it, what nobody scored.

Every figure comes from `game.core.debrief`; nothing is summed up here.
"""

from __future__ import annotations

from collections import Counter

from game.core.claims import About
from game.core.debrief import Debrief, MetClaim, YearLine
from game.core.parts import LedgerLine
from game.core.telling import join
from game.plain.blocks import Block, capital, heading, item, quoted, sentence, text
from game.plain.statements import said_of

__all__ = ["debrief", "ledger", "ledger_line"]


def debrief(view: Debrief, about: About | None = None) -> list[Block]:
    """Say the whole debrief, leading with the year and never with a mark.

    Who wrote the page comes after play: said first, it would only teach to dismiss it.
    """
    told = [heading("Looking back"), text("Your year, as each rulebook saw it:")]
    told += [item(_year(year)) for year in view.years]
    told += _path(view.years[0])
    if view.turning:
        told.append(text("What turned the year:"))
        told += [item(f"{turn.scene}: {sentence(turn.says)}") for turn in view.turning]
    told += [text(words) for words in view.notes]
    told += _uncontrolled(view)
    if view.unscored:
        told.append(text("What no score saw:"))
        told += [item(f"{scene}: {words}") for scene, words in view.unscored]
    told += _ours(view) + _said(view)
    if about is not None:
        told += [heading(about.title), *map(text, about.lines)]
    told += [text(words) for words in (view.question, view.transfer) if words]
    return told


def _uncontrolled(view: Debrief) -> list[Block]:
    """Say what happened to you; events with one and the same effect in one line."""
    if not view.uncontrolled:
        return []
    together: dict[str, list[str]] = {}
    for event in view.uncontrolled:
        together.setdefault(event.says, []).append(event.scene)
    told = [text("What you did not choose:")]
    return told + [item(f"{join(scenes)}: {sentence(says)}") for says, scenes in together.items()]


def _year(year: YearLine) -> str:
    kept = ", your keeper" if year.is_keeper else ""
    return f"{capital(year.name)}{kept}: {year.summary}"


def _path(year: YearLine) -> list[Block]:
    """Say the number's path, which the terminal app draws as a chart."""
    if year.start is None:
        return []
    steps = [str(year.start), *(str(p.number) for p in year.points if p.change)]
    return [text(f"The number's path: {', '.join(steps)}.")] if len(steps) > 1 else []


def _ours(view: Debrief) -> list[Block]:
    kept = join(f"{name} {value}" for name, value in view.memories)
    return [text(f"At the end: {kept}, each out of 5. {view.unscored_note}")]


def _said(view: Debrief) -> list[Block]:
    told = []
    moved = [line for line in view.ledger if line.moved]
    if moved:
        told.append(text("Every change, and whose words it rests on:"))
        told += [item(ledger_line(line)) for line in moved]
    if view.predicted:
        told.append(text(f"You predicted {view.hits} of {view.predicted} rightly."))
    if view.claims:
        verdicts = Counter(claim.verdict for claim in view.claims)
        counted = join(f"{count} {verdict}" for verdict, count in verdicts.most_common())
        more = f" {view.behind} more stood behind them; type carrot library." if view.behind else ""
        told.append(text(f"You met {len(view.claims)} sentences. On record: {counted}.{more}"))
    told += [item(_mark(claim)) for claim in view.claims if claim.mark]
    told += _statements(view)
    if view.comment:
        told.append(text(f"Your comment: {view.comment}"))
    return told


def _statements(view: Debrief) -> list[Block]:
    told = [text(f"The statements, {when}: {words}.") for when, words in view.believed]
    for statement in view.statements:
        truth = "True" if statement.truth else "False"
        said = said_of(statement)
        told.append(item(f"{truth}: {statement.says}{said} {statement.answer}"))
    return told


def _mark(claim: MetClaim) -> str:
    return f"You said {claim.mark} of {claim.id}, “{claim.words}”; on record: {claim.verdict}."


def ledger(lines: tuple[LedgerLine, ...]) -> list[Block]:
    """Say every change of the run, oldest first."""
    if not lines:
        return [text("The ledger is empty so far.")]
    return [heading("The ledger"), *(item(ledger_line(line)) for line in lines)]


def ledger_line(line: LedgerLine) -> str:
    """Say one line of the ledger: what was done, what it did, whose sentence that rests on."""
    words = f"{line.scene}: {line.deed}: {line.sentence}."
    if line.moved and line.says:
        words += f" {sentence(line.says)}"
    if line.moved and line.quote:
        words += f" {line.claim}: {quoted(line.quote)}"
    return words
