"""A sentence followed back, step by step: who changed it? And a term of the field."""

from __future__ import annotations

from game.core.showing.cards import source_views
from game.core.story.claims import GlossaryEntry, Trail, TrailStep
from game.core.story.model import Story
from game.tui import words
from game.tui.ink import (
    MEASURE,
    Lay,
    Lines,
    Room,
    act,
    block,
    bullet,
    ink,
    inner,
    join,
    para,
    shift,
)
from game.tui.sheets.card import sources
from game.words import say

__all__ = ["term", "trail", "turned_out"]


def trail(story: Story, puzzle: Trail, picked: int | None) -> Lay:
    """Set a trail; once a step has been picked, where it changed and why stands below."""
    steps = puzzle.steps
    answer = next(n for n, step in enumerate(steps) if step.id == puzzle.answer)

    def lay(room: Room) -> Lines:
        width = min(room.width, 96)
        lines = [ink(puzzle.title, "bold $stamp"), *para(puzzle.asks, room.measure, "bold $ink")]
        lines += _reason(puzzle, picked, answer, room)
        for n, step in enumerate(steps):
            told = _mark(n, picked, answer) if picked is not None else ""
            set_ = _step(n, step, told, width)
            lines += [act(line, f"pick({n})") for line in set_]
            lines += [ink("")] if room.tall else []
        if picked is None:
            return lines
        keys = tuple(dict.fromkeys(key for step in steps for key in step.sources))
        return [*lines, *sources(source_views(story, keys), width)]

    return lay


def _reason(puzzle: Trail, picked: int | None, answer: int, room: Room) -> Lines:
    """How to answer; and once that has been done, what is so, and why."""
    if picked is None:
        return [*para(say(words.PICK_STEP), room.measure, "italic $muted"), ink("")]
    width = min(room.width, 96)
    said = para(turned_out(picked, answer), inner(width), "bold $ink")
    said += para(puzzle.why, inner(width), "$ink")
    return [*block(said, width, "$green", "$card"), ink("")]


def _mark(n: int, picked: int, answer: int) -> str:
    told = [say(words.YOU)] if n == picked else []
    return "   ".join([*told, say(words.CHANGED_HERE)] if n == answer else told)


def _step(n: int, step: TrailStep, told: str, width: int) -> Lines:
    """Who and when; the words as they were printed; the rest in ours."""
    who = join(ink(step.who, "bold $ink"), ink(f" · {step.when}", "$muted"))
    head = join(who, ink(f"   {told}", "bold $stamp")) if told else who
    lines = bullet(ink(f"{n + 1}  ", "bold $stamp"), head, width)
    quoted = step.quote or step.fragment
    if quoted:
        said = para(f"“{' '.join(quoted.split())}”", width - 7, "italic $ink")
        lines += shift(block(said, width - 3, "$stamp", "$clipping"), 3)
    ours = join(ink(f"{say(words.OUR_WORDS)} ", "italic $muted"), ink(" ".join(step.told.split())))
    return [*lines, *shift(para(ours, min(width, MEASURE) - 3), 3)]


def term(entry: GlossaryEntry) -> Lay:
    """Set a term, as it is written elsewhere, and what it means."""

    def lay(room: Room) -> Lines:
        lines = [ink(entry.term, "bold $stamp")]
        lines += para(entry.also, room.measure, "$muted") if entry.also else []
        return [*lines, ink(""), *para(entry.says, room.measure, "$ink")]

    return lay


def turned_out(at: int, answer: int) -> str:
    """How a guess at the changed step turned out: a fact, never praise."""
    if at == answer:
        return say("That is where it changed.")
    return say("We see it at step {step}.", step=answer + 1)
