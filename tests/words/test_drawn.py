"""Whatever the program says is in the catalogue: what Babel can't see, nobody can translate."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from docs.words import catalogue
from tests.house.test_contracts import MODULES, dotted

WORDS = {"say": 1, "mark": 1, "many": 2}
"""What takes words, and how many of its arguments are such."""


@cache
def known() -> frozenset[str]:
    ids = (message.id for message in catalogue() if message.id)
    return frozenset(one for id in ids for one in (id if isinstance(id, tuple) else (id,)))


def said(path: Path) -> Iterator[tuple[int, str]]:
    """Words that stand in a call that says them, with their line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for words in node.args[: WORDS.get(node.func.id, 0)]:
                if isinstance(words, ast.Constant) and any(map(str.isalnum, str(words.value))):
                    yield node.lineno, str(words.value)


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_what_is_said_is_in_the_catalogue(path: Path) -> None:
    """A call inside an f-string is one that Babel overlooks: say it before."""
    assert [(line, words) for line, words in said(path) if words not in known()] == []
