"""The pace of the engine and of the proof, printed beside what was aimed at.

Measurements, not tests: nothing here fails because a machine is slow or busy. Times are of the
processor where one process plays, and of the clock where several prove. The bare loop says how
fast this machine is just now: two runs compare only beside it.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.check.chance import WAYS, by_chance
from game.check.examine import examine
from game.check.proof import prove
from game.check.proofs import Proofs, prove_all
from game.check.shelf import Shelf
from game.core.run.fold import Game
from game.core.run.trace import Turn
from game.core.story.model import Story

PLAYS = 6000
"""Enough that the first play of each keeper, with nothing at hand, weighs little."""
ROWS: list[tuple[str, str, str]] = []


@pytest.fixture(scope="module", autouse=True)
def table() -> Iterator[None]:
    """Print what was measured, when all of it is."""
    yield
    width = max(len(name) for name, _, _ in ROWS)
    print(f"\n\n{'':{width}}  {'measured':>24}  aim")
    for name, measured, aim in ROWS:
        print(f"{name:{width}}  {measured:>24}  {aim}")


def test_a_bare_loop() -> None:
    began, total = time.process_time(), 0
    for n in range(5_000_000):
        total += n
    took = time.process_time() - began
    ROWS.append(
        ("bare loop of additions", f"{5 / took:,.1f} million a second", "the machine itself")
    )


@pytest.mark.parametrize("way", WAYS)
def test_turns_a_second_by_chance(shipped: Story, way: str) -> None:
    paces = [by_chance(shipped, "year", shipped.head.keepers, PLAYS, 1, way).pace for _ in range(3)]
    aim = "≥ 125,000, where ChoiceScript's randomtest does 62,600"
    ROWS.append((f"year by chance, {way}", f"{max(paces):,} turns a second", aim))


def test_turns_a_second_with_all_shadows(shipped: Story) -> None:
    game = Game(shipped, "article", "year")
    began, turns = time.process_time(), 0
    for n in range(PLAYS // 20):
        ledger: list[Turn] = []
        arrived, at = game.begin(ledger), n
        while (state := arrived[0]).at < len(game.scenes):
            can = game.open_options(game.scenes[state.at], state)
            at = at * 1_103_515_245 + 12_345 & 0x7FFFFFFF
            arrived = game.take(arrived, can[(at >> 16) % len(can)], ledger)
            turns += 1
    pace = turns / (time.process_time() - began)
    ROWS.append(("the same, six rulebooks judging", f"{pace:,.0f} turns a second", "none"))


def test_states_a_second(shipped: Story) -> None:
    began = time.process_time()
    proofs = [prove(shipped, keeper, "year") for keeper in shipped.head.keepers]
    took = time.process_time() - began
    states, steps = (sum(part) for part in zip(*((p.states, p.steps) for p in proofs), strict=True))
    ROWS.append(("proof, one process", f"{states / took:,.0f} states a second", "none"))
    ROWS.append(("", f"{steps / took:,.0f} steps a second", "none"))


@pytest.mark.parametrize(("cut", "aim"), [("taster", "none"), ("season", "10 s"), ("year", "60 s")])
def test_seconds_of_a_cut_under_all_keepers(shipped: Story, cut: str, aim: str) -> None:
    began = time.perf_counter()
    _only(shipped, cut)
    took = time.perf_counter() - began
    cores = os.cpu_count()
    ROWS.append((f"proof of the {cut}, {cores} cores", f"{took:.2f} s", f"≤ {aim}"))


def test_seconds_after_an_edit_of_words(shipped: Story, tmp_path: Path) -> None:
    """A whole check, as `carrot check` does it, with everything proven before."""
    from game.folders import story_folder

    shelf = Shelf(tmp_path)
    prove_all(shipped, shelf)
    began = time.perf_counter()
    report = examine(story_folder(), None, lambda story: prove_all(story, shelf))
    took = time.perf_counter() - began
    assert report.proofs is not None
    assert report.proofs.kept == len(list(report.proofs.every()))
    ROWS.append(("whole check, words edited", f"{took:.2f} s", "≤ 2 s"))


def _only(story: Story, cut: str) -> Proofs:
    from dataclasses import replace

    head = replace(story.head, cuts={cut: story.head.cuts[cut]})
    return prove_all(replace(story, head=head), Shelf(None))
