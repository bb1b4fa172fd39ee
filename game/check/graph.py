"""A cut as a Mermaid flowchart: scenes, jumps, events, conditions, endings.

Text alone: paste it where Mermaid is drawn. Whatever a story writes is escaped, so that no label
can break the picture or add to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.core.story.conditions import Condition
from game.core.story.model import Option, Scene, Story
from game.words import say, series

__all__ = ["escaped", "graph"]

_PLAIN = re.compile(r"[^\w ,:!?'()\-–—’‘“”…]")
_STARTS_A_LIST = re.compile(r"^(\d+)([.)])|^([-+*])(?= )")


def escaped(text: str) -> str:
    """Return a label in which nothing means anything to Mermaid, or to HTML."""
    line = " ".join(text.split())
    # A label that starts like a list would be taken for Markdown: a joiner of no width before it.
    guard = "\u2060" if _STARTS_A_LIST.match(line) else ""
    return guard + _PLAIN.sub(lambda found: f"#{ord(found[0])};", line)


def graph(story: Story, cut: str) -> str:
    """Draw a cut."""
    scenes = story.cut_scenes(cut)
    lines = ["flowchart TD"]
    for n, chapter in enumerate(story.chapters):
        own = [(at, scene) for at, scene in enumerate(scenes) if scene in chapter.scenes]
        if own:
            lines.append(f'  subgraph c{n}["{escaped(chapter.chapter)}"]')
            lines += [f"    {_node(at, scene)}" for at, scene in own]
            lines.append("  end")
    for n, ending in enumerate(story.head.endings):
        lines.append(f'  e{n}[["{escaped(ending.title)}"]]')
    lines += _arrows(story, scenes)
    lines += ["  classDef event stroke-dasharray: 4 3", *_classes(scenes)]  # not said
    return "\n".join(lines) + "\n"


def _classes(scenes: Sequence[Scene]) -> Iterator[str]:
    events = [f"s{at}" for at, scene in enumerate(scenes) if scene.event]
    if events:
        yield f"  class {','.join(events)} event"


def _node(at: int, scene: Scene) -> str:
    rows = [escaped(scene.title)]
    if scene.event:
        asked_of = enumerate((_asked(case.if_) for case in scene.cases), 1)
        rows += [escaped(say("case {n}: {condition}", n=n, condition=c)) for n, c in asked_of]
    for option in scene.options:
        if asked := _conditions(option):
            rows.append(escaped(f"{option.id}: {_asked(*asked)}"))
    words = "<br/>".join(rows)
    return f's{at}(["{words}"])' if scene.event else f's{at}["{words}"]'


def _conditions(option: Option) -> tuple[Condition | None, ...]:
    return tuple(c for c in (option.if_, option.needs) if c is not None)


def _asked(*conditions: Condition | None) -> str:
    asked = [condition.source for condition in conditions if condition is not None]
    return " and ".join(f"({one})" if len(asked) > 1 else one for one in asked) or say("otherwise")


def _arrows(story: Story, scenes: Sequence[Scene]) -> Iterator[str]:
    order = {id: n for n, id in enumerate(story.scenes)}
    places = [order[scene.id] for scene in scenes]
    for at, label in _next(scenes, 0):
        yield f"  start(({escaped(say('start'))})) {_arrow(label)} {_target(scenes, at)}"
    for at, scene in enumerate(scenes):
        going_on = scene.event or any(option.then is None for option in scene.options)
        jumps: dict[int, list[str]] = {}
        for option in scene.options:
            if option.then is not None:
                to = next((n for n, p in enumerate(places) if p >= order[option.then]), len(scenes))
                jumps.setdefault(to, []).append(option.id)
        for to, label in _next(scenes, at + 1) if going_on else ():
            yield f"  s{at} {_arrow(label)} {_target(scenes, to)}"
        for to, names in jumps.items():
            for further, label in _next(scenes, to):
                said = series(names)
                said = (
                    say("{options}: {condition}", options=said, condition=label) if label else said
                )
                yield f"  s{at} {_arrow(said, '==>')} {_target(scenes, further)}"
    for n, ending in enumerate(story.head.endings):
        yield f"  {_over()} {_arrow(_asked(ending.if_))} e{n}"


def _next(scenes: Sequence[Scene], at: int) -> Iterator[tuple[int, str]]:
    """Where one comes to from a place on: a scene under a condition may be passed over."""
    passed = False
    for n in range(at, len(scenes)):
        condition = scenes[n].if_
        if condition is None:
            yield n, say("otherwise") if passed else ""
            return
        passed = True
        yield n, say("if {condition}", condition=condition.source)
    yield len(scenes), say("otherwise") if passed else ""


def _target(scenes: Sequence[Scene], at: int) -> str:
    return f"s{at}" if at < len(scenes) else _over()


def _over() -> str:
    return f"over(({escaped(say('end'))}))"


def _arrow(label: str, arrow: str = "-->") -> str:
    return f'{arrow}|"{escaped(label)}"|' if label else arrow
