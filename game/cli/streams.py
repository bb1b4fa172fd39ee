"""Streams: output that never crashes on a letter, and a pipe that may close at any moment.

Where a terminal can't show “ ” or −, it gets the nearest ASCII instead of a traceback.
Refuses nothing but to raise.
"""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata

__all__ = ["complain", "is_terminal", "prepare", "silence"]

_PLAIN = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("–—−‐‑", "-"),
    "…": "...",
    "•": "-",
    "·": "-",
    "×": "x",
    "→": "->",
    "€": "EUR",
    "£": "GBP",
}


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """Say what stands for letters that an encoding doesn't have."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(map(_ascii, lost)), error.end


def _ascii(letter: str) -> str:
    if letter in _PLAIN:
        return _PLAIN[letter]
    apart = unicodedata.normalize("NFKD", letter)
    return apart.encode("ascii", "ignore").decode() or "?"


def prepare() -> None:
    """Make the standard streams safe to write to and to read from."""
    codecs.register_error("carrot", _nearest)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        _reconfigure(getattr(sys, name), "carrot")
    if sys.stdin is not None:
        _reconfigure(sys.stdin, "replace")


def _reconfigure(stream: object, errors: str) -> None:
    change = getattr(stream, "reconfigure", None)
    if change is not None:
        change(errors=errors)


def is_terminal(stream: object) -> bool:
    """Say whether a stream is a terminal; an absent or closed one is not."""
    try:
        return stream is not None and bool(stream.isatty())  # type: ignore[attr-defined]
    except (ValueError, AttributeError):
        return False


def complain(words: str) -> None:
    """Say something on stderr, where diagnostics belong."""
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:
        return


def silence() -> None:
    """Nobody reads stdout any more: let the rest, and Python's last flush, go nowhere."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
