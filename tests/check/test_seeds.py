"""All of 28 slips are told in one run of one broken copy of the shipped story, each at its line.

To be quick the run proves the whole year under one keeper alone, the one whose scale a slip
leaves; `make bench` has the run that proves everything.
"""

import shutil
from pathlib import Path

import pytest

from game.check.examine import examine
from game.check.proof import prove
from game.check.proofs import Proofs
from game.core.story.model import Story
from game.pack import Problem
from tests.builders import STORY
from tests.check.seeds import OURS, THIRTEEN, Seed

SEEDS = (*THIRTEEN, *OURS)
ECHOES = {
    "text-never-shown",  # a door that can't be tested never closes, and texts wait for it in vain
    "unanswered-deed",  # a new deed is unanswered in six rulebooks, not in one
    "unused-deed",  # and nobody does it
    "score-clamps",  # a size too large leaves the scale at both ends
}
"""What a slip is told as besides, at other lines."""


def sow(folder: Path) -> None:
    for one in SEEDS:
        path = folder / one.file
        for old, new in one.edits:
            text = path.read_text(encoding="utf-8")
            assert not old or text.count(old) == 1, f"{old!r}: {text.count(old)} in {one.file}"
            path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")


def one_keeper(story: Story) -> Proofs:
    """The whole year under the bureau."""
    return Proofs("year", {"year": {"bureau": prove(story, "bureau", "year")}}, 0.0, 0)


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
    return examine(folder, prove=one_keeper).problems


def test_there_are_13_slips_of_the_field_and_15_of_our_own() -> None:
    assert (len(THIRTEEN), len(OURS)) == (13, 15)


@pytest.mark.parametrize("one", SEEDS, ids=[one.code for one in SEEDS])
def test_a_slip_is_told_at_its_line(one: Seed, folder: Path, found: tuple[Problem, ...]) -> None:
    told = [(p.code, p.file, p.line) for p in found]
    near = [place for place in told if place[0] == one.code]
    assert place(folder, one) in told, near


def test_nothing_else_is_told_but_for_their_echoes(
    folder: Path, found: tuple[Problem, ...]
) -> None:
    sown = {place(folder, one) for one in SEEDS}
    whole = {(p.code, p.message) for p in examine(STORY, prove=one_keeper).problems}
    rest = [p for p in found if (p.code, p.file, p.line) not in sown]
    strange = [str(p) for p in rest if (p.code, p.message) not in whole and p.code not in ECHOES]
    assert strange == []
