"""Commands as words: which one was meant, and what to say when none was.

A whole word wins, then an unambiguous beginning, then the nearest word is offered. Nothing
is ever guessed: a command that was not clearly meant does nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.core.nearest import nearest
from game.plain.blocks import Block, item, text
from game.words import joined

__all__ = ["COMMANDS", "Command", "Unclear", "help_blocks", "meant", "near"]


class Unclear(Exception):
    """Something typed that can't be done; the message is a sentence for the player."""


@dataclass(frozen=True, slots=True)
class Command:
    """One word that a player may type, with what follows it and what it does."""

    word: str
    follows: str
    says: str

    @property
    def usage(self) -> str:
        return f"{self.word} {self.follows}".strip()


COMMANDS = tuple(
    Command(word, follows, says)
    for word, follows, says in (
        ("help", "all", "every word."),
        ("again", "", "this page once more."),
        ("last", "", "what happened last, once more."),
        ("undo", "", "take the last choice back; as often as you like."),
        ("redo", "", "make it again."),
        ("read", "", "long numbers, digit by digit."),
        ("more", "", "the whole grid of the last choice."),
        ("why", "2", "why each rulebook judges option 2 of the last grid as it does."),
        ("card", "A19", "a sentence with both sides and its sources; alone, the last one."),
        ("mark", "A19 falls", "mark a sentence: stands, in part, falls or can't tell."),
        ("answer", "a", "answer what was asked of the last sentence: a letter, or your words."),
        ("ledger", "", "every change so far."),
        ("doors", "", "what is open to you and what is closed."),
        ("lists", "", "where you stand."),
        ("met", "", "the sentences you met, what is on record, how you marked them."),
        ("guesses", "", "what you predicted, and what came."),
        ("unscored", "", "what no score saw so far."),
        ("history", "", "every turn so far."),
        ("turn", "3", "read turn 3 again; nothing is undone by that."),
        ("branch", "3", "go back to turn 3 in a new run, and try the other; this one stays."),
        ("whatif", "KEEPER", "your choices as another keeper sees them; two names compare two."),
        ("settings", "spacing wide", "your settings; a name and a value change one."),
        ("runs", "", "your runs."),
        ("open", "2", "go on with run 2, or read it."),
        ("delete", "2", "delete run 2; you are asked once more."),
        ("gallery", "", "the endings you have found."),
        ("export", "FILE", "write this run to a file."),
        ("import", "FILE", "take a run in from a file."),
        ("stance", "WORD", "a part of your comment, in the scene that has one."),
        ("weighed", "A19", "the sentence that weighed most, for your comment."),
        ("ask", "WORD", "the question of your comment."),
        ("predict", "on", "guess before each outcome; predict off stops it."),
        ("statements", "", "six sentences to judge, true or false, before you play and after."),
        ("believe", "2 false", "judge statement 2; add a guess, fairly sure or sure."),
        ("name", "WORD", "what the story calls you."),
        (
            "library",
            "WORD",
            "find a word in all sentences, sources and terms; verdict:false narrows.",
        ),
        ("trail", "WORD", "follow a sentence back, and find who changed it."),
        ("about", "", "what this is, and who wrote the page."),
        ("guide", "start", "for teachers: a page, or a scene's card; alone, what there is."),
        ("save", "", "save now; every choice is saved anyway."),
        ("quit", "", "save and leave."),
    )
)
AUTHORS = (
    Command("reload", "", "read the story anew from disk, and stay on this page."),
    Command("problems", "", "what is wrong with the story, this scene first."),
)
"""Words for somebody who plays while writing (`carrot play --author`)."""
_MOST = ("again", "undo", "more", "card", "lists", "quit")
"""What is wanted most while a choice waits."""
_AFTER = ("ledger", "met", "history", "whatif", "library", "quit")
"""And what when the year is over."""
_ALSO = {
    "exit": "quit",
    "bye": "quit",
    "?": "help",
    "where": "lists",
    "back": "undo",
    "repeat": "again",
}


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
    if begun:
        raise Unclear(f"{word} could be {', '.join(begun[:-1])} or {begun[-1]}.")
    raise Unclear(f"I don't know {word[:40]}.{near(word, names)} Type help all for all words.")


def _known(author: bool) -> tuple[Command, ...]:
    return (*COMMANDS, *AUTHORS) if author else COMMANDS


def near(word: str, known: Iterable[str]) -> str:
    """Return ` Did you mean …?` for the nearest known word, or nothing."""
    close = nearest(word, known)
    return f" Did you mean {close}?" if close else ""


def help_blocks(
    numbers: int, claim: str = "A19", author: bool = False, every: bool = False
) -> list[Block]:
    """Say the words that are wanted most, or every word.

    `numbers` is how many can be chosen now, `claim` an example.
    """
    over = "The year is over. Press enter to leave."
    told = [text(choose_sentence(numbers) if numbers else over)]
    told.append(text("Or type one of these words:"))
    most = _MOST if numbers else _AFTER
    shown = [c for c in _known(author) if every or c.word in most or c in AUTHORS]
    told += [item(f"{c.usage.replace('A19', claim)}: {c.says}") for c in shown]
    begins = "The beginning of a word will do, as long as it is clear."
    return [*told, text(begins if every else f"{begins} For all words, type help all.")]


def choose_sentence(numbers: int) -> str:
    """Say which numbers can be chosen."""
    if numbers < 2:
        return "Type 1 to go on."
    return f"Type a number from 1 to {numbers} to choose."


def list_words(known: Iterable[str]) -> str:
    """Join words for a sentence, or say that there is none."""
    return joined(known) or "none"
