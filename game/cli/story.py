"""A story for a command: loaded, or every reason why it can't be, in sentences.

Raises Unusable, which the entry point turns into exit code 2; never a traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from game.core.nearest import nearest
from game.folders import story_folder
from game.words import speak

if TYPE_CHECKING:
    from game.core.model import Story
    from game.pack import Problem

__all__ = ["Unusable", "known", "load_story", "problem_line", "put", "read_text"]


class Unusable(Exception):
    """Input that can't be used; the message is sentences for stderr."""


def load_story(folder: str | None) -> Story:
    """Load a story folder, or the one that came with the game."""
    from game.pack import PackError, load  # late: what only prints a sentence needs no loader

    path = Path(folder).expanduser() if folder else story_folder()
    try:
        story = load(path)
    except PackError as error:
        lines = [problem_line(path, problem) for problem in error.problems]
        raise Unusable("\n".join([f"The story in {path} can't be played:", *lines])) from error
    except OSError as error:
        raise Unusable(f"The story in {path} can't be read: {error.strerror}.") from error
    speak(story.head.language)
    return story


def read_text(name: str) -> str:
    """Read a text file in UTF-8; raises Unusable with a sentence."""
    path = Path(name).expanduser()
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        told = f"{path} is not UTF-8 (byte {error.start})."
        raise Unusable(f"{told} Save it again and choose UTF-8 as the encoding.") from error
    except OSError as error:
        raise Unusable(f"{path} can't be read: {error.strerror}.") from error


def put(path: Path, text: str) -> None:
    """Write a file whole or not at all; raises Unusable with a sentence."""
    from game.core.writing import write_whole

    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        raise Unusable(f"{path} can't be written: {error.strerror}.") from error


def problem_line(folder: Path, problem: Problem) -> str:
    """Print a problem in a line; its file named so that a terminal can open it."""
    from game.pack.problems import printable

    path = folder / problem.file
    there = problem.file != str(folder) and path.exists()
    name = printable(str(path)) if there else problem.file
    where = f"{name}:{problem.line}:{problem.column}" if problem.line else name
    hint = f" {problem.hint}" if problem.hint else ""
    return f"{where}: {problem.severity}: {problem.message}{hint}"


def known(what: str, word: str, words: Iterable[str]) -> str:
    """Return a word that is known; raises Unusable with the nearest right one."""
    names = list(words)
    if word in names:
        return word
    close = nearest(word, names)
    hint = f" Did you mean `{close}`?" if close else ""
    raise Unusable(f"There is no {what} `{word}`.{hint} There are: {', '.join(names)}.")
