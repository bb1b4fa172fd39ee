"""What tests of the core and the loader are built from: a tiny story, easy to vary.

`Tiny` is a folder of files; every test changes the one line it is about. `walk` plays random
runs: a list of numbers picks among what can be chosen, so that hypothesis can shrink it.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from game.core.run.fold import Game
from game.core.run.trace import Choice, Trace
from game.core.story.model import Story
from game.pack import Problem, load, read

__all__ = [
    "FILES",
    "ROOT",
    "STORY",
    "Tiny",
    "choices",
    "everywhere",
    "shipped_story",
    "walk",
]

ROOT = Path(__file__).parents[1]
STORY = ROOT / "story"

FILES: Mapping[str, str] = {
    "story.yaml": """\
id: tiny
title: Tiny
opening: Somebody counts.
keepers: [score, lists]
beside: lists
grid: [[score]]
cuts:
  whole: {name: The whole, all: true}
  short: {name: A short one}
doors:
  gate: {name: the gate}
  lane: {name: the quick lane, normally: closed}
endings:
  - {id: low, title: Low, if: standing is low, text: You fell.}
  - {id: end, title: The end, stubs: [second, first], text: It is over.}
""",
    "deeds.yaml": """\
good: {name: doing good}
bad: {name: doing bad}
odd: {name: doing something odd}
""",
    "sources.yaml": """\
SEEN: {title: A page that was read, seen: All of it.}
UNSEEN: {title: A page that nobody read}
WEAK: {title: A copy of a copy, seen: All of it., weak: true}
""",
    "claims/all.yaml": """\
- id: C1
  fragment: everything counts
  speaker: article
  place: line 1
  plain: Everything counts.
  for: It does.
  against: It does not. Ask anybody.
  record: {verdict: documented, says: Somebody saw it., sources: [SEEN]}
  question: Who counts?
""",
    "rulebooks/score.yaml": """\
id: score
name: The score
short: the score
opening: A number.
number: {start: 50, low: 0, high: 100}
bands: {low: below 40, high: from 60}
sizes: {small: 10}
size_note: The sizes are ours.
rules:
  good: {answer: up, size: small, claim: C1, says: Good counts.}
  bad: {answer: down, size: small, claim: C1, says: Bad counts.}
silent: [odd]
doors:
  gate: {closed: number < 40, claim: C1, says: A low number closes the gate.}
  lane: {open: number >= 60, claim: C1, says: A high number opens the lane.}
""",
    "rulebooks/lists.yaml": """\
id: lists
name: The lists
short: the lists
opening: No number.
rules:
  bad: {answer: listed, lists: [book], claim: C1, says: Bad is written down.}
  good: {answer: cleared, lists: [book], claim: C1, says: Good is struck out.}
not_tracked: [odd]
lists:
  book:
    name: the book
    reason: You did bad.
    months: 3
    way_out: Wait.
    closes: {gate: C1}
    claim: C1
""",
    "chapters/1.yaml": """\
chapter: One
help: answer
scenes:
  - id: first
    title: The first
    cuts: [short]
    month: 1
    claims: [C1]
    text: It begins.
    options:
      - {id: well, label: Do good., deeds: [good], outcome: Good., remembered: {ties: +1}}
      - {id: ill, label: Do bad., deeds: [bad], outcome: Bad., unscored: Somebody smiled.}
      - {id: strange, label: Do something odd., deeds: [odd], outcome: Odd.}
  - id: rain
    title: Rain
    event: true
    month: 2
    claims: [C1]
    cases:
      - {if: chose first.ill, deeds: [bad], text: It rains on you.}
      - {text: It rains elsewhere.}
  - id: second
    title: The second
    month: 3
    claims: [C1]
    text: It goes on.
    options:
      - {id: well, label: Do good., deeds: [good], outcome: Good.}
      - {id: gate, label: Take the gate., needs: door gate open, outcome: You are through.}
      - {id: ill, label: Do bad., deeds: [bad], outcome: Bad.}
""",
    "chapters/2.yaml": """\
chapter: Two
help: answer
scenes:
  - id: third
    title: The third
    cuts: [short]
    month: 6
    claims: [C1]
    text: It ends.
    options:
      - {id: well, label: Do good., deeds: [good], outcome: Good.}
      - {id: ill, label: Do bad., deeds: [bad], outcome: Bad.}
""",
}


@cache
def shipped_story() -> Story:
    """The story that ships with the game, read once."""
    return load(STORY)


class Tiny:
    """A tiny story in a folder of its own; change it, then load it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in FILES.items():
            self.put(name, text)

    def put(self, name: str, text: str | bytes) -> "Tiny":
        """Write a file of the story anew."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def drop(self, name: str) -> "Tiny":
        """Take a file away."""
        (self.folder / name).unlink()
        return self

    def swap(self, name: str, old: str, new: str) -> "Tiny":
        """Change a text that stands in a file exactly once."""
        text = (self.folder / name).read_text()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        return self.put(name, text.replace(old, new))

    def add(self, name: str, text: str) -> "Tiny":
        """Write something at the end of a file."""
        return self.put(name, (self.folder / name).read_text() + text)

    def load(self) -> Story:
        return load(self.folder)

    def game(self, keeper: str = "score", cut: str = "whole") -> Game:
        return Game(self.load(), keeper, cut)

    def problems(self) -> tuple[Problem, ...]:
        return read(self.folder)[1]

    def text_at(self, problem: Problem) -> str:
        """What stands at a problem's place, to the end of the file."""
        lines = (self.folder / problem.file).read_text().split("\n")
        return "\n".join(lines[problem.line - 1 :])[problem.column - 1 :]

    def told(self) -> list[str]:
        """Every problem as `code file:line:column`."""
        return [f"{p.code} {p.file}:{p.line}:{p.column}" for p in self.problems()]


def choices(*steps: str) -> tuple[Choice, ...]:
    """Return choices written as `scene.option`."""
    return tuple(Choice(*step.split(".")) for step in steps)


def walk(game: Game, picks: Sequence[int]) -> tuple[Choice, ...]:
    """Return the choices that the picks make: each takes an open option, round and round."""
    made: tuple[Choice, ...] = ()
    for pick in picks:
        trace = game.fold(made)
        if trace.waiting is None:
            break
        can = game.open_options(trace.waiting, trace.state)
        made = (*made, Choice(trace.waiting.id, can[pick % len(can)].id))
    return made


def everywhere(game: Game, picks: Sequence[int]) -> list[Trace]:
    """Return the trace before the first choice, after it, and so on to the last."""
    made = walk(game, picks)
    return [game.fold(made[:n]) for n in range(len(made) + 1)]
