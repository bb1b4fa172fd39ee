"""The single questions of `carrot check`: a chart, the shortest way somewhere, plays by chance."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from game.check import graph as charts
from game.check.chance import WAYS, Chance, Crash, by_chance
from game.check.proof import Proof
from game.check.proofs import Proofs, whole_cut
from game.cli.proving import prover
from game.cli.story import Unusable, known, load_story, meant
from game.cli.streams import complain
from game.core.story.model import Story
from game.words import mark, say

__all__ = ["graph", "random", "shortest", "way"]


def graph(path: Path, cut: str | None) -> int:
    """Print a cut as a Mermaid flowchart."""
    story = load_story(str(path))
    sys.stdout.write(charts.graph(story, _cut(story, cut)))
    return 0


def random(path: Path, args: Namespace) -> int:
    """Play by chance, both ways; exit 1 where a play breaks."""
    story = load_story(str(path))
    cut = _cut(story, args.cut)
    keepers = _keepers(story, args.keeper)
    for pick in WAYS:
        try:
            found = by_chance(story, cut, keepers, args.random, args.seed, pick)
        except Crash as crash:
            complain(str(crash))
            return 1
        for line in _told(found, cut, args.seed):
            print(line)
    return 0


_PICKED = {"uniform": mark("uniform"), "least-used": mark("least-used")}


def _told(found: Chance, cut: str, seed: int) -> list[str]:
    missed = found.options - found.taken
    head = say(
        "{way}: {plays} plays of {cut}, {turns} turns, {pace} turns a second; "
        "seed {seed}, plays {print}",
        way=say(_PICKED[found.way]), plays=f"{found.plays:,}", cut=cut, turns=f"{found.turns:,}",
        pace=f"{found.pace:,}", seed=seed, print=found.print,
    )  # fmt: skip
    if missed:
        words = mark("{taken} of {n} options were taken; {missed} never")
        seen = say(words, taken=found.taken, n=found.options, missed=missed)
    else:
        words = mark("the last of {n} options was first taken in play {play}")
        seen = say(words, n=found.options, play=f"{found.last_new:,}")
    endings = sorted(found.endings.items(), key=lambda one: -one[1])
    told = ", ".join(f"{id} {times:,}" for id, times in endings)
    return [head, f"  {seen}", "  " + say("endings: {endings}", endings=told)]


def way(path: Path, args: Namespace) -> int:
    """Print the shortest way to an option or an ending, as a file for `--choices`."""
    story = load_story(str(path))
    options = [f"{s.id}.{o.id}" for s in story.scenes.values() for o in s.options]
    goal = args.way
    if goal not in (goals := [*options, *(str(e.id) for e in story.head.endings)]):
        none = say("There is no option `scene.option` and no ending `{goal}`.", goal=goal)
        raise Unusable(" ".join([none, *meant(goal, goals)]))
    proofs = prover(args.fresh)(story)
    cuts = [_cut(story, args.cut)] if args.cut else None
    found = shortest(proofs, goal, cuts, _keepers(story, args.keeper))
    if found is None:
        complain(say("No play comes to `{goal}`.", goal=goal))
        return 1
    proof, steps = found
    print(f"keeper: {proof.keeper}\ncut: {proof.cut}")
    for step in [*steps, goal] if goal in options else steps:
        print(step.replace(".", ": ", 1))
    return 0


def shortest(
    proofs: Proofs, goal: str, cuts: list[str] | None = None, keepers: list[str] | None = None
) -> tuple[Proof, tuple[str, ...]] | None:
    """Return the shortest way to an option or an ending, with the proof that has it."""
    ways = [
        (proof, goes)
        for proof in proofs.every()
        if (goes := proof.offered.get(goal, proof.reached.get(goal))) is not None
        and (cuts is None or proof.cut in cuts)
        and (keepers is None or proof.keeper in keepers)
    ]
    return min(ways, key=lambda found: len(found[1]), default=None)


def _cut(story: Story, cut: str | None) -> str:
    return known("cut", cut, story.head.cuts) if cut else whole_cut(story)


def _keepers(story: Story, keeper: str | None) -> list[str]:
    keepers = [str(id) for id in story.head.keepers]
    return [known("keeper", keeper, keepers)] if keeper else keepers
