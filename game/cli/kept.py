"""Which run a command means: a file, a bare name or number, or the newest.

Looks, and moves nothing: a file that can't be read is told of, and left where it is.
"""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

from game.cli.story import Unusable, meant
from game.core.saves.runs import RunFile, Runs, SaveError, changed_at
from game.core.story.model import Story
from game.folders import command
from game.words import many, mark, say

__all__ = ["day_of", "find_run", "others"]


def find_run(wanted: str | None, runs: Runs, story: Story, whole: bool = False) -> RunFile:
    """Return the run that is meant; raises Unusable with a sentence.

    Where none is named it is the newest, or, if a `whole` one is wanted, the newest that is over.
    """
    path = _path(wanted, runs) if wanted else None
    try:
        if path:
            file = runs.load(path)
        elif whole and not wanted:
            file = _newest_whole(runs, story)
        else:
            file = _numbered(int(wanted or 1), runs, story)
    except SaveError as error:
        raise Unusable(str(error)) from error
    run = file.run
    if run.story != story.head.id:
        words = mark("{path} is a run of another story, `{story}`: name its --story.")
        raise Unusable(say(words, path=file.path, story=run.story))
    return file


def _path(wanted: str, runs: Runs) -> Path | None:
    """The file that is meant by a path or a name; None where a number is meant."""
    try:
        path = Path(wanted).expanduser()
        there = path.exists()
    except (OSError, RuntimeError, ValueError) as error:
        raise Unusable(say("{name} is no name of a file.", name=wanted[:80])) from error
    if there and not path.is_file():
        raise Unusable(say("{path} is no file that holds a run.", path=path))
    if there or path.name != wanted:
        return path
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 4:
        return None
    names = {each.name: each for each in runs.paths()}
    fitting = [name for name in names if name.startswith(wanted)]
    if len(fitting) == 1:
        return names[fitting[0]]
    if fitting:
        words = mark("{n} runs begin with `{word}`: {names}.")
        raise Unusable(say(words, n=len(fitting), word=wanted, names=", ".join(fitting)))
    none = say("There is no run `{word}` here or in {folder}.", word=wanted, folder=runs.folder)
    raise Unusable(" ".join([none, *meant(wanted, names)]))


def _newest_whole(runs: Runs, story: Story) -> RunFile:
    """The newest run that is over; where none is, the newest."""
    from game.core.playing.session import Session

    files, _ = _kept(runs, story)
    for file in files:
        with contextlib.suppress(SaveError):  # one that fits no more is told when it is named
            if Session.resume(story, file, None).over:
                return file
    return _numbered(1, runs, story)


def _kept(runs: Runs, story: Story) -> tuple[list[RunFile], list[str]]:
    """Every run of this story, the newest first, and a sentence for each that can't be read."""
    files, broken = [], []
    for path in runs.paths():
        try:
            file = runs.load(path)
        except SaveError as error:
            broken.append(str(error))
            continue
        if file.run.story == story.head.id:
            files.append(file)
    files.sort(key=lambda file: changed_at(file.path), reverse=True)
    return files, broken


def _numbered(number: int, runs: Runs, story: Story) -> RunFile:
    """The run of this story with that number, the newest being 1."""
    files, broken = _kept(runs, story)
    if 0 < number <= len(files):
        return files[number - 1]
    if files:
        none = many(
            "There is no run {number}: one is kept, and 1 is the newest.",
            "There is no run {number}: {n} are kept, and 1 is the newest.",
            len(files),
            number=number,
        )
        raise Unusable(none)
    carrot = command("", story.folder)
    words = mark("There is no run yet in {folder}. Type {command} to begin one.")
    raise Unusable("\n".join([say(words, folder=runs.folder, command=carrot), *broken]))


def others(file: RunFile, runs: Runs, story: Story) -> str:
    """Say which of the runs this one is, and how to name another; empty where there is no other."""
    files, _ = _kept(runs, story)
    places = [each.path for each in files]
    if len(files) < 2 or file.path not in places:
        return ""
    return say(
        "This is run {n} of {of}, {name}; 1 is the newest. For another, type its number: {command}",
        n=places.index(file.path) + 1,
        of=len(files),
        name=file.path.name,
        command=command("report 2", story.folder),
    )


def day_of(file: RunFile) -> str:
    """Return the day on which a run was last written; empty where nobody can know."""
    when = changed_at(file.path)
    return date.fromtimestamp(when).isoformat() if when else ""
