"""The reveal, the opened cells and the card in words: who judged what, and on whose sentence.

The order is the listener's: the leading rulebook's move for every option, then the choice
under every rulebook, then the sentence with its answer. No sign or colour carries a meaning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.core.claims import Source
from game.core.parts import CardView, Cell, DeedView, GridRow, TaskView
from game.core.quiet import idle
from game.core.telling import first_sentence, sizes
from game.core.views import RevealPage
from game.plain.blocks import Block, capital, heading, item, option, quote, quoted, sentence, text
from game.words import joined

__all__ = ["answered", "behind", "card", "reveal", "short_card", "task", "whole_grid", "why"]

_NOTHING = {"silent": "Silent", "not_tracked": "Do not look"}
_FACTS = "The facts first:"
_OURS = ", our reading"
_ALL = {"silent": "says nothing of these", "not_tracked": "looks at none of these"}


def reveal(page: RevealPage, leading: str, last: bool = False) -> list[Block]:
    """Say the grid as the gear shows it; in the full gear the whole card follows by itself."""
    taken = next((n for n, column in enumerate(page.columns) if column.taken), 0)
    title = f": {page.title}" if page.gear == "held" else ""
    told = [heading(f"How it is judged{title}")]
    first = [row for row in page.rows if row.keeper == leading or row.is_keeper]
    if not page.event:
        told += [item(_options(row, page)) for row in first]
    told += _others(page, taken, [] if page.event else first)
    told += _size_notes(page, first, taken)
    if page.prediction and page.gear == "held":
        told.append(item(page.prediction))
    asked = task(page.task, last) if page.task else []
    # In the full gear the whole card follows on its own page, unless it would answer first.
    if page.gear == "full" and not asked:
        return told
    return [*told, *short_card(page.card), *asked]


def _others(page: RevealPage, taken: int, first: Sequence[GridRow]) -> list[Block]:
    """Say what the others make of the choice; who alone counts it, in one sentence."""
    rows = [row for row in page.rows if row not in first and _speaks(row, taken)]
    if len(rows) == 1 and rows[0].barred is None and page.quiet[:1] and _alone(page.quiet[0]):
        only, *rest = page.quiet
        told = [item(sentence(f"{only}: {_word(rows[0].cells[taken])}"))]
        return told + [item(sentence(words)) for words in rest]
    told = [item("And your choice:")] if rows and first else []
    told += [item(_row(row, row.cells[taken])) for row in rows]
    return told + [item(sentence(words)) for words in page.quiet]


def _alone(words: str) -> bool:
    return words.startswith("only ")


def _speaks(row: GridRow, taken: int) -> bool:
    """Whether a rulebook has something to say of the choice; what has not is told together."""
    return not idle(row.cells[taken]) or row.barred is not None


def _options(row: GridRow, page: RevealPage) -> str:
    """Say one rulebook's move for every option: those with the same answer together."""
    kinds = {cell.kind for cell in row.cells}
    if len(kinds) == 1 and (same := _ALL.get(*kinds)):
        return f"{capital(row.short)} {same}.{_barred(row)}"
    together: dict[tuple[str, bool], list[str]] = {}
    for column, cell in zip(page.columns, row.cells, strict=True):
        if not idle(cell):
            name = f"{column.digit} ({column.short})"
            together.setdefault((_answer(cell), cell.reading), []).append(name)
    told = [_for(words, names, ours) for (words, ours), names in together.items()]
    if any(map(idle, row.cells)):
        told.append("nothing for the others" if told else "nothing for any of these")
    return f"{capital(row.short)}: {'; '.join(told)}.{_barred(row)}"


def _for(words: str, names: list[str], ours: bool) -> str:
    """Say an answer and its options; a long answer stands after them."""
    which = f"for {joined(names)}"
    told = f"{which}, {words}" if ": " in words else f"{words} {which}"
    return f"{told}{_OURS if ours else ''}"


def _size_notes(page: RevealPage, first: Sequence[GridRow], taken: int) -> list[Block]:
    """Say whose sizes were just said; not those of cells that nobody heard."""
    notes = []
    for row in page.rows:
        cells = row.cells if row in first else (row.cells[taken],)
        if row.size_note and any(cell.change for cell in cells):
            notes.append(row.size_note)
    return [item(sentence(note)) for note in sizes(notes)]


def _answer(cell: Cell) -> str:
    """Say a cell's word for the ear: the shortest is too short, and one colon is enough."""
    if cell.others:
        return cell.word.replace(": ", ", ", 1)
    return "no loss" if cell.word == "keeps" else cell.word


def _word(cell: Cell) -> str:
    return f"{_answer(cell)}{_OURS if cell.reading else ''}"


def _barred(row: GridRow) -> str:
    return f" It would not have let you: {row.barred}." if row.barred else ""


def _row(row: GridRow, cell: Cell) -> str:
    if row.barred and idle(cell):
        return f"{capital(row.short)} would not have let you: {row.barred}."
    return f"{capital(row.short)}: {_word(cell)}.{_barred(row)}"


def whole_grid(page: RevealPage) -> list[Block]:
    """Say every rulebook's move for every option; those that say nothing come last, together."""
    told = [heading(f"The whole grid: {page.title}")]
    for n, column in enumerate(page.columns):
        chosen = " Your choice." if column.taken and not page.event else ""
        name = f"{sentence(column.label)}{chosen}"
        told.append(text(name) if page.event else option(column.digit, name))
        speaking = [row for row in page.rows if row.cells[n].kind not in _NOTHING]
        told += [item(_row(row, row.cells[n])) for row in speaking]
        told += _nothing(page, n)
    return told + [item(sentence(note)) for note in sizes(page.size_notes)]


def _nothing(page: RevealPage, n: int) -> list[Block]:
    """Fold the rulebooks that say nothing of an option, a line for each way of saying nothing."""
    told = []
    for kind, words in _NOTHING.items():
        named = [row.short for row in page.rows if row.cells[n].kind == kind]
        if named:
            told.append(item(f"{words}: {joined(named)}."))
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
    told = [f"{capital(view.deed)}: {'no loss' if view.answer == 'keeps' else view.answer}."]
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
    """Say what is on record, in brief; of what wasn't found a place alone would make no sense."""
    if view.verdict in ("not found", "false"):
        record = view.record.removeprefix(f"{capital(view.verdict)}.").lstrip()
        return f"On record: {view.verdict}. {first_sentence(record)}{_looked(view)}"
    place = f" {sentence(view.where)}" if view.where else ""
    return f"On record: {view.verdict}.{place}"


def _looked(view: CardView) -> str:
    return f" Where we looked: {sentence(view.where)}" if view.where else ""


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
        return [*told, *answered(asked)]
    if last:
        return [*told, text("Say it aloud, or write it down.")]
    how = "answer and its letter" if asked.choices else "answer and your sentence"
    return [*told, text(f"Type {how} at the next prompt, or leave it.")]


def answered(asked: TaskView) -> list[Block]:
    """Say how an answer compares with the card; what was written is said back."""
    wrote = (
        [text(f"You wrote: {quoted(asked.said)}")] if asked.kind == "write" and asked.said else []
    )
    return [*wrote, text(asked.told or "Kept.")]


def short_card(view: CardView) -> list[Block]:
    """Say the sentence with one line of answer and its question; the rest is one word away.

    What the player is asked to pick or guess is held back, and asked after it.
    """
    answer = [text(f"For it: {view.for_line}")] if view.for_line else []
    answer += [text(f"The other side: {view.answer_line}")] if view.answer_line else []
    answer += [text(_verdict(view))] if view.verdict else []
    words = [_quoted(view), text(_where(view)), text(f"In plain words: {view.plain}")]
    told = [text(_FACTS), *answer, *words] if view.why_believed else [*words, *answer]
    told += [text(f"To ask: {view.question}")] if view.question else []
    return [*told, text(f"Both sides and the sources: type card {view.id}.")]


def card(view: CardView, known: Mapping[str, Source] | None = None) -> list[Block]:
    """Say a whole card. Where a claim is plainly wrong, the correction comes first.

    With `known`, sources are named briefly: who printed it, and when.
    """
    words = [_quoted(view), text(_where(view)), text(f"In plain words: {view.plain}")]
    record = [text(_record(view)), *_sources(view, known)]
    against = [text(f"Against it: {view.against}")] if view.against else []
    if view.why_believed:
        believed = text(f"Why people believe it: {view.why_believed}")
        told = [text(_FACTS), *against, *record, *words, believed]
    else:
        told = [*words, *([text(f"For it: {view.for_}")] if view.for_ else []), *against, *record]
    if view.question:
        told.append(text(f"To ask: {view.question}"))
    if view.mark:
        told.append(text(f"You marked it: {view.mark}."))
    return told


def _record(view: CardView) -> str:
    if view.verdict in ("not found", "false"):
        return f"On record: {view.verdict}. {view.record}{_looked(view)}"
    if view.where and view.record.startswith(view.where):
        return f"On record: {view.verdict}. {view.record}"
    return f"{_verdict(view)} {view.record}"


def behind(view: CardView) -> list[Block]:
    """Say what is on record and on which sources, of a sentence whose sides were told already."""
    return [text(_record(view)), *_sources(view, None)]


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
