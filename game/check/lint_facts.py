"""Lint of memory: what conditions keep alive over scenes, and what is remembered for nothing.

A fact is long-lived from when it can come about to the last scene in which it decides
something. Each may double the states of a story; conditions of mere texts and of endings
don't count.
"""

from __future__ import annotations

from game.check.reading import asked, decides
from game.core.story.conditions import Fact
from game.core.story.model import Story
from game.core.story.text import NOWHERE, place_of
from game.pack.problems import Problems
from game.words import mark, say, series

__all__ = ["check_facts", "long_lived"]

MOST = 6
"""Long-lived facts at once."""

_WORDS = {
    "chose": mark("what was chosen at {name}"),
    "was": mark("was on {name}"),
    "memory": "{name}",
}


def check_facts(story: Story, problems: Problems) -> None:
    """Warn of too many facts alive at once, naming them, and of memories that nothing reads."""
    alive = long_lived(story)
    if alive and max(map(len, alive.values())) > MOST:
        scene = max(alive, key=lambda id: len(alive[id]))
        facts = series(say(_WORDS[fact.kind], name=f"`{fact.name}`") for fact in alive[scene])
        values = {"scene": scene, "count": len(alive[scene]), "most": MOST, "facts": facts}
        problems.add(story.scenes[scene].id, "many-facts", "", **values)
    meant = problems.meant.get("memory", set())
    read = {name for where in asked(story) for name in where.condition.named("memory")}
    for name in story.head.remembered:
        # The three that every story has unasked are shown at the end, read or not.
        if name not in read and name not in meant and place_of(name) is not NOWHERE:
            problems.add(name, "unused-memory", name=name)


def long_lived(story: Story) -> dict[str, tuple[Fact, ...]]:
    """Return, by scene, the facts that are alive when it is arrived at."""
    order = story.place_of_scene
    last: dict[Fact, int] = {}
    for n, scene in enumerate(story.scenes.values()):
        for condition in decides(scene):
            last |= {_fact(fact): n for fact, _ in condition.reads if fact.kind in _WORDS}
    alive: dict[str, tuple[Fact, ...]] = {}
    for id, n in order.items():
        facts = (fact for fact, read in last.items() if order.get(fact.name, -1) < n <= read)
        alive[id] = tuple(sorted(facts))
    return alive


def _fact(fact: Fact) -> Fact:
    """The options of a scene exclude each other: what was chosen there is one fact."""
    return Fact("chose", fact.name.partition(".")[0]) if fact.kind == "chose" else fact
