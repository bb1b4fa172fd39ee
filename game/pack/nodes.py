"""YAML text to a small tree of nodes that know where they stand.

Built from the parser's events, without recursion and without resolving anything: no anchors,
no tags, no guessing of types (`yes` stays `yes`, `12:30` stays `12:30`). Large, deep or
oddly encoded files end with a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from game.core.text import Place
from game.pack.problems import Problems

__all__ = ["MapNode", "Node", "ScalarNode", "SeqNode", "read_nodes"]

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


def read_nodes(path: Path, name: str, problems: Problems) -> Node | None:
    """Read a file into nodes; None where it can't be read, with the reason noted."""
    whole = Place(name, 0, 0)
    try:
        if path.stat().st_size > MOST_BYTES:
            problems.add(whole, "too-large", "this file is larger than 2 MB.")
            return None
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.add(whole, "not-utf8", f"this file is not UTF-8 (byte {error.start}).")
        return None
    except OSError as error:
        problems.add(whole, "unreadable", f"this file can't be read: {error.strerror}.")
        return None
    try:
        return _Composer(name, problems).compose(text)
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Place(name, mark.line + 1, mark.column + 1) if mark else whole
        problems.add(at, "not-yaml", f"this is not readable YAML: {error.problem}.")
    except yaml.YAMLError as error:
        problems.add(whole, "not-yaml", f"this is not readable YAML: {error}.".split("\n")[0])
    return None


class _Composer:
    """Stacks open lists and mappings while events go by."""

    def __init__(self, name: str, problems: Problems) -> None:
        self.name, self.problems = name, problems
        self.stack: list[SeqNode | MapNode] = []
        self.keys: list[ScalarNode | None] = []
        self.seen: list[set[str]] = []
        self.root: Node | None = None

    def compose(self, text: str) -> Node | None:
        documents = 0
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse(event, "one-document", "a story file holds one document.")
            elif isinstance(event, yaml.AliasEvent):
                self.refuse(event, "anchor", "anchors and aliases (`&`, `*`) are not used here.")
            elif isinstance(event, yaml.NodeEvent):
                self.open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                self.close()
        if self.root is None:
            self.problems.add(Place(self.name, 1, 1), "empty-file", "this file is empty.")
        return self.root

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name, 0, 0)

    def refuse(self, event: yaml.Event, code: str, message: str) -> None:
        self.problems.add(self.place(event), code, message)
        raise _Stop

    def open(self, event: yaml.NodeEvent) -> None:
        if event.anchor:
            self.refuse(event, "anchor", "anchors and aliases (`&`, `*`) are not used here.")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self.refuse(event, "tag", f"tags like `{tag}` are not used here.")
        place = self.place(event)
        if isinstance(event, yaml.ScalarEvent):
            block = event.style in ("|", ">")
            self.put(ScalarNode(event.value, place, event.style in (None, ""), block))
            return
        node = SeqNode(place) if isinstance(event, yaml.SequenceStartEvent) else MapNode(place)
        self.put(node)
        if len(self.stack) >= MOST_DEEP:
            self.refuse(event, "too-deep", f"this nests more than {MOST_DEEP} deep.")
        self.stack.append(node)
        self.keys.append(None)
        self.seen.append(set())

    def close(self) -> None:
        self.stack.pop()
        self.keys.pop()
        self.seen.pop()

    def put(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent, key = self.stack[-1], self.keys[-1]
        if isinstance(parent, SeqNode):
            parent.items.append(node)
        elif key is None:
            self.keys[-1] = self.key(node)
        else:
            parent.items.append((key, node))
            self.keys[-1] = None

    def key(self, node: Node) -> ScalarNode:
        if not isinstance(node, ScalarNode):
            self.problems.add(node.place, "key", "a key is a single word.")
            raise _Stop
        if node.value in self.seen[-1]:
            message = f"the key `{node.value}` stands here twice."
            self.problems.add(node.place, "duplicate-key", message)
        self.seen[-1].add(node.value)
        return node
