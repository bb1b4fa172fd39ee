"""A typed search of the library: words, and `by:`, `verdict:`, `chapter:`, `met:` to narrow down.

One grammar for a prompt, a command line and the line above the app's list. Refuses what it
doesn't know with a sentence and the nearest right word, and never looks anything up itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import get_args

from game.core.library.catalogue import Only
from game.core.nearest import nearest
from game.core.story.claims import Verdict
from game.core.story.model import Story
from game.words import say, series

__all__ = ["KINDS", "VERDICTS", "Asked", "Unfit", "asked"]

KINDS = ("by", "verdict", "chapter", "met")
VERDICTS: tuple[str, ...] = get_args(Verdict)
_MET = {"yes": True, "no": False}


class Unfit(Exception):
    """What was typed narrows nothing down; the message is a sentence for the player."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, taken apart."""

    word: str = ""
    only: Only = field(default_factory=Only)


def asked(story: Story, typed: str) -> Asked:
    """Take a typed search apart; raises Unfit with a sentence."""
    words, only = [], Only()
    for part in typed.split():
        kind, colon, said = part.partition(":")
        if colon and said and kind.casefold() in KINDS:
            only = _narrowed(story, only, kind.casefold(), said.casefold())
        else:
            words.append(part)
    return Asked(" ".join(words), only)


def _narrowed(story: Story, only: Only, kind: str, said: str) -> Only:
    match kind:
        case "by":
            return replace(only, speaker=_one_of(kind, said, story.speakers))
        case "verdict":
            known = {verdict.replace(" ", "-"): verdict for verdict in VERDICTS}
            return replace(only, verdict=known[_one_of(kind, said, known)])
        case "chapter":
            numbers = [str(n) for n in range(1, len(story.chapters) + 1)]
            return replace(only, chapter=int(_one_of(kind, said, numbers)))
        case _:
            return replace(only, met=_MET[_one_of(kind, said, _MET)])


def _one_of(kind: str, said: str, known: Iterable[str]) -> str:
    """The known word that is meant: as it stands, or begun; raises Unfit."""
    known = tuple(known)
    begun = [word for word in known if word.startswith(said)]
    if said in known or len(begun) == 1:
        return said if said in known else begun[0]
    close = nearest(said, known)
    told = [say("There is no {asked}.", asked=f"{kind}:{said[:40]}")]
    told += [say("Did you mean {asked}?", asked=f"{kind}:{close}")] if close else []
    raise Unfit(" ".join([*told, say("There are: {known}.", known=series(known))]))
