"""What the program itself says about rules and effects, in words: one place, for every face.

Signs are for the eye and never carry a meaning alone; every sign has its word beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from game.core.run.rulebook import Move, Standing
from game.core.showing import holding, others
from game.core.story.model import Story
from game.core.story.rules import Listing, Rule, Rulebook
from game.words import apart, capital, joined, many, mark, say, series

__all__ = [
    "SIGNS", "Loss", "answer_short", "answer_word", "change_word", "closed",
    "fill", "first_sentence", "going_on", "guessed", "name",
    "others_word", "shorten", "signed", "size_words", "sizes", "speaks", "spell_numbers", "systems",
    "to_number", "until",
]  # fmt: skip

SIGNS = {
    "up": "▲",
    "down": "▼",
    "listed": "■",
    "cleared": "□",
    "keeps": "=",
    "none": "○",
    "local": "◇",
    "elsewhere": "→",
    "not_tracked": "·",
    "silent": "·",
}

_SENTENCE = r"""(?sx).+?(?:
        (?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bNo)[.!?][”"')\]]*(?=\s+[^\sa-z]|\s*$)
        |[。！？][”’」』）]*  # no space follows these
    )"""
_DIGITS = (
    mark("zero"), mark("one"), mark("two"), mark("three"), mark("four"),
    mark("five"), mark("six"), mark("seven"), mark("eight"), mark("nine"),
)  # fmt: skip

_ANSWERS = {
    "up": mark("up"),
    "down": mark("down"),
    "listed": mark("listed"),
    "cleared": mark("cleared"),
    "keeps": mark("no loss"),
    "none": mark("no effect"),
    "local": mark("local"),
    "elsewhere": mark("elsewhere"),
    "not_tracked": mark("does not look"),
    "silent": mark("silent"),
}
_SHORT = {"not_tracked": mark("no look")}
"""Where the answer itself is longer than ten characters."""
_LOCAL = {None: mark("local"), "up": mark("local, up"), "down": mark("local, down")}
"""By which way it moves there."""


class Loss(str):
    """Words that tell of something lost, and are words like any others; a face may stamp them."""

    __slots__ = ()


def signed(change: int) -> str:
    """Return `+10` or `−10`, with a real minus sign."""
    return f"+{change}" if change > 0 else f"−{-change}" if change < 0 else "0"


def answer_word(story: Story, book: Rulebook, move: Move) -> str:
    """Say one judgment in words: `down 10`, `listed: the court's spending order`, `silent`."""
    rule = move.rule
    if others.meant(rule):
        return others_word(book, rule)
    match rule.answer:
        case "up" | "down":
            return _change_words(move)
        case "listed" if move.listed:
            return holding.listed(_known(book, move.listed))
        case "listed":
            return holding.already(_known(book, rule.lists))
        case "cleared" if move.cleared:
            names = joined(item.name for item in _known(book, move.cleared))
            return say("cleared: {lists}", lists=names)
        case "cleared":
            return say("nothing to clear")
        case _:
            return _plain_answer(book, rule)


def others_word(book: Rulebook, rule: Rule) -> str:
    """Say a judgment that falls on somebody else, to stand in a series: `the firm, listed: …`."""
    if rule.answer == "elsewhere" and rule.system:
        whose, system = others.whose(rule), rule.system
        return say("nothing for you; for {whose}, elsewhere: {system}", whose=whose, system=system)
    return say("{whose}, {answer}", whose=others.whose(rule), answer=_plain_answer(book, rule))


def change_word(change: int) -> str:
    """Say a change of points: `up 10`, `down 10`."""
    if change > 0:
        return say("up {points}", points=change)
    return say("down {points}", points=-change)


def to_number(moved: str, number: int) -> str:
    """Say a change with the number to which it led: `down 10, to 590`."""
    return say("{moved}, to {number}", moved=moved, number=number)


def _change_words(move: Move) -> str:
    if move.change == 0:
        rises = move.rule.answer == "up"
        return say("no room to rise") if rises else say("no room to fall")
    moved = change_word(move.change)
    whole = move.change == move.meant
    return moved if whole else say("{moved}, to the end of the scale", moved=moved)


def _plain_answer(book: Rulebook, rule: Rule) -> str:
    if rule.answer == "local":
        head = say(_LOCAL[rule.toward])
        return say("{local}: {where}", local=head, where=rule.where) if rule.where else head
    if rule.answer == "elsewhere" and rule.system:
        return say("elsewhere: {system}", system=rule.system)
    if rule.answer == "listed" and rule.lists:
        return holding.listed(_known(book, rule.lists))
    return say(_ANSWERS[rule.answer])


def _known(book: Rulebook, lists: Iterable[str]) -> list[Listing]:
    return [book.lists[name] for name in lists if name in book.lists]


def answer_short(kind: str, change: int) -> str:
    """Say a cell in at most ten characters."""
    if kind in ("up", "down"):
        return signed(change)
    return say(_SHORT.get(kind) or _ANSWERS[kind])


def short(book: Rulebook, standing: Standing) -> str:
    """Name a rulebook as it is now: an app that has closed is called so."""
    named = [book.amendments[change].short for change in standing.amended]
    return next(filter(None, reversed(named)), book.short)


def name(book: Rulebook, standing: Standing) -> str:
    """Name a rulebook over a page of its own, as it is now."""
    now = short(book, standing)
    return book.name if now == book.short else capital(now)


def speaks(book: Rulebook, standing: Standing | None = None) -> str:
    """Say who keeps the score: in the rulebook's own words as they are now, or in ours."""
    changes = standing.amended if standing else ()
    for change in reversed(changes):
        if words := book.amendments[change].speaks:
            return words
    return book.speaks or say("{keeper} keeps the score", keeper=book.short)


def size_words(book: Rulebook, rule: Rule) -> str | None:
    """Say whose size a move has; None where nothing moves."""
    if rule.answer not in ("up", "down") or book.number is None:
        return None
    return say("size: the source's") if rule.size_from == "source" else say("size: ours")


def until(months: int | None, since: int, now: int) -> str:
    """Say how long a listing lasts, and how much of that is left; in months of the story."""
    if months is None:
        return say("until it is cleared")
    return many(
        "for {n} month; left: {left}",
        "for {n} months; left: {left}",
        months,
        left=max(since + months - now, 0),
    )


def sizes(notes: Iterable[str]) -> tuple[str, ...]:
    """Say whose sizes these are: what several notes begin with is said once, without the rest."""
    said: dict[str, list[str]] = {}
    for note in dict.fromkeys(notes):
        said.setdefault(note.partition("; ")[0].rstrip("."), []).append(note)
    return tuple(
        whole[0] if len(whole) == 1 else say("{phrase}.", phrase=head)
        for head, whole in said.items()
    )


def systems(names: Iterable[str]) -> str:
    """Name other systems, each once; one that another names among others goes without saying."""
    found = list(dict.fromkeys(filter(None, names)))
    return apart(one for one in found if not any(one in other for other in found if other != one))


def guessed(hits: int, of: int) -> str:
    """Say how predictions turned out: a fact, never praise."""
    return many(
        "You guessed right {n} time out of {of}.",
        "You guessed right {n} times out of {of}.",
        hits,
        of=of,
    )


def closed(title: str) -> str:
    """A title to stand inside a sentence: its own stop is dropped."""
    return title.rstrip(".。")


def going_on(story: Story, words: str) -> str:
    """A story's words inside a sentence: with a small letter in English, elsewhere as they are."""
    english = story.head.language.partition("-")[0] == "en"
    return words[:1].lower() + words[1:] if english else words


def fill(text: str, name: str) -> str:
    """Put the player's name in; a story knows no other braces."""
    return text.replace("{name}", name or say("you"))


def first_sentence(text: str) -> str:
    """Return the first sentence of a text; `Mr.`, `No.` and the like end none."""
    match = re.match(_SENTENCE, text)
    return match.group(0) if match else text


def shorten(label: str, most: int = 12) -> str:
    """Cut a label to the head of a column, at a word where there is one."""
    words = label.rstrip(".。").split()
    kept = words[:1]
    while len(kept) < len(words) and len(" ".join(words[: len(kept) + 1])) <= most:
        kept.append(words[len(kept)])
    return " ".join(kept)[:most]


def spell_numbers(texts: Sequence[str]) -> tuple[str, ...]:
    """Spell long numbers digit by digit, in the groups in which they are written.

    `4021 7735` becomes `four zero two one, seven seven three five`. Groups of fewer than
    four digits (prices, years in running text are one group) are left alone.
    """
    found = (m.group(0) for text in texts for m in re.finditer(r"\d{4}(?:[ -]\d{4})+", text))
    return tuple(
        series(" ".join(say(_DIGITS[int(d)]) for d in group) for group in re.split("[ -]", number))
        for number in found
    )
