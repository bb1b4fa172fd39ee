"""How a story is balanced: how each keeper's plays spread, how they end, what stands shut.

Exact, out of the counts of the proof: every share is of all distinct plays, each counted once.
That is no forecast of players, who are not fair dice; it says where a story leaves no room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.check.chance import by_chance
from game.check.policies import policies, policy_words
from game.check.processes import One, spread
from game.check.proof import Proof
from game.check.proofs import Told
from game.core.story.model import Story
from game.words import many, mark, say, series

__all__ = ["Balance", "Year", "balance", "balances", "percent", "quantile"]

RANDOM = mark("random")
RANDOM_PLAYS = 300
SEED = 1
MOST = 0.6
"""One ending for more than this share of the plays is told."""
LEAST = 0.001
"""An ending for less than this share is told, too."""
NARROW = 0.1
"""The middle half within this part of the scale is told."""


@dataclass(frozen=True, slots=True)
class Year:
    """How a single-minded player ends, or many that throw dice."""

    policy: str
    """The policy's name, or RANDOM."""
    ending: str
    number: int | None
    """The number at the end; of dice, the middle one."""
    share: float = 1.0
    """How often the ending comes: always, but for dice."""

    @property
    def name(self) -> str:
        """Who that is, in words."""
        return say(RANDOM) if self.policy == RANDOM else policy_words(self.policy)


@dataclass(frozen=True, slots=True)
class Balance:
    """How one cut is balanced under one keeper."""

    keeper: str
    cut: str
    spread: tuple[int, int, int, int, int] | None
    """The number at the end: least, lower quartile, middle, upper quartile, greatest."""
    endings: tuple[tuple[str, float], ...]
    """The share of plays at each ending that is reached, the most first."""
    closed: tuple[tuple[str, float], ...]
    """The share of plays at whose end a door is closed, where it is neither all nor none."""
    listed: float
    years: tuple[Year, ...]
    words: str
    """What is off, in a line; empty where nothing is."""


def quantile(numbers: dict[int, int], part: float) -> int:
    """Return the least number at or below which a part of the plays end."""
    total, seen = sum(numbers.values()), 0
    for number in sorted(numbers):
        seen += numbers[number]
        # Whole numbers throughout: plays are too many for a float to count.
        if seen * 1000 >= total * round(part * 1000):
            return number
    raise ValueError("no plays")


def balances(
    story: Story, proofs: Sequence[Proof], told: Told = lambda done, all: None
) -> list[Balance]:
    """Weigh proofs, each in a process of its own: the policies walk all of it once more."""
    wanted = [(proof.cut, proof.keeper) for proof in proofs if proof.plays]
    years: dict[One, tuple[Year, ...]] = {}
    for made in spread(story, wanted, _years):
        told(len(years), len(wanted))
        years |= dict([made]) if made else {}
    return [
        balance(story, proof, years[proof.cut, proof.keeper]) for proof in proofs if proof.plays
    ]


def balance(story: Story, proof: Proof, years: tuple[Year, ...] = ()) -> Balance:
    """Weigh a proof that didn't give up, beside the years of the policies."""
    spread = None
    if proof.numbers:
        low, mid, high = (quantile(proof.numbers, part) for part in (0.25, 0.5, 0.75))
        spread = (min(proof.numbers), low, mid, high, max(proof.numbers))
    shares = [(id, plays / proof.plays) for id, plays in proof.endings.items() if plays]
    closed = ((door, plays / proof.plays) for door, plays in proof.closed.items() if plays)
    return Balance(
        proof.keeper,
        proof.cut,
        spread,
        tuple(sorted(shares, key=lambda share: -share[1])),
        tuple((door, share) for door, share in closed if share < 1),
        proof.listed / proof.plays if proof.plays else 0.0,
        years,
        " ".join(_words(story, proof, spread, shares)),
    )


def _years(story: Story, one: One) -> tuple[Year, ...]:
    cut, keeper = one
    years = [Year(p.name, p.ending, p.number) for p in policies(story, keeper, cut)]
    dice = by_chance(story, cut, [keeper], RANDOM_PLAYS, SEED, "uniform")
    ending, times = max(dice.endings.items(), key=lambda found: found[1])
    numbers = sorted(dice.numbers[keeper])
    middle = numbers[len(numbers) // 2] if numbers else None
    return (*years, Year(RANDOM, ending, middle, times / RANDOM_PLAYS))


def _words(
    story: Story,
    proof: Proof,
    spread: tuple[int, int, int, int, int] | None,
    shares: list[tuple[str, float]],
) -> Iterator[str]:
    """Say what is off, the gravest first."""
    for id, share in shares:
        if share > MOST:
            part = percent(share)
            yield say("`{ending}` takes {share} of all plays.", ending=id, share=part)
    scale = story.rulebooks[proof.keeper].number
    if spread is not None and scale is not None:
        least, low, _, high, greatest = spread
        if least == greatest:
            yield say("The number ends at {number} whatever is chosen.", number=least)
        elif high - low < NARROW * (greatest - least):
            yield say("Half of all plays end between {low} and {high}.", low=low, high=high)
        if greatest <= scale.start and not scale.counter:
            yield say("No play ends above where it began.")
        if least >= scale.start and not scale.counter:
            yield say("No play ends below where it began.")
    if len(shares) < 3 and len(story.head.endings) >= 3:
        every = len(story.head.endings)
        yield many(
            "Only {n} of {of} endings are reached.",
            "Only {n} of {of} endings are reached.",
            len(shares),
            of=every,
        )
    rare = [id for id, share in shares if share < LEAST]
    if rare:
        yield say("Hardly ever reached: {endings}.", endings=series(rare))


def percent(share: float) -> str:
    """Return a share in words that never round something to nothing, or nearly all to all."""
    if 0 < share < 0.01:
        return say("under 1 %")
    if 0.99 < share < 1:
        return say("over 99 %")
    return say("{percent} %", percent=f"{share:.0%}".rstrip("%"))
