"""The proof agrees with walking every single play, whatever the story."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.check.explore import Walk
from game.check.proof import Proof, prove
from game.core.run.fold import Game
from game.core.story.model import Story
from tests.builders import Tiny, choices
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


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(story=stories(), cut=st.sampled_from(["whole", "short"]))
def test_a_proof_finds_what_walking_every_play_finds(story: Story, cut: str) -> None:
    game = Game(story, "keeper", cut, shadows=False)
    assert_equal(prove(story, "keeper", cut), brute(game))


def also(tiny: Tiny, condition: str) -> Tiny:
    """Give the last scene a text that depends on something."""
    words = "    text: It ends.\n"
    also = f"    also: [{{if: {condition}, text: So it was.}}]\n"
    return tiny.swap("chapters/2.yaml", words, words + also)


@pytest.mark.parametrize(
    ("condition", "shown"),
    [
        ("chose first.ill and chose second.ill", True),
        ("chose first.ill and chose first.well", False),
        ("chose first.ill and chose second.gate", True),  # 40 is not below 40
        ("chose third.well", False),
        ("door gate closed and chose first.well", False),
        ("door lane open and chose first.well and chose second.well", True),
        ("ties >= 3 and chose first.ill", False),
        ("standing is none", False),
    ],
)
def test_a_text_is_shown_or_never(tiny: Tiny, condition: str, shown: bool) -> None:
    tiny.swap("chapters/1.yaml", "{if: chose first.ill, deeds: [bad]", "{if: chose first.ill")
    story = also(tiny, condition).load()
    assert ("third also 0" not in prove(story, "score", "whole").unshown) == shown


def test_conditions_that_only_pick_a_text_make_no_states(tiny: Tiny) -> None:
    states = prove(tiny.load(), "score", "whole").states
    also(tiny, "chose first.strange and chose second.well and ties >= 1")
    assert prove(tiny.load(), "score", "whole").states == states


def test_an_event_told_in_two_ways_that_does_one_thing_makes_no_states(tiny: Tiny) -> None:
    one = "cases: [{text: Rain.}]"
    two = "cases: [{if: chose first.strange, text: Odd rain.}, {text: Rain.}]"
    event = "  - {id: storm, title: Storm, event: true, month: 6, claims: [C1], %s}\n"
    tiny.add("chapters/2.yaml", event % one)
    states = prove(tiny.load(), "score", "whole").states
    tiny.swap("chapters/2.yaml", one, two)
    assert prove(tiny.load(), "score", "whole").states == states


def test_the_shortest_way_leads_to_its_option(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "deeds: [odd], outcome", "deeds: [odd], then: third, outcome")
    proof = prove(tiny.load(), "score", "whole")
    assert proof.offered["third.ill"] == ("first.strange",)
    for key, way in proof.offered.items():
        trace = tiny.game().fold(choices(*way))
        assert trace.misfits == ()
        assert trace.waiting is not None
        assert key in {f"{trace.waiting.id}.{o.id}" for o in trace.waiting.options}


def test_too_many_states_are_never_met_in_silence(tiny: Tiny) -> None:
    proof = prove(tiny.load(), "score", "whole", limit=5)
    assert proof.gave_up
    assert (proof.plays, proof.unshown) == (0, ())


def test_a_walk_that_just_fits_is_whole(tiny: Tiny) -> None:
    walk = Walk(tiny.game())
    held = walk.run().held
    assert not prove(tiny.load(), "score", "whole", limit=held).gave_up
    assert prove(tiny.load(), "score", "whole", limit=held - 1).gave_up


def test_since_when_one_is_listed_is_told_apart(tiny: Tiny) -> None:
    """One listing is over in the fifth month, another isn't; in the fourth both look alike."""
    tiny.swap(
        "chapters/1.yaml",
        "      - {id: gate,",
        "      - {id: odd, label: Do nothing., deeds: [odd], outcome: Odd.}\n      - {id: gate,",
    )
    tiny.swap("chapters/2.yaml", "month: 6", "month: 4")
    scene = (tiny.folder / "chapters/2.yaml").read_text().split("scenes:\n")[1]
    again = scene.replace("third", "fourth").replace("month: 4", "month: 5")
    tiny.add("chapters/2.yaml", again.replace("deeds: [good]", "deeds: [odd]"))
    tiny.swap(
        "chapters/2.yaml", "Do good., deeds: [good], outcome", "Do odd., deeds: [odd], outcome"
    )
    found = brute(tiny.game("lists"))
    assert_equal(prove(tiny.load(), "lists", "whole"), found)
    assert 0 < found.listed < found.plays
