"""A kept run in a line: when, who kept the score, how long, where it stands."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from game.core.dates import short_month
from game.words import say, sentence

if TYPE_CHECKING:
    from game.core.debrief.gallery import KeptRun

__all__ = ["kept_line"]


def kept_line(run: KeptRun) -> str:
    """Say a run in a line."""
    told = [f"{_when(run.when)}: {run.keeper}, {run.cut}"]
    told += [run.name] if run.name else []
    told += [say("number {n}", n=run.number)] if run.number is not None else []
    if run.ending:
        told.append(say("ended: {ending}", ending=run.ending))
    elif not run.fits:
        told.append(say("the story has changed since, or lacks its keeper"))
    elif run.last:
        told.append(say("{n} of {of}, after {scene}", n=run.made, of=run.of, scene=run.last))
    return sentence("; ".join(told))


def _when(seconds: float) -> str:
    at = time.localtime(seconds)
    return say(
        "{day} {month} {year}, {time}",
        day=f"{at.tm_mday:02}",
        month=short_month(at.tm_mon),
        year=at.tm_year,
        time=f"{at.tm_hour:02}:{at.tm_min:02}",
    )
