"""Commands as words: which one was meant, and what to say when none was.

A whole word wins, then an unambiguous beginning, then the nearest word is offered. Nothing
is ever guessed: a command that was not clearly meant does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.core.nearest import nearest
from game.plain.blocks import Block, item, passage, text
from game.words import either, joined, mark, say

__all__ = [
    "COMMANDS",
    "Command",
    "Unclear",
    "help_blocks",
    "is_sentence",
    "meant",
    "near",
    "option_meant",
]


class Unclear(Exception):
    """Something typed that can't be done; the message is a sentence for the player."""


@dataclass(frozen=True, slots=True)
class Command:
    """One word that a player may type, with what follows it and what it does."""

    word: str
    """As it is typed, in every language."""
    follows: str
    says: str

    @property
    def usage(self) -> str:
        return f"{self.word} {say(self.follows)}".strip()


COMMANDS = tuple(
    Command(word, follows, says)
    for word, follows, says in (
        ("help", "all", mark("every word.")),
        ("again", "", mark("this page once more.")),
        ("last", "", mark("what happened last, once more.")),
        ("undo", "", mark("take the last choice back; as often as you like.")),
        ("redo", "", mark("make it again.")),
        ("read", "", mark("long numbers, digit by digit.")),
        ("more", "", mark("the whole grid of the last choice.")),
        ("why", "2", mark("why each rulebook judges option 2 of the last grid as it does.")),
        ("card", "A19", mark("a sentence with both sides; card A19 full says its sources whole.")),
        (
            "mark",
            "A19 falls",
            mark("mark a sentence: stands, in part, falls or can't tell; again: takes it off."),
        ),
        (
            "answer",
            "a",
            mark("answer what was asked of the last sentence: a letter, or your words."),
        ),
        ("question", "", mark("what was asked of the last sentence, in full once more.")),
        ("ledger", "", mark("every change so far.")),
        ("doors", "", mark("what is open to you and what is closed.")),
        ("lists", "", mark("where you stand.")),
        ("met", "", mark("the sentences you met, what is on record, how you marked them.")),
        ("guesses", "", mark("what you predicted, and what came.")),
        ("unscored", "", mark("what no score saw so far.")),
        ("history", "", mark("every scene so far.")),
        ("scene", "3", mark("read scene 3 again; nothing is undone by that.")),
        (
            "branch",
            "3",
            mark("go back to scene 3 in a new run, and try the other; this one stays."),
        ),
        (
            "whatif",
            mark("KEEPER"),
            mark("your choices as another keeper sees them; two names compare two."),
        ),
        (
            "settings",
            "spacing wide",  # not said: typed
            mark("your settings; a name and a value change one."),
        ),
        ("debrief", "", mark("the year looked back at, once it is over.")),
        ("runs", "", mark("your runs.")),
        ("open", "2", mark("go on with run 2, or read it.")),
        ("delete", "2", mark("delete run 2; you are asked once more.")),
        ("gallery", "", mark("the endings you have found.")),
        ("export", mark("FILE"), mark("write this run to a file.")),
        ("import", mark("FILE"), mark("take a run in from a file.")),
        ("stance", mark("WORD"), mark("a part of your comment, in the scene that has one.")),
        ("weighed", "A19", mark("the sentence that weighed most, for your comment.")),
        ("ask", mark("WORD"), mark("the question of your comment.")),
        ("predict", "on", mark("guess now and then what will happen; predict off stops it.")),
        (
            "statements",
            "",
            mark("six sentences to judge, true or false, before you play and after."),
        ),
        ("believe", "2 false", mark("judge statement 2; add a guess, fairly sure or sure.")),
        ("name", mark("WORD"), mark("what the story calls you.")),
        (
            "library",
            mark("WORD"),
            mark("find a word in all sentences, sources and terms; verdict:false narrows."),
        ),
        ("trail", mark("WORD"), mark("follow a sentence back, and find who changed it.")),
        ("about", "", mark("what this is, and who wrote the page.")),
        ("guide", "start", mark("for teachers: a page, or a scene's card; alone, what there is.")),
        ("save", "", mark("save now; every choice is saved anyway.")),
        ("quit", "", mark("save and leave.")),
    )
)
AUTHORS = (
    Command("reload", "", mark("read the story anew from disk, and stay on this page.")),
    Command("problems", "", mark("what is wrong with the story, this scene first.")),
)
"""Words for somebody who plays while writing (`carrot play --author`)."""
_MOST = ("again", "undo", "more", "card", "lists", "quit")
"""What is wanted most while a choice waits."""
_AFTER = ("debrief", "ledger", "met", "history", "whatif", "library", "quit")
"""And what when the year is over."""
_ALSO = {
    "exit": "quit",
    "q": "quit",
    "bye": "quit",
    "?": "help",
    "where": "lists",
    "back": "undo",
    "repeat": "again",
}


_LETTERS = tuple("abcdefg")
"""What answers a question; typed once it is closed, it isn't meant as a word cut short."""


def meant(word: str, author: bool = False) -> str:
    """Return the command that was meant; raises Unclear with a sentence."""
    word = word.casefold()
    names = [command.word for command in _known(author)]
    if word in names:
        return word
    if word in _ALSO:
        return _ALSO[word]
    begun = [name for name in names if name.startswith(word)]
    if len(begun) == 1:
        return begun[0]
    late = say("No question waits for a letter now.") if word in _LETTERS else ""
    if begun:
        could = say("{word} could be {names}.", word=word, names=either(begun))
        raise Unclear(passage(late, could))
    unknown = say("I don't know {word}.", word=word[:40])
    raise Unclear(passage(late, unknown, near(word, names), say("Type help all for all words.")))


def is_sentence(line: str) -> bool:
    """Whether a line reads as something said, and not as a word with what follows it.

    `I think so` must not begin to take a file in.
    """
    first, *rest = line.casefold().split()
    whole = first in _ALSO or first in (command.word for command in _known(True))
    return not whole and (len(rest) > 2 or (len(rest) == 2 and len(first) == 1))


def option_meant(line: str, labels: Sequence[str]) -> int | None:
    """Return the number of the option whose own words were typed; raises Unclear where two fit.

    A command's whole word goes first; then a word of an option, or how it begins; then a
    command cut short, which an option cut short never takes the place of.
    """
    typed = " ".join(line.casefold().strip(" .!?").split())
    word = typed.partition(" ")[0]
    if len(typed) < 3 or word in _ALSO or word in (command.word for command in _known(True)):
        return None
    whole = re.compile(rf"(?<!\w){re.escape(typed)}(?!\w)")
    fits = [n for n, label in enumerate(labels, 1) if whole.search(label.casefold())]
    if not fits and not any(command.word.startswith(word) for command in _known(True)):
        fits = [n for n, label in enumerate(labels, 1) if label.casefold().startswith(typed)]
    if len(fits) > 1:
        raise Unclear(say("{word} could be {names}.", word=line[:40], names=either(map(str, fits))))
    return fits[0] if fits else None


def _known(author: bool) -> tuple[Command, ...]:
    return (*COMMANDS, *AUTHORS) if author else COMMANDS


def near(word: str, known: Iterable[str]) -> str:
    """Return `Did you mean …?` for the nearest known word, or nothing."""
    close = nearest(word, known)
    return say("Did you mean {word}?", word=close) if close else ""


def help_blocks(
    numbers: int,
    claim: str = "A19",
    author: bool = False,
    every: bool = False,
    chosen: bool = False,
) -> list[Block]:
    """Say the words that are wanted most, or every word.

    `numbers` is how many can be chosen now, `claim` an example. Who has `chosen` plain text in
    the settings finds the way back here.
    """
    over = say("The year is over. Press enter to leave.")
    told = [text(choose_sentence(numbers) if numbers else over)]
    if numbers:
        told.append(text(say("Words that stand in one option alone choose it, too.")))
    told.append(text(say("Or type one of these words:")))
    most = _MOST if numbers else _AFTER
    shown = [c for c in _known(author) if every or c.word in most or c in AUTHORS]
    told += [item(f"{c.usage.replace('A19', claim)}: {say(c.says)}") for c in shown]
    told += [item(say("settings plain off: the app again, from the next start on."))] * chosen
    begins = say("The beginning of a word will do, as long as it is clear.")
    return [*told, text(passage(begins, "" if every else say("For all words, type help all.")))]


def choose_sentence(numbers: int) -> str:
    """Say which numbers can be chosen."""
    if numbers < 2:
        return say("Type 1 to go on.")
    return say("Type a number from 1 to {numbers} to choose.", numbers=numbers)


def list_words(known: Iterable[str]) -> str:
    """Join words for a sentence, or say that there is none."""
    return joined(known) or say("none")
