"""Nodes into dataclasses, by the dataclasses' own type hints: strict, and all problems at once.

A field's name is its key (less a trailing underscore); an unknown key is an error with the
nearest right one. Every string keeps its place, so later checks can point at it. What reads a
type is made once a type, and refuses everything that isn't exactly that type.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from game.core.story.conditions import Condition, ConditionError, parse
from game.core.story.text import Place, Text
from game.pack.called import OWNERS
from game.pack.neutral import BROKEN, keep, kinds_of, neutral, required, shake
from game.pack.nodes import MapNode, Node, ScalarNode, SeqNode
from game.pack.problems import Problems, nearest
from game.pack.slips import COMMA, MEANT
from game.words import say, series

__all__ = ["shape"]

Read = Callable[[Node, Problems], Any]
"""Reads a node, or notes its problems and returns BROKEN."""


_WHOLE = re.compile(r"[+-]?[0-9]{1,9}")
SPELT = 0.7
"""How like a word of a short list must be to be proposed: those lists are printed whole."""
PROSE = frozenset(
    re.findall(
        r"\w+",
        """
        about against asks author chapter drawer_asks for fragment glance label name opening
        outcome place plain question quote reason says seen short size_note speaks text time
        title told unscored way_out weaker where who why why_believed
    """,
    )
)
"""Keys that hold somebody's words, where a `#` may be meant."""


def shape(node: Node, wanted: Any, problems: Problems) -> Any:
    """Return a value of the wanted type, as far as it could be read, or None.

    A part that can't be read is left out, or stands as nothing (`mending.neutral`), so that the
    rest can still be checked. Its problem is noted, and a story with a problem is never played.
    """
    value = _reader(wanted)(node, problems)
    return None if value is BROKEN else value


@cache
def _reader(wanted: Any) -> Read:
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return _union(inner)
    if origin is tuple:
        return _tuple(_reader(inner[0]))
    if origin is Mapping:
        return _mapping(_reader(inner[1]))
    if origin is Literal:
        return _literal(inner)
    if wanted in _SCALARS:
        return _SCALARS[wanted]
    if dataclasses.is_dataclass(wanted):
        return _dataclass(wanted)
    raise TypeError(f"no way to read {wanted}")


def _unlike(problems: Problems, node: Node, wanted: str, hint: str = "") -> Any:
    problems.add(node.place, "wrong-kind", hint, wanted=wanted, found=_kind(node))
    return BROKEN


def _kind(node: Node) -> str:
    if isinstance(node, ScalarNode):
        return f"`{node.value[:40]}`" if node.value else say("nothing")
    return say("a list") if isinstance(node, SeqNode) else say("keys and values")


def _text(node: Node, problems: Problems) -> Any:
    if not isinstance(node, ScalarNode):
        return _unlike(problems, node, say("a text"))
    if not node.value or node.value.isspace():
        problems.add(node.place, "empty-text")
        return BROKEN
    return Text(node.value, node.place)


def _whole(node: Node, problems: Problems) -> Any:
    if isinstance(node, ScalarNode) and _WHOLE.fullmatch(node.value):
        return int(node.value)
    return _unlike(problems, node, say("a whole number"))


def _truth(node: Node, problems: Problems) -> Any:
    if isinstance(node, ScalarNode) and node.value in ("true", "false"):
        return node.value == "true"
    return _unlike(problems, node, say("true or false"))


def _condition(node: Node, problems: Problems) -> Any:
    """A condition's source stands where its first character does, after a quotation mark."""
    if not isinstance(node, ScalarNode):
        return _unlike(problems, node, say("a condition"))
    file, line, column = node.place
    at = Place(file, line, column + (not node.plain and not node.spread))
    try:
        condition = parse(Text(node.value, at))
    except ConditionError as error:
        where = at if node.spread else Place(file, line, at.column + error.offset)
        problems.add(where, "condition", reason=error)
        return BROKEN
    if node.spread:  # its characters stand on other lines: what it reads is found at its head
        reads = tuple((fact, 0) for fact, _ in condition.reads)
        return dataclasses.replace(condition, reads=reads)
    return condition


_SCALARS: dict[Any, Read] = {str: _text, int: _whole, bool: _truth, Condition: _condition}


def _literal(words: tuple[str, ...]) -> Read:
    def read(node: Node, problems: Problems) -> Any:
        if isinstance(node, ScalarNode) and node.value in words:
            return Text(node.value, node.place)
        known = say("one of {known}", known=series(f"`{word}`" for word in words))
        return _unlike(problems, node, known, _near(node, words))

    return read


def _near(node: Node, words: tuple[str, ...]) -> str:
    """The word that means the same; else the one that is spelt like it, if it is very like it."""
    if not isinstance(node, ScalarNode):
        return ""
    meant = MEANT.get(node.value.casefold())
    return (
        nearest(meant, words, 1.0)
        if meant is not None and meant in words
        else nearest(node.value, words, SPELT)
    )


def _union(options: tuple[Any, ...]) -> Read:
    """`X | None` reads `none` as nothing, unless X is a text; `str | int` prefers the number.

    `X | tuple[X, ...]` reads a list as well as a single one.
    """
    wanted = [option for option in options if option is not type(None)]
    optional = len(wanted) < len(options) and str not in wanted
    number = int in wanted
    several = [_reader(option) for option in wanted if get_origin(option) is tuple]
    other = _reader(next((option for option in wanted if option is not int), int))

    def read(node: Node, problems: Problems) -> Any:
        if isinstance(node, ScalarNode):
            if optional and node.plain and node.value == "none":
                return None
            if number and _WHOLE.fullmatch(node.value):
                return int(node.value)
        if several and isinstance(node, SeqNode):
            return several[0](node, problems)
        return other(node, problems)

    return read


def _tuple(item: Read) -> Read:
    def read(node: Node, problems: Problems) -> Any:
        if not isinstance(node, SeqNode):
            lone = isinstance(node, ScalarNode) and not node.spread and node.value
            hint = say("Write `{written}`.", written=f"[{lone[:40]}]") if lone else ""
            return _unlike(problems, node, say("a list"), hint)
        items = [item(part, problems) for part in node.items]
        return tuple(keep(items, node, node.items, problems))

    return read


def _mapping(item: Read) -> Read:
    def read(node: Node, problems: Problems) -> Any:
        if not isinstance(node, MapNode):
            return _unlike(problems, node, say("keys and values"))
        items = {Text(key.value, key.place): item(part, problems) for key, part in node.items}
        for (key, part), value in zip(node.items, items.values(), strict=True):
            if value is BROKEN or part.place in problems.partial:
                problems.shaken.add(key.place)
            if value is BROKEN:
                problems.lost.add(key.value)
        return {key: value for key, value in items.items() if value is not BROKEN}

    return read


def _dataclass(cls: Any) -> Read:
    hints = typing.get_type_hints(cls)
    fields = {field.name.rstrip("_"): field for field in dataclasses.fields(cls)}
    parts = {key: (field.name, _reader(hints[field.name])) for key, field in fields.items()}
    needed = [key for key, field in fields.items() if required(field)]
    name = OWNERS[cls.__name__]

    def read(node: Node, problems: Problems) -> Any:
        if not isinstance(node, MapNode):
            return _unlike(problems, node, say("keys and values"))
        values: dict[str, Any] = {}
        lacking: set[str] = set()
        for key, value in node.items:
            if key.value in parts:
                field_name, part = parts[key.value]
                made = part(value, problems)
                if key.value in PROSE and isinstance(value, ScalarNode) and value.cut:
                    problems.add(value.place, "cut-off", rest=value.cut[:40])
                if made is not BROKEN:
                    values[field_name] = made
                if made is BROKEN or value.place in problems.partial:
                    lacking.add(key.value)
                if made is BROKEN or value.place in problems.nameless:
                    problems.blind.update(kinds_of(key.value))
            else:
                lacking.add(key.value)
                hint = _meant(key, value, node, parts)
                problems.add(key.place, "unknown-key", hint, key=key.value[:40], owner=say(name))
        lacking.update(_missing(needed, node, name, problems))
        if not lacking:  # as nearly always
            return cls(**values)
        shake(cls, node, lacking, values.get("id"), problems)
        return _whole_or_neutral(cls, hints, values, node.place)

    return read


def _missing(needed: Iterable[str], node: MapNode, owner: str, problems: Problems) -> list[str]:
    written = {key.value for key, _ in node.items}
    missing = [word for word in needed if word not in written]
    for word in missing:
        problems.add(node.place, "missing-key", owner=say(owner), key=word)
    return missing


def _meant(key: ScalarNode, value: Node, node: MapNode, keys: Iterable[str]) -> str:
    """What an unknown key most likely is: half of a sentence, a slip of the pen, or a guess."""
    nothing = isinstance(value, ScalarNode) and value.plain and not value.value
    if node.flow and (nothing or " " in key.value):
        return say(COMMA)
    return nearest(key.value, keys) or say("There are: {known}.", known=series(sorted(keys)))


def _whole_or_neutral(cls: Any, hints: dict[str, Any], values: dict[str, Any], at: Place) -> Any:
    """Make a dataclass; what it needs and doesn't have stands as nothing, but never its id."""
    for field in dataclasses.fields(cls):
        if field.name not in values and required(field):
            values[field.name] = BROKEN if field.name == "id" else neutral(hints[field.name], at)
    return BROKEN if any(value is BROKEN for value in values.values()) else cls(**values)
