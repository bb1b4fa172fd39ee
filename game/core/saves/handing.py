"""A run as a file to hand on: written to a path of the player's, read from one and checked.

Refuses to write over anything unless it is told to, and to take in what isn't a run of this
story: it is read as strictly as any save, and gets a file of its own among the others.
"""

from __future__ import annotations

from pathlib import Path

from game.core.run.saved import Run, encode, needs_cut, needs_keeper
from game.core.saves.runs import SUFFIX, RunFile, Runs, SaveError
from game.core.story.model import Story
from game.core.writing import write_whole
from game.words import say

__all__ = ["Exists", "export_run", "import_run", "meant_path"]


class Exists(SaveError):
    """There is such a file already; it is only written over when that is asked for."""


def meant_path(typed: str) -> Path:
    """Return the path that was typed: `~` is home; quotation marks around it are dropped."""
    typed = typed.strip()
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "\"'":
        typed = typed[1:-1]
    if not typed or not typed.isprintable():
        raise SaveError(say("Type the path of a file."))
    try:
        return Path(typed).expanduser()
    except RuntimeError as error:
        raise SaveError(say("There is no such home folder: {path}.", path=typed)) from error


def export_run(run: Run, path: Path, over: bool = False) -> Path:
    """Write a run to a file and return its path; in a folder the file gets a name.

    Raises Exists where something is there already and `over` isn't set, else SaveError with a
    sentence; what was there before is then whole.
    """
    try:
        if path.is_dir():
            path = path / f"{run.story}-{run.keeper}-{run.cut}{SUFFIX}"
        if path.exists() and not path.is_file():
            raise SaveError(say("{path} is no file that could be written.", path=path))
        if path.exists() and not over:
            raise Exists(say("{path} is there already.", path=path))
        write_whole(path, encode(run), over)
    except FileExistsError as error:
        raise Exists(say("{path} is there already.", path=path)) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SaveError(say("Cannot write {path}: {why}.", path=path, why=why)) from error
    return path


def import_run(story: Story, runs: Runs, path: Path) -> RunFile:
    """Take a run in from a file: checked, and written to a file of its own. Raises SaveError."""
    run = runs.load(path).run
    if run.story != story.head.id:
        raise SaveError(
            say("{path} is a run of another story, `{story}`.", path=path, story=run.story)
        )
    if run.keeper not in story.rulebooks:
        raise needs_keeper(path, run)
    if run.cut not in story.head.cuts:
        raise needs_cut(path, run)
    return runs.create(run)
