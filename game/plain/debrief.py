"""The debrief in words: the year under each rulebook, what turned it, what nobody scored.

Every figure comes from `game.core.debrief`; nothing is summed up here.
"""

from __future__ import annotations

from game.core.claims import About
from game.core.debrief import Debrief, TurningPoint, YearLine
from game.core.doors import DoorPast, DoorTurn
from game.core.parts import LedgerLine
from game.core.remembered import remembered_words
from game.core.telling import guessed
from game.core.years import doors_words, moved_words
from game.folders import command
from game.plain.blocks import Block, capital, heading, item, quoted, sentence, table, text
from game.plain.statements import so
from game.words import joined

__all__ = [
    "behind",
    "debrief",
    "doors",
    "guesses",
    "key_told",
    "ledger",
    "ledger_line",
    "met",
    "one_word_away",
    "unscored",
]

FEW = 5
"""Lines of what no score saw; the rest has to be asked for."""


def debrief(view: Debrief, whole: bool = False, key: bool = False) -> list[Block]:
    """Say the five things that lead, then one question and the transfer; never a mark.

    `whole` leaves nothing to ask for; `key` says what is so of the statements, whether or not
    they were judged a second time.
    """
    told = [heading("Looking back"), text("Your year, as each rulebook saw it:")]
    told += [item(_year(year)) for year in view.years]
    told += [*_path(view.years[0], whole), _table(view.years)]
    if view.turning:
        told.append(text("What turned the year:"))
        told += [item(_turned(turn)) for turn in view.turning]
    told += [text(words) for words in view.notes]
    told += [*_uncontrolled(view), *unscored(view, whole), *_ours(view)]
    told += _statements(view, key)
    if view.comment:
        told.append(text(f"Your comment: {view.comment}"))
    return told + [text(words) for words in (view.question, view.transfer) if words]


def unscored(view: Debrief, whole: bool = True) -> list[Block]:
    """Say what no score saw: the first few, and the word for the rest."""
    if not view.unscored:
        return []
    shown = view.unscored if whole or len(view.unscored) <= FEW + 1 else view.unscored[:FEW]
    told = [text("What no score saw:"), *(item(f"{scene}: {words}") for scene, words in shown)]
    rest = len(view.unscored) - len(shown)
    return [*told, item(f"And {rest} more: type unscored.")] if rest else told


def one_word_away(view: Debrief, about: About | None, folder: str) -> list[Block]:
    """Name what stands behind the debrief, each with its figure and its word."""
    told = [heading("One word away")]
    moved = sum(1 for line in view.ledger if line.moved)
    changes = f"{moved or 'no'} {'change' if moved == 1 else 'changes'}"
    told.append(item(f"ledger: {changes}, each with its sentence."))
    if view.doors:
        told.append(item(f"doors: {doors_words(view.years[0])}."))
    if view.claims:
        told.append(item(f"met: {_met(view)}"))
    if view.statements and not key_told(view):
        told.append(item("statements: once more, true or false; statements key says what is so."))
    if len(view.years) > 1:
        told.append(item("whatif: what if another had kept the score? Any two, turn by turn."))
    told.append(
        item("history: every turn, and what it moved; turn 3 reads it, branch 3 tries the other.")
    )
    told.append(item("runs, gallery: your other years, and the endings you have found."))
    if view.predicted:
        told.append(item(f"guesses: {guessed(view.hits, view.predicted)}"))
    if about is not None:
        told.append(item(f"about: {about.title}"))
    keep = command("report --out year.html", folder)
    return [*told, text(f"To keep or print it: {keep}")]


def behind(view: Debrief, about: About | None = None) -> list[Block]:
    """Say all that stands behind the debrief: ledger, doors, sentences met, who wrote the page."""
    told: list[Block] = []
    moved = [line for line in view.ledger if line.moved]
    if moved:
        told.append(text("Every change, and whose words it rests on:"))
        told += [item(ledger_line(line)) for line in moved]
    if view.doors:
        told += [text("Doors, and what closed them:"), *doors(view.doors)]
    told += guesses(view) if view.predicted else []
    told += met(view)
    if about is not None:
        told += [heading(about.title), *map(text, about.lines)]
    return told


def doors(log: tuple[DoorPast, ...]) -> list[Block]:
    """Say each door's year: at which turns it closed or opened, and on whose words."""
    told = []
    for door in log:
        words = [_moved(turn) for turn in door.turns]
        if not words and door.view.closed:
            words = [f"{door.view.closed.sentence} all the time"]
        told.append(item(f"{capital(door.view.name)}: {sentence('; '.join(words))}"))
    return told


def _moved(turn: DoorTurn) -> str:
    at = f"at {turn.scene}"
    if turn.open:
        return f"open {at}"
    return f"{turn.closed.sentence if turn.closed else 'closed'} {at}"


def met(view: Debrief) -> list[Block]:
    """Say the sentences met, each with what is on record of it and the player's own mark."""
    if not view.claims:
        return [text("You met no sentence yet.")]
    told = [text(_met(view))]
    for claim in view.claims:
        mark = f" You said: {claim.mark}." if claim.mark else ""
        told.append(item(f"{claim.id}, {claim.verdict}: {quoted(claim.words)}{mark}"))
    return told


def _met(view: Debrief) -> str:
    counted = joined(f"{count} {verdict}" for verdict, count in view.verdicts)
    more = f" {view.behind} more stood behind them; type library." if view.behind else ""
    count = len(view.claims)
    noun = "sentence" if count == 1 else "sentences"
    return f"You met {count} {noun}. On record: {counted}.{more}"


def _guessed(view: Debrief) -> list[Block]:
    if not view.predicted:
        return []
    return [text(guessed(view.hits, view.predicted))]


def guesses(view: Debrief) -> list[Block]:
    """Say each prediction, and what came."""
    if not view.predicted:
        return [text("You predicted nothing so far. Type predict on to be asked.")]
    told = _guessed(view)
    for made in view.guesses:
        came = "so it was" if made.hit and made.was == made.said else f"it was: {made.was}"
        told.append(item(f"{made.turn + 1}, {made.scene}: you said: {made.said}; {came}."))
    return told


def _turned(turn: TurningPoint) -> str:
    label = f", {quoted(turn.label)}" if turn.label else " (it happened)"
    return f"{turn.scene}{label}: {sentence(turn.says)}"


def _uncontrolled(view: Debrief) -> list[Block]:
    """Say what happened to you, but for what was just told: events with one effect in one line."""
    told = {turn.scene for turn in view.turning}
    lines = [
        item(f"{scenes}: {sentence(says if scenes not in told else 'as told just now')}")
        for scenes, says in view.together
    ]
    return [text("What you did not choose:"), *lines] if lines else []


def _year(year: YearLine) -> str:
    kept = ", your keeper" if year.is_keeper else ""
    return f"{capital(year.name)}{kept}: {year.summary}"


def _path(year: YearLine, whole: bool) -> list[Block]:
    """Say the path that the terminal app draws; the turns that moved something, if asked for."""
    told: list[Block] = []
    steps = [str(year.start), *(str(p.number) for p in year.points if p.change)]
    if year.start is not None and len(steps) > 1:
        told.append(text(f"The number's path: {', '.join(steps)}."))
    moved = [(n, point) for n, point in enumerate(year.points, 1) if moved_words(point)]
    if moved and whole:
        told.append(text("What moved, turn by turn:"))
        told += [item(f"{n}, {p.scene}: {sentence(moved_words(p))}") for n, p in moved]
    return told


def _table(years: tuple[YearLine, ...]) -> Block:
    """Say every rulebook's year in figures, the keeper's first."""
    rows = [
        (
            year.short,
            *(_figure(number) for number in (year.start, year.end)),
            *(str(n) for n in _counts(year)),
        )
        for year in years
    ]
    return table(
        ("rulebook", "start", "end", "moves", "doors shut", "lists", "elsewhere", "barred"), *rows
    )


def _counts(year: YearLine) -> tuple[int, ...]:
    return year.moves, len(year.shut), len(year.lists), year.elsewhere, year.barred


def _figure(number: int | None) -> str:
    return "none" if number is None else str(number)


def _ours(view: Debrief) -> list[Block]:
    kept = joined(f"{name} {value}" for name, value in view.memories)
    told = f"At the end: {kept}, each out of 5. " if kept else ""
    said = f"{told}{view.unscored_note}".strip()
    moved = [item(sentence(remembered_words(each))) for each in view.remembered]
    return [text(said), *moved] if said else moved


def key_told(view: Debrief) -> bool:
    """Whether they were judged a second time, so that what is so can be told."""
    return any(statement.after for statement in view.statements)


def _statements(view: Debrief, key: bool) -> list[Block]:
    told = [text(f"The statements, {when}: {words}.") for when, words in view.believed]
    if key or key_told(view):
        return [*told, *so(view.statements)]
    if view.statements:
        again = "You judged the statements before the year. Once more: type statements."
        return [text(f"{again} Or hear what is so: statements key.")]
    return []


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
