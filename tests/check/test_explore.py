"""Exact exploration of the shipped story's shortest cut agrees with walking every single play."""

import pytest

from game.check.proof import Proof, prove
from game.core.run.fold import Game
from game.core.story.model import Story
from tests.check.brute import brute
from tests.check.test_proof import assert_equal

KEEPERS = ("article", "reply", "sesame", "record", "carrots", "bureau")


@pytest.fixture(scope="module")
def tasters(shipped: Story) -> dict[str, Proof]:
    return {keeper: prove(shipped, keeper, "taster") for keeper in KEEPERS}


@pytest.mark.parametrize("keeper", ["article", "record"])
def test_a_taster_is_what_walking_every_play_of_it_finds(
    shipped: Story, tasters: dict[str, Proof], keeper: str
) -> None:
    assert_equal(tasters[keeper], brute(Game(shipped, keeper, "taster", shadows=False)))


def test_no_state_locks(tasters: dict[str, Proof]) -> None:
    assert [proof.locks for proof in tasters.values() if proof.locks] == []


def test_every_option_is_offered_under_some_keeper(
    shipped: Story, tasters: dict[str, Proof]
) -> None:
    offered = {option for proof in tasters.values() for option in proof.offered}
    written = {f"{s.id}.{o.id}" for s in shipped.cut_scenes("taster") for o in s.options}
    assert written - offered == set()
