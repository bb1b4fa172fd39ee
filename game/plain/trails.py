"""The two source trails in plain text: a sentence followed back, and who changed it."""

from __future__ import annotations

from game.core.claims import Trail, TrailStep
from game.core.session import Session
from game.plain.blocks import Block, heading, item, quoted, text
from game.plain.words import Unclear, list_words, near

__all__ = ["trail"]

_LETTERS = "abcdefgh"


def trail(session: Session, rest: str) -> list[Block]:
    """Say the trails; one trail, with a letter for each step; or how a guess turned out."""
    trails = {str(one.id): one for one in session.story.trails}
    if not trails:
        raise Unclear("This story follows no sentence back.")
    name, _, letter = rest.casefold().partition(" ")
    if not name:
        told = [item(f"{id}: {one.title}.") for id, one in trails.items()]
        return [
            text("Sentences, followed back to where they began:"),
            *told,
            text("Type trail and one of these names."),
        ]
    if name not in trails:
        raise Unclear(
            f"There is no trail {name[:40]}.{near(name, trails)} There are: {list_words(trails)}."
        )
    one = trails[name]
    return _guessed(one, letter.strip()) if letter.strip() else _told(one)


def _told(one: Trail) -> list[Block]:
    told = [heading(one.title), text(one.asks)]
    told += [item(f"{a}: {_step(step)}") for a, step in zip(_LETTERS, one.steps, strict=False)]
    return [*told, text(f"Type trail {one.id} and a letter.")]


def _step(step: TrailStep) -> str:
    words = step.quote or step.fragment
    said = f" {quoted(' '.join(words.split()))}" if words else ""
    ours = "" if words else " In our words:"
    return f"{step.when}. {step.who}.{said}{ours} {' '.join(step.told.split())}"


def _guessed(one: Trail, letter: str) -> list[Block]:
    steps = dict(zip(_LETTERS, one.steps, strict=False))
    if letter not in steps:
        raise Unclear(f"Type trail {one.id} and one letter of {', '.join(steps)}.")
    right = next(step for step in one.steps if step.id == one.answer)
    so = (
        "Yes: there."
        if steps[letter].id == one.answer
        else f"Not there: {right.who}, {right.when}."
    )
    return [text(so), text(" ".join(one.why.split()))]
