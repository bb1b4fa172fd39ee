"""`carrot class forget`: deletes every lesson that is kept here, and nothing else. Asks once."""

from __future__ import annotations

import sys

from game.classroom.doorway import open_file
from game.cli.lessons import begun, lessons
from game.cli.story import Unusable
from game.folders import lessons_folder

__all__ = ["main"]

YES = ("y", "yes")


def main() -> int:
    """Delete, when the answer is yes; return the exit code."""
    kept = lessons()
    left = sorted(lessons_folder().glob("*.open")) if lessons_folder().is_dir() else []
    if not kept and not left:
        print("No lesson is kept here.")
        return 0
    for path in kept:
        print(f"  {begun(path)}  {path.name}")
    many = f"these {len(kept)} lessons" if len(kept) != 1 else "this lesson"
    print(f"Delete {many} from {lessons_folder()}? They can't be brought back. Type yes:", end=" ")
    sys.stdout.flush()
    if sys.stdin.readline().strip().casefold() not in YES:
        print("Nothing was deleted.")
        return 1
    stuck = []
    for path in (*kept, *left):
        try:
            path.unlink(missing_ok=True)
            open_file(path).unlink(missing_ok=True)
        except OSError as error:
            stuck.append(f"{path} can't be deleted: {error.strerror or error}.")
    if stuck:
        raise Unusable("\n".join(stuck))
    print("Deleted. Reports that you have written elsewhere are yours to delete.")
    return 0
