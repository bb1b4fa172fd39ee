"""The guide that lies beside a story, in its folder `guide`: read only when somebody wants it.

Like the story, it is read strictly and told of all at once; unlike it, it keeps nobody from
playing. A page that names a claim, a scene or a page that isn't there doesn't load.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from game.core.story.guide import Card, Guide, Page
from game.core.story.model import Story
from game.core.story.text import Place
from game.pack.called import SEVERAL
from game.pack.nodes import read_bytes, read_nodes
from game.pack.problems import PackError, Problems
from game.pack.shape import shape
from game.words import say

__all__ = ["guide_of", "has_guide", "read_guide"]

FOLDER = "guide"
CARDS = f"{FOLDER}/cards"
QUESTIONS = 2
"""Follow-up questions on a card."""


def has_guide(story: Story) -> bool:
    """Say whether a guide lies beside a story, without reading it."""
    return bool(story.folder) and (Path(story.folder) / FOLDER).is_dir()


def guide_of(story: Story) -> Guide | None:
    """Return a story's guide, or None where it has none; raises PackError with every problem."""
    problems = Problems()
    guide = read_guide(Path(story.folder), story, problems) if has_guide(story) else None
    if problems.errors:
        raise PackError(problems.errors)
    return guide


def read_guide(folder: Path, story: Story, problems: Problems) -> Guide | None:
    """Read the guide in a story's folder as far as it can be read, and note every problem.

    Nobody is blamed for naming what a broken story lost: `problems` knows of that.
    """
    if not (folder / FOLDER).is_dir():
        return None
    pages: dict[str, Page] = {}
    for page in _files(folder, FOLDER, Page, problems):
        if page.id in pages:
            problems.add(page.id, "duplicate-id", what=say(SEVERAL["page"]), id=page.id)
        pages.setdefault(page.id, page)
    cards: dict[str, Card] = {}
    for made in _files(folder, CARDS, Mapping[str, Card], problems):
        for id, card in made.items():
            if id in cards:
                problems.add(id, "duplicate-id", what=say(SEVERAL["card"]), id=id)
            _link_card(id, card, story, problems)
            cards.setdefault(id, card)
    for page in pages.values():
        _link_page(page, pages, story, problems)
    if cards:
        _complain_of_gaps(cards, story, problems)
    return Guide(pages, cards)


def _files(folder: Path, inside: str, wanted: Any, problems: Problems) -> list[Any]:
    made = []
    for path in sorted((folder / inside).glob("*.yaml")):
        name = f"{inside}/{path.name}"
        try:
            data = read_bytes(path, name, problems)
        except OSError as error:
            problems.add(Place(name, 0, 0), "unreadable", reason=error.strerror or error)
            continue
        node = None if data is None else read_nodes(data, name, problems)
        made.append(None if node is None else shape(node, wanted, problems))
    return [part for part in made if part is not None]


def _link_page(page: Page, pages: Mapping[str, Page], story: Story, problems: Problems) -> None:
    for part in page.parts:
        for id in part.see:
            if id not in pages:
                problems.unknown(id, "page", id, pages)
        for id in part.claims:
            if id not in story.claims:
                problems.unknown(id, "claim", id, story.claims)


def _link_card(id: str, card: Card, story: Story, problems: Problems) -> None:
    if id not in story.scenes:
        problems.unknown(id, "scene", id, story.scenes)
    if len(card.ask) != QUESTIONS:
        problems.add(id, "card-questions", scene=id, count=len(card.ask), wanted=QUESTIONS)


def _complain_of_gaps(cards: Mapping[str, Card], story: Story, problems: Problems) -> None:
    """Whoever plays a part of the year in class wants a card for each of its scenes."""
    at = next(iter(cards))
    for scene in story.scenes.values():
        if scene.cuts and scene.id not in cards:
            problems.add(at, "no-card", scene=scene.id)
