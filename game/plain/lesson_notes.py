"""The teacher's notes in words: the live tally, what comes next, the scene's card, the record."""

from __future__ import annotations

from collections.abc import Mapping

from game.lesson.notes import Notes, SceneCard, notes
from game.lesson.room import Room
from game.lesson.shown import asked_of
from game.plain.blocks import Block, heading, item, text
from game.plain.lesson_pages import state, tallied
from game.plain.reveal import card

__all__ = ["scene_card", "told"]


def told(room: Room, cards: Mapping[str, SceneCard]) -> list[Block]:
    """Say everything that the second window shows."""
    view, asked = notes(room), asked_of(room)
    made = [heading(f"Minute {view.minutes}: {view.plan}"), text(_where(view)), text(view.next)]
    if asked is not None and view.live is not None:
        made += [state(asked), *tallied(asked.answers, view.live, None)]
    made += scene_card(cards.get(room.lesson.stage.subject))
    return made + (card(view.card, room.story.sources) if view.card else [])


def _where(view: Notes) -> str:
    place = view.title or view.page
    left = f"{view.scenes_left} scenes to come" if view.scenes_left else "all scenes played"
    return f"On the wall: {place}. {view.seats} phones are in, {left}."


def scene_card(found: SceneCard | None) -> list[Block]:
    """Say a scene's card from the guide, where it has one."""
    if found is None:
        return []
    made = [text(f"The point: {found.point}"), text("To ask:"), *map(item, found.ask)]
    made += [text(f"The trap: {found.trap}"), text("The room is likely to say:")]
    return [*made, *map(item, found.room)]
