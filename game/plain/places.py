"""Where the player stands, in words: doors, lists, and what this game is.

Open and closed are words here, never a colour; a door that the keeper doesn't mention says so.
"""

from __future__ import annotations

from game.core.model import Story
from game.core.parts import DoorView, Margin
from game.core.rules import Rulebook
from game.plain.blocks import Block, capital, heading, item, sentence, text
from game.plain.pages import closed
from game.words import joined

__all__ = ["about", "doors", "lists"]


def doors(margin: Margin) -> list[Block]:
    """Say which doors are open and which are closed, and why."""
    if not margin.doors:
        return [text("No door opens or closes in this story.")]
    told = [heading("Doors")]
    spoken = [door for door in margin.doors if not door.silent]
    reasons = dict.fromkeys(door.closed for door in spoken if not door.open)
    for why in reasons:
        shut = [door for door in spoken if not door.open and door.closed == why]
        told.append(item(f"{capital(_names(shut))}: {closed(why) if why else 'closed.'}"))
    told += [item(f"Open: {_names([d for d in spoken if d.open])}.")]
    for word, is_open in (("open", True), ("closed", False)):
        rest = [door for door in margin.doors if door.silent and door.open == is_open]
        if rest:
            told.append(item(f"Normally {word}; this keeper is silent: {_names(rest)}."))
    return told


def _names(views: list[DoorView]) -> str:
    return joined(view.name for view in views) or "none"


def lists(margin: Margin) -> list[Block]:
    """Say the number and its scale, and each list with its reason and its way out."""
    told = [heading(margin.name)]
    if margin.waits:
        told.append(text(margin.waits))
    if margin.number is None:
        told.append(text("It keeps no number."))
    elif margin.counter:
        told.append(text(f"Your points: {margin.number}. They never fall and close nothing."))
    else:
        told.append(text(f"Your number is {margin.number}{_scale(margin)}."))
    if not margin.lists:
        told.append(text("You are on no list."))
    for view in margin.lists:
        told.append(text(f"You are on {view.name}, {view.until}. {sentence(view.reason)}"))
        told.append(text(f"The way out: {view.way_out}"))
    return told


def _scale(margin: Margin) -> str:
    if margin.low is None or margin.high is None:
        return ""
    place = {"low": "that is low", "high": "that is high"}.get(margin.standing, "in the middle")
    return f", on a scale from {margin.low} to {margin.high}; {place}"


def about(story: Story, book: Rulebook) -> list[Block]:
    """Say what this is, which rulebook is in front, and who wrote the page."""
    subtitle = f": {story.head.subtitle}" if story.head.subtitle else ""
    told = [heading(f"{story.head.title}{subtitle}"), text(f"{sentence(book.name)} {book.about}")]
    if story.about:
        told.append(heading(story.about.title))
        told += map(text, story.about.lines)
        for lines in (story.about.living_people, story.about.content, story.about.honesty):
            told += map(text, lines)
    return told
