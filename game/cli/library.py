"""`carrot library [WORD]`: claims, terms and sources. In a terminal with Rich, else plain lines.

Through a pipe a claim is one line, however long, so that grep and cut have something to hold.
"""

from __future__ import annotations

import sys

from game.cli.story import Unusable, load_story
from game.cli.streams import complain, is_terminal
from game.core.debrief.gallery import known_from
from game.core.library.asking import Unfit, asked
from game.core.library.catalogue import Found, find, suggested
from game.core.saves.runs import Runs
from game.core.story.model import Story
from game.folders import runs_folder
from game.plain.blocks import Block
from game.plain.library import library
from game.plain.voice import clean
from game.words import say

__all__ = ["main"]


def main(word: str, folder: str | None) -> int:
    """Print what the library has; exit 1 where it has nothing."""
    story = load_story(folder)
    try:
        typed = asked(story, word)
    except Unfit as error:
        raise Unusable(str(error)) from error
    met = known_from(story, Runs(runs_folder())).met if typed.only.met is not None else frozenset()
    found = find(story, typed.word, typed.only, met)
    if not found.count:
        complain(_nothing(story, word))
        return 1
    if is_terminal(sys.stdout):
        _in_terminal(story, found)
    else:
        _in_lines(library(story, found))
    return 0


def _nothing(story: Story, word: str) -> str:
    close = suggested(story, word)
    hint = [say("Did you mean `{close}`?", close=close)] if close else []
    return " ".join([say("The library has nothing on `{word}`.", word=clean(word)), *hint])


def _in_lines(blocks: list[Block]) -> None:
    for n, block in enumerate(blocks):
        if block.kind == "heading":
            print(f"{'' if n == 0 else chr(10)}{clean(block.text)}")
        else:
            print(clean(block.text))


def _in_terminal(story: Story, found: Found) -> None:
    from game.cli.shown import show_library

    show_library(story, found)
