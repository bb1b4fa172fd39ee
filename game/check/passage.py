"""The passage of a text that a stray quote was most likely meant to be: for a hint, and no more.

Straight quotation marks in place of curly ones are the commonest slip, so those are tried first.
Where words differ, whole sentences are shown: a piece cut by its length would mislead.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

__all__ = ["passage"]

_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"'”’»)\]]*(?=\s|$)|$)", re.DOTALL)
LONGEST = 20_000
"""Letters of a text that are compared one by one; a longer one gets no second try."""


def passage(text: str, words: str) -> str:
    """Return what the text has in place of these words; empty where nothing is like them."""
    plain, wanted = _plain(text), _plain(words)
    at = plain.find(wanted)
    if at >= 0:
        return text[at : at + len(words)]
    if len(text) > LONGEST:
        return ""
    same = SequenceMatcher(None, plain, wanted, autojunk=False).find_longest_match()
    if same.size * 3 < len(wanted):
        return ""
    return _sentences(text, plain, wanted, same.a)


def _sentences(text: str, plain: str, wanted: str, inside: int) -> str:
    """The sentences around a place that are most like the wanted words, whole."""
    spans = [found.span() for found in _SENTENCE.finditer(text)]
    here = next(n for n, (_, end) in enumerate(spans) if inside < end)
    most = len(_SENTENCE.findall(wanted)) + 1
    runs = [
        (spans[first][0], spans[last][1])
        for first in range(max(0, here - most + 1), here + 1)
        for last in range(here, min(len(spans), first + most))
    ]
    start, end = max(runs, key=lambda run: _likeness(plain[run[0] : run[1]], wanted))
    return text[start:end]


def _likeness(some: str, wanted: str) -> float:
    return SequenceMatcher(None, some, wanted, autojunk=False).ratio()


def _plain(text: str) -> str:
    """Even out marks and capitals, a letter for a letter, so that places stay the same."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text).translate(
        _ALIKE
    )
