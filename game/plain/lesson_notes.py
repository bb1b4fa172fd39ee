"""The teacher's notes in words: the live tally, what comes next, the scene's card, the record."""

from __future__ import annotations

from collections.abc import Mapping

from game.lesson.notes import Notes, SceneCard, name_of, notes
from game.lesson.room import Room
from game.lesson.shown import asked_of
from game.plain.blocks import Block, heading, item, passage, text
from game.plain.cards import card
from game.plain.lesson_pages import state, tallied
from game.words import many, say

__all__ = ["scene_card", "told"]


def told(room: Room, cards: Mapping[str, SceneCard]) -> list[Block]:
    """Say everything that the second window shows."""
    view, asked = notes(room), asked_of(room)
    minute = say("Minute {n}: {plan}", n=view.minutes, plan=view.plan)
    made = [heading(minute), text(_where(view)), text(view.next)]
    if asked is not None and view.live is not None:
        made += [state(asked), *tallied(asked.answers, view.live, None)]
    made += scene_card(cards.get(room.lesson.stage.subject))
    return made + (card(view.card, room.story.sources) if view.card else [])


def _where(view: Notes) -> str:
    place = view.title or name_of(view.page)
    left = say("all scenes played")
    if view.scenes_left:
        left = many("{n} scene to come", "{n} scenes to come", view.scenes_left)
    seats = many("{n} phone is in, {left}.", "{n} phones are in, {left}.", view.seats, left=left)
    return passage(say("On the wall: {place}.", place=place), seats)


def scene_card(found: SceneCard | None) -> list[Block]:
    """Say a scene's card from the guide, where it has one."""
    if found is None:
        return []
    made = [text(say("The point: {words}", words=found.point)), text(say("To ask:"))]
    made += map(item, found.ask)
    made.append(text(say("The trap: {words}", words=found.trap)))
    return [*made, text(say("The room is likely to say:")), *map(item, found.room)]
