"""What a proof means for the author: problems, each at its place, one problem a cause.

Only what never happens anywhere is told: under no keeper, in no cut. That one keeper never
closes a door, or never reaches an ending, is often the point of it; `--balance` shows that.
A proof that gave up proves no *never*, and says so itself.
"""

from __future__ import annotations

import re
from pathlib import Path

from game.check.explore import LIMIT
from game.check.proof import Proof
from game.check.proofs import Proofs
from game.check.variants import placed
from game.core.story.model import Story
from game.core.story.rules import Rulebook
from game.core.story.text import Place, place_of
from game.pack.problems import Problems
from game.words import say, series

__all__ = ["find"]

NEAR = 12
"""Choices of a way that a sentence still names; a longer one is cut in its middle."""


def find(story: Story, folder: Path, proofs: Proofs, problems: Problems) -> None:
    """Note what the proofs of a story found."""
    for proof in proofs.every():
        if proof.gave_up:
            at = story.scenes[proof.gave_up].id
            problems.add(at, "unproven", cut=proof.cut, keeper=proof.keeper, most=f"{LIMIT:,}")
    _locks(story, proofs, problems)
    for keeper, book in story.rulebooks.items():
        _clamping(folder, book, [p for p in proofs.every() if p.keeper == keeper], problems)
    if proofs.complete:
        idle = _never_played(story, proofs, problems)
        _never_offered(story, proofs, idle, problems)
        _endings(story, proofs, problems)
        _texts(story, proofs, idle, problems)
        _doors(story, proofs, problems)


def spoken(way: tuple[str, ...]) -> str:
    """Return a way in words."""
    if not way:
        return say("it is the first choice")
    if len(way) > NEAR:
        return series([*way[: NEAR // 2], "…", *way[-NEAR // 2 :]])
    return series(way)


def _locks(story: Story, proofs: Proofs, problems: Problems) -> None:
    """One problem a scene: the nearest lock of all keepers and cuts."""
    nearest: dict[str, Proof] = {}
    for proof in proofs.every():
        for scene, way in proof.locks.items():
            if scene not in nearest or len(way) < len(nearest[scene].locks[scene]):
                nearest[scene] = proof
    for scene, proof in nearest.items():
        problems.add(
            story.scenes[scene].id,
            "locked-scene",
            scene=scene,
            keeper=proof.keeper,
            cut=proof.cut,
            way=spoken(proof.locks[scene]),
        )


def _clamping(folder: Path, book: Rulebook, proofs: list[Proof], problems: Problems) -> None:
    """One problem a keeper and end of its scale: the nearest place where it bites."""
    for end in ("low", "high"):
        bites = [
            (len(way), proof.cut, (*way, key))
            for proof in proofs
            for key, (cut_short, way) in proof.clamped.items()
            if cut_short == end
        ]
        if not bites or book.number is None:
            continue
        _, cut, way = min(bites)
        low, high = book.number.low, book.number.high
        problems.add(
            _number_line(folder, book),
            "score-clamps",
            keeper=book.id,
            low=say("none") if low is None else low,
            high=say("none") if high is None else high,
            end=low if end == "low" else high,
            cut=cut,
            way=spoken(way),
        )


def _number_line(folder: Path, book: Rulebook) -> Place:
    """Return where a rulebook's `number:` stands; figures carry no place of their own."""
    at = place_of(book.id)
    try:
        lines = (folder / at.file).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return at
    found = (n for n, line in enumerate(lines, 1) if re.match(r"number\s*:", line))
    return Place(at.file, next(found, at.line), 1)


def _never_played(story: Story, proofs: Proofs, problems: Problems) -> set[str]:
    """Note the scenes to which no play comes; return their ids."""
    played = {
        scene.id
        for proof in proofs.every()
        for scene in story.cut_scenes(proof.cut)
        if scene.id not in proof.unplayed
    }
    idle = [scene for scene in story.scenes.values() if scene.id not in played]
    for scene in idle:
        problems.add(scene.id, "scene-never-played", scene=scene.id)
    return {str(scene.id) for scene in idle}


def _never_offered(story: Story, proofs: Proofs, idle: set[str], problems: Problems) -> None:
    offered = {key for proof in proofs.every() for key in proof.offered}
    for scene in story.scenes.values():
        for option in scene.options:
            key = f"{scene.id}.{option.id}"
            if key not in offered and scene.id not in idle:
                problems.add(option.id, "never-offered", option=key)


def _endings(story: Story, proofs: Proofs, problems: Problems) -> None:
    reached = {id for proof in proofs.every() for id in proof.reached}
    for ending in story.head.endings:
        if ending.id not in reached:
            problems.add(ending.id, "ending-never-reached", ending=ending.id)


def _texts(story: Story, proofs: Proofs, idle: set[str], problems: Problems) -> None:
    """Texts that nothing shows; what follows from a problem that is told already is not."""
    shown = {key for proof in proofs.every() for key in _shown(story, proof)}
    offered = {key for proof in proofs.every() for key in proof.offered}
    reached = {f"ending {id}" for proof in proofs.every() for id in proof.reached}
    owners: set[str] = {"notes", *offered, *reached}
    owners |= {str(id) for id in story.scenes if id not in idle}
    for key, at in placed(story).items():
        owner = re.sub(r" (also|case) \d+$", "", key)
        if key not in shown and owner in owners:
            problems.add(at, "text-never-shown")


def _shown(story: Story, proof: Proof) -> set[str]:
    """Return the texts that a proof's cut shows somewhere."""
    there = {str(scene.id) for scene in story.cut_scenes(proof.cut)}
    known = {key for key in placed(story) if _scene_of(key) in {*there, "notes", "ending"}}
    return known - set(proof.unshown)


def _scene_of(key: str) -> str:
    return re.split(r"[ .]", key, maxsplit=1)[0]


def _doors(story: Story, proofs: Proofs, problems: Problems) -> None:
    """Doors that a keeper speaks of and never moves, in any cut."""
    for keeper, book in story.rulebooks.items():
        own = [proof for proof in proofs.every() if proof.keeper == keeper]
        if not own:
            continue
        closed = {door for proof in own for door in proof.ever_closed}
        opened = {door for proof in own for door in proof.ever_open}
        for door, rule in book.doors.items():
            perk = story.head.doors[door].is_perk
            if perk and rule.open and door not in opened:
                problems.add(door, "perk-never-reached", door=door, keeper=keeper)
            elif not perk and rule.closed and door not in closed:
                problems.add(door, "door-never-closed", door=door, keeper=keeper)
