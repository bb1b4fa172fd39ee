"""`carrot class forget`: deletes every lesson that is kept here, and nothing else. Asks once."""

from __future__ import annotations

import sys

from game.classroom.doorway import open_file
from game.cli.lessons import begun, lessons
from game.cli.story import Unusable
from game.folders import lessons_folder
from game.words import many, say

__all__ = ["main"]

YES = ("y", "yes")
"""What is typed to say yes; in another language its own word counts as well."""


def main() -> int:
    """Delete, when the answer is yes; return the exit code."""
    kept = lessons()
    left = sorted(lessons_folder().glob("*.open")) if lessons_folder().is_dir() else []
    if not kept and not left:
        print(say("No lesson is kept here."))
        return 0
    for path in kept:
        print(f"  {begun(path)}  {path.name}")
    asks = many(
        "Delete this lesson from {folder}? They can't be brought back. Type {yes}:",
        "Delete these {n} lessons from {folder}? They can't be brought back. Type {yes}:",
        len(kept), folder=lessons_folder(), yes=say("yes"),
    )  # fmt: skip
    print(asks, end=" ", flush=True)
    if sys.stdin.readline().strip().casefold() not in (*YES, say("yes").casefold()):
        print(say("Nothing was deleted."))
        return 1
    stuck = []
    for path in (*kept, *left):
        try:
            path.unlink(missing_ok=True)
            open_file(path).unlink(missing_ok=True)
        except OSError as error:
            why = error.strerror or error
            stuck.append(say("{path} can't be deleted: {why}.", path=path, why=why))
    if stuck:
        raise Unusable("\n".join(stuck))
    print(say("Deleted. Reports that you have written elsewhere are yours to delete."))
    return 0
