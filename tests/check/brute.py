"""Every play of a small story, one after another: slow, and sharing nothing with the proof.

Nothing is merged. All that is used are the verbs that a face uses: `fold`, `open_options`,
`ending`, and the situation that a condition sees.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from game.core.run.fold import Game
from game.core.run.trace import Choice, State, Trace, Turn
from game.core.story.model import Also


@dataclass
class Found:
    """What walking every play comes to."""

    plays: int = 0
    endings: Counter[str] = field(default_factory=Counter)
    numbers: Counter[int] = field(default_factory=Counter)
    moments: set[int] = field(default_factory=set)
    closed: Counter[str] = field(default_factory=Counter)
    listed: int = 0
    ever_closed: set[str] = field(default_factory=set)
    ever_open: set[str] = field(default_factory=set)
    offered: dict[str, int] = field(default_factory=dict)
    """The fewest choices before each option that can be chosen."""
    reached: dict[str, int] = field(default_factory=dict)
    locks: dict[str, int] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    clamped: dict[str, int] = field(default_factory=dict)
    played: set[str] = field(default_factory=set)


def every_play(game: Game, choices: tuple[Choice, ...] = ()) -> Iterator[Trace]:
    """Return every play that ends, and every one that can go no further."""
    trace = game.fold(choices)
    can = game.open_options(trace.waiting, trace.state) if trace.waiting else ()
    if not can:
        yield trace
    for option in can:
        assert trace.waiting is not None
        yield from every_play(game, (*choices, Choice(trace.waiting.id, option.id)))


def brute(game: Game) -> Found:
    found = Found(texts=_texts(game))
    for trace in every_play(game):
        _walk(game, trace, found)
        if trace.waiting is not None:
            _least(found.locks, trace.waiting.id, _made(trace.turns))
            continue
        ending, state = game.ending(trace.state), trace.state
        found.plays += 1
        found.endings[ending.id] += 1
        _least(found.reached, ending.id, _made(trace.turns))
        if state.standings[0].number is not None:
            found.numbers[state.standings[0].number] += 1
        found.listed += bool(state.standings[0].on)
        found.closed.update(d for d in game.story.head.doors if not _open(game, state, d))
        _show(game, f"ending {ending.id}", ending.also, state, found)
        _show(game, "notes", game.story.head.notes, state, found)
    return found


def _walk(game: Game, trace: Trace, found: Found) -> None:
    _moment(game, game.start(), found)
    for n, turn in enumerate(trace.turns):
        found.played.add(turn.scene.id)
        for state in (turn.before, turn.after):
            _moment(game, state, found)
        key = turn.scene.id if turn.option is None else f"{turn.scene.id}.{turn.option.id}"
        if any(move.meant != move.change for move in turn.moves[game.keeper]):
            _least(found.clamped, key, _made(trace.turns[:n]))
        if turn.option is None:
            assert turn.case is not None
            found.shown.add(f"{turn.scene.id} case {turn.scene.cases.index(turn.case)}")
            _show(game, turn.scene.id, turn.scene.also, turn.after, found)
        else:
            _show(game, turn.scene.id, turn.scene.also, turn.before, found)
            _show(game, key, turn.option.also, turn.after, found)
            _least(found.offered, key, _made(trace.turns[:n]))
    _moment(game, trace.state, found)
    if trace.waiting is not None:
        found.played.add(trace.waiting.id)
        _show(game, trace.waiting.id, trace.waiting.also, trace.state, found)


def _moment(game: Game, state: State, found: Found) -> None:
    if state.standings[0].number is not None:
        found.moments.add(state.standings[0].number)
    for door in game.story.head.doors:
        (found.ever_open if _open(game, state, door) else found.ever_closed).add(door)


def _open(game: Game, state: State, door: str) -> bool:
    return game.situation(state).door_open(door)


def _show(game: Game, owner: str, also: tuple[Also, ...], state: State, found: Found) -> None:
    shown = (n for n, part in enumerate(also) if game.holds(part.if_, state))
    found.shown.update(f"{owner} also {n}" for n in shown)


def _texts(game: Game) -> set[str]:
    """Every text that is shown only sometimes."""
    head = game.story.head
    owners = [(s.id, s.also) for s in game.scenes]
    owners += [(f"{s.id}.{o.id}", o.also) for s in game.scenes for o in s.options]
    owners += [*((f"ending {e.id}", e.also) for e in head.endings), ("notes", head.notes)]
    texts = {f"{owner} also {n}" for owner, also in owners for n in range(len(also))}
    return texts | {f"{s.id} case {n}" for s in game.scenes for n in range(len(s.cases))}


def _made(turns: tuple[Turn, ...]) -> int:
    return sum(turn.option is not None for turn in turns)


def _least(found: dict[str, int], key: str, number: int) -> None:
    found[key] = min(number, found.get(key, number))
