"""A story for a command: loaded, or every reason why it can't be, in sentences.

Raises Unusable, which the entry point turns into exit code 2; never a traceback.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from game.core.nearest import nearest
from game.folders import story_folder
from game.words import mark, say, speak

if TYPE_CHECKING:
    from game.core.story.model import Story
    from game.pack import Problem

__all__ = [
    "Unusable",
    "known",
    "load_story",
    "meant",
    "problem_line",
    "put",
    "read_text",
    "unwritable",
]


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
        head = say("The story in {path} can't be played:", path=path)
        raise Unusable("\n".join([head, *lines])) from error
    except OSError as error:
        why = error.strerror
        raise Unusable(
            say("The story in {path} can't be read: {why}.", path=path, why=why)
        ) from error
    speak(story.head.language)
    return story


def read_text(name: str) -> str:
    """Read a text file in UTF-8; raises Unusable with a sentence."""
    path = Path(name).expanduser()
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        told = say(
            "{path} is not UTF-8 (byte {n}). Save it again and choose UTF-8 as the encoding.",
            path=path, n=error.start,
        )  # fmt: skip
        raise Unusable(told) from error
    except OSError as error:
        raise Unusable(
            say("{path} can't be read: {why}.", path=path, why=error.strerror)
        ) from error


def put(path: Path, text: str) -> None:
    """Write a file whole or not at all; raises Unusable with a sentence."""
    from game.core.writing import write_whole

    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        raise Unusable(unwritable(path, error)) from error


def unwritable(path: Path, error: OSError) -> str:
    """Say that a file or folder can't be written, and why."""
    return say("{path} can't be written: {why}.", path=path, why=error.strerror or error)


def problem_line(folder: Path, problem: Problem) -> str:
    """Print a problem in a line; its file named so that a terminal can open it."""
    from game.pack.problems import printable

    path = folder / problem.file
    there = problem.file != str(folder) and path.exists()
    name = printable(str(path)) if there else problem.file
    where = f"{name}:{problem.line}:{problem.column}" if problem.line else name
    hint = f" {problem.hint}" if problem.hint else ""
    return f"{where}: {say(_SEVERITY[problem.severity])}: {problem.message}{hint}"


_SEVERITY = {"error": mark("error"), "warning": mark("warning"), "advice": mark("advice")}

_UNKNOWN = {
    "keeper": mark("There is no keeper `{word}`."),
    "cut": mark("There is no cut `{word}`."),
    "page": mark("There is no page `{word}`."),
}


def known(what: str, word: str, words: Iterable[str]) -> str:
    """Return a word that is known; raises Unusable with the nearest right one."""
    names = list(words)
    if word in names:
        return word
    there = say("There are: {names}.", names=", ".join(names))
    raise Unusable(" ".join([say(_UNKNOWN[what], word=word), *meant(word, names), there]))


def meant(word: str, names: Iterable[str]) -> list[str]:
    """Ask whether the nearest right word was meant; nothing where none is near."""
    close = nearest(word, list(names))
    return [say("Did you mean `{close}`?", close=close)] if close else []
