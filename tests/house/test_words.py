"""The program's own words stand in one catalogue: each is said through game/words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.test_contracts import MODULES, dotted

SPOKEN = {"say", "mark", "many"}
"""What hands words to the catalogue."""

NOT_SAID = {
    "compile", "match", "sub", "search", "split", "findall", "fullmatch",  # patterns
    "ValueError", "TypeError", "KeyError", "AssertionError", "RuntimeError",  # for programmers
    "NotImplementedError", "TypeVar", "NewType", "css", "query", "query_one", "getLogger",
}  # fmt: skip
"""Calls whose strings nobody reads on a screen."""

WITHOUT_WORDS = {"game.words", "game.check.grade"}
"""The room itself, and a reader of English."""

TABLES = {"game.diagnostics"}
"""Data: read by docs/words.py as a table."""

SENTENCE = re.compile(r"[A-Za-z][a-z’']+[,;:]? [A-Za-z’'{]*[a-z]{2,}")
"""Two words in a row, one of them in small letters."""

TAG = re.compile(r"""<[^<>]*(?:>|$)|^[^<>]*["'=][^<>]*>""")
"""A tag of HTML, or the part of one that stands in a string: its words are read by a browser."""


def named(call: ast.Call) -> str:
    match call.func:
        case ast.Name(name) | ast.Attribute(_, name):
            return name
    return ""


def strings(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every string that is neither said nor a docstring nor a pattern."""
    for field, value in ast.iter_fields(tree):
        for node in value if isinstance(value, list) else [value]:
            if not isinstance(node, ast.AST) or is_docstring(tree, field, node) or is_css(node):
                continue
            if isinstance(node, ast.Call) and named(node) in SPOKEN | NOT_SAID:
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node
            yield from strings(node)


def is_docstring(parent: ast.AST, field: str, node: ast.AST) -> bool:
    """A string that stands alone as a statement: of a module, class, function or field."""
    return field == "body" and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def is_css(node: ast.AST) -> bool:
    """How a screen is laid out."""
    return isinstance(node, ast.Assign) and any(
        isinstance(name, ast.Name) and name.id in ("CSS", "DEFAULT_CSS") for name in node.targets
    )


def unsaid(path: Path) -> list[str]:
    source = path.read_text(encoding="utf-8")
    kept = source.splitlines()
    return [
        f"{dotted(path)}:{node.lineno}: {node.value[:60]!r}"
        for node in strings(ast.parse(source))
        if SENTENCE.search(TAG.sub("", node.value))
        and "# not said" not in kept[node.end_lineno - 1]
    ]


def spoken_modules() -> list[Path]:
    return [
        path
        for path in MODULES
        if dotted(path) not in WITHOUT_WORDS
        and not any(dotted(path).startswith(table) for table in TABLES)
    ]


@pytest.mark.parametrize("path", spoken_modules(), ids=dotted)
def test_a_sentence_is_said_through_the_catalogue(path: Path) -> None:
    assert unsaid(path) == []


def early(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call that is made while a module is imported: what stands in a body isn't made then."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield from early(node.args)
        else:
            yield from [node] if isinstance(node, ast.Call) else []
            yield from early(node)


def test_nothing_is_said_while_no_language_is_chosen() -> None:
    """Constants and defaults are marked when they are imported, and said when they are shown."""
    told = [
        f"{dotted(path)}:{call.lineno}"
        for path in MODULES
        for call in early(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.func, ast.Name) and call.func.id in ("say", "many", "joined", "series")
    ]
    assert told == []
