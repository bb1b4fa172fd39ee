"""Library and check as a terminal shows them: tables and colour, by Rich.

Rich is imported inside the functions that print, so that nothing else pays for it. Every
colour has its word beside it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.check.balance import Balance
from game.check.examine import Report
from game.check.proofs import Proofs
from game.cli.proven import balance_lines, counted, figures, proof_note
from game.cli.story import problem_line
from game.core.library.catalogue import Found, cited_by
from game.core.story.claims import Claim
from game.core.story.model import Story
from game.folders import command
from game.plain.blocks import Block
from game.plain.library import library, list_line, rests_on, source_words, term_line
from game.plain.voice import clean
from game.words import mark, say

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["show_library", "show_report"]

_VERDICT = {
    "documented": "green",
    "partly documented": "yellow",  # not said
    "outdated": "yellow",
    "contested": "magenta",
    "not found": "red",  # not said
    "false": "red",
    "opinion": "cyan",
}
_STYLE = {"error": "bold red", "warning": "yellow", "advice": "cyan"}  # not said


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, emoji=False, markup=False)


def show_library(story: Story, found: Found) -> None:
    """Print what the library found; one claim as its card."""
    console = _console()
    if len(found.claims) == 1:
        _card(console, library(story, Found(found.claims)))
    elif found.claims:
        _claims(console, found.claims, story.folder)
    for title, rows in (
        (say("Terms"), [term_line(entry) for entry in found.glossary]),
        (say("Lists"), [list_line(short, each) for short, each in found.lists]),
        (say("Sources"), [source_words(key, source) for key, source in found.sources]),
    ):
        if rows:
            console.print(f"\n{title}", style="bold")
            for row in rows:
                console.print(clean(row))
    if len(found.sources) == 1:
        for line in rests_on(cited_by(story, found.sources[0][0])):
            console.print(f"\n{clean(line)}")


def _claims(console: Console, claims: tuple[Claim, ...], folder: str) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column(say("id"), no_wrap=True)
    table.add_column(say("on record"), no_wrap=True)
    table.add_column(say("the sentence"))
    for claim in claims:
        verdict = Text(claim.record.verdict, style=_VERDICT[claim.record.verdict])
        table.add_row(claim.id, verdict, Text(say("“{words}”", words=clean(claim.words))))
    console.print(table)
    card = command(f"library {claims[0].id}", folder)
    console.print(f"\n{say('For a card, add its id: {command}', command=card)}")


def _card(console: Console, blocks: list[Block]) -> None:
    width = min(console.width, 80)
    for n, block in enumerate(blocks):
        style = "italic" if block.kind == "quote" else "bold" if block.kind == "heading" else ""
        console.print(("\n" if n else "") + clean(block.text), style=style, width=width)


def show_report(path: Path, report: Report, weighed: list[Balance]) -> None:
    """Print a check's report."""
    console = _console()
    for problem in report.problems:
        console.print(problem_line(path, problem), style=_STYLE[problem.severity])
    if report.title:
        _counts(console, report)
    if report.proofs is not None and report.story is not None:
        for cut in report.proofs.by_cut:
            _proof(console, report.story, report.proofs, cut)
        console.print(f"\n{clean(proof_note(report.proofs))}", style="dim")
    for one in weighed:
        _balance(console, one)
    console.print()
    style = "bold green" if report.good else "bold red"  # not said
    console.print(report.verdict, style=style)


def _counts(console: Console, report: Report) -> None:
    from rich.table import Table

    table = Table(title=report.title, box=None, show_header=False, title_justify="left")
    table.add_column(justify="right")
    table.add_column()
    for name, count in report.counts.items():
        table.add_row(str(count), counted(name))
    table.add_row(str(report.plays), say("play-throughs played"))
    for chapter, grade in report.grade.items():
        table.add_row(str(grade), say("reading grade of {chapter}", chapter=clean(chapter)))
    for cut, minutes in report.minutes.items():
        table.add_row(str(minutes), say("minutes, {cut}", cut=cut))
    console.print(table)


def _proof(console: Console, story: Story, proofs: Proofs, cut: str) -> None:
    """One table a cut: a row a keeper."""
    from rich.table import Table

    options = sum(len(scene.options) for scene in story.cut_scenes(cut))
    table = Table(box=None, padding=(0, 0, 0, 2), pad_edge=False)
    table.add_column(say("keeper"), style="bold", no_wrap=True)
    rows = {keeper: figures(proof) for keeper, proof in proofs.by_cut[cut].items()}
    for name in dict.fromkeys(name for row in rows.values() for name, _ in row):
        table.add_column(name, justify="right", no_wrap=True)
    for keeper, row in rows.items():
        given_up = say("not proven, from {scene} on", scene=proofs.by_cut[cut][keeper].gave_up)
        table.add_row(keeper, *([value for _, value in row] or [given_up]))
    words = mark("Every play of {cut}: {options} options, {endings} endings")
    head = say(words, cut=cut, options=options, endings=len(story.head.endings))
    console.print(f"\n{head}", style="italic")
    console.print(table)


def _balance(console: Console, one: Balance) -> None:
    head, *lines, words = balance_lines(one)
    console.print(f"\n{clean(head)}", style="bold")
    for line in lines:
        console.print(clean(line))
    console.print(clean(words), style="yellow" if one.words else "green")
