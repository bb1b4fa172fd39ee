"""The proof agrees with walking every single play, whatever the story."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.check.proof import Proof, prove
from game.core.model import Story
from game.core.run import Game
from tests.check.brute import Found, brute
from tests.check.stories import stories


def assert_equal(proof: Proof, found: Found) -> None:
    assert proof.plays == found.plays
    assert {id: n for id, n in proof.endings.items() if n} == found.endings
    assert proof.numbers == found.numbers
    assert proof.score_min == min(found.moments, default=None)
    assert proof.score_max == max(found.moments, default=None)
    assert {door: n for door, n in proof.closed.items() if n} == found.closed
    assert proof.listed == found.listed
    assert set(proof.ever_closed) == found.ever_closed
    assert set(proof.ever_open) == found.ever_open
    assert {key: len(way) for key, way in proof.offered.items()} == found.offered
    assert {key: len(way) for key, way in proof.reached.items()} == found.reached
    assert {key: len(way) for key, way in proof.locks.items()} == found.locks
    assert set(proof.unshown) == found.texts - found.shown
    assert {key: len(way) for key, (_, way) in proof.clamped.items()} == found.clamped
    assert not found.played & set(proof.unplayed)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(story=stories(), cut=st.sampled_from(["whole", "short"]))
def test_a_proof_finds_what_walking_every_play_finds(story: Story, cut: str) -> None:
    game = Game(story, "keeper", cut, shadows=False)
    assert_equal(prove(story, "keeper", cut), brute(game))
