"""Any page as blocks: the one place that knows which function says which page."""

from __future__ import annotations

from game.core.playing.session import Session
from game.core.showing.parts import CardView
from game.core.showing.views import (
    ChapterPage,
    EndingPage,
    GlancePage,
    OpeningPage,
    OutcomePage,
    Page,
    PredictionPage,
    RevealPage,
    ScenePage,
)
from game.plain import cards, pages
from game.plain.blocks import Block, item

__all__ = ["debrief", "page", "whole_debrief"]


def page(session: Session, shown: Page) -> list[Block]:
    """Say a page of a session."""
    match shown:
        case OpeningPage():
            return pages.opening(shown)
        case ChapterPage():
            return pages.chapter(shown)
        case GlancePage():
            return pages.glance(shown)
        case ScenePage():
            return pages.scene(shown)
        case PredictionPage():
            return pages.prediction(shown)
        case OutcomePage():
            return pages.outcome(shown)
        case RevealPage():
            from game.plain import reveal  # late, as everything behind the first prompt

            last = session.over and session.stop.turn == len(session.trace.turns) - 1
            head, *said = reveal.reveal(shown, session.story.default_keeper, last)
            return [head, *_held_back(session), *said]
        case CardView():
            return cards.card(shown, session.story.sources)
        case EndingPage():
            return pages.ending(shown)


def _held_back(session: Session) -> list[Block]:
    """Say what held scene and chapter kept to themselves, now that its reveal is here."""
    told = []
    for n, outcome in enumerate(session.told_now):
        guess = (outcome.prediction,) if outcome.prediction and n else ()  # its own it tells itself
        told += [item(f"{outcome.title}: {words}") for words in (*outcome.effects, *guess)]
    return told


def debrief(session: Session) -> list[Block]:
    """Say the debrief of a session, and what is a word away."""
    from game.core.playing.looking_back import (
        looking_back,  # late: the first prompt doesn't wait for it
    )
    from game.plain import debrief as last

    view = looking_back(session)
    session.key_told = session.key_told or last.key_told(view)
    told = last.debrief(view, key=session.key_told)
    return [*told, *last.one_word_away(view, session.story.about, session.story.folder)]


def whole_debrief(session: Session) -> list[Block]:
    """Say the debrief with all that stands behind it, for somebody who can't ask."""
    from game.core.playing.looking_back import looking_back
    from game.plain import debrief as last

    view = looking_back(session)
    return [*last.debrief(view, whole=True), *last.behind(view, session.story.about)]
