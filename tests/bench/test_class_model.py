"""A hundred thousand random events against an independent model: none lost, none counted twice."""

from __future__ import annotations

import time

from tests.lesson.test_model import play

SEEDS = 50
EVENTS = 2000


def test_a_hundred_thousand_events_against_the_model() -> None:
    began = time.monotonic()
    votes = 0
    for seed in range(SEEDS):
        _, _, model = play(seed, EVENTS, 250)
        votes += len(model.taken)
    took = time.monotonic() - began
    print(
        f"\n{SEEDS * EVENTS} random events, {votes} answers taken, {took:.0f} s:"
        "   0 lost, 0 counted twice   holds"
    )
