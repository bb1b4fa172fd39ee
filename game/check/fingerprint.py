"""The fingerprint: proof that the quotes are the article's, without shipping the article.

One line for the whole text (its hash), and one line a claim: where its words stand in the
normalised text, how long they are, and their hash. Whitespace is normalised, and nothing else:
one changed letter in a quote no longer fits. A fragment that is given to a speaker of the text is
held against it like a quote, or a false one could pass as the text's words.
"""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from game.check.passage import passage
from game.core.story.claims import Claim
from game.core.story.model import Story
from game.core.story.text import Place, place_of
from game.diagnostics.table import TABLE
from game.folders import program
from game.pack.nodes import read_words
from game.pack.problems import Problems
from game.words import mark, say

__all__ = [
    "FILE",
    "Line",
    "again",
    "check_fingerprint",
    "check_source",
    "instead",
    "make",
    "normalise",
    "verbatim",
]

FILE = "fingerprint"
_WHOLE = re.compile(r"[0-9]{1,9}")
HEAD = mark("Hashes of the quoted text: claim, offset, length, sha256. Whitespace is normalised.")


class Line(NamedTuple):
    """One claim's line: where its words stand in the normalised article."""

    offset: int
    length: int
    hash: str
    place: Place


def normalise(text: str) -> str:
    """Reduce every run of whitespace to one space."""
    return " ".join(text.split())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _quoted(story: Story) -> Iterator[tuple[Claim, str]]:
    for claim in story.claims.values():
        if claim.quote is not None:
            yield claim, normalise(claim.quote)


def _said_there(story: Story) -> Iterator[tuple[Claim, str]]:
    """Fragments of somebody who speaks in the text: the page itself, or whoever is quoted."""
    speakers = {"article"} | {str(claim.speaker) for claim, _ in _quoted(story)}
    for claim in story.claims.values():
        if claim.quote is None and claim.fragment is not None and claim.speaker in speakers:
            yield claim, normalise(claim.fragment)


def again(folder: Path, source: str | None) -> str:
    """The command that makes the fingerprint anew, with the names that are at hand."""
    text = source or (folder / "article.txt" if (folder / "article.txt").is_file() else "ARTICLE")
    return f"{program()} fingerprint {shlex.join([str(text), str(folder)])}"


def make(story: Story, article: str) -> str:
    """Return the fingerprint file of a story's quotes; raises ValueError for a stray quote."""
    text = normalise(article)
    lines = [f"# {say(HEAD)}\n", f"text 0 {len(text)} {_hash(text)}\n"]
    for claim, words in _quoted(story):
        at = text.find(words)
        if at < 0:
            raise ValueError(
                say("the quote of {claim} does not stand in the article", claim=claim.id)
            )
        lines.append(f"{claim.id} {at} {len(words)} {_hash(words)}\n")
    for claim, words in _said_there(story):
        if (at := text.find(words)) >= 0:
            lines.append(f"{claim.id} {at} {len(words)} {_hash(words)}\n")
    return "".join(lines)


def check_fingerprint(
    story: Story,
    folder: Path,
    problems: Problems,
    article: str | None = None,
    source: str | None = None,
) -> None:
    """Hold every quote against the story's fingerprint; a story without quotes needs none.

    Where the article is at hand, say whether it is still the one that was fingerprinted; `source`
    is what its file is called.
    """
    command = again(folder, source)
    quoted = list(_quoted(story))
    path = folder / FILE
    if not quoted:
        return
    if not path.is_file():
        problems.add(
            Place(FILE, 0, 0), "no-fingerprint", what=say("a story that quotes"), run=command
        )
        return
    lines = _read(path, problems)
    if lines is None:
        return
    for id, there in lines.items():
        if id != "text" and id not in problems.lost and _quotes_nothing(story, id):
            problems.add(there.place, "stray-fingerprint", claim=id, run=command)
    told = {(p.file, p.line) for p in problems.found if p.code == "not-in-source"}
    text = None if article is None else normalise(article)
    quotes = [pair for pair in quoted if place_of(pair[0].quote)[:2] not in told]
    _check_quotes(quotes, lines, text, command, problems)
    if text is None:
        _check_fragments(story, lines, command, problems)
    elif not told:
        _check_whole(lines, text, command, problems)


def _check_quotes(
    quoted: list[tuple[Claim, str]],
    lines: dict[str, Line],
    text: str | None,
    command: str,
    problems: Problems,
) -> None:
    """With the text at hand a quote that stands in it is right, and the fingerprint is old."""
    stands = say("It stands in the text: run `{run}`.", run=command) if text is not None else ""
    for claim, words in quoted:
        line = lines.get(claim.id)
        if line is None:
            what = say("the quote of `{claim}`", claim=claim.id)
            problems.add(claim.quote, "no-fingerprint", stands, what=what, run=command)
        elif not _fits(line, words):
            problems.add(claim.quote, "changed-quote", stands, claim=claim.id, run=command)


def _check_fragments(
    story: Story, lines: dict[str, Line], command: str, problems: Problems
) -> None:
    for claim, words in _said_there(story):
        line = lines.get(claim.id)
        if line is None or not _fits(line, words):
            _not_its_words(
                story,
                claim,
                problems,
                say("If they do stand in the text, run `{run}`.", run=command),
            )


def _fits(line: Line, words: str) -> bool:
    return (line.length, line.hash) == (len(words), _hash(words))


def _not_its_words(story: Story, claim: Claim, problems: Problems, more: str) -> None:
    speaker = story.speakers.get(claim.speaker, claim.speaker)
    hint = say(TABLE["not-its-words"].hint)
    told = f"{hint} {more}" if more else ""
    problems.add(claim.fragment, "not-its-words", told, claim=claim.id, speaker=speaker)


def _check_whole(lines: dict[str, Line], text: str, command: str, problems: Problems) -> None:
    """Every quote stands; say so where the text around them is another one by now."""
    whole = lines.get("text")
    if whole is not None and whole.hash != _hash(text):
        problems.add(whole.place, "changed-source", run=command)


def _quotes_nothing(story: Story, id: str) -> bool:
    claim = story.claims.get(id)
    if claim is None:
        return True
    elsewhere = all(claim is not there for there, _ in _said_there(story))
    return claim.quote is None and claim.fragment is not None and elsewhere


def _read(path: Path, problems: Problems) -> dict[str, Line] | None:
    text = read_words(path, FILE, problems)
    if text is None:
        return None
    found: dict[str, Line] = {}
    for n, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts, place = line.split(), Place(FILE, n, 1)
        if len(parts) != 4 or not (_WHOLE.fullmatch(parts[1]) and _WHOLE.fullmatch(parts[2])):
            problems.add(place, "fingerprint")
            continue
        found[parts[0]] = Line(int(parts[1]), int(parts[2]), parts[3], place)
    return found


def check_source(story: Story, article: str, problems: Problems) -> None:
    """Hold every quote against the text itself, and whatever else somebody says there."""
    text = normalise(article)
    for claim, words in _quoted(story):
        if words not in text:
            problems.add(claim.quote, "not-in-source", instead(text, words), claim=claim.id)
    for claim, words in _said_there(story):
        if words not in text:
            _not_its_words(story, claim, problems, instead(text, words))


def instead(text: str, words: str) -> str:
    """Say what a normalised text has in place of words that don't stand in it."""
    near = passage(text, words)
    return say("The text has: {words}", words=near) if near else ""


def verbatim(story: Story, problems: Problems, held_against_source: bool) -> int:
    """Count the quotes that were held against the text, or else its fingerprint, and stood."""
    if held_against_source:
        codes: tuple[str, ...] = ("not-in-source",)
    else:
        codes = ("changed-quote", "no-fingerprint")
    told = [p for p in problems.found if p.code in codes]
    if any(p.file == FILE for p in told):
        return 0
    places = {(p.file, p.line) for p in told}
    return sum(place_of(claim.quote)[:2] not in places for claim, _ in _quoted(story))
