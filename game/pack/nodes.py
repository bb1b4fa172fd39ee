"""YAML text to a small tree of nodes that know where they stand.

Built from the parser's events, without recursion and without resolving anything: no anchors,
no tags, no guessing of types (`yes` stays `yes`, `12:30` stays `12:30`). Large, deep or
oddly encoded files end with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from game.core.story.text import Place
from game.pack.problems import Problems
from game.pack.slips import cut_off, hint

__all__ = ["MapNode", "Node", "ScalarNode", "SeqNode", "read_bytes", "read_nodes", "read_words"]

MOST_BYTES = 2_000_000
MOST_DEEP = 16
MOST_PARTS = 50_000
"""Words, lists and mappings in a file: ten times what our largest holds."""
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""Where YAML begins a new line."""
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class ScalarNode:
    """A word or a text."""

    value: str
    place: Place
    plain: bool
    """Written without quotes, and not as a block."""
    spread: bool = False
    """Its characters stand on other lines than its first: a block, or words broken over lines."""
    cut: str = ""
    """What looks like the end of its text, and is a comment to YAML."""


@dataclass(slots=True)
class SeqNode:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class MapNode:
    """Keys and values, in the order written; keys are unique."""

    place: Place
    items: list[tuple[ScalarNode, Node]] = field(default_factory=list)
    flow: bool = False
    """Written in braces, where a comma ends a text."""


Node = ScalarNode | SeqNode | MapNode


class _Stop(Exception):
    """A file that can't be read further; told already."""


def read_bytes(path: Path, name: str, problems: Problems) -> bytes | None:
    """Return a file's bytes; None where it is too large or can't be read, with the reason noted."""
    whole = Place(name, 0, 0)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) <= MOST_BYTES:
            return data
        problems.add(whole, "too-large", size=path.stat().st_size, most=MOST_BYTES)
    except OSError as error:
        problems.add(whole, "unreadable", reason=error.strerror)
    return None


def read_words(path: Path, name: str, problems: Problems) -> str | None:
    """Return a plain text file's words, or None with the reason noted."""
    whole = Place(name, 0, 0)
    if not path.is_file():
        problems.add(whole, "missing-file", what=f"`{name}`")
        return None
    data = read_bytes(path, name, problems)
    try:
        return None if data is None else data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.add(whole, "not-utf8", byte=error.start)
        return None


def read_nodes(data: bytes, name: str, problems: Problems) -> Node | None:
    """Turn a file's bytes into nodes; None where they are no YAML of ours, the reason noted."""
    whole = Place(name, 0, 0)
    try:
        return _Composer(name, problems).compose(data.decode("utf-8-sig"))
    except _Stop:
        return None
    except UnicodeDecodeError as error:
        problems.add(whole, "not-utf8", byte=error.start)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        lines = _BREAK.split(data.decode("utf-8-sig"))
        at = _inside(_at(name, mark), lines) if mark else whole
        line = lines[at.line - 1] if mark else ""
        before = error.context_mark
        begun = lines[before.line] if before and before.line < len(lines) else line
        told = hint(str(error.problem), line, at.column, begun)
        problems.add(at, "not-yaml", told, reason=error.problem)
    except yaml.YAMLError as error:
        problems.add(whole, "not-yaml", reason=str(error).split("\n")[0])
    return None


def _inside(at: Place, lines: list[str]) -> Place:
    """A parser that still waits for more points behind the end: there is the last line's end."""
    if at.line <= len(lines):
        return at
    return Place(at.file, len(lines), len(lines[-1]) + 1)


def _at(name: str, mark: Any) -> Place:
    return Place(name, mark.line + 1, mark.column + 1)


class _Composer:
    """Fills lists while events go by; the innermost open one is the last of `filling`."""

    def __init__(self, name: str, problems: Problems) -> None:
        self.name, self.problems = name, problems
        self.filling: list[list[Node]] = [[]]
        self.parts = 0
        self.lines: list[str] = []
        """The file line by line, if it has a comment at all."""

    def compose(self, text: str) -> Node | None:
        self.lines = _BREAK.split(text) if " #" in text else []
        # By exact type: a story has ten thousand events, and these are all that a parser makes.
        handlers: dict[type[yaml.Event], Callable[[Any], object]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.open_mapping,
            yaml.MappingEndEvent: self.close_mapping,
            yaml.SequenceStartEvent: self.open_list,
            yaml.SequenceEndEvent: lambda _: self.filling.pop(),
            yaml.AliasEvent: self.place,
            yaml.DocumentStartEvent: self.document,
        }
        for event in iter(LOADER(text).get_event, None):
            if handle := handlers.get(type(event)):
                handle(event)
        if not self.filling[0]:
            self.problems.add(Place(self.name, 1, 1), "empty-file")
            return None
        return self.filling[0][0]

    def document(self, event: yaml.DocumentStartEvent) -> None:
        if self.filling[0]:
            at = _at(self.name, event.start_mark)
            self.refuse(at, "one-document")

    def place(self, event: Any) -> Place:
        """Return where a node stands; what it may not carry ends the reading."""
        self.parts += 1
        mark = event.start_mark
        place = Place(self.name, mark.line + 1, mark.column + 1)
        if self.parts > MOST_PARTS:
            self.refuse(place, "too-many", most=MOST_PARTS)
        if event.anchor:
            self.refuse(place, "anchor")
        if event.tag and event.tag != "!":
            self.refuse(place, "tag", tag=event.tag[:80])
        return place

    def refuse(self, place: Place, code: str, **values: object) -> NoReturn:
        self.problems.add(place, code, "", **values)
        raise _Stop

    def scalar(self, event: yaml.ScalarEvent) -> None:
        place, end = self.place(event), event.end_mark
        spread = end is not None and end.line >= place.line
        node = ScalarNode(event.value, place, not event.style, spread)
        if node.plain and end is not None and end.line < len(self.lines):
            node.cut = cut_off(self.lines[end.line][end.column :], node.value)
        self.filling[-1].append(node)

    def open_list(self, event: yaml.SequenceStartEvent) -> None:
        node = SeqNode(self.place(event))
        self.open(node, node.items)

    def open_mapping(self, event: yaml.MappingStartEvent) -> None:
        self.open(MapNode(self.place(event), flow=bool(event.flow_style)), [])

    def open(self, node: SeqNode | MapNode, items: list[Node]) -> None:
        if len(self.filling) > MOST_DEEP:
            self.refuse(node.place, "too-deep", most=MOST_DEEP)
        self.filling[-1].append(node)
        self.filling.append(items)

    def close_mapping(self, _: yaml.MappingEndEvent) -> None:
        """Pair keys with values; a mapping's own node is the last that its parent was given."""
        flat = self.filling.pop()
        node = self.filling[-1][-1]
        assert isinstance(node, MapNode)
        seen: set[str] = set()
        for key, value in zip(flat[::2], flat[1::2], strict=True):
            if not isinstance(key, ScalarNode):
                self.refuse(key.place, "key")
            if key.value in seen:
                self.problems.add(key.place, "duplicate-key", key=key.value[:40])
                continue
            seen.add(key.value)
            node.items.append((key, value))
