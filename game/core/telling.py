"""What the program itself says about rules and effects, in words: one place, for every face.

Signs are for the eye and never carry a meaning alone; every sign has its word beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from game.core.model import Story
from game.core.rulebook import Closing, Move, door_tests
from game.core.rules import Rule, Rulebook
from game.words import joined

__all__ = [
    "SIGNS",
    "alternatives",
    "answer_short",
    "answer_word",
    "closed",
    "closing_reason",
    "closing_sentence",
    "fill",
    "first_sentence",
    "guessed",
    "shorten",
    "signed",
    "size_words",
    "sizes",
    "speaks",
    "spell_numbers",
    "until",
]

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

_SENTENCE = re.compile(
    r""".+?(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bNo)[.!?][”"')\]]*(?=\s+[^\sa-z]|\s*$)""",
    re.DOTALL,
)
_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def signed(change: int) -> str:
    """Return `+10` or `−10`, with a real minus sign."""
    return f"+{change}" if change > 0 else f"−{-change}" if change < 0 else "0"


def answer_word(story: Story, book: Rulebook, move: Move) -> str:
    """Say one judgment in words: `down 10`, `listed: the court's spending order`, `silent`."""
    rule = move.rule
    if rule.whose and rule.answer in ("up", "down", "listed", "cleared"):
        return f"{_whose(rule)}: {_plain_answer(book, rule)}"
    match rule.answer:
        case "up" | "down":
            return _change_words(move)
        case "listed" if move.listed:
            return "listed: " + joined(book.lists[name].name for name in move.listed)
        case "listed":
            return "already listed"
        case "cleared" if move.cleared:
            return "cleared: " + joined(book.lists[name].name for name in move.cleared)
        case "cleared":
            return "nothing to clear"
        case _:
            return _plain_answer(book, rule)


def _change_words(move: Move) -> str:
    direction = move.rule.answer
    if move.change == 0:
        return "no room to rise" if direction == "up" else "no room to fall"
    cut = "" if move.change == move.meant else ", to the end of the scale"
    return f"{direction} {abs(move.change)}{cut}"


def _plain_answer(book: Rulebook, rule: Rule) -> str:
    words = {
        "up": "up",
        "down": "down",
        "listed": "listed",
        "cleared": "cleared",
        "keeps": "keeps",
        "none": "no effect",
        "not_tracked": "does not look",
        "silent": "silent",
    }
    if rule.answer == "local":
        toward = f", {rule.toward}" if rule.toward else ""
        return f"local{toward}: {rule.where}" if rule.where else f"local{toward}"
    if rule.answer == "elsewhere":
        return f"elsewhere: {rule.system}" if rule.system else "elsewhere"
    if rule.answer == "listed" and rule.lists:
        return "listed: " + joined(book.lists[n].name for n in rule.lists if n in book.lists)
    return words[rule.answer]


def _whose(rule: Rule) -> str:
    return {"firm": "the firm", "office": "the office"}[rule.whose or "firm"]


def answer_short(kind: str, change: int) -> str:
    """Say a cell in at most ten characters."""
    if kind in ("up", "down"):
        return signed(change)
    return {"none": "no effect", "not_tracked": "no look"}.get(kind, kind)


def speaks(book: Rulebook) -> str:
    """Say who keeps the score: in the rulebook's own words, or in ours."""
    return book.speaks or f"{book.short} keeps the score"


def size_words(book: Rulebook, rule: Rule) -> str | None:
    """Say whose size a move has; None where nothing moves."""
    if rule.answer not in ("up", "down") or book.number is None:
        return None
    return "size: the source's" if rule.size_from == "source" else "size: ours"


def closing_sentence(book: Rulebook, shut: Closing) -> str:
    """Say in one line why a door is closed: `closed below 550 (A4)`."""
    why = closing_reason(book, shut)
    if not why:
        return "normally closed; this keeper is silent"
    return f"closed: {why}" if shut.listing else f"closed {why}"


def closing_reason(book: Rulebook, shut: Closing) -> str:
    """Say what closes a door, without the word: `below 550 (A4)`; empty where nothing does."""
    basis = f" ({shut.claim})" if shut.claim else ""
    if shut.listing:
        return f"you are on {book.lists[shut.listing].name}{basis}"
    if shut.closed:
        return f"{_tests_words(book, shut.closed, 'from ', 'while on ')}{basis}"
    if shut.open:
        return f"until {_tests_words(book, shut.open, '', 'on ')}{basis}"
    return ""


def _tests_words(book: Rulebook, source: str, at_least: str, on: str) -> str:
    words = {"always": "always", "below": "below {0.number}", "from": at_least + "{0.number}"}
    tests = door_tests(source)
    return " or ".join(
        on + book.lists[test.listing].name if test.kind == "on" else words[test.kind].format(test)
        for test in tests
    )


def until(months: int | None, since: int) -> str:
    """Say how long a listing lasts."""
    if months is None:
        return "until it is cleared"
    return f"for {months} months, to month {since + months} of the story"


def sizes(notes: Iterable[str]) -> tuple[str, ...]:
    """Say whose sizes these are: what several notes begin with is said once, without the rest."""
    said: dict[str, list[str]] = {}
    for note in dict.fromkeys(notes):
        said.setdefault(note.partition("; ")[0].rstrip("."), []).append(note)
    return tuple(whole[0] if len(whole) == 1 else f"{head}." for head, whole in said.items())


def alternatives(words: Iterable[str]) -> str:
    """Join what may be, each part once: `a or b` and `b or c` become `a, b or c`."""
    parts = (part for told in words for part in re.split(r",? or |, (?!and )", told))
    items = list(dict.fromkeys(part for part in parts if part))
    return f"{', '.join(items[:-1])} or {items[-1]}" if len(items) > 1 else "".join(items)


def guessed(hits: int, of: int) -> str:
    """Say how predictions turned out: a fact, never praise."""
    return f"You guessed right {hits} {'time' if hits == 1 else 'times'} out of {of}."


def closed(title: str) -> str:
    """A title to stand inside a sentence: its own stop is dropped."""
    return title.rstrip(".")


def fill(text: str, name: str) -> str:
    """Put the player's name in; a story knows no other braces."""
    return text.replace("{name}", name or "you")


def first_sentence(text: str) -> str:
    """Return the first sentence of a text; `Mr.`, `No.` and the like end none."""
    match = _SENTENCE.match(text)
    return match.group(0) if match else text


def shorten(label: str, most: int = 12) -> str:
    """Cut a label to the head of a column, at a word where there is one."""
    words = label.rstrip(".").split()
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
        ", ".join(" ".join(_DIGITS[int(d)] for d in group) for group in re.split("[ -]", number))
        for number in found
    )
