"""What stands in for a part that can't be read, so that the rest of a story can be checked.

A text is empty, a number `UNREAD`, a list without its broken item; and it is noted what was
lost, so that nobody is blamed for naming it. None of this is ever played: a story with a
problem is refused.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Union, get_args, get_origin

from game.core.story.text import Place, Text
from game.pack.nodes import MapNode, Node, ScalarNode
from game.pack.problems import Problems

__all__ = ["BROKEN", "UNREAD", "keep", "kinds_of", "neutral", "required", "shake"]


class _Broken:
    """What stands where a value could not be read; the problem is noted already."""


BROKEN = _Broken()
UNREAD = 1_000_000_000
"""A number that can't be read: more than any that can be written."""

_DECLARES: Mapping[str, tuple[str, ...]] = {
    "scenes": ("scene", "option"),
    "options": ("option",),
    "sizes": ("size",),
    "lists": ("list",),
    "doors": ("door",),
    "cuts": ("cut",),
    "remembered": ("memory",),
    "endings": ("ending",),
    "speakers": ("speaker",),
    "steps": ("step",),
}
"""The kinds of names that a key brings about."""

_LACKS: Mapping[str, tuple[str, ...]] = {
    "Rulebook": ("rules", "silent", "not_tracked"),
    "StoryFile": ("keepers", "cuts", "endings"),
    "Chapter": (),
}
"""Of large parts: the keys whose loss makes what is told of the whole part untrue."""


def neutral(wanted: Any, place: Place) -> Any:
    """Return a value of a type that says nothing, or BROKEN where there is none."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if wanted is str:
        return Text("", place)
    if wanted in (int, bool):
        return UNREAD if wanted is int else False
    if origin is Literal:
        return Text(inner[0], place)
    if origin is tuple:
        return ()
    if origin is Mapping:
        return {}
    if origin in (Union, types.UnionType):
        return None if type(None) in inner else BROKEN
    return _nothing(wanted, place) if dataclasses.is_dataclass(wanted) else BROKEN


def _nothing(cls: Any, place: Place) -> Any:
    hints = typing.get_type_hints(cls)
    names = [field.name for field in dataclasses.fields(cls) if required(field)]
    values = {name: neutral(hints[name], place) for name in names}
    broken = "id" in values or any(value is BROKEN for value in values.values())
    return BROKEN if broken else cls(**values)


def required(field: dataclasses.Field[Any]) -> bool:
    """Say whether a field has to be written."""
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


def keep(
    items: Sequence[Any], node: Node, nodes: Sequence[Node], problems: Problems
) -> Iterator[Any]:
    """Yield the items that could be read; of the others, note the ids."""
    for value, part in zip(items, nodes, strict=True):
        if value is not BROKEN:
            yield value
            continue
        problems.partial.add(node.place)
        id = _id_of(part)
        if id:
            problems.lost.add(id)
        else:
            problems.nameless.add(node.place)


def _id_of(node: Node) -> str:
    if isinstance(node, ScalarNode):
        return node.value
    pairs = node.items if isinstance(node, MapNode) else []
    return next((v.value for k, v in pairs if k.value == "id" and isinstance(v, ScalarNode)), "")


def kinds_of(key: str) -> tuple[str, ...]:
    """Return the kinds of names that are lost with a key's whole value."""
    return _DECLARES.get(key, ())


def shake(cls: Any, node: MapNode, lacking: set[str], id: object, problems: Problems) -> None:
    """Note that a part was read without some of its keys."""
    if lacking & set(_LACKS.get(cls.__name__, lacking)):
        problems.partial.add(node.place)
        if isinstance(id, Text):
            problems.shaken.add(id.place)
