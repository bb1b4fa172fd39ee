"""`carrot where`: the folders used, one a line, whether they are there or not."""

from __future__ import annotations

from game.folders import data_folder, lessons_folder, reports_folder, runs_folder, story_folder
from game.words import say

__all__ = ["main"]


def main() -> int:
    """Print the folders."""
    print(say("story: {folder}", folder=story_folder()))
    print(say("your files: {folder}", folder=data_folder()))
    print(say("your runs: {folder}", folder=runs_folder()))
    print(say("your reports: {folder}", folder=reports_folder()))
    print(say("your lessons: {folder}", folder=lessons_folder()))
    return 0
