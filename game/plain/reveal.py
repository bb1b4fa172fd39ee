"""The reveal, the opened cells and the card in words: who judged what, and on whose sentence.

The order is the listener's: the leading rulebook's move for every option, then the choice
under every rulebook, then the sentence with its answer. No sign or colour carries a meaning.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.core.claims import Source
from game.core.parts import CardView, Cell, DeedView, GridRow, TaskView
from game.core.telling import join
from game.core.views import RevealPage
from game.plain.blocks import Block, capital, heading, item, option, quote, quoted, sentence, text

__all__ = ["card", "reveal", "short_card", "task", "whole_grid", "why"]

_SAME_NOTHING = ({"silent"}, {"not_tracked"})
_NOTHING = {"silent": "Silent", "not_tracked": "Do not look"}


def reveal(page: RevealPage, leading: str, last: bool = False) -> list[Block]:
    """Say the grid as the gear shows it; in the full gear the whole card follows by itself."""
    taken = next((n for n, column in enumerate(page.columns) if column.taken), 0)
    told = [heading(f"How it is judged: {page.title}")]
    if not page.event:
        told.append(text("What each option does:"))
        told += _leading(page, leading)
        told.append(text(f"Your choice was {page.columns[taken].digit}. What each rulebook says:"))
    else:
        told.append(text("What each rulebook says:"))
    told += [item(_row(row, row.cells[taken])) for row in page.rows]
    told += [item(sentence(words)) for words in page.folded]
    told += _size_notes(page, leading, taken)
    if page.prediction and page.gear == "held":
        told.append(item(page.prediction))
    asked = task(page.task, last) if page.task else []
    # In the full gear the whole card follows on its own page, unless it would answer first.
    if page.gear == "full" and not asked:
        return told
    return [*told, *short_card(page.card), *asked]


def _leading(page: RevealPage, leading: str) -> list[Block]:
    rows = [row for row in page.rows if row.keeper == leading or row.is_keeper]
    told = []
    for row in rows:
        kinds = {cell.kind for cell in row.cells}
        if kinds <= {"silent"} or kinds <= {"not_tracked"}:
            verb = "is silent on" if kinds == {"silent"} else "does not look at"
            told.append(item(f"{capital(row.short)} {verb} all of these."))
    speaking = [row for row in rows if {c.kind for c in row.cells} not in _SAME_NOTHING]
    for n, column in enumerate(page.columns if speaking else ()):
        words = "; ".join(f"{row.short}, {_word(row.cells[n])}" for row in speaking)
        told.append(option(column.digit, f"{column.label.rstrip('.!?')}: {words}."))
    return told


def _size_notes(page: RevealPage, leading: str, taken: int) -> list[Block]:
    """Say whose sizes were just said; not those of cells that nobody heard."""
    notes = []
    for row in page.rows:
        whole = row.keeper == leading or row.is_keeper
        cells = row.cells if whole else (row.cells[taken],)
        if row.size_note and any(cell.change for cell in cells):
            notes.append(item(sentence(row.size_note)))
    return list(dict.fromkeys(notes))


def _word(cell: Cell) -> str:
    """Say a cell's word; the shortest one is too short for the ear."""
    return "keeps you from losing" if cell.word == "keeps" else cell.word


def _row(row: GridRow, cell: Cell) -> str:
    barred = f" It would not have let you: {row.barred}." if row.barred else ""
    ours = ", our reading" if cell.reading else ""
    return f"{capital(row.short)}: {_word(cell)}{ours}.{barred}"


def whole_grid(page: RevealPage) -> list[Block]:
    """Say every rulebook's move for every option; those that say nothing come last, together."""
    told = [heading(f"The whole grid: {page.title}")]
    for n, column in enumerate(page.columns):
        chosen = " Your choice." if column.taken and not page.event else ""
        told.append(option(column.digit, f"{sentence(column.label)}{chosen}"))
        speaking = [row for row in page.rows if row.cells[n].kind not in _NOTHING]
        told += [item(_row(row, row.cells[n])) for row in speaking]
        told += _nothing(page, n)
    return told + [item(sentence(note)) for note in page.size_notes]


def _nothing(page: RevealPage, n: int) -> list[Block]:
    """Fold the rulebooks that say nothing of an option, a line for each way of saying nothing."""
    told = []
    for kind, words in _NOTHING.items():
        named = [row.short for row in page.rows if row.cells[n].kind == kind]
        if named:
            told.append(item(f"{words}: {join(named)}."))
    return told


def why(page: RevealPage, n: int) -> list[Block]:
    """Say what each rulebook makes of each deed of the n-th option (from 0), and why."""
    told = [heading(f"Why: {page.columns[n].label}")]
    for row in page.rows:
        if row.cells[n].kind not in _NOTHING:
            told.append(text(f"{capital(row.name)}:"))
            told += [item(_deed(view)) for view in row.cells[n].deeds]
    quiet = _nothing(page, n)
    return [*told, text("The others:"), *quiet] if quiet else told


def _deed(view: DeedView) -> str:
    told = [f"{capital(view.deed)}: {view.answer}."]
    if view.says and view.answer not in ("silent", "does not look"):
        told.append(sentence(view.says))
    if view.quote:
        told.append(f"{view.heading}, {view.claim}: {quoted(view.quote)}")
    if view.sources:
        place = f", {view.where}" if view.where else ""
        told.append(f"On record{place}: {'; '.join(source.text for source in view.sources)}.")
    told += [sentence(view.size)] if view.size else []
    return " ".join(told)


def _where(view: CardView) -> str:
    """Say who said it and where; a place that names its speaker stands alone."""
    named = view.place.startswith("the ")
    place = view.place if named else f"{view.speaker}, {view.place}"
    return f"{capital(place)}. Sentence {view.id}."


def _verdict(view: CardView) -> str:
    place = f" {sentence(view.where)}" if view.where else ""
    looked = " Looked at:" if place and view.verdict in ("not found", "false") else ""
    return f"On record: {view.verdict}.{looked}{place}"


def _quoted(view: CardView) -> Block:
    return quote(f"{view.words} [sic]" if view.sic else view.words)


def task(asked: TaskView, last: bool) -> list[Block]:
    """Say what the chapter asks of the sentence; answering is one word, and may be left.

    After the last scene nobody is asked to type any more, so there it is a thing to say aloud.
    """
    told = [text(f"For you: {asked.question}")]
    told += [
        item(f"{a}: {words}") for a, (_, words) in zip("abcdefgh", asked.choices, strict=False)
    ]
    if asked.told:
        return [*told, text(asked.told)]
    if last:
        return [*told, text("Say it aloud, or write it down.")]
    how = "answer and its letter" if asked.choices else "answer and your sentence"
    return [*told, text(f"Type {how} at the next prompt, or leave it.")]


def short_card(view: CardView) -> list[Block]:
    """Say the sentence with one line of answer; the rest is one word away.

    What the player is asked to pick or guess is held back, and asked after it.
    """
    answer = [text(f"For it: {view.for_line}")] if view.for_line else []
    answer += [text(f"The other side: {view.answer_line}")] if view.answer_line else []
    answer += [text(_verdict(view))] if view.verdict else []
    words = [_quoted(view), text(_where(view)), text(f"In plain words: {view.plain}")]
    first = text("First what is so, then the sentence:")
    told = [first, *answer, *words] if view.why_believed else [*words, *answer]
    return [*told, text("For both sides and the sources, type card.")]


def card(view: CardView, known: Mapping[str, Source] | None = None) -> list[Block]:
    """Say a whole card. Where a claim is plainly wrong, the correction comes first.

    With `known`, sources are named briefly: who printed it, and when.
    """
    words = [_quoted(view), text(_where(view)), text(f"In plain words: {view.plain}")]
    record = [text(_record(view)), *_sources(view, known)]
    against = [text(f"Against it: {view.against}")] if view.against else []
    if view.why_believed:
        believed = text(f"Why people believe it: {view.why_believed}")
        told = [text("First what is so, then the sentence:"), *against, *record, *words, believed]
    else:
        told = [*words, *([text(f"For it: {view.for_}")] if view.for_ else []), *against, *record]
    if view.question:
        told.append(text(f"To ask: {view.question}"))
    if view.mark:
        told.append(text(f"You marked it: {view.mark}."))
    return told


def _record(view: CardView) -> str:
    if view.where and view.record.startswith(view.where):
        return f"On record: {view.verdict}. {view.record}"
    return f"{_verdict(view)} {view.record}"


def _sources(view: CardView, known: Mapping[str, Source] | None) -> list[Block]:
    if not view.sources:
        return []
    named = []
    for source in view.sources:
        words = _brief(known[source.key]) if known is not None else source.text
        named.append(f"{words}{' (weak)' if source.weak else ''}")
    return [text(f"Sources: {'; '.join(dict.fromkeys(named))}.")]


def _brief(source: Source) -> str:
    who = source.publisher or source.author or source.title
    return f"{who}, {source.year}" if source.year and str(source.year) not in who else who
