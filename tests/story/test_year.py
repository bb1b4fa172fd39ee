"""What the shipped year promises: held for every play, by walking every state of it."""

from collections.abc import Iterator

import pytest

from game.check.counts import counts
from game.check.explore import Node, Walk
from game.check.minutes import minutes
from game.check.policies import policies
from game.check.proof import Proof, prove
from game.core.run.fold import Game
from game.core.story.model import Scene, Story
from game.folders import story_folder
from game.pack import load

KEEPERS = ("article", "reply", "sesame", "record", "carrots", "bureau")


@pytest.fixture(scope="module")
def story() -> Story:
    return load(story_folder())


@pytest.fixture(scope="module")
def years(story: Story) -> dict[str, Proof]:
    return {keeper: prove(story, keeper, "year") for keeper in KEEPERS}


def test_the_year_has_28_scenes_and_6_events(story: Story) -> None:
    year = story.cut_scenes("year")
    assert (sum(not s.event for s in year), sum(s.event for s in year)) == (28, 6)


@pytest.mark.parametrize(("cut", "scenes"), [("taster", 6), ("season", 16)])
def test_the_shorter_cuts_have_their_scenes(story: Story, cut: str, scenes: int) -> None:
    assert sum(not scene.event for scene in story.cut_scenes(cut)) == scenes


def test_no_state_of_the_year_locks(years: dict[str, Proof]) -> None:
    assert {keeper: year.locks for keeper, year in years.items() if year.locks} == {}


def test_every_ending_is_reached_under_some_keeper(story: Story, years: dict[str, Proof]) -> None:
    reached = {id for year in years.values() for id, plays in year.endings.items() if plays}
    assert reached == {ending.id for ending in story.head.endings}


@pytest.mark.parametrize("keeper", KEEPERS)
def test_every_keeper_reaches_two_endings(years: dict[str, Proof], keeper: str) -> None:
    assert sum(plays > 0 for plays in years[keeper].endings.values()) >= 2


def test_every_option_is_offered_under_some_keeper(story: Story, years: dict[str, Proof]) -> None:
    offered = {option for year in years.values() for option in year.offered}
    written = {f"{s.id}.{o.id}" for s in story.cut_scenes("year") for o in s.options}
    assert written - offered == set()


def test_three_single_minded_years_under_the_comment_end_differently(story: Story) -> None:
    ends = policies(story, "reply", "year")
    assert [end.name for end in ends] == ["best number", "most ties", "most purse"]
    assert len({end.ending for end in ends}) == 3
    assert all(min(end.memories.values()) < 4 for end in ends)


class _Events(Walk):
    """A walk that notes the events which moved a number, a list or a door."""

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.moving: set[str] = set()

    def _happen(self, scene: Scene, node: Node) -> None:
        after, _, _ = self.game.happen(node.state)
        before, now = node.state.standings[0], after.standings[0]
        if (before.number, before.on) != (now.number, now.on):
            self.moving.add(scene.id)
        super()._happen(scene, node)


def moving_events(story: Story, keeper: str) -> set[str]:
    walk = _Events(Game(story, keeper, "season", shadows=False))
    walk.run()
    return walk.moving


@pytest.mark.parametrize("keeper", ["article", "reply"])
def test_two_events_of_a_season_move_something(story: Story, keeper: str) -> None:
    assert len(moving_events(story, keeper)) >= 2


def test_under_the_record_only_the_court_matter_moves_anything(story: Story) -> None:
    assert moving_events(story, "record") <= {"notice", "case-closed"}


def moving_scenes(story: Story, keeper: str, cut: str) -> Iterator[str]:
    book = story.rulebooks[keeper]
    moving = {"up", "down", "listed", "cleared"}
    for scene in story.cut_scenes(cut):
        parts = [*scene.options, *scene.cases]
        deeds = {deed for part in parts for deed in part.deeds if deed in book.rules}
        if any(book.rules[d].answer in moving and not book.rules[d].whose for d in deeds):
            yield scene.id


@pytest.mark.parametrize("cut", ["taster", "season", "year"])
@pytest.mark.parametrize("keeper", KEEPERS)
def test_every_keeper_moves_at_least_twice_in_every_cut(
    story: Story, keeper: str, cut: str
) -> None:
    assert len(list(moving_scenes(story, keeper, cut))) >= 2


@pytest.mark.parametrize(
    ("cut", "least", "most"), [("taster", 5, 9), ("season", 16, 22), ("year", 30, 42)]
)
def test_a_cut_takes_the_minutes_it_promises(story: Story, cut: str, least: int, most: int) -> None:
    assert least <= minutes(story)[cut] <= most


def test_the_library_is_as_large_as_promised(story: Story) -> None:
    counted = counts(story)
    assert counted["claims"] == 91
    assert counted["claims_in_play"] >= 45
    assert counted["sources"] >= 120


def test_a_third_of_the_scenes_depend_on_what_was_before(story: Story) -> None:
    scenes = [s for s in story.scenes.values() if not s.event]
    changing = [s for s in scenes if s.also or any(o.also for o in s.options)]
    assert len(changing) * 3 >= len(scenes)
