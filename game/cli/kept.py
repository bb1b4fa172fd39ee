"""Which run a command means: a file, a bare name or number, or the newest.

Looks, and moves nothing: a file that can't be read is told of, and left where it is.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from game.cli.story import Unusable, meant
from game.core.model import Story
from game.core.save import RunFile, Runs, SaveError, changed_at
from game.folders import command
from game.words import many, mark, say

__all__ = ["day_of", "find_run"]


def find_run(wanted: str | None, runs: Runs, story: Story) -> RunFile:
    """Return the run that is meant; raises Unusable with a sentence."""
    path = _path(wanted, runs) if wanted else None
    try:
        file = runs.load(path) if path else _numbered(int(wanted or 1), runs, story)
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


def _numbered(number: int, runs: Runs, story: Story) -> RunFile:
    """The run of this story with that number, the newest being 1."""
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


def day_of(file: RunFile) -> str:
    """Return the day on which a run was last written; empty where nobody can know."""
    when = changed_at(file.path)
    return date.fromtimestamp(when).isoformat() if when else ""
