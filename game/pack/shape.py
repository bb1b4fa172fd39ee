"""Nodes into dataclasses, by the dataclasses' own type hints: strict, and all problems at once.

A field's name is its key (less a trailing underscore); an unknown key is an error with the
nearest right one. Every string keeps its place, so later checks can point at it.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from game.core.conditions import Condition, ConditionError, parse
from game.core.text import Place, Text
from game.pack.nodes import MapNode, Node, ScalarNode, SeqNode
from game.pack.problems import Problems, nearest

__all__ = ["BROKEN", "Shaper"]

T = TypeVar("T")


class _Broken:
    """What stands where a value could not be read; the problem is noted already."""

    def __repr__(self) -> str:
        return "BROKEN"


BROKEN = _Broken()


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


class Shaper:
    """Builds values of a wanted type out of nodes."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems

    def shape(self, node: Node, wanted: type[T]) -> T | None:
        """Return a value of the wanted type, or None where anything in it was broken."""
        value = self.build(node, wanted)
        return None if value is BROKEN else value

    def build(self, node: Node, wanted: Any) -> Any:
        origin = get_origin(wanted)
        if origin in (Union, types.UnionType):
            return self._union(node, get_args(wanted))
        if origin is tuple:
            return self._tuple(node, get_args(wanted)[0])
        if origin is Mapping:
            return self._mapping(node, get_args(wanted)[1])
        if dataclasses.is_dataclass(wanted) and wanted is not Condition:
            return self._dataclass(node, wanted)
        if not isinstance(node, ScalarNode):
            return self.broken(node.place, f"expected {_name(wanted)}, found {_kind(node)}.")
        return self._scalar(node, wanted, origin)

    def broken(self, place: Place, message: str, hint: str = "") -> Any:
        self.problems.add(place, "wrong-kind", message, hint)
        return BROKEN

    def _union(self, node: Node, options: tuple[Any, ...]) -> Any:
        """`X | None` reads `none` as nothing; `str | int` reads a whole number as one."""
        wanted = [option for option in options if option is not type(None)]
        if not isinstance(node, ScalarNode):
            return self.build(node, wanted[0])
        optional = len(wanted) < len(options) and str not in wanted
        if optional and node.plain and node.value in ("none", "null", "~", ""):
            return None
        if int in wanted and re.fullmatch(r"[+-]?\d{1,9}", node.value):
            return int(node.value)
        rest = [option for option in wanted if option is not int] or wanted
        return self.build(node, rest[0])

    def _tuple(self, node: Node, inner: Any) -> Any:
        if not isinstance(node, SeqNode):
            return self.broken(node.place, f"expected a list, found {_kind(node)}.")
        items = [self.build(item, inner) for item in node.items]
        return BROKEN if any(item is BROKEN for item in items) else tuple(items)

    def _mapping(self, node: Node, inner: Any) -> Any:
        if not isinstance(node, MapNode):
            return self.broken(node.place, f"expected keys and values, found {_kind(node)}.")
        items = {Text(key.value, key.place): self.build(value, inner) for key, value in node.items}
        return BROKEN if any(item is BROKEN for item in items.values()) else items

    def _scalar(self, node: ScalarNode, wanted: Any, origin: Any) -> Any:
        text = Text(node.value, node.place)
        if wanted is str:
            if not text.strip():
                return self.broken(node.place, "this text is empty.")
            return text
        if wanted is int:
            if re.fullmatch(r"[+-]?\d{1,9}", node.value) is None:
                return self.broken(node.place, f"expected a whole number, found `{text[:40]}`.")
            return int(node.value)
        if wanted is bool:
            if node.value not in ("true", "false"):
                return self.broken(node.place, f"expected true or false, found `{text[:40]}`.")
            return node.value == "true"
        if origin is Literal:
            return self._literal(text, get_args(wanted))
        if wanted is Condition:
            return self._condition(node)
        raise TypeError(f"no way to read {wanted}")

    def _literal(self, text: Text, words: tuple[str, ...]) -> Any:
        if text in words:
            return text
        known = ", ".join(f"`{word}`" for word in words)
        return self.broken(
            text.place, f"expected one of {known}, found `{text[:40]}`.", nearest(text, words)
        )

    def _condition(self, node: ScalarNode) -> Any:
        source = Text(node.value, node.place)
        try:
            return parse(source)
        except ConditionError as error:
            file, line, column = node.place
            shift = error.offset + (not node.plain) if not node.block else 0
            at = Place(file, line, column + shift)
            self.problems.add(at, "condition", f"this condition can't be read: {error}.")
            return BROKEN

    def _dataclass(self, node: Node, cls: Any) -> Any:
        if not isinstance(node, MapNode):
            return self.broken(node.place, f"expected keys and values, found {_kind(node)}.")
        hints = _hints(cls)
        fields = {f.name.rstrip("_"): f for f in dataclasses.fields(cls)}
        values: dict[str, Any] = {}
        broken = False
        for key, value in node.items:
            if key.value not in fields:
                message = f"`{key.value}` is no key of {_name(cls)}."
                self.problems.add(key.place, "unknown-key", message, nearest(key.value, fields))
                broken = True
                continue
            name = fields[key.value].name
            values[name] = self.build(value, hints[name])
            broken = broken or values[name] is BROKEN
        for key_name, item in fields.items():
            if item.name in values or not _required(item):
                continue
            self.problems.add(node.place, "missing-key", f"{_name(cls)} needs `{key_name}`.")
            broken = True
        return BROKEN if broken else cls(**values)


def _required(item: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return item.default is missing and item.default_factory is missing


def _kind(node: Node) -> str:
    if isinstance(node, ScalarNode):
        return f"`{node.value[:40]}`" if node.value else "nothing"
    return "a list" if isinstance(node, SeqNode) else "keys and values"


def _name(wanted: Any) -> str:
    names = {str: "a text", int: "a whole number", bool: "true or false", Condition: "a condition"}
    if wanted in names:
        return names[wanted]
    name = getattr(wanted, "__name__", "this")
    return {"StoryFile": "story.yaml"}.get(name, f"a {name.lower()}")
