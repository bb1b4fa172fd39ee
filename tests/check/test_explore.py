"""Exact exploration agrees with walking every single play."""

from collections import Counter
from collections.abc import Iterator

import pytest

from game.check.explore import explore
from game.core.model import Story
from game.core.run import Game
from game.core.trace import Choice, Trace
from game.folders import story_folder
from game.pack import load

KEEPERS = ("article", "reply", "sesame", "record", "carrots", "bureau")


@pytest.fixture(scope="module")
def story() -> Story:
    return load(story_folder())


def every_play(game: Game, choices: tuple[Choice, ...] = ()) -> Iterator[Trace]:
    """Walk the tree of choices with nothing merged: slow, and independent of `explore`."""
    trace = game.fold(choices)
    if trace.waiting is None:
        yield trace
        return
    for option in game.open_options(trace.waiting, trace.state):
        yield from every_play(game, (*choices, Choice(trace.waiting.id, option.id)))


@pytest.mark.parametrize("keeper", ["article", "record"])
def test_counts_equal_those_of_walking_every_play(story: Story, keeper: str) -> None:
    game = Game(story, keeper, "taster", shadows=False)
    endings = Counter(game.ending(trace.state).id for trace in every_play(game))
    found = explore(story, keeper, "taster")
    assert found.plays == endings.total()
    assert {id: n for id, n in found.endings.items() if n} == endings


@pytest.mark.parametrize("keeper", KEEPERS)
def test_no_state_locks(story: Story, keeper: str) -> None:
    assert explore(story, keeper, "taster").soft_locks == ()


def test_every_option_is_offered_under_some_keeper(story: Story) -> None:
    offered = {option for keeper in KEEPERS for option in explore(story, keeper, "taster").offered}
    written = {f"{s.id}.{o.id}" for s in story.cut_scenes("taster") for o in s.options}
    assert written - offered == set()
