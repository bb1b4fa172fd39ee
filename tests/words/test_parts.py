"""What is put into a sentence is what it names in braces: no more, and no less."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from docs.words import messages
from tests.house.test_contracts import MODULES, dotted

WORDS = {"say": 1, "many": 2}
"""What puts parts into words, and how many of its arguments are such."""


def named(words: str) -> set[str]:
    """The names in braces; none where they are no names."""
    try:
        return {name for _, name, _, _ in Formatter().parse(words) if name is not None}
    except ValueError:
        return set()


def uneven(path: Path) -> Iterator[str]:
    """Calls that hand over other parts than their words name, each with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        given = {part.arg for part in node.keywords}
        if None in given:  # a mapping of parts: only a run can tell
            continue
        count = WORDS.get(node.func.id, 0)
        for words in node.args[:count]:
            if isinstance(words, ast.Constant) and isinstance(words.value, str):
                wanted = named(words.value) - ({"n"} if count == 2 else set())
                literal = not given and not any(name.isidentifier() for name in wanted)
                if wanted != given and not literal:
                    yield f"{node.lineno}: {words.value[:60]!r} {sorted(given ^ wanted)}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_a_sentence_is_handed_the_parts_that_it_names(path: Path) -> None:
    assert list(uneven(path)) == []


def test_one_phrase_has_one_plural() -> None:
    """A catalogue finds a plural by its singular: a second one would be lost."""
    several: dict[str, set[str]] = {}
    for _, message in messages():
        if isinstance(message, tuple):
            several.setdefault(message[0], set()).add(message[1])
    assert {one: ways for one, ways in several.items() if len(ways) > 1} == {}
