"""`carrot guide [PAGE] [--out FOLDER]`: the teacher's guide, to read here or to print.

A page is printed in plain text, in a terminal and through a pipe alike. A folder gets pages for
a browser and its printer. Nothing that is there is written over unasked, and nothing half-written
is left.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from game.cli.story import Unusable, known, load_story, problem_line, unwritable
from game.core.story.guide import Guide
from game.core.story.model import Story
from game.core.writing import write_whole
from game.folders import typed
from game.pack import PackError
from game.pack.guide import guide_of
from game.plain.blocks import Block, text
from game.plain.guide import NO_GUIDE, contents, named
from game.plain.voice import Voice
from game.words import many, mark, say

__all__ = ["main"]

HINT = mark(
    "Read one: carrot guide start. A scene's card: carrot guide red-man. "
    "To print them all: carrot guide --out FOLDER."
)


def main(args: Namespace) -> int:
    """Print the guide, or write it; return the exit code."""
    story = load_story(args.story)
    guide = _guide(story)
    if args.out is not None:
        pages = _pages(story, guide, args.page)
        print(_put(pages, Path(os.path.abspath(Path(args.out).expanduser())), args.force))
        return 0
    _say(_blocks(story, guide, args.page))
    return 0


def _guide(story: Story) -> Guide:
    try:
        guide = guide_of(story)
    except PackError as error:
        folder = Path(story.folder)
        lines = [problem_line(folder, problem) for problem in error.problems]
        raise Unusable("\n".join([say("The guide can't be read:"), *lines])) from error
    except OSError as error:
        raise Unusable(say("The guide can't be read: {why}.", why=error.strerror)) from error
    if guide is None:
        raise Unusable(say(NO_GUIDE))
    return guide


def _blocks(story: Story, guide: Guide, name: str | None) -> list[Block]:
    if not name:
        return [*contents(guide), text(typed(say(HINT)))]
    return named(story, guide, known("page", name.casefold(), [*guide.pages, *guide.cards]))


def _say(blocks: list[Block]) -> None:
    Voice(None, sys.stdout, echo=False).tell(blocks)


def _pages(story: Story, guide: Guide, name: str | None) -> dict[str, str]:
    """Return what is to be written: every page and their contents, or one page; by file name."""
    from game.handout.print import handouts

    if name:
        known("page", name.casefold(), guide.pages)
    return handouts(story, guide, name.casefold() if name else None)


def _put(pages: dict[str, str], folder: Path, force: bool) -> str:
    """Write them beside their places, then move them there; return what to do next."""
    if not folder.parent.is_dir():
        raise Unusable(say("There is no folder {folder} to put it in.", folder=folder.parent))
    if folder.exists() and not folder.is_dir():
        raise Unusable(say("{folder} is a file; name a folder.", folder=folder))
    there = [name for name in pages if (folder / name).exists()]
    if there and not force:
        raise Unusable(
            say(
                "{folder} has {names} already; nothing was written. "
                "To write over them, add --force.",
                folder=folder, names=", ".join(there),
            )
        )  # fmt: skip
    made = not folder.exists()
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".guide-") as half:
            for name, words in pages.items():
                write_whole(Path(half) / name, words.encode())
            for name in pages:
                os.replace(Path(half) / name, folder / name)
    except OSError as error:
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise Unusable(unwritable(folder, error)) from error
    return many(
        "Written: {n} page. Open {first} in a browser, and print from there.",
        "Written: {n} pages. Open {first} in a browser, and print from there.",
        len(pages),
        first=folder / ("index.html" if "index.html" in pages else next(iter(pages))),
    )
