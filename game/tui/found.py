"""What the folder of runs holds, as the title page says it: what to go on with, what is over."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.tui import back_words, figure_words

if TYPE_CHECKING:
    from game.core.run.trace import Trace
    from game.core.saves.runs import RunFile, Runs
    from game.core.story.model import Story

__all__ = ["Found", "find"]


@dataclass(frozen=True, slots=True)
class Found:
    """The runs of a story, as far as the title page speaks of them."""

    file: RunFile | None = None
    """The run to go on with: the newest that isn't over."""
    where: str = ""
    """Where it opens, and how long ago that was."""
    last: RunFile | None = None
    """The newest whole year."""
    last_note: str = ""
    album_note: str = ""
    notices: tuple[str, ...] = ()
    """A sentence for each file that was set aside."""


def find(story: Story, runs: Runs) -> Found:
    """Look through the folder."""
    from game.core.debrief.gallery import endings, kept_runs

    files, notices = runs.all()
    ours = [file for file in files if file.run.story == story.head.id]
    going_on = next((file for file in ours if not file.run.finished), None)
    last, last_note = _last_year(story, ours)
    kept = kept_runs(story, ours)
    stubs = endings(story, kept)
    album = back_words.years(len(kept), sum(1 for stub in stubs if stub.title), len(stubs))
    where = _where(story, going_on) if going_on else ""
    return Found(going_on, where, last, last_note, album, notices)


def _where(story: Story, file: RunFile) -> str:
    """After which scene a run goes on, and how long ago that was."""
    when, trace = _when(file), _fold(story, file)
    if trace is None:
        return when
    made = [turn.scene.title for turn in trace.turns if turn.option is not None]
    of = sum(1 for scene in story.cut_scenes(file.run.cut) if not scene.event)
    return figure_words.opened(made[-1] if made else "", len(made), of, when)


def _fold(story: Story, file: RunFile) -> Trace | None:
    """The run over the story as it is now; None where keeper or length aren't here."""
    from game.core.run.fold import Game

    run = file.run
    if run.keeper not in story.rulebooks or run.cut not in story.head.cuts:
        return None
    return Game(story, run.keeper, run.cut, shadows=False).fold(run.choices)


def _when(file: RunFile) -> str:
    try:
        touched = file.path.stat().st_mtime
    except OSError:
        touched = time.time()
    return figure_words.ago(max(time.time() - touched, 0))


def _last_year(story: Story, files: list[RunFile]) -> tuple[RunFile | None, str]:
    """The newest run that is over in this story as well, and what its row says."""
    for file in files:
        trace = _fold(story, file) if file.run.finished else None
        if trace is not None and trace.over and not trace.misfits:
            keeper = story.rulebooks[file.run.keeper].short
            number = trace.state.standings[0].number
            return file, figure_words.last_year(keeper, number, _when(file))
    return None, ""
