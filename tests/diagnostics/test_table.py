"""The table of diagnostics is whole: what is told stands in it, and what stands in it is told."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.diagnostics.table import GROUPS, TABLE
from game.pack.problems import Problems
from tests.builders import ROOT

TELLERS = [*(ROOT / "game" / "pack").glob("*.py"), *(ROOT / "game" / "check").glob("*.py")]


def told_by(path: Path) -> Iterator[str]:
    """Codes that a module tells; one that is put together of parts, as a pattern."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr == "unknown":
                yield from (f"unknown-{kind}" for kind in kinds(node.args[1]))
            if node.func.attr in ("add", "refuse") and len(node.args) > 1:
                yield from codes(node.args[1])


def kinds(node: ast.expr) -> tuple[str, ...]:
    return (node.value,) if isinstance(node, ast.Constant) else ()


def codes(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield node.value
    if isinstance(node, ast.JoinedStr):
        yield "".join(p.value if isinstance(p, ast.Constant) else "[a-z]+" for p in node.values)


TOLD = {code for path in TELLERS for code in told_by(path)}


def test_every_code_stands_once_in_the_table() -> None:
    codes = Counter(row.code for rows in GROUPS.values() for row in rows)
    assert [code for code, count in codes.items() if count > 1] == []


def test_every_code_that_the_program_tells_is_in_the_table() -> None:
    assert len(TOLD) > 60
    assert [code for code in TOLD if not any(re.fullmatch(code, known) for known in TABLE)] == []


def test_a_code_that_is_in_no_table_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        Problems().add("x", "no-such-code")


def test_a_hint_is_the_tables_unless_there_is_a_better_one() -> None:
    problems = Problems()
    problems.add("x", "no-folder")
    problems.add("x", "no-folder", "Look in the attic.")
    assert [p.hint for p in problems.found] == [TABLE["no-folder"].hint, "Look in the attic."]


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_a_sentence_begins_small_and_ends_with_a_full_stop(row) -> None:  # type: ignore[no-untyped-def]
    assert row.says.endswith(".")
    assert not re.match(r"[A-Z]", row.says)
    assert not row.hint or (not row.hint[0].islower() and row.hint[-1] in ".?")
