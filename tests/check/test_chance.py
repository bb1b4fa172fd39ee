"""Plays by chance: the same seed, the same plays; a crash that can be had again."""

from itertools import pairwise

import pytest

from game.check.chance import WAYS, Crash, by_chance
from game.core.run.fold import Game
from game.core.run.trace import State
from game.core.story.model import Option, Story
from tests.builders import Tiny


@pytest.mark.parametrize("way", WAYS)
def test_the_same_seed_makes_the_same_plays(shipped: Story, way: str) -> None:
    one, again, other = (
        by_chance(shipped, "taster", ["article"], 30, seed, way) for seed in (1, 1, 2)
    )
    assert (one.print, one.endings, one.numbers) == (again.print, again.endings, again.numbers)
    assert one.print != other.print


@pytest.mark.parametrize("way", WAYS)
def test_every_play_ends_and_is_counted(shipped: Story, way: str) -> None:
    found = by_chance(shipped, "taster", shipped.head.keepers, 60, 1, way)
    assert (found.plays, found.turns, sum(found.endings.values())) == (60, 360, 60)
    assert found.taken <= found.options == 26


@pytest.mark.parametrize("way", WAYS)
def test_a_turn_that_is_counted_is_a_choice_that_took_effect(
    shipped: Story, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    sound, stepped = Game.step, []

    def counted(self: Game, state: State, option: Option) -> object:
        stepped.append(option.id)
        return sound(self, state, option)

    monkeypatch.setattr(Game, "step", counted)
    found = by_chance(shipped, "year", shipped.head.keepers, 30, 1, way)
    assert found.turns == len(stepped) == 30 * 28


def test_the_least_used_way_tries_every_option_at_once(tiny: Tiny) -> None:
    found = by_chance(tiny.load(), "whole", ["score"], 4, 1, "least-used")
    assert (found.taken, found.options, found.last_new <= 4) == (8, 8, True)


def test_the_least_used_way_keeps_its_options_level(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "needs: door gate open, ", "")
    story = tiny.load()
    used = [by_chance(story, "whole", ["score"], n, 1, "least-used").taken for n in range(1, 5)]
    assert used == [3, 6, 8, 8]
    assert all(a <= b for a, b in pairwise(used))


def test_a_crash_names_the_seed_the_play_and_its_choices(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound, count = Game.step, []

    def broken(self: Game, *args: object) -> object:
        count.append(1)
        if len(count) == 8:
            raise ZeroDivisionError("nobody divides")
        return sound(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Game, "step", broken)
    with pytest.raises(Crash) as told:
        by_chance(tiny.load(), "whole", ["score"], 9, 4, "uniform")
    words = str(told.value)
    assert "Play 3 broke (uniform, `score` in `whole`): ZeroDivisionError: nobody divides." in words
    assert "The same again: --random 9 --seed 4. Its choices: first." in words


def test_a_play_that_locks_is_no_crash(tiny: Tiny) -> None:
    story = tiny.load()
    gate = story.scenes["second"].options[1]
    for option in story.scenes["third"].options:
        object.__setattr__(option, "needs", gate.needs)
    found = by_chance(story, "whole", ["score"], 20, 1, "uniform")
    assert found.plays == 20
