"""Sentences with figures in them: how many, how long, how it went. Facts, never praise."""

from __future__ import annotations

from collections.abc import Sequence

from game.words import many, say, series

__all__ = ["ago", "guessed", "last_year", "length", "met", "opened", "shelves", "turning"]


def guessed(hits: int, of: int) -> str:
    """How the guesses went: a fact, never praise."""
    if not hits:
        return many(
            "you guessed once what would happen; none came true.",
            "you guessed {n} times what would happen; none came true.",
            of,
        )
    return many(
        "you guessed once what would happen; {hits} came true.",
        "you guessed {n} times what would happen; {hits} came true.",
        of,
        hits=hits,
    )


def length(scenes: int, minutes: float) -> str:
    """How much there is to play, and how long it takes to read."""
    return many(
        "{n} scene, about {minutes} minutes",
        "{n} scenes, about {minutes} minutes",
        scenes,
        minutes=round(minutes),
    )


def met(verdicts: Sequence[tuple[str, int]], marked: int, behind: int) -> str:
    """The sentences of this run, what is on record of them, and how many stood behind."""
    count = sum(number for _, number in verdicts)
    told = [say("{n} {verdict}", n=number, verdict=say(verdict)) for verdict, number in verdicts]
    record = series(told)
    if marked:
        met = many(
            "you met {n} sentence and marked {marked}. On record: {verdicts}.",
            "you met {n} sentences and marked {marked}. On record: {verdicts}.",
            count,
            marked=marked,
            verdicts=record,
        )
    else:
        met = many(
            "you met {n} sentence and marked none. On record: {verdicts}.",
            "you met {n} sentences and marked none. On record: {verdicts}.",
            count,
            verdicts=record,
        )
    more = many(
        "{n} more sentence stood behind them: the library has them.",
        "{n} more sentences stood behind them: the library has them.",
        behind,
    )
    return f"{met} {more}" if behind else met


def turning(count: int) -> str:
    """The head over the turns that changed most; a short story may have fewer than three."""
    return (
        say("Three turns that changed most, in their order")
        if count == 3
        else say("The turns that changed most, in their order")
    )


def shelves(claims: int, trails: int, terms: int) -> str:
    """What stands in the library."""
    told = [many("{n} sentence and its answer", "{n} sentences and their answers", claims)]
    told += [many("{n} trail", "{n} trails", trails)] if trails else []
    told += [many("{n} term", "{n} terms", terms)] if terms else []
    return series(told)


def opened(scene: str, made: int, of: int, when: str) -> str:
    """Where a run opens, and how long ago that was."""
    if scene:
        return say("after {scene}, {n} of {of} · {when}", scene=scene, n=made, of=of, when=when)
    return say("at the beginning · {when}", when=when)


def last_year(keeper: str, number: int | None, when: str) -> str:
    """Whose year it was, where its number ended, how long ago."""
    if number is None:
        return say("{keeper}, no number · {when}", keeper=keeper, when=when)
    return say("{keeper}, {number} · {when}", keeper=keeper, number=number, when=when)


def ago(seconds: float) -> str:
    """Say how long ago something was."""
    days, hours, minutes = (int(seconds // size) for size in (86400, 3600, 60))
    if days:
        return many("{n} day ago", "{n} days ago", days)
    if hours:
        return many("{n} hour ago", "{n} hours ago", hours)
    if minutes:
        return many("{n} minute ago", "{n} minutes ago", minutes)
    return say("just now")
