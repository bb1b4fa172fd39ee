"""The report's own words, shared by the page and the Markdown, so that they can't differ.

Sentences about figures that the account holds; never a figure of their own, never a mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from game.core.debrief import Guessed
from game.core.doors import DoorPast
from game.core.parts import CardView, DoorView, LedgerLine, SourceView
from game.core.remembered import remembered_words
from game.core.statements import SURE, StatementView
from game.core.telling import guessed
from game.core.years import Point, YearLine, beyond
from game.report.account import Account, Sentence
from game.report.shown import plain_text
from game.words import joined

__all__ = [
    "TITLES",
    "WEB",
    "Titles",
    "address",
    "answered",
    "believed",
    "cell",
    "closing",
    "door",
    "guess",
    "kept",
    "lead",
    "ledger_line",
    "mark",
    "met",
    "our_rules",
    "predicted",
    "record",
    "remembered",
    "said",
    "sentence",
    "source",
    "where",
]


@dataclass(frozen=True, slots=True)
class Titles:
    """Headings, in their order."""

    year: str = "The year, as each rulebook saw it"
    turning: str = "The turns that changed most"
    uncontrolled: str = "What you did not choose"
    unscored: str = "What no score saw"
    statements: str = "The statements, before and after"
    question: str = "One question"
    transfer: str = "And one to take with you"
    rest: str = "The rest, to look up and argue with"
    ledger: str = "The ledger, and whose words it rests on"
    doors: str = "Doors, and what closed them"
    predictions: str = "What you predicted"
    claims: str = "The sentences you met"
    comment: str = "Your own comment"
    turns: str = "Every turn, in numbers"
    notes: str = "What is in this story, and what is ours"
    sources: str = "Sources"


TITLES = Titles()

WEB = ("https://", "http://")
"""What an address begins with that is made a link; a story can't make any other."""


def sentence(words: str) -> str:
    """Make a sentence: a capital at the start, a full stop at the end."""
    words = words.strip()
    words = words[:1].upper() + words[1:]
    return words if not words or words.endswith((".", "!", "?", "”", '"', ":")) else f"{words}."


def lead(told: Account) -> str:
    """Say what this is, to the person who played."""
    if told.over:
        return (
            "This is the year that you lived, as each rulebook saw it. It is no mark: nobody "
            "passes it, and nobody fails. Five things come first. Then there is one question, "
            "and one to take with you. The rest is yours to look up and argue with."
        )
    return (
        f"Your year is not over yet: you have played {told.made} of {told.of} scenes. "
        "This is how it stands. You can go on where you stopped: type carrot."
    )


def kept(year: YearLine) -> str:
    """Say which place a rulebook had in this year."""
    return "your keeper" if year.is_keeper else ""


def our_rules(told: Account) -> str:
    """Say what the game itself counted, and ask what it missed."""
    counted = joined(f"{name} {value}" for name, value in told.view.memories)
    kept = f"At the end: {counted}, each out of 5. " if counted else ""
    return f"{kept}{told.view.unscored_note}".strip()


def remembered(told: Account) -> list[str]:
    """Say of each thing that was remembered what moved it in this run."""
    return [sentence(remembered_words(each)) for each in told.view.remembered]


def said(view: StatementView) -> str:
    """Say what was said of a statement, before and after."""
    both = (("before", view.before), ("after", view.after))
    parts = (
        f"{when}: {'true' if given[0] else 'false'}, {SURE[given[1]]}"
        for when, given in both
        if given is not None
    )
    return f"You said {'; '.join(parts)}."


def believed(told: Account) -> list[str]:
    """Say what was believed, the true and the false ones apart; or that nobody was asked."""
    if told.view.believed:
        return [sentence(f"{when}: {words}") for when, words in told.view.believed]
    if told.booster:
        later = f"In a week carrot booster has {told.booster} others for you."
        return [f"You left the statements alone this time. {later}"]
    return []


def predicted(told: Account) -> str:
    """Say how many predictions came true."""
    hits, of = told.view.hits, told.view.predicted
    return guessed(hits, of) if of else ""


def guess(made: Guessed) -> str:
    """Say what was predicted at a turn, and what came."""
    if made.hit:
        also = "" if made.was == made.said else f" It was: {made.was}."
        return f"You said: {made.said}. So it was.{also}"
    return f"You said: {made.said}. It was: {made.was}."


def met(told: Account) -> str:
    """Say how many sentences were met, and what is on record of them."""
    counted = joined(f"{count} {verdict}" for verdict, count in told.view.verdicts)
    more = told.view.behind
    behind = f" {more} more stood behind them: see carrot library." if more else ""
    count = len(told.view.claims)
    word = "sentence" if count == 1 else "sentences"
    return f"You met {count} {word}. On record: {counted}.{behind}"


def where(view: CardView) -> str:
    """Say who said it and where; a place that names its speaker stands alone."""
    place = view.place if view.place.startswith("the ") else f"{view.speaker}, {view.place}"
    return f"{view.id}. {sentence(place)}"


def record(view: CardView) -> str:
    """Say what is on record, with place and date."""
    place = sentence(view.where) if view.where else ""
    if not place or view.record.startswith(view.where or ""):
        return view.record
    if view.verdict in ("not found", "false"):
        return f"{view.record} Where we looked: {place}"
    return f"{place} {view.record}"


def answered(met: Sentence) -> str:
    """Say what the player answered to what the chapter asked of it."""
    return f"{met.asked} You said: “{met.said}” {met.told}".strip() if met.said else ""


def door(past: DoorPast) -> str:
    """Say what a door did over the year."""
    if not past.turns:
        return "closed all year" if not past.view.open else "open all year"
    return ", then ".join(
        f"{'opened' if turn.open else 'closed'} at turn {turn.turn + 1}, {turn.scene}"
        for turn in past.turns
    )


def closing(view: DoorView) -> str:
    """Say what keeps a door closed now, with the rule."""
    if view.open or view.closed is None:
        return ""
    says = f" {sentence(view.closed.says)}" if view.closed.says else ""
    return f"{sentence(view.closed.sentence)}{says}"


def cell(year: YearLine, point: Point) -> str:
    """Say where a rulebook stood after a turn, and what it left to others."""
    stands = str(point.number) if year.start is not None else joined(point.lists) or "no list"
    away = [told.removeprefix("no list; ").removeprefix("no number; ") for told in beyond(point)]
    return "; ".join([stands, *away])


def mark(view: CardView) -> str:
    """Say what the player marked it."""
    return f"You marked it: {view.mark}." if view.mark else "You did not mark it."


def address(written: str) -> str:
    """Show a web address as people read it: letters in it instead of `%E4%BA%BA`."""
    return plain_text(unquote(written)) or written


def ledger_line(line: LedgerLine) -> str:
    """Say what a rulebook did with one deed."""
    says = f" {sentence(line.says)}" if line.says else ""
    return f"{sentence(line.sentence)}{says}"


def source(view: SourceView) -> str:
    """Say what a source is, what of it was seen, and whether it is weak."""
    seen = sentence(f"We saw: {view.seen}") if view.seen else "We did not see it ourselves."
    weak = " A weak source." if view.weak else ""
    return f"{sentence(view.text)} {seen}{weak}"
