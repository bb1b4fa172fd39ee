"""The two source trails in plain text: a sentence followed back, and who changed it."""

from __future__ import annotations

from game.core.playing.session import Session
from game.core.story.claims import Trail, TrailStep
from game.core.story.model import Story
from game.plain.blocks import Block, heading, item, passage, quoted, text
from game.plain.words import Unclear, list_words, near
from game.words import mark, say

__all__ = ["leads", "trail"]

_LETTERS = "abcdefgh"


def trail(session: Session, rest: str) -> list[Block]:
    """Say the trails; one trail, with a letter for each step; or how a guess turned out."""
    trails = {str(one.id): one for one in session.story.trails}
    if not trails:
        raise Unclear(say("This story follows no sentence back."))
    name, _, letter = rest.casefold().partition(" ")
    if not name:
        told = [item(f"{id}: {one.title}.") for id, one in trails.items()]
        return [
            text(say("Sentences, followed back to where they began:")),
            *told,
            text(say("Type trail and one of these names.")),
        ]
    of_claim = (id for id, one in trails.items() if one.claim.casefold() == name)
    name = next(of_claim, name)
    if name not in trails:
        none = say("There is no trail {word}.", word=name[:40])
        there = say("There are: {names}.", names=list_words(trails))
        raise Unclear(passage(none, near(name, trails), there))
    one = trails[name]
    return _guessed(one, letter.strip()) if letter.strip() else _told(one)


def leads(story: Story, claim: str) -> list[Block]:
    """Say on a sentence's card that it can be followed back, where it can."""
    found = (one.id for one in story.trails if one.claim == claim)
    words = mark("Followed back to where it began: type trail {name}.")
    return [text(say(words, name=name)) for name in found]


def _told(one: Trail) -> list[Block]:
    told = [heading(one.title), text(one.asks)]
    told += [item(f"{a}: {_step(step)}") for a, step in zip(_LETTERS, one.steps, strict=False)]
    return [*told, text(say("Type trail {name} and a letter.", name=one.id))]


def _step(step: TrailStep) -> str:
    words = step.quote or step.fragment
    who, told = f"{step.when}. {step.who}.", " ".join(step.told.split())
    if not words:
        return passage(who, say("In our words: {words}", words=told))
    return passage(who, quoted(" ".join(words.split())), told)


def _guessed(one: Trail, letter: str) -> list[Block]:
    steps = dict(zip(_LETTERS, one.steps, strict=False))
    if letter not in steps:
        known = ", ".join(steps)
        how = say("Type trail {name} and one letter of {letters}.", name=one.id, letters=known)
        raise Unclear(how)
    right = next(step for step in one.steps if step.id == one.answer)
    so = say("Yes: there.")
    if steps[letter].id != one.answer:
        so = say("Not there: {who}, {when}.", who=right.who, when=right.when)
    return [text(so), text(" ".join(one.why.split()))]
