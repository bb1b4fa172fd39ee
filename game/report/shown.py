"""Text as it may be shown: one line, and nothing in it that acts.

A name or a story can hold characters that steer a terminal or turn a line round. They are taken
out here, once, for all four formats; each renderer then only minds its own punctuation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

__all__ = ["cleaned", "plain_text"]

Kind = TypeVar("Kind")

_JOINERS = "\u200c\u200d"
"""Unprintable by Python's word, harmless, and needed to write Persian and others."""


def plain_text(words: str) -> str:
    """Return words in one line, with spaces for control and direction characters."""
    return " ".join("".join(c if c.isprintable() or c in _JOINERS else " " for c in words).split())


def cleaned(value: Kind) -> Kind:
    """Return a value in which every text, however deep, is plain text."""
    return cast("Kind", _cleaned(value))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, tuple):
        parts = [_cleaned(part) for part in value]
        return value._make(parts) if hasattr(value, "_make") else tuple(parts)
    if isinstance(value, Mapping):
        return {_cleaned(key): _cleaned(part) for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _cleaned(getattr(value, f.name)) for f in fields(value)})
    return value
