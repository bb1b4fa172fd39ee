"""The debrief's figures, made once; every face and report renders them.

Leads with what happened and what nobody scored, never with a mark out of ten.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core import prediction, telling
from game.core.margin import changed_doors, ledger
from game.core.parts import LedgerLine
from game.core.run import Game
from game.core.save import Run
from game.core.trace import Trace, Turn

__all__ = ["Beside", "Debrief", "MetClaim", "Point", "TurningPoint", "YearLine", "debrief"]

TURNING_POINTS = 3


@dataclass(frozen=True, slots=True)
class Point:
    """One turn on a rulebook's path."""

    turn: int
    scene: str
    """The scene's title."""
    label: str | None
    """The option taken; None for an event."""
    month: int
    number: int | None
    """The number after the turn; None without one."""
    change: int
    lists: tuple[str, ...]
    """Names of the lists the player is on after the turn."""
    listed: tuple[str, ...]
    cleared: tuple[str, ...]
    closed: tuple[str, ...]
    """Doors that this turn closed, by name."""
    opened: tuple[str, ...]
    barred: bool
    """Under this shadow the option taken would have been closed."""
    hatched: bool
    """From the first barred turn on, the path is as if let through."""


@dataclass(frozen=True, slots=True)
class YearLine:
    """A year under one rulebook: a line of the chart, or the record's list of lists."""

    keeper: str
    short: str
    name: str
    is_keeper: bool
    start: int | None
    low: int | None
    high: int | None
    points: tuple[Point, ...]
    end: int | None
    moves: int
    """How many turns moved its number or a list."""
    summary: str
    """The year in a sentence or two."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A turn after which most was different."""

    turn: int
    scene: str
    label: str | None
    says: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A move that nobody could control: an event, and what it did."""

    scene: str
    says: str


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
    unscored: tuple[tuple[str, str], ...]
    """Scene title, and what no score saw there."""
    memories: tuple[tuple[str, int], ...]
    """Ties, purse, voice at the end, 0 to 5."""
    unscored_note: str
    notes: tuple[str, ...]
    """What the story adds where it fits, such as whose idea a circle was."""
    ledger: tuple[LedgerLine, ...]
    predicted: int
    hits: int
    claims: tuple[MetClaim, ...]
    comment: str
    """The player's own comment as built, or nothing."""
    question: str
    transfer: str


def debrief(game: Game, trace: Trace, run: Run, comment: str = "", question: str = "") -> Debrief:
    """Fold a run into its debrief; works on an unfinished run too, as far as it goes."""
    story = game.story
    beside = [id for id in [game.keeper, story.head.beside, *story.head.keepers] if id]
    met = dict.fromkeys(claim for turn in trace.turns for claim in turn.scene.claims)
    guessed = [turn for turn in trace.turns if turn.predicted is not None]
    hits = sum(1 for t in guessed if t.predicted in prediction.truth(game, t))
    claims = tuple(_met_claim(game, run, id) for id in met)
    return Debrief(
        title=game.ending(trace.state).title,
        keeper=game.keeper,
        cut=story.head.cuts[game.cut].name,
        years=tuple(year_line(game, trace, id) for id in dict.fromkeys(beside)),
        turning=_turning(game, trace),
        uncontrolled=_uncontrolled(game, trace),
        unscored=_unscored(trace),
        memories=tuple(zip(game.memory_place, trace.state.memories, strict=True)),
        unscored_note=" ".join(story.head.unscored_note.split()),
        notes=tuple(
            " ".join(note.text.split())
            for note in story.head.notes
            if game.holds(note.if_, trace.state)
        ),
        ledger=ledger(game, trace.turns, game.keeper),
        predicted=len(guessed),
        hits=hits,
        claims=claims,
        comment=comment,
        question=question,
        transfer=" ".join(story.head.transfer.split()),
    )


def _met_claim(game: Game, run: Run, id: str) -> MetClaim:
    claim = game.story.claims[id]
    words = " ".join(claim.words.split())
    return MetClaim(id, words, claim.record.verdict, run.marks.get(id))


def year_line(game: Game, trace: Trace, keeper: str) -> YearLine:
    """Return the year as one rulebook saw it, the path being the one that was played."""
    book = game.story.rulebooks[keeper]
    points: list[Point] = []
    hatched = False
    for n, turn in enumerate(trace.turns):
        hatched = hatched or keeper in turn.barred
        points.append(_point(game, n, turn, keeper, hatched))
    scale = book.number
    end = trace.state.standings[game.place[keeper]].number
    return YearLine(
        keeper,
        book.short,
        book.name,
        keeper == game.keeper,
        scale.start if scale else None,
        scale.low if scale else None,
        scale.high if scale else None,
        tuple(points),
        end,
        sum(1 for p in points if p.change or p.listed or p.cleared),
        _summary(game, trace, keeper, points),
    )


def _point(game: Game, n: int, turn: Turn, keeper: str, hatched: bool) -> Point:
    book = game.story.rulebooks[keeper]
    moves = turn.moves[keeper]
    after = turn.after.standings[game.place[keeper]]
    doors = game.story.head.doors
    changed = changed_doors(game, turn.before, turn.after, keeper)
    names = {name: item.name for name, item in book.lists.items()}
    return Point(
        turn=n,
        scene=turn.scene.title,
        label=turn.option.label if turn.option else None,
        month=turn.scene.month,
        number=after.number,
        change=sum(move.change for move in moves),
        lists=tuple(names[name] for name, _ in after.on),
        listed=tuple(names[name] for move in moves for name in move.listed),
        cleared=tuple(names[name] for move in moves for name in move.cleared),
        closed=tuple(doors[door].name for door, now in changed if not now),
        opened=tuple(doors[door].name for door, now in changed if now),
        barred=keeper in turn.barred,
        hatched=hatched,
    )


def _summary(game: Game, trace: Trace, keeper: str, points: list[Point]) -> str:
    book = game.story.rulebooks[keeper]
    state = trace.state.standings[game.place[keeper]]
    told = []
    if book.number is not None:
        moved = sum(1 for p in points if p.change)
        times = "once" if moved == 1 else f"{moved} times" if moved else "never"
        told.append(f"From {book.number.start} to {state.number}; it moved {times}.")
    listed = [name for p in points for name in p.listed]
    if listed:
        told.append(f"Put on {telling.join(dict.fromkeys(listed))}.")
        still = [book.lists[name].name for name, _ in state.on]
        told.append(f"Still on {telling.join(still)}." if still else "Off again by the end.")
    elif book.number is None:
        told.append("On no list all year.")
    shut = _shut_at_end(game, trace, keeper)
    if shut:
        told.append(f"Closed at the end: {telling.join(shut)}.")
    if any(p.barred for p in points):
        told.append("It would have barred a choice that you made; after it the path is a guess.")
    return " ".join(told)


def _shut_at_end(game: Game, trace: Trace, keeper: str) -> list[str]:
    situation = game.situation(trace.state, keeper)
    doors = game.story.head.doors
    normally_open = (id for id, door in doors.items() if not door.is_perk)
    start = game.situation(game.start(), keeper)
    return [
        doors[id].name
        for id in normally_open
        if not situation.door_open(id) and start.door_open(id)
    ]


def _turning(game: Game, trace: Trace) -> tuple[TurningPoint, ...]:
    """The turns that changed most under the keeper: doors and lists first, then points."""
    weighed = []
    for n, turn in enumerate(trace.turns):
        point = _point(game, n, turn, game.keeper, False)
        doors = len(point.closed) + len(point.opened)
        lists = len(point.listed) + len(point.cleared)
        weight = (lists * 3 + doors * 2, abs(point.change), _memory_change(turn))
        if any(weight):
            weighed.append((weight, -n, point))
    chosen = sorted(weighed, key=lambda item: item[:2], reverse=True)[:TURNING_POINTS]
    points = sorted((point for _, _, point in chosen), key=lambda point: point.turn)
    return tuple(TurningPoint(p.turn, p.scene, p.label, _turned(p)) for p in points)


def _memory_change(turn: Turn) -> int:
    pairs = zip(turn.before.memories, turn.after.memories, strict=True)
    return sum(abs(after - before) for before, after in pairs)


def _turned(point: Point) -> str:
    told = []
    if point.change and point.number is not None:
        told.append(f"{telling.signed(point.change)}, to {point.number}")
    told += [f"put on {name}" for name in point.listed]
    told += [f"taken off {name}" for name in point.cleared]
    if point.closed:
        told.append(f"closed: {telling.join(point.closed)}")
    if point.opened:
        told.append(f"opened: {telling.join(point.opened)}")
    return "; ".join(told) if told else "no score moved; what you kept or gave up did"


def _uncontrolled(game: Game, trace: Trace) -> tuple[Beside, ...]:
    """Events moved something, and nobody chose them."""
    told = []
    for n, turn in enumerate(trace.turns):
        if turn.option is not None:
            continue
        point = _point(game, n, turn, game.keeper, False)
        moved = point.change or point.listed or point.cleared or point.closed
        says = _turned(point) if moved else "nothing moved under this keeper"
        told.append(Beside(turn.scene.title, says))
    return tuple(told)


def _unscored(trace: Trace) -> tuple[tuple[str, str], ...]:
    told = []
    for turn in trace.turns:
        part = turn.option or turn.case
        if part and part.unscored:
            told.append((turn.scene.title, part.unscored))
    return tuple(told)
