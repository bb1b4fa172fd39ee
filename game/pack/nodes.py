"""YAML text to a small tree of nodes that know where they stand.

Built from the parser's events, without recursion and without resolving anything: no anchors,
no tags, no guessing of types (`yes` stays `yes`, `12:30` stays `12:30`). Large, deep or
oddly encoded files end with a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from game.core.text import Place
from game.pack.problems import Problems

__all__ = ["MapNode", "Node", "ScalarNode", "SeqNode", "read_bytes", "read_nodes"]

MOST_BYTES = 2_000_000
MOST_DEEP = 16
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class ScalarNode:
    """A word or a text."""

    value: str
    place: Place
    plain: bool
    """Written without quotes, and not as a block."""
    block: bool = False


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


Node = ScalarNode | SeqNode | MapNode


class _Stop(Exception):
    """A file that can't be read further; told already."""


def read_bytes(path: Path, name: str, problems: Problems) -> bytes | None:
    """Return a file's bytes; None where it is too large or can't be read, with the reason noted."""
    whole = Place(name, 0, 0)
    try:
        if path.stat().st_size <= MOST_BYTES:
            return path.read_bytes()
        problems.add(whole, "too-large", "this file is larger than 2 MB.")
    except OSError as error:
        problems.add(whole, "unreadable", f"this file can't be read: {error.strerror}.")
    return None


def read_nodes(data: bytes, name: str, problems: Problems) -> Node | None:
    """Turn a file's bytes into nodes; None where they are no YAML of ours, with the reason noted."""
    whole = Place(name, 0, 0)
    try:
        return _Composer(name, problems).compose(data.decode("utf-8-sig"))
    except _Stop:
        return None
    except UnicodeDecodeError as error:
        problems.add(whole, "not-utf8", f"this file is not UTF-8 (byte {error.start}).")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Place(name, mark.line + 1, mark.column + 1) if mark else whole
        problems.add(at, "not-yaml", f"this is not readable YAML: {error.problem}.")
    except yaml.YAMLError as error:
        problems.add(whole, "not-yaml", f"this is not readable YAML: {error}.".split("\n")[0])
    return None


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being filled."""

    node: SeqNode | MapNode
    key: ScalarNode | None = None
    """In a mapping the key that waits for its value."""
    seen: set[str] = field(default_factory=set)


class _Composer:
    """Stacks open lists and mappings while events go by."""

    def __init__(self, name: str, problems: Problems) -> None:
        self.name, self.problems = name, problems
        self.stack: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0

    def compose(self, text: str) -> Node | None:
        # By exact type: a story has ten thousand events, and these are all that a parser makes.
        handlers: dict[type[yaml.Event], Callable[[Any], object]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: lambda event: self.open(event, MapNode),
            yaml.SequenceStartEvent: lambda event: self.open(event, SeqNode),
            yaml.MappingEndEvent: lambda _: self.stack.pop(),
            yaml.SequenceEndEvent: lambda _: self.stack.pop(),
            yaml.AliasEvent: self.place,
            yaml.DocumentStartEvent: self.document,
        }
        for event in yaml.parse(text, Loader=LOADER):
            if handle := handlers.get(type(event)):
                handle(event)
        if self.root is None:
            self.problems.add(Place(self.name, 1, 1), "empty-file", "this file is empty.")
        return self.root

    def document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            at = Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)
            self.refuse(at, "one-document", "a story file holds one document.")

    def place(self, event: yaml.NodeEvent) -> Place:
        """Return where a node stands; what it may not carry ends the reading."""
        mark = event.start_mark
        place = Place(self.name, mark.line + 1, mark.column + 1)
        if event.anchor:
            self.refuse(place, "anchor", "anchors and aliases (`&`, `*`) are not used here.")
        if event.tag and event.tag != "!":
            self.refuse(place, "tag", f"tags like `{event.tag}` are not used here.")
        return place

    def refuse(self, place: Place, code: str, message: str) -> None:
        self.problems.add(place, code, message)
        raise _Stop

    def scalar(self, event: yaml.ScalarEvent) -> None:
        style = event.style
        self.put(ScalarNode(event.value, self.place(event), not style, style in ("|", ">")))

    def open(self, event: yaml.CollectionStartEvent, kind: type[SeqNode | MapNode]) -> None:
        node = kind(self.place(event))
        self.put(node)
        if len(self.stack) >= MOST_DEEP:
            self.refuse(node.place, "too-deep", f"this nests more than {MOST_DEEP} deep.")
        self.stack.append(_Open(node))

    def put(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent.node, SeqNode):
            parent.node.items.append(node)
        elif parent.key is None:
            parent.key = self.key(node, parent.seen)
        else:
            parent.node.items.append((parent.key, node))
            parent.key = None

    def key(self, node: Node, seen: set[str]) -> ScalarNode:
        if not isinstance(node, ScalarNode):
            self.problems.add(node.place, "key", "a key is a single word.")
            raise _Stop
        if node.value in seen:
            message = f"the key `{node.value}` stands here twice."
            self.problems.add(node.place, "duplicate-key", message)
        seen.add(node.value)
        return node
