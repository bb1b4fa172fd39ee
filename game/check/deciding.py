"""A key over everything that decides what a proof finds; words alone don't change it.

Everything of the model counts but what is listed here as words: so a field that somebody adds
tomorrow counts at once, and an old proof is never taken for a new one. The program's own source
is part of the key, too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from game.core.story.conditions import Condition
from game.core.story.model import Also, Case, Door, Ending, Option, Scene, Story
from game.core.story.rules import Amendment, Bands, DoorRule, Listing, Rule, Rulebook, Scale

__all__ = ["WORDS", "key"]

_BASIS = frozenset({"claim", "sources", "where", "says"})

WORDS: Mapping[type, frozenset[str]] = {
    Also: frozenset({"text"}),
    Amendment: frozenset({"short", "speaks"}),
    Bands: frozenset(),
    Case: frozenset({"text", "unscored"}),
    Door: frozenset({"name"}),
    DoorRule: _BASIS,
    Ending: frozenset({"title", "text", "stubs"}),
    Listing: frozenset({"name", "reason", "way_out", "order"}) | (_BASIS - {"where"}),
    Option: frozenset({"label", "outcome", "short", "unscored"}),
    Rule: _BASIS | {"size_from", "system", "toward", "sure"},
    Rulebook: frozenset({"name", "short", "opening", "speaks", "about", "who", "size_note"}),
    Scale: frozenset(),
    Scene: frozenset(
        {"title", "claims", "cuts", "time", "text", "glance", "reveal", "predict", "comment"}
    ),
}
"""Fields that never change what happens. A scene's `cuts` are spent once a cut is chosen."""


def key(story: Story, keeper: str, cut: str) -> str:
    """Return the key of what decides about a cut under a keeper."""
    head = story.head
    decides = {
        "program": _program(),
        "keeper": story.rulebooks[keeper],
        "cut": cut,
        "order": tuple(story.scenes),
        "scenes": story.cut_scenes(cut),
        "endings": head.endings,
        "notes": head.notes,
        "doors": head.doors,
        "remembered": head.remembered,
    }
    words = json.dumps(_plain(decides), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()[:40]


def _plain(value: object) -> object:
    """Turn what decides into plain data, the same for the same story always."""
    if isinstance(value, Condition):
        return ["if", str(value.source)]
    if is_dataclass(value) and not isinstance(value, type):
        words = WORDS[type(value)]
        kept = (f.name for f in fields(value) if f.name not in words)
        return [type(value).__name__, {name: _plain(getattr(value, name)) for name in kept}]
    if isinstance(value, Mapping):
        return [[str(name), _plain(part)] for name, part in value.items()]
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, str | int):
        return value
    raise TypeError(f"{type(value).__name__} is nothing that a proof's key knows")


@cache
def _program() -> str:
    """Return a hash over the source of the engine and of the proof."""
    here = Path(__file__).resolve().parent
    found = hashlib.sha256()
    for path in sorted([*here.glob("*.py"), *(here.parent / "core").glob("*.py")]):
        found.update(f"{path.parent.name}/{path.name}\0".encode() + path.read_bytes())
    return found.hexdigest()
