"""Where reading stopped: kept beside a run, and never in the way of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.core.run.script import Stop
from game.core.saves.bookmark import Bookmark, beside, bookmark_of, forget_bookmark, keep_bookmark

READ = Bookmark("d1", 2, Stop("reveal", 1, 0), frozenset({"first"}))


@pytest.fixture
def run(tmp_path: Path) -> Path:
    path = tmp_path / "year.run.json"
    path.write_text("{}", encoding="utf-8")
    return path


def test_a_bookmark_that_was_kept_reads_the_same(run: Path) -> None:
    keep_bookmark(run, READ)
    assert bookmark_of(run) == READ


def test_a_run_without_a_bookmark_has_none(run: Path) -> None:
    assert bookmark_of(run) is None


def test_no_bookmark_is_left_beside_a_run_that_is_gone(run: Path) -> None:
    run.unlink()
    keep_bookmark(run, READ)
    assert not beside(run).exists()


def test_a_bookmark_is_forgotten_with_its_run(run: Path) -> None:
    keep_bookmark(run, READ)
    forget_bookmark(run)
    assert bookmark_of(run) is None


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("choices", float("inf")),
        ("choices", 1e999),
        ("page", ["reveal", float("inf"), 0]),
        ("page", ["reveal", float("nan"), 0]),
        ("page", ["reveal"]),
        ("page", 7),
        ("glanced", None),
        ("format", 2),
        ("digest", ...),
    ],
)
def test_a_damaged_bookmark_is_none(run: Path, key: str, value: Any) -> None:
    keep_bookmark(run, READ)
    data = json.loads(beside(run).read_text(encoding="utf-8"))
    data[key] = value
    if value is ...:
        del data[key]
    beside(run).write_text(json.dumps(data), encoding="utf-8")
    assert bookmark_of(run) is None


@pytest.mark.parametrize("words", ["", "[]", "7", "[" * 5000, '"' + "x" * 30_000 + '"'])
def test_what_is_no_bookmark_at_all_is_none(run: Path, words: str) -> None:
    beside(run).write_text(words, encoding="utf-8")
    assert bookmark_of(run) is None
