"""Slips are told in one run of one broken copy of the shipped story, each at its line."""

import shutil
from pathlib import Path

import pytest

from game.check.examine import examine
from game.diagnostics.table import TABLE
from game.pack import Problem
from tests.builders import STORY
from tests.check.seeds import OURS, THIRTEEN, Seed

EXPLORED = {code for code, row in TABLE.items() if row.explored}
SEEDS = (*THIRTEEN, *OURS)
STILL = [one for one in SEEDS if one.code not in EXPLORED]


def sow(folder: Path) -> None:
    for one in SEEDS:
        path = folder / one.file
        for old, new in one.edits:
            text = path.read_text(encoding="utf-8")
            assert not old or text.count(old) == 1, f"{old!r}: {text.count(old)} in {one.file}"
            path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")


def place(folder: Path, one: Seed) -> tuple[str, str, int]:
    """The code, the file and the line at which a slip is to be told."""
    file = one.told_in or one.file
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(one.at) == 1, f"{one.at!r}: {text.count(one.at)} in {file}"
    return one.code, file, text[: text.index(one.at)].count("\n") + 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The broken copy."""
    folder = tmp_path_factory.mktemp("seeds") / "story"
    shutil.copytree(STORY, folder)
    sow(folder)
    return folder


@pytest.fixture(scope="module")
def found(folder: Path) -> tuple[Problem, ...]:
    """Everything that one run tells."""
    return examine(folder).problems


def test_there_are_13_slips_of_the_field_and_15_of_our_own() -> None:
    assert (len(THIRTEEN), len(OURS)) == (13, 15)


@pytest.mark.parametrize("one", STILL, ids=[one.code for one in STILL])
def test_a_slip_is_told_at_its_line(one: Seed, folder: Path, found: tuple[Problem, ...]) -> None:
    told = [(p.code, p.file, p.line) for p in found]
    near = [place for place in told if place[0] == one.code]
    assert place(folder, one) in told, near


def test_nothing_is_told_that_was_not_sown(folder: Path, found: tuple[Problem, ...]) -> None:
    """What the whole story is told of too, and the echoes of a slip, are all that there is."""
    sown = {one.code for one in SEEDS}
    whole = {p.code for p in examine(STORY).problems}
    assert {str(p) for p in found if p.code not in sown | whole} == set()
