"""Problems of a story as data: where, what, and the nearest right word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.nearest import nearest as nearest_word
from game.core.story.text import NOWHERE, Place, place_of
from game.pack.called import SEVERAL
from game.words import mark, say

if TYPE_CHECKING:
    from game.diagnostics.row import Severity

__all__ = ["SEVERITIES", "PackError", "Problem", "Problems", "nearest", "printable"]

SEVERITIES = (mark("error"), mark("warning"), mark("advice"))
"""As data, and in words that are yet to be said."""
_TYPED = re.compile(r"[^\W_][\w-]*")
"""What an id looks like: one that doesn't is wrong itself, and never proposed."""
MOST = 1000
"""Problems that are told; a file that holds more is most likely none of ours."""
MOST_HINTS = 100
"""Problems for which the nearest right word is looked for: looking takes long."""
LONGEST = 1000
"""Letters of a sentence."""
MOST_KNOWN = 2000
"""Names among which it is looked for."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, at its place (line and column from 1; 0 for a whole file)."""

    file: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" {self.hint}" if self.hint else ""
        grave = say(self.severity)
        return f"{self.file}:{self.line}:{self.column}: {grave}: {self.message}{hint}"


class PackError(Exception):
    """A story that can't be played; `problems` holds every reason."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


@dataclass
class Problems:
    """Collects problems while reading, so that all are told in one run."""

    found: list[Problem] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    """Ids and names of parts that could not be read: whoever names them is not to blame."""
    blind: set[str] = field(default_factory=set)
    """Kinds of names (`scene`, `door`) of which not all could be read."""
    shaken: set[Place] = field(default_factory=set)
    """Where the ids of parts stand that were read in part: what they lack was told already."""
    partial: set[Place] = field(default_factory=set)
    """Where parts stand that were read without some of what is in them."""
    meant: dict[str, set[str]] = field(default_factory=dict)
    """The nearest right words that were found for unknown ones, by the kind of name."""
    nameless: set[Place] = field(default_factory=set)
    """Where lists stand that lost a part whose id is not known."""

    def add(self, at: object, code: str, hint: str = "", **values: object) -> None:
        """Note a problem of the table at a Place, or at whatever text carries one.

        `values` fill its sentence, `run` (a command) its hint; `hint` stands for the table's own
        where there is a better one.
        """
        from game.diagnostics.table import TABLE  # late: only a mistake needs it

        row = TABLE[code]
        place = at if isinstance(at, Place) else place_of(at)
        if place in self.shaken or len(self.found) > MOST:
            return
        if len(self.found) == MOST:
            code, hint, values = "and-more", "", {"most": MOST}
            row = TABLE[code]
        where = place if place is not NOWHERE else Place("story", 0, 0)
        message = printable(say(row.says, **values))
        run = {"run": values["run"]} if "run" in values else {}  # other hints may hold braces
        told = (message, printable(hint or say(row.hint, **run)))
        problem = Problem(printable(where.file), *where[1:], code, row.severity, *told)
        self.found.append(problem)

    def unknown(
        self, at: object, what: str, word: str, known: Iterable[str], like: str = ""
    ) -> None:
        """Note a word that isn't there, with the one that is nearest to it (or to `like`)."""
        if what in self.blind or word in self.lost:
            return
        names = [name for name in known if _TYPED.fullmatch(name)]
        seek = len(names) <= MOST_KNOWN and len(self.found) < MOST_HINTS
        close = nearest_word(like or word, names) if seek else None
        if close:
            self.meant.setdefault(what, set()).add(close)
        self.add(at, f"unknown-{what}", _did_you_mean(close), word=str(word)[:80])

    def unique(self, ids: Iterable[str], what: str) -> None:
        """Note every id that was there before."""
        seen: set[str] = set()
        for id in ids:
            if id in seen:
                self.add(id, "duplicate-id", what=say(SEVERAL[what]), id=id)
            seen.add(id)

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.sorted() if p.severity == "error")

    def sorted(self) -> tuple[Problem, ...]:
        return tuple(sorted(set(self.found)))


def printable(text: str) -> str:
    """Return a text without what a terminal would obey or couldn't print, and not without end."""
    if len(text) > LONGEST:
        text = f"{text[:LONGEST]} …"
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def nearest(word: str, known: Iterable[str], cutoff: float = 0.5) -> str:
    """Return `Did you mean …?` for the nearest known word, or nothing."""
    return _did_you_mean(nearest_word(word, known, cutoff))


def _did_you_mean(word: str | None) -> str:
    return say("Did you mean `{word}`?", word=word) if word else ""
