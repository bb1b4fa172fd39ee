"""A year in words: the sentences that sum it up, and the few words that stand at each turn.

The figures are `years`'; whatever two faces say of a turn or of a year is said here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.core.showing import telling
from game.core.showing.holding import list_words, times
from game.core.story.rules import Listing, Rulebook
from game.words import apart, joined, many, mark, say

if TYPE_CHECKING:
    from game.core.debrief.years import Point, YearLine

__all__ = ["away", "beyond", "doors_words", "moved_words", "summary", "times", "wrote"]

NAMED = 3
"""Scenes that a summary names; of more it says how many."""


def summary(
    book: Rulebook,
    points: Sequence[Point],
    on: Sequence[Listing],
    shut: Sequence[str],
    from_start: Sequence[str],
) -> str:
    """Sum a year up: its number, its lists (`on`: those of the end), its doors, and what else."""
    listed = [name for point in points for name in point.listed]
    cleared = sum(len(point.cleared) for point in points)
    told = [*_number_words(book, points), *list_words(book, listed, cleared, on)]
    later = [name for name in shut if name not in from_start]
    closed = [joined(later)] if later else []
    closed += [say("{doors}, from the start", doors=joined(from_start))] if from_start else []
    told += [say("Closed at the end: {doors}.", doors="; ".join(closed))] if closed else []
    told += _beyond_words(points)
    barred = sum(point.barred for point in points)
    if barred:
        told.append(
            many(
                "It would have barred a choice that you made; after it the path is a guess.",
                "It would have barred {n} of your choices; after the first the path is a guess.",
                barred,
            )
        )
    return " ".join(told)


def _number_words(book: Rulebook, points: Sequence[Point]) -> list[str]:
    if book.number is None:
        return []
    start, moved = book.number.start, sum(1 for point in points if point.change)
    if book.number.counter:
        never = mark("From {start} to {end} points; they never rose.")
        words = mark("From {start} to {end} points; they rose {times}.")
    else:
        never = mark("From {start} to {end}; the number never moved.")
        words = mark("From {start} to {end}; the number moved {times}.")
    end = points[-1].number if points else start
    told = [say(words if moved else never, start=start, end=end, times=times(moved))]
    return [*told, *_reading_words(points)]


def _reading_words(points: Sequence[Point]) -> list[str]:
    """Say how much of it rests on readings of ours: a text is not to blame for those."""
    ours, moved = sum(p.ours for p in points), sum(p.points for p in points)
    if not ours:
        return []
    if ours == moved:
        return [say("All of that rests on readings of ours.")]
    told = mark("Of the {points} points that it moved, {ours} rest on readings of ours.")
    return [say(told, points=moved, ours=ours)]


def _beyond_words(points: Sequence[Point]) -> list[str]:
    """What the year held that another system answers for, that fell on others, or in one place."""
    told = []
    away = [point for point in points if point.elsewhere]
    if away:
        what = apart(_answered(away))
        told.append(say("Answered elsewhere: {what}.", what=what))
    others = [point for point in points if point.others]
    if others:
        told.append(say("Fell on others: {scenes}.", scenes=_named(others)))
    local = [point for point in points if point.local]
    if local:
        told.append(say("In some places only: {scenes}.", scenes=_named(local)))
    return told


def _answered(points: Sequence[Point]) -> list[str]:
    """Name scenes with whoever answers for them: what came of one never stands by another."""
    by: dict[str, list[Point]] = {}
    for point in points:
        by.setdefault(telling.systems(point.elsewhere), []).append(point)
    return [
        say("{scenes}: {systems}", scenes=_named(some), systems=systems)
        if systems
        else _named(some)
        for systems, some in by.items()
    ]


def _named(points: Sequence[Point]) -> str:
    """How many turns, and the first of their scenes: `twice (Rain and The third)`."""
    scenes = [point.scene for point in points[:NAMED]]
    more = len(points) - len(scenes)
    scenes += [many("{n} more", "{n} more", more)] if more else []
    return say("{times} ({scenes})", times=times(len(points)), scenes=joined(scenes))


def wrote(sentence: str, words: str) -> str:
    """Say what the player wrote of a sentence in their own words."""
    return say("Of “{sentence}” you wrote: “{words}”", sentence=sentence, words=words)


def doors_words(year: YearLine) -> str:
    """Say how many doors are closed at the end: the same count wherever a page has one."""
    closed, always = len(year.shut), len(year.from_start)
    if not closed and not any(point.closed for point in year.points):
        return say("none was closed to you; what opens the others")
    if not closed:
        return say("all open again; what had closed them")
    if not always:
        return many(
            "{n} closed at the end; what closed them",
            "{n} closed at the end; what closed them",
            closed,
        )
    if year.from_start == year.shut:
        return many(
            "{n} closed at the end, from the start; what closed them",
            "{n} closed at the end, from the start; what closed them",
            closed,
        )
    return many(
        "{n} closed at the end, {some} of them from the start; what closed them",
        "{n} closed at the end, {some} of them from the start; what closed them",
        closed,
        some=always,
    )


def away(point: Point) -> tuple[str, ...]:
    """Say who else answers for a turn: another system, a single place, a firm or an office."""
    told = []
    if point.elsewhere:
        systems = telling.systems(point.elsewhere)
        told.append(say("elsewhere: {system}", system=systems) if systems else say("elsewhere"))
    if point.local:
        places = joined(filter(None, point.local))
        told.append(say("local only: {places}", places=places) if places else say("local only"))
    return (*told, *point.others)


def beyond(point: Point) -> tuple[str, ...]:
    """Say what a turn meant without moving anything here: never to be read as nothing."""
    told = away(point)
    if not point.elsewhere or point.moved:
        return told
    still = mark("no list; {elsewhere}") if point.number is None else mark("no number; {elsewhere}")
    return (say(still, elsewhere=told[0]), *told[1:])


def moved_words(point: Point) -> str:
    """Say what a turn moved: `down 10, to 590; closed: the gate`; empty where it meant nothing."""
    told = []
    if point.change and point.number is not None:
        told.append(telling.to_number(telling.change_word(point.change), point.number))
    told += [*point.put, *point.freed]
    if point.closed:
        told.append(say("closed: {doors}", doors=joined(point.closed)))
    if point.opened:
        told.append(say("opened: {doors}", doors=joined(point.opened)))
    told += beyond(point)
    return "; ".join(told)
