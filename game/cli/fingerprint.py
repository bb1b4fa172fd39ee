"""`carrot fingerprint ARTICLE [DIR]`: hash the quotes of a story, so that anybody can check them.

Writes one file, whole or not at all; never the text itself.
"""

from __future__ import annotations

from pathlib import Path

from game.check.fingerprint import FILE, make, normalise
from game.check.passage import passage
from game.cli.story import load_story, problem_line, put, read_text
from game.core.model import Story
from game.core.text import place_of
from game.folders import story_folder
from game.pack import Problem

__all__ = ["main"]


def main(article: str, folder: str | None) -> int:
    """Write the fingerprint; exit 1 where a quote does not stand in the article."""
    path = Path(folder).expanduser() if folder else story_folder()
    text, story = read_text(article), load_story(str(path))
    count = sum(1 for claim in story.claims.values() if claim.quote is not None)
    if not count:
        print("This story has no `quote`, only fragments: it needs no fingerprint.")
        return 0
    strays = _strays(story, text)
    if strays:
        for problem in strays:
            print(problem_line(path, problem))
        print("Not written: a fingerprint is made when every quote stands in the text.")
        return 1
    put(path / FILE, make(story, text))
    quotes = "1 quote is" if count == 1 else f"{count} quotes are"
    print(f"{quotes} fingerprinted in {path / FILE}.")
    return 0


def _strays(story: Story, article: str) -> list[Problem]:
    """Every quote that is not the article's, with what the article has instead."""
    found = []
    for claim in story.claims.values():
        if claim.quote is not None and normalise(claim.quote) not in normalise(article):
            near = passage(normalise(article), normalise(claim.quote))
            file, line, column = place_of(claim.quote)
            message = f"the quote of `{claim.id}` does not stand in the text, letter for letter."
            hint = f"The text has: {near}" if near else ""
            found.append(Problem(file, line, column, "not-in-source", "error", message, hint))
    return found
