"""The cover of a story folder, at a glance: four words of `story.yaml`, and no judgment of them.

It only bridges the moment until the story is read, strictly and with every problem told. What it
can't make out it leaves empty. Importing the YAML reader takes longer than painting the screen, so
what is written plainly is read without it; anything else is left to it.
"""

from __future__ import annotations

import re
from pathlib import Path

from game.core.story.shelf import Cover

__all__ = ["cover"]

MOST_BYTES = 2_000_000
BLANK = Cover("")
NAMES = ("title", "subtitle", "opening", "language")

_TOP = re.compile(r"(?m)^(?=[^\s#])(?:([a-z_]+):(?= |$))?")
"""Where a line begins that is not indented: with the key that stands there, or none."""
_NOTHING = re.compile(r"(?: *(?:#[^\n]*)?(?:\n|$))*")
_WORDS = re.compile(rf" ([^\W\d_](?:(?! #|: )[^\n])*[^\s:])(?: +#[^\n]*)?\n{_NOTHING.pattern}")
"""A value on the key's own line: it opens with a letter, and nothing but a comment goes on."""
_BLOCK = re.compile(r" \|\n(\n*  \S[^\n]*\n(?:  \S[^\n]*\n|\n)*+)(?:#[^\n]*\n|\n)*+")
"""A value of whole lines, each two columns in."""


def cover(folder: Path) -> Cover:
    """Read title, subtitle, opening and language; never raises."""
    path = folder / "story.yaml"
    try:
        if path.stat().st_size > MOST_BYTES:
            return BLANK
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return BLANK
    return at_a_glance(text) or with_care(text)


def at_a_glance(text: str) -> Cover | None:
    """Read what is written plainly; None where any of it is not."""
    if not text.replace("\n", "").isprintable() or text[-1:] != "\n":
        return None
    before, *parts = _TOP.split(text)
    keys, written = parts[::2], parts[1::2]
    if not _NOTHING.fullmatch(before) or None in keys or len(set(keys)) < len(keys):
        return None
    found = dict(zip(keys, written, strict=True))
    read = {name: _value(found[name]) for name in NAMES if name in found}
    return None if None in read.values() else Cover(*(read.get(name) or "" for name in NAMES))


def _value(written: str) -> str | None:
    if words := _WORDS.fullmatch(written):
        return words[1]
    if block := _BLOCK.fullmatch(written):
        return re.sub(r"(?m)^  ", "", block[1].rstrip("\n") + "\n")
    return None


def with_care(text: str) -> Cover:
    """Read the same with the YAML reader; what it refuses is empty."""
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, RecursionError):
        return BLANK
    if not isinstance(node, yaml.MappingNode):
        return BLANK
    found = {
        key.value: value.value
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }
    return Cover(*(found.get(name, "") for name in NAMES))
