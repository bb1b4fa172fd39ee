"""The debrief's figures, made once; every face and report renders them.

Leads with what happened and what nobody scored, never with a mark out of ten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from game.core.debrief.years import Point, YearLine, moved_words, year_line
from game.core.run.fold import Game
from game.core.run.saved import Run
from game.core.run.trace import Trace, Turn
from game.core.showing import prediction, telling
from game.core.showing.doors import DoorPast, door_log
from game.core.showing.margin import ledger
from game.core.showing.parts import LedgerLine
from game.core.showing.remembered import Remembered, memory_moves, memory_word, remembered
from game.core.story.statements import StatementView, believed_each, judged_before, statements
from game.words import joined, mark, say

__all__ = [
    "Beside",
    "Debrief",
    "Guessed",
    "MetClaim",
    "Point",
    "TurningPoint",
    "YearLine",
    "debrief",
]

TURNING_POINTS = 3


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A turn after which most was different."""

    turn: int
    scene: str
    label: str | None
    says: str


@dataclass(frozen=True, slots=True)
class Beside:
    """An event, and what it did."""

    scene: str
    says: str


@dataclass(frozen=True, slots=True)
class Guessed:
    """What the player predicted at a turn, and what came."""

    turn: int
    scene: str
    said: str
    was: str
    hit: bool


@dataclass(frozen=True, slots=True)
class MetClaim:
    """A claim met in this run, its verdict and the player's mark."""

    id: str
    words: str
    verdict: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class Debrief:
    """All figures of a run, once."""

    title: str
    """The ending's title."""
    keeper: str
    cut: str
    years: tuple[YearLine, ...]
    """The keeper's first, then the one shown beside it, then the rest."""
    turning: tuple[TurningPoint, ...]
    uncontrolled: tuple[Beside, ...]
    """Events that nobody could control."""
    later: tuple[Beside, ...]
    """Events that came as they did because of a choice of the player's own."""
    unscored: tuple[tuple[str, str], ...]
    """Scene title, and what no score saw there."""
    memories: tuple[tuple[str, int], ...]
    """Ties, purse, voice at the end, 0 to 5."""
    remembered: tuple[Remembered, ...]
    """The same, each with the turns of this run that moved it."""
    unscored_note: str
    notes: tuple[str, ...]
    """What the story adds where it fits, such as whose idea a circle was."""
    ledger: tuple[LedgerLine, ...]
    doors: tuple[DoorPast, ...]
    """Doors that closed or opened, and what closed them."""
    guesses: tuple[Guessed, ...]
    claims: tuple[MetClaim, ...]
    """Sentences that were shown, and any that the player marked."""
    behind: int
    """How many more stood behind the scenes that were played."""
    statements: tuple[StatementView, ...]
    """The whole first set, where one of it was judged before or after; none where none was."""
    judged: str
    """How many of them were judged before the year, in a sentence."""
    believed: tuple[tuple[str, str], ...]
    """`before` and `after`, each with `you believed 2 of the 3 true ones and …`."""
    comment: str
    """The player's own comment as built, or nothing."""
    written: tuple[tuple[str, str], ...]
    """What the player wrote of a sentence in their own words: the sentence, and that."""
    question: str
    transfer: str

    @property
    def kept(self) -> tuple[tuple[str, int], ...]:
        """What was remembered, in words, and how much of it is left: 0 to 5."""
        return tuple((memory_word(name), value) for name, value in self.memories)

    @property
    def predicted(self) -> int:
        """How many predictions were made."""
        return len(self.guesses)

    @property
    def hits(self) -> int:
        """How many of them came true."""
        return sum(guess.hit for guess in self.guesses)

    @property
    def together(self) -> tuple[tuple[str, str], ...]:
        """Events with one and the same effect together: their scenes, and what they did."""
        return _together(self.uncontrolled)

    @property
    def came_of_it(self) -> tuple[tuple[str, str], ...]:
        """The same of what came of the player's own choices."""
        return _together(self.later)

    @property
    def verdicts(self) -> tuple[tuple[str, int], ...]:
        """How many of the sentences met have which verdict, the most frequent first."""
        return tuple(Counter(claim.verdict for claim in self.claims).most_common())


def debrief(
    game: Game,
    trace: Trace,
    run: Run,
    comment: str = "",
    question: str = "",
    written: tuple[tuple[str, str], ...] = (),
) -> Debrief:
    """Fold a run into its debrief; works on an unfinished run too, as far as it goes."""
    story = game.story
    beside = [id for id in [game.keeper, story.head.beside, *story.head.keepers] if id]
    met = tuple(dict.fromkeys([*trace.sentences, *run.marks]))
    years = tuple(year_line(game, trace, id, run.name) for id in dict.fromkeys(beside))
    asked = statements(story, run.statements)
    return Debrief(
        title=game.ending(trace.state).title,
        keeper=game.keeper,
        cut=story.head.cuts[game.cut].name,
        years=years,
        turning=_turning(trace, years[0].points, tuple(game.memory_place)),
        uncontrolled=_events(trace, years[0].points, chosen=False),
        later=_events(trace, years[0].points, chosen=True),
        unscored=_unscored(trace, run.name),
        memories=tuple(zip(game.memory_place, trace.state.memories, strict=True)),
        remembered=remembered(tuple(game.memory_place), trace.turns),
        unscored_note=" ".join(story.head.unscored_note.split()),
        notes=_notes(game, trace, run),
        ledger=ledger(game, trace.turns, game.keeper),
        doors=door_log(game, trace.turns, trace.state),
        guesses=_guesses(game, trace),
        claims=tuple(_met_claim(game, run, id) for id in met),
        behind=_behind(trace, met),
        statements=asked if any(s.before or s.after for s in asked) else (),
        judged=judged_before(asked),
        believed=believed_each(story, run.statements),
        comment=comment,
        written=written,
        question=question,
        transfer=" ".join(story.head.transfer.split()),
    )


def _notes(game: Game, trace: Trace, run: Run) -> tuple[str, ...]:
    fitting = (note for note in game.story.head.notes if game.holds(note.if_, trace.state))
    return tuple(telling.fill(" ".join(note.text.split()), run.name) for note in fitting)


def _behind(trace: Trace, met: Sequence[str]) -> int:
    """How many more sentences the scenes rest on than were met."""
    return len({claim for turn in trace.turns for claim in turn.scene.claims}.difference(met))


def _met_claim(game: Game, run: Run, id: str) -> MetClaim:
    claim = game.story.claims[id]
    words = " ".join(claim.words.split())
    return MetClaim(id, words, claim.record.verdict, run.marks.get(id))


def _turning(
    trace: Trace, points: Sequence[Point], names: Sequence[str]
) -> tuple[TurningPoint, ...]:
    """The turns that changed most under the keeper: doors and lists first, then points.

    After these comes what another system answers for, and last what the story remembers.
    """
    weighed = []
    for turn, point in zip(trace.turns, points, strict=True):
        doors = len(point.closed) + len(point.opened)
        lists = len(point.listed) + len(point.cleared)
        away = len(point.elsewhere) + len(point.others)
        weight = (lists * 3 + doors * 2, abs(point.change), away, _memory_change(turn))
        if any(weight):
            weighed.append((weight, point))
    weighed.sort(key=lambda item: item[0], reverse=True)
    chosen = sorted((point for _, point in weighed[:TURNING_POINTS]), key=lambda point: point.turn)
    return tuple(
        TurningPoint(
            p.turn,
            p.scene,
            p.label,
            moved_words(p) if _counted(p) else _between(p, trace.turns[p.turn], names),
        )
        for p in chosen
    )


def _between(point: Point, turn: Turn, names: Sequence[str]) -> str:
    """Say of a turn that moved nothing under the keeper why it is named."""
    still = mark("no number moved; this did: {moves}")
    if point.number is None:
        still = mark("no list moved; this did: {moves}")
    return say(still, moves=joined(memory_moves(names, turn)))


def _counted(point: Point) -> bool:
    """Whether it changed something under the keeper, or for others, or is answered elsewhere."""
    told = point.moved or point.closed or point.opened
    return bool(told or point.elsewhere or point.others)


def _memory_change(turn: Turn) -> int:
    pairs = zip(turn.before.memories, turn.after.memories, strict=True)
    return sum(abs(after - before) for before, after in pairs)


def _events(trace: Trace, points: Sequence[Point], chosen: bool) -> tuple[Beside, ...]:
    """Events and what they did: those that a choice brought on, or those that nobody chose."""
    return tuple(
        Beside(point.scene, moved_words(point) or say("nothing moved under this keeper"))
        for turn, point in zip(trace.turns, points, strict=True)
        if turn.option is None and _is_chosen(turn) == chosen
    )


def _is_chosen(turn: Turn) -> bool:
    """Whether an event judged somebody as it did because of what the player had chosen."""
    return bool(turn.deeds and turn.case and turn.case.if_ and turn.case.if_.named("chose"))


def _together(events: Sequence[Beside]) -> tuple[tuple[str, str], ...]:
    found: dict[str, list[str]] = {}
    for event in events:
        found.setdefault(event.says, []).append(event.scene)
    return tuple((joined(scenes), says) for says, scenes in found.items())


def _guesses(game: Game, trace: Trace) -> tuple[Guessed, ...]:
    made = ((n, turn, prediction.guess(game, turn)) for n, turn in enumerate(trace.turns))
    return tuple(
        Guessed(n, turn.scene.title, guess.said, joined(guess.was), guess.hit)
        for n, turn, guess in made
        if guess is not None
    )


def _unscored(trace: Trace, name: str) -> tuple[tuple[str, str], ...]:
    told = []
    for turn in trace.turns:
        part = turn.option or turn.case
        if part and part.unscored:
            told.append((turn.scene.title, telling.fill(part.unscored, name)))
    return tuple(told)
