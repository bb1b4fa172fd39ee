"""The cover of a story folder, at a glance: three texts of `story.yaml`, and no judgment of them.

It only bridges the moment until the story is read, strictly and with every problem told. What it
can't make out it leaves empty.
"""

from __future__ import annotations

from pathlib import Path

from game.core.shelf import Cover

__all__ = ["cover"]

MOST_BYTES = 2_000_000
BLANK = Cover("")


def cover(folder: Path) -> Cover:
    """Read title, subtitle and opening; never raises."""
    import yaml

    path = folder / "story.yaml"
    try:
        if path.stat().st_size > MOST_BYTES:
            return BLANK
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return BLANK
    if not isinstance(node, yaml.MappingNode):
        return BLANK
    found = {
        key.value: value.value
        for key, value in node.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode)
    }
    return Cover(*(found.get(name, "") for name in ("title", "subtitle", "opening")))
