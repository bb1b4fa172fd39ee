"""Where the player stands, in words: doors, lists, and what this game is.

Open and closed are words here, never a colour; a door that the keeper doesn't mention says so.
"""

from __future__ import annotations

from game.core.showing.parts import DoorView, Margin
from game.core.story.model import Story
from game.core.story.rules import Rulebook
from game.plain.blocks import Block, heading, item, passage, text
from game.plain.pages import closed
from game.words import capital, joined, mark, say, sentence

__all__ = ["about", "doors", "lists"]

_FOR_NOBODY = mark("Closed for everybody; this keeper gives nothing of the kind: {doors}.")


def doors(margin: Margin) -> list[Block]:
    """Say which doors are open and which are closed, and why."""
    if not margin.doors:
        return [text(say("No door opens or closes in this story."))]
    told = [heading(say("Doors"))]
    spoken = [door for door in margin.doors if not door.silent]
    reasons = dict.fromkeys(door.closed for door in spoken if not door.open)
    for why in reasons:
        shut = [door for door in spoken if not door.open and door.closed == why]
        because = closed(why) if why else say("closed.")
        told.append(item(f"{capital(_names(shut))}: {because}"))
    told += _open([door for door in spoken if door.open])
    silent = [door for door in margin.doors if door.silent]
    if names := _names([door for door in silent if door.open], none=""):
        told.append(item(say("Normally open; this keeper is silent: {doors}.", doors=names)))
    if names := _names([door for door in silent if not door.open], none=""):
        told.append(item(say(_FOR_NOBODY, doors=names)))
    return told


def _open(views: list[DoorView]) -> list[Block]:
    """Say what is open; what a number closes, with its line."""
    lines = dict.fromkeys(door.line for door in views if door.line)
    told = [
        item(say("Open, and closed {line}: {doors}.", line=line, doors=_names(under)))
        for line in lines
        if (under := [door for door in views if door.line == line])
    ]
    return [*told, item(say("Open: {doors}.", doors=_names([d for d in views if not d.line])))]


def _names(views: list[DoorView], none: str | None = None) -> str:
    return joined(view.name for view in views) or (say("none") if none is None else none)


def lists(margin: Margin) -> list[Block]:
    """Say the number and its scale, and each list with its reason and its way out."""
    told = [heading(margin.name)]
    if margin.waits:
        told.append(text(margin.waits))
    if margin.number is None:
        told.append(text(say("It keeps no number.")))
    elif margin.counter:
        points = say("Your points: {n}. They never fall and close nothing.", n=margin.number)
        told.append(text(points))
    else:
        told.append(text(_number(margin)))
    if not margin.lists:
        told.append(text(say("You are on no list.")))
    for view in margin.lists:
        on = say("You are {held}, {until}.", held=view.held, until=view.until)
        told.append(text(passage(on, sentence(view.reason))))
        told.append(text(say("The way out: {way}", way=view.way_out)))
    return told


def _number(margin: Margin) -> str:
    if margin.low is None or margin.high is None:
        return say("Your number is {n}.", n=margin.number)
    words = {
        "low": mark("Your number is {n}, on a scale from {low} to {high}; that is low."),
        "high": mark("Your number is {n}, on a scale from {low} to {high}; that is high."),
    }.get(margin.standing, mark("Your number is {n}, on a scale from {low} to {high}."))
    return say(words, n=margin.number, low=margin.low, high=margin.high)


def about(story: Story, book: Rulebook) -> list[Block]:
    """Say what this is, which rulebook is in front, and who wrote the page."""
    subtitle = f": {story.head.subtitle}" if story.head.subtitle else ""
    name = passage(sentence(book.name), book.about)
    told = [heading(f"{story.head.title}{subtitle}"), text(name)]
    if story.about:
        told.append(heading(story.about.title))
        told += map(text, story.about.lines)
        for lines in (story.about.living_people, story.about.content, story.about.honesty):
            told += map(text, lines)
    return told
