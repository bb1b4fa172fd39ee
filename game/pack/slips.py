"""What most likely happened where a file is not the YAML that its author meant.

A sentence is written as somebody writes, with colons, commas and speech; YAML reads some of these
signs. The hint names the one that stands there. It never mends anything.
"""

from __future__ import annotations

import re

from game.words import mark, say

__all__ = ["COMMA", "MEANT", "cut_off", "hint"]

MEANT = {
    "disputed": "contested", "controversial": "contested", "debated": "contested",  # not said
    "wrong": "false", "untrue": "false", "refuted": "false",  # not said
    "true": "documented", "correct": "documented", "proven": "documented",  # not said
    "unknown": "not found", "unproven": "not found", "unsupported": "not found",  # not said
    "partly true": "partly documented", "half true": "partly documented",  # not said
    "positive": "up", "plus": "up", "negative": "down", "minus": "down",  # not said
    "nothing": "none", "forbidden": "elsewhere",  # not said
}  # fmt: skip
"""What an author may well call a thing for which there is another word; letters tell nothing."""

COMMA = mark(
    "Is this part of a sentence? Inside { } a comma ends a text: then the whole text goes in "
    "double quotes."
)
_QUOTED = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*"""
_SPEECH = rf"^[^{{\[]*?:\s+{_QUOTED}[^\s#]|:\s+{_QUOTED}[^\s,}}\]#]"
"""A text that begins with quoted words and goes on behind them; in brackets a comma may follow."""
_GLUED = re.compile(r"\s*(?:- )?[a-z_]+:[^\s:/]")
"""A key whose value touches its colon: YAML takes both for one text."""


def hint(reason: str, line: str, column: int, begun: str = "") -> str:
    """Return a hint for a line that YAML stops at; empty where the table's own is as good.

    `begun` is the line on which what it stumbles over began, where that is known.
    """
    if line[column - 1 : column] == "\t":
        return say("Move a line in with spaces, never with a tab.")
    if _GLUED.match(begun):
        return say("Is a space missing behind a colon? Write `key: value`.")
    if re.search(_SPEECH, line):
        return say(
            "A text that begins with a quotation mark and goes on behind the second: the whole "
            'text goes in double quotes (and each " in it is written \\"), or on lines of its own '
            "under `>-`."
        )
    colon = "{" in line[:column] and line[column - 1 : column + 1] == ": "
    if colon or "mapping values" in reason:  # not said: the YAML reader's own words
        return say(
            "Look for a colon and a space inside a sentence: then the whole text goes in double "
            "quotes. Or a line is moved sideways."
        )
    if "cannot start any token" in reason:  # not said: likewise
        return say("A text can't begin with this sign: the whole text goes in double quotes.")
    return ""


def cut_off(rest: str, value: str) -> str:
    """Return what a ` #` takes away from a text, or nothing where it begins a comment as such.

    A comment stands two spaces away and has one behind its sign; `desk #2` is neither.
    """
    found = re.match(r"( +)(#(.?).*)", rest)
    if not found:
        return ""
    looks_meant = len(found[1]) >= 2 and found[3] in ("", " ", "#")
    return "" if looks_meant or not value else found[2].rstrip()
