"""`carrot fingerprint ARTICLE [DIR]`: hash the quotes of a story, so that anybody can check them.

Writes one file, whole or not at all; never the text itself, and never into the story that came
with the game unless that is named.
"""

from __future__ import annotations

import shlex
from pathlib import Path

from game.check.fingerprint import FILE, instead, make, normalise
from game.cli.story import Unusable, load_story, problem_line, put, read_text
from game.core.story.model import Story
from game.core.story.text import place_of
from game.folders import program
from game.pack import PackError, Problem
from game.words import many, mark, say

__all__ = ["main"]


def main(article: str, folder: str | None) -> int:
    """Write the fingerprint; exit 1 where a quote does not stand in the article."""
    if Path(article).expanduser().is_dir():
        words = mark("{folder} is a folder. The text comes first: {run}")
        run = f"{program()} fingerprint {shlex.join([folder or 'ARTICLE', article])}"
        raise Unusable(say(words, folder=article, run=run))
    text = read_text(article)
    path = Path(folder).expanduser() if folder else _beside(Path(article).expanduser())
    story = _load(path)
    count = sum(1 for claim in story.claims.values() if claim.quote is not None)
    if not count:
        print(say("This story has no `quote`, only fragments: it needs no fingerprint."))
        return 0
    strays = _strays(story, text)
    if strays:
        for problem in strays:
            print(problem_line(path, problem))
        print(say("Not written: a fingerprint is made when every quote stands in the text."))
        return 1
    put(path / FILE, make(story, text))
    told = many(
        "{n} quote is fingerprinted in {path}.",
        "{n} quotes are fingerprinted in {path}.",
        count,
        path=path / FILE,
    )
    print(told)
    return 0


def _beside(article: Path) -> Path:
    """The story that the article lies in; of any other nobody can say that it was meant."""
    if (article.parent / "story.yaml").is_file():
        return article.parent
    raise Unusable(
        say(
            "Which story quotes {article}? Name its folder, too: {run}.",
            article=article,
            run=f"{program()} fingerprint {shlex.quote(str(article))} DIR",
        )
    )


def _load(path: Path) -> Story:
    try:
        return load_story(str(path))
    except Unusable as error:
        if isinstance(error.__cause__, PackError):
            raise Unusable(f"{error}\n{say('Not written: first mend these.')}") from error
        raise


def _strays(story: Story, article: str) -> list[Problem]:
    """Every quote that is not the article's, with what the article has instead."""
    found, text = [], normalise(article)
    for claim in story.claims.values():
        if claim.quote is not None and (words := normalise(claim.quote)) not in text:
            file, line, column = place_of(claim.quote)
            message = say(
                "the quote of `{claim}` does not stand in the text, letter for letter.",
                claim=claim.id,
            )
            hint = instead(text, words)
            found.append(Problem(file, line, column, "not-in-source", "error", message, hint))
    return found
