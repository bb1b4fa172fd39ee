"""The gallery: what a player's runs come to, taken together. Folds over the folder of runs.

Which endings were found, which options were taken before, where each run stands. It tells no
more than that: of an ending that was not found not even the name, of an option never whether
it was a good one. A file that can't be read is passed over here; `Runs.all` tells of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.core.run.fold import Game
from game.core.run.script import Stop, held_from, script
from game.core.run.trace import Trace
from game.core.saves.bookmark import bookmark_of
from game.core.saves.runs import RunFile, Runs, SaveError, changed_at
from game.core.showing.effects import rests_on
from game.core.story.model import Story

__all__ = ["EndingStub", "KeptRun", "Known", "endings", "kept_runs", "known_from"]


@dataclass(frozen=True, slots=True)
class KeptRun:
    """One run of the folder, as the list of runs shows it."""

    file: RunFile
    when: float
    """When it was last written, in seconds since 1970."""
    name: str
    """What the player is called in it; empty where nobody said."""
    keeper: str
    """The keeper's short name."""
    cut: str
    """The cut's name."""
    made: int
    """How many choices it holds."""
    of: int
    """How many scenes the cut has."""
    number: int | None
    """The number at the page where it opens: what an unread page tells isn't told here."""
    ending: str | None
    """The ending's title, where the year is over."""
    last: str | None
    """The scene of the last choice; None at the beginning."""
    fits: bool
    """It can be played over the story as it is now, to its last choice."""


@dataclass(frozen=True, slots=True)
class EndingStub:
    """One ending's place in the album."""

    id: str
    title: str | None
    """None where it was not found: a blank stub, without a name."""
    times: int
    keepers: tuple[str, ...]
    """Short names of the keepers under whom it was found."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a player's runs know of the sentences."""

    met: frozenset[str]
    """Shown after a turn, marked, or what something rested on that moved."""
    marks: Mapping[str, str]
    """What a sentence was marked, where it was."""


def kept_runs(story: Story, files: Iterable[RunFile]) -> tuple[KeptRun, ...]:
    """Return the runs of this story, in the order given (newest first from `Runs.all`)."""
    return tuple(_kept(story, file) for file in files if file.run.story == story.head.id)


def _kept(story: Story, file: RunFile) -> KeptRun:
    run = file.run
    book, cut = story.rulebooks.get(run.keeper), story.head.cuts.get(run.cut)
    made, when = len(run.choices), changed_at(file.path)
    if book is None or cut is None:
        keeper, length = book.short if book else run.keeper, cut.name if cut else run.cut
        return KeptRun(file, when, run.name, keeper, length, made, 0, None, None, None, False)
    game = Game(story, run.keeper, run.cut, shadows=False)
    trace = game.fold(run.choices)
    chosen = [turn.scene.title for turn in trace.turns if turn.option is not None]
    return KeptRun(
        file,
        when,
        run.name,
        book.short,
        cut.name,
        made,
        sum(1 for scene in game.scenes if not scene.event),
        _number(game, trace, file),
        game.ending(trace.state).title if trace.over and not trace.misfits else None,
        chosen[-1] if chosen else None,
        not trace.misfits,
    )


def _number(game: Game, trace: Trace, file: RunFile) -> int | None:
    """The number as far as it was read: after the last choice, or at the page left after it."""
    turns, state = trace.turns, trace.state
    made = [n for n, turn in enumerate(turns) if turn.option is not None]
    if trace.over or trace.misfits or not made:
        return state.standings[0].number
    left = bookmark_of(file.path)
    stops = script(game, trace, left.glanced if left else ())
    at = stops.index(Stop("outcome", made[-1]))
    if left and left.choices == len(file.run.choices) and left.stop in stops:
        at = max(at, stops.index(left.stop))
    here, held = stops[at], held_from(trace, stops, at)
    seen = here.turn + (here.kind in ("outcome", "reveal", "card"))
    if here.kind == "reveal" and turns[here.turn].scene.held:
        seen = len(turns)  # what was held until now, all of it
    seen = seen if held is None else min(seen, held)
    state = turns[seen].before if seen < len(turns) else state
    return state.standings[0].number


def endings(story: Story, runs: Iterable[KeptRun]) -> tuple[EndingStub, ...]:
    """Return every ending of the story in its order; those not found as blank stubs."""
    found: dict[str, list[str]] = {}
    for run in runs:
        if run.ending is not None:
            found.setdefault(run.ending, []).append(run.keeper)
    return tuple(
        EndingStub(
            ending.id,
            ending.title if ending.title in found else None,
            len(found.get(ending.title, ())),
            tuple(dict.fromkeys(found.get(ending.title, ()))),
        )
        for ending in story.head.endings
    )


def known_from(story: Story, runs: Runs) -> Known:
    """Return what was met and marked in any run of a story; of several marks the newest run's."""
    met: set[str] = set()
    marks: dict[str, str] = {}
    for path in runs.paths():
        try:
            run = runs.load(path).run
        except SaveError:
            continue
        fits = run.keeper in story.rulebooks and run.cut in story.head.cuts
        if run.story == story.head.id and fits:
            game = Game(story, run.keeper, run.cut, shadows=False)
            met.update(run.marks, _met(game, game.fold(run.choices)))
            marks = {**run.marks, **marks}
    return Known(frozenset(met.intersection(story.claims)), marks)


def _met(game: Game, trace: Trace) -> Iterator[str]:
    """The claim of each turn, and those that closed a door or by which something moved."""
    begins = game.situation(trace.turns[0].before if trace.turns else trace.state)
    shut = (begins.closing(door) for door in game.story.head.doors)
    yield from (closing.claim for closing in shut if closing and closing.claim)
    for turn in trace.turns:
        yield from turn.scene.claims[:1]
        yield from rests_on(game, turn)
