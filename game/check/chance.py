"""Plays by chance over the real engine, with history and ledger kept: a smoke test, and a pace.

`uniform` takes any open option alike; `least-used` takes the one that was taken least so far,
so every option is tried in far fewer plays. The same seed makes the same plays. It proves
nothing (`proof` does); what it is for is to see the engine run, and how fast.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from game.core.run.fold import Game
from game.core.run.trace import Turn
from game.core.story.model import Option, Story
from game.words import say, series

__all__ = ["WAYS", "Chance", "Crash", "by_chance"]

WAYS = ("uniform", "least-used")


class Crash(Exception):
    """A play that broke the engine; the message names the seed, the play and its choices."""


@dataclass(frozen=True, slots=True)
class Chance:
    """What plays by chance came to."""

    way: str
    plays: int
    turns: int
    """Choices that were made; events come on top."""
    seconds: float
    """Of the processor's time, spent in playing."""
    options: int
    """Options that the cut has."""
    taken: int
    """Options that were taken at least once."""
    last_new: int
    """The play in which an option was taken for the first time, the last time that happened."""
    endings: dict[str, int]
    numbers: dict[str, list[int]]
    """The number at each end, by keeper."""
    print: str
    """A hash over all choices: equal where the plays are."""

    @property
    def pace(self) -> int:
        """Turns a second."""
        return round(self.turns / self.seconds) if self.seconds else 0


def by_chance(
    story: Story, cut: str, keepers: Sequence[str], plays: int, seed: int, way: str
) -> Chance:
    """Play a cut so many times, the keepers in turn; raises Crash with a sentence."""
    return _Chance(story, cut, keepers, seed, way).play(plays)


class _Chance:
    def __init__(self, story: Story, cut: str, keepers: Sequence[str], seed: int, way: str) -> None:
        self.games = [Game(story, keeper, cut, shadows=False) for keeper in keepers]
        self.cut, self.seed, self.way = cut, seed, way
        self.random = Random(seed).random
        # By the option itself, not by its name: this is asked for every option of every turn.
        self.used = {id(o): 0 for scene in self.games[0].scenes for o in scene.options}
        self.pick = {"uniform": self._uniform, "least-used": self._least_used}[way]

    def play(self, plays: int) -> Chance:
        endings: Counter[str] = Counter()
        numbers: dict[str, list[int]] = {game.keeper: [] for game in self.games}
        told, turns, taken, last_new, seconds = hashlib.sha256(), 0, 0, 0, 0.0
        for n in range(1, plays + 1):
            game = self.games[(n - 1) % len(self.games)]
            began = time.process_time()
            ledger = self._once(game, n, plays)
            seconds += time.process_time() - began
            if self.taken > taken:
                taken, last_new = self.taken, n
            made = [(t.scene.id, t.option.id) for t in ledger if t.option is not None]
            turns += len(made)
            told.update(repr(made).encode())
            state = ledger[-1].after if ledger else game.start()
            endings[str(game.ending(state).id)] += 1
            if (number := state.standings[0].number) is not None:
                numbers[game.keeper].append(number)
        options = sum(len(scene.options) for scene in self.games[0].scenes)
        print_ = told.hexdigest()[:12]
        return Chance(
            self.way,
            plays,
            turns,
            seconds,
            options,
            taken,
            last_new,
            dict(endings),
            numbers,
            print_,
        )

    @property
    def taken(self) -> int:
        """Options that were taken at least once."""
        return sum(times > 0 for times in self.used.values())

    def _once(self, game: Game, n: int, plays: int) -> list[Turn]:
        """Play once to the end, or to where nothing can be chosen; return the ledger."""
        ledger: list[Turn] = []
        scenes, end, used, pick = game.scenes, len(game.scenes), self.used, self.pick
        try:
            arrived = game.begin(ledger)
            while (state := arrived[0]).at < end:
                can = game.open_options(scenes[state.at], state)
                if not can:
                    break
                option = pick(can)
                used[id(option)] += 1
                arrived = game.take(arrived, option, ledger)
        except Exception as error:
            made = [f"{t.scene.id}.{t.option.id}" for t in ledger if t.option is not None]
            raise Crash(self._broke(game, n, plays, error, made)) from error
        return ledger

    def _broke(self, game: Game, n: int, plays: int, error: Exception, made: list[str]) -> str:
        return say(
            "Play {n} broke ({way}, `{keeper}` in `{cut}`): {why}. "
            "The same again: {again}. Its choices: {choices}.",
            n=n,
            way=self.way,
            keeper=game.keeper,
            cut=self.cut,
            why=f"{type(error).__name__}: {error}",
            again=f"--random {plays} --seed {self.seed}",
            choices=series(made) or say("none yet"),
        )

    def _uniform(self, can: Sequence[Option]) -> Option:
        return can[int(self.random() * len(can))]

    def _least_used(self, can: Sequence[Option]) -> Option:
        used, least = self.used, 0
        among: list[Option] = []
        for option in can:
            times = used[id(option)]
            if not among or times < least:
                least, among = times, [option]
            elif times == least:
                among.append(option)
        return among[int(self.random() * len(among))]
