"""Each diagnostic has an example that triggers it, at its line, and a twin that does not."""

from pathlib import Path

import pytest

from game.diagnostics import Example, Row
from game.diagnostics.table import TABLE
from tests.diagnostics.examples import EXAMPLE, Twin, broken, mended

ROWS = [row for row in TABLE.values() if row.example is not None]


def test_the_example_story_has_no_problem_at_all(tmp_path: Path) -> None:
    assert Twin(tmp_path / "story").problems() == ()


def test_every_code_has_an_example_but_for_what_no_file_can_show() -> None:
    assert {code for code, row in TABLE.items() if row.example is None} == {
        "unreadable",
        "unproven",
    }


@pytest.mark.parametrize("row", ROWS, ids=[row.code for row in ROWS])
def test_an_example_has_its_problem_and_no_other(row: Row, tmp_path: Path) -> None:
    before = {(p.code, p.message) for p in mended(row, tmp_path / "mended").problems(row.code)}
    assert row.code not in {code for code, _ in before}
    twin = broken(row, tmp_path / "broken")
    found = [p for p in twin.problems(row.code) if (p.code, p.message) not in before]
    assert {p.code for p in found} == {row.code, *row.along}, [str(p) for p in found]
    found = [p for p in found if p.code == row.code]
    assert {p.severity for p in found} == {row.severity}
    if isinstance(row.example, Example):
        assert any(stands(twin, row.example, p.file, p.line, p.column) for p in found), found
    elif row.example is not None and row.example.file != ".":
        assert {p.file for p in found} == {row.example.file}


def stands(twin: Twin, example: Example, file: str, line: int, column: int) -> bool:
    """Whether a place is where the example says; without words for it, a line that changed."""
    text = (twin.folder / file).read_text(encoding="utf-8").split("\n")
    if example.at:
        return text[line - 1][column - 1 :].startswith(example.at)
    return file == example.file or not (EXAMPLE / file).exists()
