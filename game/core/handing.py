"""A run as a file to hand on: written to a path of the player's, read from one and checked.

Refuses to write over anything unless it is told to, and to take in what isn't a run of this
story: it is read as strictly as any save, and gets a file of its own among the others.
"""

from __future__ import annotations

from pathlib import Path

from game.core.model import Story
from game.core.save import SUFFIX, RunFile, Runs, SaveError
from game.core.saved import Run, encode
from game.core.writing import write_whole

__all__ = ["Exists", "export_run", "import_run", "meant_path"]


class Exists(SaveError):
    """There is such a file already; it is only written over when that is asked for."""


def meant_path(typed: str) -> Path:
    """Return the path that was typed: `~` is home; quotation marks around it are dropped."""
    typed = typed.strip()
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "\"'":
        typed = typed[1:-1]
    if not typed or not typed.isprintable():
        raise SaveError("Type the path of a file.")
    try:
        return Path(typed).expanduser()
    except RuntimeError as error:
        raise SaveError(f"There is no such home folder: {typed}.") from error


def export_run(run: Run, path: Path, over: bool = False) -> Path:
    """Write a run to a file and return its path; in a folder the file gets a name.

    Raises Exists where something is there already and `over` isn't set, else SaveError with a
    sentence; what was there before is then whole.
    """
    try:
        if path.is_dir():
            path = path / f"{run.story}-{run.keeper}-{run.cut}{SUFFIX}"
        if path.exists() and not path.is_file():
            raise SaveError(f"{path} is no file that could be written.")
        if path.exists() and not over:
            raise Exists(f"{path} is there already.")
        write_whole(path, encode(run), over)
    except FileExistsError as error:
        raise Exists(f"{path} is there already.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SaveError(f"Cannot write {path}: {why}.") from error
    return path


def import_run(story: Story, runs: Runs, path: Path) -> RunFile:
    """Take a run in from a file: checked, and written to a file of its own. Raises SaveError."""
    run = runs.load(path).run
    if run.story != story.head.id:
        raise SaveError(f"{path} is a run of another story, `{run.story}`.")
    if run.keeper not in story.rulebooks:
        raise SaveError(f"{path} needs the keeper `{run.keeper}`, which is not here.")
    if run.cut not in story.head.cuts:
        raise SaveError(f"{path} needs the cut `{run.cut}`, which is not here.")
    return runs.create(run)
