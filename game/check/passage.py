"""The passage of a text that a stray quote was most likely meant to be: for a hint, and no more.

Straight quotation marks in place of curly ones are the commonest slip, so those are tried first.
"""

from __future__ import annotations

from difflib import SequenceMatcher

__all__ = ["passage"]

_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "})
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
    first = text.rfind(" ", 0, max(same.a - same.b, 0) + 1) + 1
    last = text.find(" ", max(same.a - same.b, 0) + len(words) - 1)
    return text[first : last if last >= 0 else len(text)]


def _plain(text: str) -> str:
    """Even out marks and capitals, a letter for a letter, so that places stay the same."""
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text).translate(
        _ALIKE
    )
