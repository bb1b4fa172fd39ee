"""The reveal and its opened cells in words: who judged what, and on whose sentence.

The order is the listener's: the leading rulebook's move for every option, then the choice
under every rulebook, then the sentence with its answer. No sign or colour carries a meaning.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.showing import quiet_words
from game.core.showing.parts import Cell, DeedView, GridRow
from game.core.showing.quiet import idle
from game.core.showing.telling import sizes
from game.core.showing.views import RevealPage
from game.plain.asking import task
from game.plain.blocks import Block, heading, item, option, passage, quoted, text
from game.plain.cards import short_card
from game.words import capital, joined, mark, say, sentence

__all__ = ["reveal", "whole_grid", "why"]

_NOTHING = {"silent": mark("Silent: {who}."), "not_tracked": mark("Do not look: {who}.")}
_COUNTS_NONE = mark("{who} counts none of these.")
_COUNT_NONE = mark("{who} count none of these.")


def reveal(
    page: RevealPage, leading: str, last: bool = False, marks: str = "0123456789"
) -> list[Block]:
    """Say the grid as the gear shows it; in the full gear the whole card follows by itself."""
    taken = next((n for n, column in enumerate(page.columns) if column.taken), 0)
    title = say("How it is judged")
    if page.gear == "held":
        title = say("How it is judged: {title}", title=page.title)
    told = [heading(title)]
    first = [row for row in page.rows if row.keeper == leading or row.is_keeper]
    if not page.event:
        told += _first(first, page, taken, marks)
    told += _others(page, taken, [] if page.event else first)
    told += _size_notes(page, first, taken)
    if page.prediction and page.gear == "held":
        told.append(item(page.prediction))
    asked = task(page.task, last, of=page.card) if page.task else []
    # In the full gear the whole card follows on its own page, unless it would answer first.
    if page.gear == "full" and not asked:
        return told
    return [*told, *short_card(page.card, page.task), *asked]


def _first(rows: Sequence[GridRow], page: RevealPage, taken: int, marks: str) -> list[Block]:
    """Say what the leading rulebook and the keeper make of every option; alike, in one sentence."""
    told: list[Block] = []
    hushed = [row for row in rows if _counts_none(row) and row.barred is None]
    if len(hushed) == len(rows) and quiet_words.only("choice", ()) in page.quiet:
        return []  # nobody counts it: that is said of all of them, below
    if len(hushed) > 1:
        who = capital(joined(row.short for row in hushed))
        told.append(item(say(_COUNT_NONE, who=who)))
        rows = [row for row in rows if row not in hushed]
    return told + [item(_options(row, page, marks)) for row in rows if not _told_below(row, taken)]


def _counts_none(row: GridRow) -> bool:
    return all(cell.kind in _NOTHING for cell in row.cells)


def _others(page: RevealPage, taken: int, first: Sequence[GridRow]) -> list[Block]:
    """Say what the others make of the choice; who alone counts it, in one sentence."""
    rows = [row for row in page.rows if row not in first and _speaks(row, taken)]
    if len(rows) == 1 and rows[0].barred is None and page.alone:
        only, *rest = page.quiet
        word = _word(rows[0].cells[taken])
        told = [
            item(
                passage(
                    sentence(say("{only}: {word}", only=only, word=word)),
                    _reason(rows[0].cells[taken]),
                )
            )
        ]
        return told + [item(sentence(words)) for words in rest]
    told = [item(say("And your choice:"))] if rows and first else []
    told += [item(_row(row, row.cells[taken])) for row in rows]
    return told + [item(sentence(words)) for words in page.quiet]


def _reason(cell: Cell) -> str:
    """Why one alone counts it, in its rule's words: nobody else on the page would say."""
    moving = (deed for deed in cell.deeds if deed.kind not in ("none", "silent", "not_tracked"))
    return sentence(next((deed.says for deed in moving if deed.says), ""))


def _speaks(row: GridRow, taken: int) -> bool:
    """Whether a rulebook has something to say of the choice; what has not is told together."""
    return not idle(row.cells[taken]) or row.barred is not None


def _told_below(row: GridRow, taken: int) -> bool:
    """Whether nothing comes of any option, and of the one taken it is said who knows it.

    "Nothing for any of these" and "knows this and does nothing" would say it twice on a page.
    """
    known = row.cells[taken].kind == "none" and row.barred is None
    return known and all(map(idle, row.cells))


def _options(row: GridRow, page: RevealPage, marks: str) -> str:
    """Say one rulebook's move for every option: those with the same answer together."""
    if _counts_none(row):
        return passage(say(_COUNTS_NONE, who=capital(row.short)), _barred(row))
    together: dict[tuple[str, bool], list[str]] = {}
    for column, cell in zip(page.columns, row.cells, strict=True):
        if not idle(cell):
            mark_ = marks[column.digit or 0]  # what stands in a reveal could be chosen: it has one
            name = f"{mark_} ({column.short})"
            together.setdefault((cell.word, cell.reading), []).append(name)
    told = [_for(words, names, ours) for (words, ours), names in together.items()]
    if any(map(idle, row.cells)):
        none = say("nothing for the others") if told else say("nothing for any of these")
        told.append(none)
    return passage(_says(row, "; ".join(told)), _barred(row))


def _says(row: GridRow, words: str) -> str:
    return say("{who}: {words}.", who=capital(row.short), words=words)


def _for(words: str, names: list[str], ours: bool) -> str:
    """Say an answer and its options; a long answer stands after them."""
    which = joined(names)
    if ": " in words:
        told = say("for {options}, {answer}", options=which, answer=words)
    else:
        told = say("{answer} for {options}", options=which, answer=words)
    return _ours(told) if ours else told


def _ours(words: str) -> str:
    return say("{words}, our reading", words=words)


def _size_notes(page: RevealPage, first: Sequence[GridRow], taken: int) -> list[Block]:
    """Say whose sizes were just said; not those of cells that nobody heard."""
    notes = []
    for row in page.rows:
        cells = row.cells if row in first else (row.cells[taken],)
        if row.size_note and any(cell.change for cell in cells):
            notes.append(row.size_note)
    return [item(sentence(note)) for note in sizes(notes)]


def _word(cell: Cell) -> str:
    return _ours(cell.word) if cell.reading else cell.word


def _barred(row: GridRow) -> str:
    return say("It would not have let you: {why}.", why=row.barred) if row.barred else ""


def _row(row: GridRow, cell: Cell) -> str:
    if row.barred and idle(cell):
        return say("{who} would not have let you: {why}.", who=capital(row.short), why=row.barred)
    return passage(_says(row, _word(cell)), _barred(row))


def whole_grid(page: RevealPage) -> list[Block]:
    """Say every rulebook's move for every option; those that say nothing come last, together."""
    told = [heading(say("The whole grid: {title}", title=page.title))]
    for n, column in enumerate(page.columns):
        chosen = say("Your choice.") if column.taken and not page.event else ""
        name = passage(sentence(column.label), chosen)
        told.append(text(name) if page.event else option(column.digit, name))
        speaking = [row for row in page.rows if row.cells[n].kind not in _NOTHING]
        told += [item(_row(_of_option(row, column.taken), row.cells[n])) for row in speaking]
        told += _nothing(page, n)
    if not page.rows:
        told.append(text(sentence(say("nothing here is for a rulebook to judge"))))
    return told + [item(sentence(note)) for note in sizes(page.size_notes)]


def _of_option(row: GridRow, taken: bool) -> GridRow:
    """What a rulebook barred is the choice that was made, and no other option."""
    return row if taken else row._replace(barred=None)


def _nothing(page: RevealPage, n: int) -> list[Block]:
    """Fold the rulebooks that say nothing of an option, a line for each way of saying nothing."""
    told = []
    for kind, words in _NOTHING.items():
        named = [row.short for row in page.rows if row.cells[n].kind == kind]
        if named:
            told.append(item(say(words, who=joined(named))))
    return told


def why(page: RevealPage, n: int) -> list[Block]:
    """Say what each rulebook makes of each deed of the n-th option (from 0), and why."""
    told = [heading(say("Why: {label}", label=page.columns[n].label))]
    for row in page.rows:
        if row.cells[n].kind not in _NOTHING:
            told.append(text(f"{capital(row.name)}:"))
            told += [item(_deed(view)) for view in row.cells[n].deeds]
    quiet = _nothing(page, n)
    return [*told, text(say("The others:")), *quiet] if quiet else told


def _deed(view: DeedView) -> str:
    told = [say("{deed}: {answer}.", deed=capital(view.deed), answer=view.answer)]
    if view.says and view.kind not in _NOTHING:
        told.append(sentence(view.says))
    if view.quote:
        told.append(f"{view.heading}, {view.claim}: {quoted(view.quote)}")
    if view.sources:
        told.append(_on_record(view))
    return passage(*told, sentence(view.size or ""))


def _on_record(view: DeedView) -> str:
    sources = "; ".join(source.text for source in view.sources)
    if view.where:
        return say("On record, {where}: {sources}.", where=view.where, sources=sources)
    return say("On record: {sources}.", sources=sources)
