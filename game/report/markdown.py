"""The report as Markdown: the same words as the page, with sources as footnotes.

Refuses to let a text speak Markdown: what a player typed or an author wrote is escaped, all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.core.debrief.figures import TurningPoint
from game.core.debrief.years import YearLine, wrote
from game.core.story.statements import StatementView
from game.report import words
from game.report.account import Account, Sentence
from game.report.words import titles
from game.words import say, sentence

__all__ = ["card", "escaped", "markdown", "sources"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&])")
_BULLET = re.compile(r"^([-+=])")
_ENDING_IT = re.compile(r"[<>\s\\]")
_NUMBER = re.compile(r"^(\d+)([.)])")


def escaped(text: str) -> str:
    """Return text that Markdown shows as it stands."""
    text = _SPECIAL.sub(r"\\\1", text)
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\\\1", text))


def markdown(told: Account) -> str:
    """Return the whole report."""
    parts = [f"# {escaped(told.heading)}", f"*{escaped(told.byline)}*", escaped(words.lead(told))]
    parts += [f"> {escaped(notice)}" for notice in told.notices]
    parts += [*_year(told), *_turned(told), *_unscored(told), *_statements(told), *_asks(told)]
    parts += [f"## {escaped(titles().rest)}"]
    parts += [*_ledger(told), *_doors(told), *_predictions(told), *_claims(told)]
    parts += [*_turns(told), *_about(told), *sources(told)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _part(title: str, *parts: str, level: int = 2) -> list[str]:
    """A part with its heading; nothing where there is nothing to say."""
    said = [part for part in parts if part]
    return [f"{'#' * level} {escaped(title)}", *said] if said else []


def _year(told: Account) -> list[str]:
    return _part(titles().year, _items(map(_summary, told.view.years)))


def _summary(year: YearLine) -> str:
    return f"**{escaped(words.named(year))}** {escaped(year.summary)}"


def _turned(told: Account) -> list[str]:
    view = told.view
    notes = [escaped(note) for note in view.notes]
    return [
        *_part(titles().turning, _items(map(_turning, view.turning)), *notes),
        *_part(titles().uncontrolled, _events(view.together)),
        *_part(titles().later, _events(view.came_of_it)),
    ]


def _events(pairs: Iterable[tuple[str, str]]) -> str:
    return _items(f"**{escaped(scenes)}**: {escaped(sentence(says))}" for scenes, says in pairs)


def _turning(turn: TurningPoint) -> str:
    scene = f"**{escaped(turn.scene)}**"
    scene += f" (“{escaped(turn.label)}”)" if turn.label else ""
    says = escaped(sentence(turn.says))
    return say("Turn {n}, {scene}: {says}", n=turn.turn + 1, scene=scene, says=says)


def _unscored(told: Account) -> list[str]:
    seen = (f"**{escaped(scene)}**: {escaped(says)}" for scene, says in told.view.unscored)
    moved = _items(map(escaped, words.remembered(told)))
    return _part(titles().unscored, _items(seen), escaped(words.our_rules(told)), moved)


def _statements(told: Account) -> list[str]:
    judged = _items(map(_statement, told.view.statements))
    return _part(titles().statements, *map(escaped, words.believed(told)), judged)


def _statement(view: StatementView) -> str:
    truth = say("True:") if view.truth else say("False:")
    told = f"{escaped(view.says)} {escaped(words.said(view))} {escaped(view.answer)}"
    return f"**{escaped(truth)}** {told}"


def _asks(told: Account) -> list[str]:
    return [
        *_part(titles().question, escaped(told.view.question)),
        *_part(titles().transfer, escaped(told.view.transfer)),
    ]


def _ledger(told: Account) -> list[str]:
    lines = []
    for line in told.view.ledger:
        claim = (
            f" {escaped(line.claim)}: “{escaped(line.quote)}”" if line.claim and line.quote else ""
        )
        lines.append(
            f"{line.turn + 1}, {escaped(line.scene)}: {escaped(line.deed)}. "
            f"{escaped(words.ledger_line(line))}{claim}"
        )
    return _part(titles().ledger, _items(lines), level=3)


def _doors(told: Account) -> list[str]:
    lines = []
    for past in told.view.doors:
        why = words.closing(past.view)
        quote = past.view.closed.quote if past.view.closed and why else None
        lines.append(
            f"**{escaped(sentence(past.view.name))}** "
            f"{escaped(sentence(words.door(past)))} {escaped(why)}"
            f"{f' “{escaped(quote)}”' if quote else ''}".rstrip()
        )
    return _part(titles().doors, _items(lines), level=3)


def _predictions(told: Account) -> list[str]:
    made = (
        f"{guess.turn + 1}, {escaped(guess.scene)}: {escaped(words.guess(guess))}"
        for guess in told.view.guesses
    )
    return _part(titles().predictions, escaped(words.predicted(told)), _items(made), level=3)


def _claims(told: Account) -> list[str]:
    if not told.sentences:
        return []
    cards = [part for met in told.sentences for part in card(met)]
    own = _items(escaped(wrote(*each)) for each in told.view.written)
    comment = _part(titles().comment, escaped(told.view.comment), own, level=3)
    return [*_part(titles().claims, escaped(words.met(told)), *cards, level=3), *comment]


def card(met: Sentence, marked: bool = True) -> list[str]:
    """A sentence that was met, with its answer and its footnotes."""
    view = met.card
    sic = " " + escaped(say("[sic]")) if view.sic else ""
    quote = f"> “{escaped(view.words)}”{sic}\n>\n> {escaped(words.where(view))}"
    notes = "".join(f"[^{number}]" for number in met.sources)
    verdict = say("On record: {verdict}.", verdict=f"**{escaped(say(view.verdict))}**")
    record = f"{verdict} {escaped(words.record(view))}{notes}"
    plain = escaped(say("In plain words: {words}", words=view.plain))
    mine = (words.your_mark(view) if marked else "", words.answered(met))
    yours = [escaped(part) for part in mine if part]
    if view.why_believed:
        first = escaped(f"{say('The facts first.')} {view.answer_line}")
        believed = escaped(say("Why people believe it: {words}", words=view.why_believed))
        return [first, record, quote, _items([plain, believed, *yours])]
    for_it = [escaped(say("For it: {words}", words=view.for_line))] if view.for_line else []
    other = escaped(say("The other side: {words}", words=view.answer_line))
    return [quote, _items([plain, *for_it, other, record, *yours])]


def _turns(told: Account) -> list[str]:
    years = told.view.years
    head = [say("turn"), say("what happened"), *(year.short for year in years)]
    rows = [[escaped(cell) for cell in head], ["---:", "---", *("---:" for _ in years)]]
    for n, point in enumerate(years[0].points):
        label = f" “{point.label}”" if point.label else ""
        cells = [words.cell(year, year.points[n]) for year in years]
        rows.append([str(n + 1), escaped(point.scene + label), *map(escaped, cells)])
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return _part(titles().turns, table, level=3) if years[0].points else []


def _about(told: Account) -> list[str]:
    if told.about is None:
        return []
    about = told.about
    notes = (*about.living_people, *about.content, *about.honesty)
    return [
        *_part(about.title, *map(escaped, about.lines), level=3),
        *_part(titles().notes, *map(escaped, notes), level=3),
    ]


def sources(told: Account) -> list[str]:
    """The footnotes."""
    notes = []
    for number, source in enumerate(told.footnotes, 1):
        address = f" {_address(source.address)}" if source.address else ""
        notes.append(f"[^{number}]: {escaped(words.source(source))}{address}")
    signs = escaped(words.signs(told.footnotes))
    return _part(titles().sources, signs, "\n".join(notes), level=3)


def _address(address: str) -> str:
    """Link a web address; an angle bracket would end the link, anything else stays text."""
    if not address.startswith(words.WEB):
        return escaped(address)
    return f"<{_ENDING_IT.sub(lambda found: f'%{ord(found[0]):02X}', address)}>"
