"""The guide as every face shows it: quotes, statements and scenes put in from the story.

Pages and cards become views; for faces that set line under line, a view becomes lines, each with
its kind. Nothing is laid out here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from game.core.showing.cards import card
from game.core.showing.parts import CardView
from game.core.story.guide import Card, Guide, Page, Part
from game.core.story.model import Story
from game.core.story.statements import StatementView, statements
from game.words import say, series

__all__ = ["Kind", "Line", "PageView", "PartView", "SceneCard", "lines", "page", "scene_card"]

Kind = Literal[
    "head", "lead", "text", "say", "label", "command", "step", "item", "pair", "quote", "see"
]


@dataclass(frozen=True, slots=True)
class SceneCard:
    """A scene's card beside what it is about."""

    id: str
    title: str
    event: bool
    cuts: tuple[str, ...]
    """Names of the cuts that play it, but for the one that plays all."""
    card: Card
    quote: CardView | None
    """The sentence of the scene, which has its answer and its question with it."""


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of a page, with the story's words in it."""

    part: Part
    quotes: tuple[CardView, ...]
    statements: tuple[StatementView, ...]
    see: tuple[tuple[str, str], ...]
    """Pages: id and title."""


@dataclass(frozen=True, slots=True)
class PageView:
    """A page with the story's words in it."""

    page: Page
    parts: tuple[PartView, ...]
    scenes: tuple[SceneCard, ...]
    """Every scene's card in the order of play; empty unless the layout is `scenes`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that stands on a page, for a face that knows no columns."""

    kind: Kind
    words: str
    mark: str = ""
    """Before the words: a number, a command, the first of a pair; of a quote, whose it is."""
    end: str = ""
    """After a quote, outside its quotation marks: `[sic]`."""


def page(story: Story, guide: Guide, id: str) -> PageView:
    """Return a page of the guide; raises KeyError where there is none."""
    found = guide.pages[id]
    scenes: tuple[SceneCard, ...] = ()
    if found.layout == "scenes":
        scenes = tuple(scene_card(story, guide, s) for s in story.scenes if s in guide.cards)
    return PageView(found, tuple(_part(story, guide, part) for part in found.parts), scenes)


def _part(story: Story, guide: Guide, part: Part) -> PartView:
    asked = statements(story, {}, part.statements) if part.statements else ()
    quotes = tuple(card(story, id) for id in part.claims)
    return PartView(part, quotes, asked, tuple((id, guide.pages[id].title) for id in part.see))


def scene_card(story: Story, guide: Guide, id: str) -> SceneCard:
    """Return the card of a scene; raises KeyError where there is none."""
    scene, cuts = story.scenes[id], story.head.cuts
    return SceneCard(
        id=id,
        title=scene.title,
        event=scene.event,
        cuts=tuple(cuts[cut].name for cut in scene.cuts),
        card=guide.cards[id],
        quote=card(story, scene.claims[0]) if scene.claims else None,
    )


def lines(view: PageView | SceneCard) -> Iterator[Line]:
    """Return what stands on a page, or on a card, line under line."""
    if isinstance(view, SceneCard):
        yield from _card_lines(view)
        return
    yield Line("head", view.page.title)
    yield Line("lead", view.page.line)
    for part in view.parts:
        yield from _part_lines(part)
    for scene in view.scenes:
        yield from _card_lines(scene)


def _part_lines(view: PartView) -> Iterator[Line]:
    part = view.part
    if part.head:
        yield Line(
            "head", part.head, say("{minutes} min", minutes=part.minutes) if part.minutes else ""
        )
    yield from (Line("text", words) for words in part.text)
    yield from (Line("say", words) for words in part.say)
    yield from (Line("command", does, typed) for typed, does in part.commands.items())
    yield from (Line("command", says, term) for term, says in part.terms.items())
    yield from (Line("step", words, str(n)) for n, words in enumerate(part.steps, 1))
    yield from (Line("item", words) for words in part.items)
    yield from (Line("pair", answer, first) for first, answer in part.pairs.items())
    for quote in view.quotes:
        yield from _quote_lines(quote)
    for n, statement in enumerate(view.statements, 1):
        yield Line("step", statement.says, str(n))
        if part.answers:
            truth = say("True.") if statement.truth else say("Not true.")
            yield Line("text", f"{truth} {statement.answer}")
    yield from (Line("text", words) for words in part.after)
    if view.see:
        yield Line("see", series(title for _, title in view.see), " ".join(part.see))


def _quote_lines(quote: CardView) -> Iterator[Line]:
    """A false sentence for which nothing speaks is corrected before it is quoted."""
    said = Line("quote", quote.words, quote.speaker, " " + say("[sic]") if quote.sic else "")
    record = say("On record: {verdict}.", verdict=say(quote.verdict))
    label = say("The facts first:") if quote.why_believed else say("The other side:")
    answer = Line("text", f"{quote.answer_line} {record}", label)
    yield from (answer, said) if quote.why_believed else (said, answer)


def _card_lines(view: SceneCard) -> Iterator[Line]:
    kind = say("Event") if view.event else say("Scene")
    if view.cuts:
        kind = say("{kind}: {cuts}", kind=kind, cuts=series(view.cuts))
    yield Line("head", view.title, kind)
    yield Line("text", view.card.point, say("The point:"))
    for n, words in enumerate(view.card.ask, 1):
        yield Line("item", words, say("Ask {n}:", n=n))
    yield Line("text", view.card.trap, say("The trap:"))
    yield from (Line("item", words, say("The room may say:")) for words in view.card.room)
    if view.quote:
        yield from _quote_lines(view.quote)
        if view.quote.question:
            yield Line("text", view.quote.question, say("On screen:"))
