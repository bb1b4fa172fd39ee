"""`carrot where`: the folders used, one a line, whether they are there or not."""

from __future__ import annotations

from game.folders import data_folder, lessons_folder, runs_folder, story_folder

__all__ = ["main"]


def main() -> int:
    """Print the folders."""
    print(f"story: {story_folder()}")
    print(f"your files: {data_folder()}")
    print(f"your runs: {runs_folder()}")
    print(f"your lessons: {lessons_folder()}")
    return 0
