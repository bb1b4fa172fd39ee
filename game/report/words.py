"""The report's own words, shared by the page and the Markdown, so that they can't differ.

Sentences about figures that the account holds; never a figure of their own, never a mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import reduce
from urllib.parse import unquote

from game.core.debrief.figures import Guessed
from game.core.debrief.years import Point, YearLine, away
from game.core.showing.cards import said_where, source_signs
from game.core.showing.doors import DoorPast, DoorTurn
from game.core.showing.parts import CardView, DoorView, LedgerLine, SourceView
from game.core.showing.remembered import remembered_words
from game.core.showing.telling import guessed
from game.core.story.statements import SURE, StatementView
from game.report.account import Account, Sentence
from game.report.shown import plain_text
from game.words import joined, many, mark, say, sentence

__all__ = [
    "WEB",
    "Titles",
    "address",
    "answered",
    "believed",
    "cell",
    "closing",
    "door",
    "guess",
    "lead",
    "ledger_line",
    "met",
    "named",
    "our_rules",
    "predicted",
    "record",
    "remembered",
    "said",
    "sentence",
    "source",
    "titles",
    "where",
    "your_mark",
]


@dataclass(frozen=True, slots=True)
class Titles:
    """Headings, in their order."""

    year: str = mark("The year, as each rulebook saw it")
    turning: str = mark("The turns that changed most")
    uncontrolled: str = mark("What you did not choose")
    later: str = mark("What came of your own choice, later")
    unscored: str = mark("What no score saw")
    statements: str = mark("The statements, before and after")
    question: str = mark("One question")
    transfer: str = mark("And one to take with you")
    rest: str = mark("The rest, to look up and argue with")
    ledger: str = mark("The ledger, and whose words it rests on")
    doors: str = mark("Doors, and what closed them")
    predictions: str = mark("What you predicted")
    claims: str = mark("The sentences you met")
    comment: str = mark("Your own comment")
    turns: str = mark("Every turn, in numbers")
    notes: str = mark("What is in this story, and what is ours")
    sources: str = mark("Sources")


def titles() -> Titles:
    """Say the headings."""
    return Titles(*map(say, astuple(Titles())))


WEB = ("https://", "http://")
"""What an address begins with that is made a link; a story can't make any other."""


def lead(told: Account) -> str:
    """Say what this is, to the person who played."""
    if told.over:
        return say(
            "This is the year that you lived, as each rulebook saw it. It is no mark: nobody "
            "passes it, and nobody fails. Five things come first. Then there is one question, "
            "and one to take with you. The rest is yours to look up and argue with."
        )
    return say(
        "Your year is not over yet: you have played {n} of {of} scenes. "
        "This is how it stands. You can go on where you stopped: type carrot.",
        n=told.made,
        of=told.of,
    )


def named(year: YearLine) -> str:
    """Say whose year it is, and whether it kept the score."""
    if year.is_keeper:
        return sentence(say("{name}, your keeper", name=year.name))
    return sentence(year.name)


def our_rules(told: Account) -> str:
    """Say what the game itself counted, and ask what it missed."""
    counted = joined(
        say("{name} {value}", name=name, value=value) for name, value in told.view.kept
    )
    kept = say("At the end: {counted}, each out of 5.", counted=counted) if counted else ""
    return f"{kept} {told.view.unscored_note}".strip()


def remembered(told: Account) -> list[str]:
    """Say of each thing that was remembered what moved it in this run."""
    return [sentence(remembered_words(each)) for each in told.view.remembered]


def said(view: StatementView) -> str:
    """Say what was said of a statement, before and after."""
    before, after = _judged(view.before), _judged(view.after)
    if before and after:
        return say("You said before: {before}; after: {after}.", before=before, after=after)
    if before:
        return say("You said before: {before}.", before=before)
    return say("You said after: {after}.", after=after) if after else say("You didn't say.")


def _judged(given: tuple[bool, int] | None) -> str:
    if given is None:
        return ""
    truth, sure = given[0], say(SURE[given[1]])
    return say("true, {sure}", sure=sure) if truth else say("false, {sure}", sure=sure)


def believed(told: Account) -> list[str]:
    """Say what was believed, the true and the false ones apart; or that nobody was asked."""
    if told.view.believed:
        return [
            say("Before: {words}.", words=words)
            if when == "before"
            else say("After: {words}.", words=words)
            for when, words in told.view.believed
        ]
    if told.booster:
        alone = say("You left the statements alone this time.")
        return [f"{alone} {_later(told.booster)}"]
    return []


def _later(others: int) -> str:
    return many(
        "In a week carrot booster has {n} other for you.",
        "In a week carrot booster has {n} others for you.",
        others,
    )


def predicted(told: Account) -> str:
    """Say how many predictions came true."""
    hits, of = told.view.hits, told.view.predicted
    return guessed(hits, of) if of else ""


def guess(made: Guessed) -> str:
    """Say what was predicted at a turn, and what came."""
    told = say("You guessed: {said}.", said=made.said)
    if made.hit:
        told += " " + say("So it was.")
    if made.hit and made.was == made.said:
        return told
    return told + " " + say("It was: {was}.", was=made.was)


def met(told: Account) -> str:
    """Say how many sentences were met, and what is on record of them."""
    counted = joined(
        say("{n} {verdict}", n=count, verdict=say(verdict)) for verdict, count in told.view.verdicts
    )
    parts = [many("You met {n} sentence.", "You met {n} sentences.", len(told.view.claims))]
    parts.append(say("On record: {verdicts}.", verdicts=counted))
    if told.view.behind:
        parts.append(say("{n} more stood behind them: see carrot library.", n=told.view.behind))
    return " ".join(parts)


def where(view: CardView) -> str:
    """Say who said it and where."""
    return f"{view.id}. {sentence(said_where(view))}"


def record(view: CardView) -> str:
    """Say what is on record, with place and date."""
    place = sentence(view.where) if view.where else ""
    if not place or view.record.startswith(view.where or ""):
        return view.record
    if view.verdict in ("not found", "false"):  # not said: names of verdicts
        return f"{view.record} {say('Where we looked: {place}', place=place)}"
    return f"{place} {view.record}"


def answered(met: Sentence) -> str:
    """Say what the player answered to what the chapter asked of it."""
    if not met.said:
        return ""
    said = say("You said: “{words}”", words=met.said)
    return f"{met.asked} {said} {met.told}".strip()


def door(past: DoorPast) -> str:
    """Say what a door did over the year."""
    if not past.turns:
        return say("open all year") if past.view.open else say("closed all year")
    return reduce(
        lambda first, later: say("{first}, then {later}", first=first, later=later),
        map(_moved, past.turns),
    )


def _moved(turn: DoorTurn) -> str:
    where = {"n": turn.turn + 1, "scene": turn.scene}
    if turn.open:
        return say("opened at turn {n}, {scene}", **where)
    return say("closed at turn {n}, {scene}", **where)


def closing(view: DoorView) -> str:
    """Say what keeps a door closed now, with the rule."""
    if view.open or view.closed is None:
        return ""
    says = f" {sentence(view.closed.says)}" if view.closed.says else ""
    return f"{sentence(view.closed.sentence)}{says}"


def cell(year: YearLine, point: Point) -> str:
    """Say where a rulebook stood after a turn, and what it left to others."""
    stands = str(point.number) if year.start is not None else joined(point.lists) or say("no list")
    return "; ".join([stands, *away(point)])


def your_mark(view: CardView) -> str:
    """Say what the player marked it."""
    if not view.mark:
        return say("You did not mark it.")
    return say("You marked it: {mark}.", mark=say(view.mark))


def address(written: str) -> str:
    """Show a web address as people read it: letters in it instead of `%E4%BA%BA`."""
    shown = plain_text(unquote(written))
    return written if not shown or len(shown.split()) > 1 else shown


def ledger_line(line: LedgerLine) -> str:
    """Say what a rulebook did with one deed."""
    says = f" {sentence(line.says)}" if line.says else ""
    return f"{sentence(line.sentence)}{says}"


def source(view: SourceView) -> str:
    """Say what a source is, what of it was seen, and whether it is weak."""
    seen = say("We did not see it ourselves.")
    if view.seen:
        seen = sentence(say("We saw: {what}", what=view.seen))
    weak = " " + say("A weak source.") if view.weak else ""
    return f"{_cited(view.text)} {seen}{weak}"


def _cited(text: str) -> str:
    """End a source with a full stop: the mark that closes a title does not."""
    if text.endswith("”") and not text.removesuffix("”").endswith((".", "!", "?", "…")):
        return say("{phrase}.", phrase=text)
    return sentence(text)


def signs(views: Sequence[SourceView]) -> str:
    """Say what the signs beside the sources mean, of those that stand there."""
    return source_signs(views, " ".join(view.text for view in views))
