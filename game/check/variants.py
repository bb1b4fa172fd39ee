"""Every text of a cut that is shown only sometimes, and whether a state shows it.

`also:` of scenes, options, endings and the debrief, and the cases of events. A variant is named
by where it stands, never by its words or its line: so a proof outlives an edit of words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.core.run.fold import Game
from game.core.run.trace import State
from game.core.story.conditions import Condition
from game.core.story.model import Also, Ending, Option, Scene, Story
from game.core.story.text import Place, place_of

__all__ = ["Variant", "When", "placed", "variants"]

When = Literal["waiting", "chosen", "happened", "case", "ended"]


@dataclass(frozen=True, slots=True)
class Variant:
    """One text, with the moment at which it may be shown."""

    key: str
    when: When
    at: int
    """Index of the scene in the cut; the number of scenes once the year is over."""
    conditions: tuple[Condition | None, ...]
    """All that decides whether it is shown, once its moment has come."""
    part: int = 0
    """Which case or which ending."""
    option: Option | None = None
    if_: Condition | None = None

    def shown(self, game: Game, state: State) -> bool:
        """Say whether it is shown, in a state at its moment."""
        if self.when == "case":
            cases = game.scenes[self.at].cases
            return game.case_of(game.scenes[self.at], state) is cases[self.part]
        if self.when == "ended" and self.part >= 0:
            ending = game.story.head.endings[self.part]
            return game.ending(state) is ending and game.holds(self.if_, state)
        return game.holds(self.if_, state)


def variants(game: Game) -> tuple[Variant, ...]:
    """Return every text variant of a game's cut."""
    found = [v for at, scene in enumerate(game.scenes) for v in _of_scene(at, scene)]
    endings, over = game.story.head.endings, len(game.scenes)
    for part, ending in enumerate(endings):
        before = tuple(earlier.if_ for earlier in endings[: part + 1])
        for key, also in _also(_ending_key(ending), ending.also):
            found.append(Variant(key, "ended", over, (*before, also.if_), part, None, also.if_))
    for key, note in _also("notes", game.story.head.notes):
        found.append(Variant(key, "ended", over, (note.if_,), -1, None, note.if_))
    return tuple(found)


def _of_scene(at: int, scene: Scene) -> Iterator[Variant]:
    when: When = "happened" if scene.event else "waiting"
    for key, also in _also(scene.id, scene.also):
        yield Variant(key, when, at, (also.if_,), 0, None, also.if_)
    for n in range(len(scene.cases)):
        asked = tuple(case.if_ for case in scene.cases[: n + 1])
        yield Variant(f"{scene.id} case {n}", "case", at, asked, n)
    for option in scene.options:
        for key, also in _also(f"{scene.id}.{option.id}", option.also):
            yield Variant(key, "chosen", at, (also.if_,), 0, option, also.if_)


def _also(owner: str, also: tuple[Also, ...]) -> Iterator[tuple[str, Also]]:
    yield from ((f"{owner} also {n}", part) for n, part in enumerate(also))


def _ending_key(ending: Ending) -> str:
    return f"ending {ending.id}"


def placed(story: Story) -> dict[str, Place]:
    """Return where each variant of the whole story stands now, by its key."""
    places: dict[str, Place] = {}
    for scene in story.scenes.values():
        parts = [_also(scene.id, scene.also)]
        parts += [_also(f"{scene.id}.{o.id}", o.also) for o in scene.options]
        places |= {key: place_of(also.if_.source) for part in parts for key, also in part}
        for n, case in enumerate(scene.cases):
            at = case.if_.source if case.if_ is not None else case.text
            places[f"{scene.id} case {n}"] = place_of(at)
    for ending in story.head.endings:
        own = _also(_ending_key(ending), ending.also)
        places |= {key: place_of(also.if_.source) for key, also in own}
    notes = _also("notes", story.head.notes)
    return places | {key: place_of(also.if_.source) for key, also in notes}
