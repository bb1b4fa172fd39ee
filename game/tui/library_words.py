"""The library's own words: what it is narrowed down to, and by what."""

from __future__ import annotations

from game.core.library.catalogue import Citing, Only
from game.core.story.model import Story
from game.tui import words
from game.tui.words import Hint
from game.words import many, mark, say, series

__all__ = [
    "ALL",
    "ASKS",
    "HINTS",
    "MET",
    "NOTHING",
    "NOT_MET",
    "TYPING",
    "cited",
    "found",
    "hints",
    "narrowed",
    "nothing_on",
]

_ESC = Hint(mark("esc"), mark("back"), "back_or_leave")
ALL_AGAIN = Hint(mark("esc"), mark("all again"), "back_or_leave")
"""While the list is narrowed down."""
HINTS = (
    Hint(mark("enter"), mark("open"), "take"),
    words.FIND,
    Hint("w", mark("who"), "narrow('speaker')"),
    Hint("v", mark("verdict"), "narrow('verdict')"),
    Hint("c", mark("chapter"), "narrow('chapter')"),
    Hint("m", mark("met"), "met"),
    Hint("←→", mark("part"), "section(1)", (("←", "section(-1)"), ("→", "section(1)"))),
    _ESC,
    words.HELP,
)
TYPING = (Hint(mark("enter"), mark("to the list"), "to_list"), _ESC)
"""Where a word is typed every letter is a letter."""

MET, NOT_MET = "●", "·"
NOTHING = mark("No sentence is all of that. Press esc to see every one again.")
ASKS = {
    "speaker": mark("Whose sentences?"),
    "verdict": mark("What is on record of them?"),
    "chapter": mark("From which chapter?"),
}
ALL = {
    "speaker": mark("Everybody's"),
    "verdict": mark("Every verdict"),
    "chapter": mark("Every chapter"),
}


def hints(typing: bool, narrows: bool) -> tuple[Hint, ...]:
    """What the footer teaches: while a word is typed every letter is a letter."""
    taught = TYPING if typing else HINTS
    return tuple(ALL_AGAIN if hint == _ESC and narrows else hint for hint in taught)


def narrowed(story: Story, only: Only, count: int) -> str:
    """Say what the list is narrowed down to."""
    told = [story.speakers[only.speaker]] if only.speaker else []
    told += [say(only.verdict)] if only.verdict else []
    if only.chapter:
        name = story.chapters[only.chapter - 1].chapter
        told.append(say("chapter {n}, {name}", n=only.chapter, name=name))
    if only.met is not None:
        told.append(say("met in your years") if only.met else say("not met yet"))
    return say(
        "{found} of {all} sentences. Only: {only}. Esc: all again.",
        found=count,
        all=len(story.claims),
        only=" · ".join(told),
    )


def cited(citing: Citing) -> str:
    """Say how much rests on a source."""
    if not citing.count:
        return say("Nothing in the game rests on it; it stands here to be read.")
    claims, rules, trails = len(citing.claims), len(citing.rules), len(citing.trails)
    told = [many("{n} sentence", "{n} sentences", claims)] if claims else []
    told += [many("{n} rule", "{n} rules", rules)] if rules else []
    told += [many("{n} trail", "{n} trails", trails)] if trails else []
    return say("What rests on it: {what}. A line opens.", what=series(told))


def found(word: str) -> str:
    """What the list is about while a word is searched for."""
    return say("with “{word}”", word=word)


def nothing_on(word: str) -> str:
    """Nothing holds the word."""
    return say("The library has nothing on “{word}”.", word=word)
