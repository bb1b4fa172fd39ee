"""Files of choices: play-throughs beside a story, and scripts for `carrot play --choices`.

Lines are `scene: option`; `keeper:` and `cut:` say how it is played, `expect:` what must hold
where the file ends. Everything is checked before anything is played, all problems at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.core.run.fold import Game
from game.core.run.trace import Choice, Trace
from game.core.story.conditions import ConditionError, parse
from game.core.story.model import Story
from game.core.story.text import Place, Text
from game.pack.nodes import read_words
from game.pack.problems import Problem, Problems
from game.words import say

__all__ = ["Play", "fold", "play_all", "read_play", "shortfalls"]

_LINE = re.compile(r"\s*+([\w-]++)\s*+:\s*+(.*)$")
_SPOKEN = {"on": "list", "was": "list"}
_COMMENT = re.compile(r"(^|\s)#.*$")


@dataclass(frozen=True, slots=True)
class Play:
    """A file of choices, read."""

    keeper: str
    cut: str
    choices: tuple[Choice, ...]
    places: tuple[Place, ...]
    """Where each choice stands."""
    expects: tuple[Text, ...]


def read_play(
    words: str, name: str, story: Story, keeper: str | None = None, cut: str | None = None
) -> tuple[Play, tuple[Problem, ...]]:
    """Read a file of choices; a keeper and a cut that are given win over the file's own."""
    reader = _Reader(name, story, Problems())
    reader.read(words)
    play = reader.play(keeper, cut)
    return play, reader.wrong(play)


class _Reader:
    """Reads line after line, and notes what it can't use."""

    def __init__(self, name: str, story: Story, problems: Problems) -> None:
        self.name, self.story, self.problems = name, story, problems
        self.heads: dict[str, str] = {}
        self.choices: list[Choice] = []
        self.places: list[Place] = []
        self.expects: list[Text] = []

    def read(self, words: str) -> None:
        for number, line in enumerate(words.lstrip("\ufeff").splitlines(), 1):
            self.line(number, _COMMENT.sub("", line))

    def play(self, keeper: str | None = None, cut: str | None = None) -> Play:
        return Play(
            keeper or self.heads.get("keeper") or self.story.default_keeper,
            cut or self.heads.get("cut") or self.story.default_cut,
            tuple(self.choices),
            tuple(self.places),
            tuple(self.expects),
        )

    def wrong(self, play: Play) -> tuple[Problem, ...]:
        """What is wrong with a file; where nothing is, whether its choices fit the story."""
        if not self.problems.found:
            _fits(play, self.story, self.problems)
        return self.problems.sorted()

    def line(self, number: int, line: str) -> None:
        match = _LINE.match(line)
        if match is None:
            if line.strip():
                at = Place(self.name, number, 1)
                self.problems.add(at, "not-a-choice", found=line.strip()[:60])
            return
        key = Text(match[1], Place(self.name, number, match.start(1) + 1))
        value = Text(match[2].rstrip(), Place(self.name, number, match.start(2) + 1))
        if key == "keeper":
            self._head(key, value, self.story.rulebooks)
        elif key == "cut":
            self._head(key, value, self.story.head.cuts)
        elif key == "expect":
            self._expect(value)
        else:
            self._choice(key, value)

    def _head(self, key: str, value: Text, known: Iterable[str]) -> None:
        if value in known:
            self.heads[key] = str(value)
        else:
            self.problems.unknown(value, key, value, known)

    def _choice(self, scene: Text, option: Text) -> None:
        found = self.story.scenes.get(scene)
        if found is None:
            self.problems.unknown(scene, "scene", scene, self.story.scenes)
        elif found.option(option) is None:
            options = [o.id for o in found.options]
            self.problems.unknown(option, "option", f"{scene}.{option}", options, option)
        else:
            self.choices.append(Choice(str(scene), str(option)))
            self.places.append(option.place)

    def _expect(self, value: Text) -> None:
        """Keep an expectation that means something; note why another doesn't."""
        what, _, rest = value.partition(" ")
        before = len(self.problems.found)
        if what == "ending":
            endings = [ending.id for ending in self.story.head.endings]
            if rest not in endings:
                self.problems.unknown(value, "ending", rest, endings)
        elif what == "number":
            if not re.fullmatch(r"-?\d{1,9}", rest):
                reason = say("expected a whole number, found `{found}`", found=rest)
                self.problems.add(value, "bad-expectation", reason=reason)
        else:
            self._expect_condition(value)
        if len(self.problems.found) == before:
            self.expects.append(value)

    def _expect_condition(self, value: Text) -> None:
        head = self.story.head
        lists = {id for book in self.story.rulebooks.values() for id in book.lists} | {"any"}
        known = {"door": head.doors, "memory": head.remembered, "on": lists, "was": lists}
        try:
            condition = parse(value)
        except ConditionError as error:
            self.problems.add(value, "bad-expectation", reason=error)
            return
        for kind, names in known.items():
            for name in condition.named(kind):
                if name not in names:
                    self.problems.unknown(value, _SPOKEN.get(kind, kind), name, names)


def play_all(folder: Path, story: Story, problems: Problems, broken: bool = False) -> int:
    """Play every file in a story's `checks/`, noting what falls short; return how many.

    A broken story can't be played: then only what the files name is looked at.
    """
    paths = sorted((folder / "checks").glob("*.txt"))
    for path in paths:
        name = f"checks/{path.name}"
        words = read_words(path, name, problems)
        if words is not None:
            reader = _Reader(name, story, problems if broken else Problems())
            reader.read(words)
            if not broken:
                play = reader.play()
                problems.found += reader.wrong(play) or shortfalls(play, story)
    return len(paths)


def fold(play: Play, story: Story) -> tuple[Game, Trace]:
    """Play a file's choices at once."""
    game = Game(story, play.keeper, play.cut)
    return game, game.fold(play.choices)


def _fits(play: Play, story: Story, problems: Problems) -> None:
    _, trace = fold(play, story)
    if trace.misfits:
        first = play.places[len(play.choices) - len(trace.misfits)]
        problems.add(first, "misfit", why=trace.misfits[0].why)


def shortfalls(play: Play, story: Story) -> tuple[Problem, ...]:
    """Return what a play was expected to come to and didn't."""
    problems = Problems()
    game, trace = fold(play, story)
    for expected in play.expects:
        found = _found(expected, game, trace)
        if found:
            problems.add(expected, "falls-short", expected=expected, found=found)
    return problems.sorted()


def _found(expected: Text, game: Game, trace: Trace) -> str:
    """Say what was found instead of the expected; nothing where it holds."""
    what, _, rest = expected.partition(" ")
    number = trace.state.standings[0].number
    if what == "number":
        if number is None:
            return say("the number is none")
        return "" if number == int(rest) else say("the number is {number}", number=number)
    if what == "ending":
        if not trace.over:
            return say("the year is not over")
        ending = game.ending(trace.state).id
        return "" if ending == rest else say("the ending is {ending}", ending=ending)
    return "" if game.holds(parse(expected), trace.state) else say("it does not hold")
