"""Runs to report on, lived by a fixed rule, and what is read back out of a report."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from game.core.playing.session import Session
from game.core.saves.runs import MARKS, Runs
from game.core.showing.views import PredictionPage, RevealPage
from game.core.story.model import Story

__all__ = ["Node", "lived", "parsed", "text_of"]

VOID = {"meta", "link", "br", "hr", "img", "input"}


def lived(
    story: Story,
    keeper: str = "article",
    cut: str = "season",
    seed: int = 3,
    name: str = "Robin",
    runs: Runs | None = None,
    scenes: int = 99,
) -> Session:
    """Live a year, or its first scenes, as a fixed chance has it: guesses, marks and all."""
    session = Session.new(story, keeper, cut, runs, name)
    chance = random.Random(seed)
    first = [s.id for s in story.statements if s.set == "first"]
    for id in first:
        session.believe("before", id, chance.random() < 0.5, chance.randint(1, 3))
    while not session.over and len(session.run.choices) < scenes:
        _step(session, chance)
    if session.over:
        for id in first:
            session.believe("after", id, chance.random() < 0.5, chance.randint(1, 3))
        session.jump(len(session.trace.turns))
    session.save()
    return session


def _step(session: Session, chance: random.Random) -> None:
    page = session.page
    if isinstance(page, PredictionPage):
        session.predict(chance.choice(page.choices)[0])
    elif session.waiting:
        can = [view for view in session.waiting.options if not view.closed]
        session.choose(chance.choice(can).id)
    else:
        if isinstance(page, RevealPage) and chance.random() < 0.5:
            session.mark(page.card.id, chance.choice(MARKS))
        session.go_on()


@dataclass
class Node:
    """An element, with its texts and elements in order."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    def all(self, tag: str) -> Iterator[Node]:
        """Every element of a kind in it, in order."""
        for part in self.inside:
            if isinstance(part, Node):
                if part.tag == tag:
                    yield part
                yield from part.all(tag)

    @property
    def text(self) -> str:
        """Its text in one line, without the drawings in it."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for part in self.inside:
            if isinstance(part, str):
                yield part
            elif part.tag not in ("style", "svg"):
                yield from part._texts()


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Node("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, dict(attrs))
        self.open[-1].inside.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Node(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def parsed(page: str) -> Node:
    """Return a page as a tree; every element must be closed where it was opened."""
    tree = _Tree()
    tree.feed(page)
    tree.close()
    assert len(tree.open) == 1, f"<{tree.open[-1].tag}> is never closed"
    return tree.root


def text_of(page: str) -> str:
    """Return what a page says, in one line."""
    return parsed(page).text
