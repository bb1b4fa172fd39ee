"""Citations: where each quoted sentence stands, what is on record of it, and the sources.

The list at the end of a log. It holds what that run quoted and nothing else.
"""

from __future__ import annotations

from game.core.playing.session import Session
from game.core.showing.cards import card, said_where, source_views
from game.core.showing.parts import CardView, SourceView
from game.plain.blocks import Block, heading, item, passage, quoted
from game.words import capital, say, sentence

__all__ = ["citations"]


def citations(session: Session) -> list[Block]:
    """Say every sentence with speaker and place, every record with its sources."""
    claims = [card(session.story, id) for id in _quoted(session)]
    keys = dict.fromkeys(source.key for view in claims for source in view.sources)
    keys.update(dict.fromkeys(_rested_on(session)))
    told: list[Block] = []
    if claims:
        told += [
            heading(say("Where the sentences stand")),
            *(item(_sentence(view)) for view in claims),
        ]
    if keys:
        views = source_views(session.story, tuple(keys))
        told += [heading(say("Sources")), *(item(_source(view)) for view in views)]
    return told


def _quoted(session: Session) -> tuple[str, ...]:
    """Return the claims that were shown, and those on which the keeper's moves and doors rest."""
    shown = session.pages.claims_met()
    margin = session.margin
    moved = (line.claim for line in margin.ledger if line.claim)
    shut = (door.closed.claim for door in margin.doors if door.closed and door.closed.claim)
    return tuple(dict.fromkeys([*shown, *moved, *shut]))


def _rested_on(session: Session) -> list[str]:
    """Return the sources on which rules of the keeper rest, where it moved or answered."""
    turns, keeper = session.trace.turns, session.game.keeper
    return [key for turn in turns for move in turn.moves[keeper] for key in move.rule.sources]


def _sentence(view: CardView) -> str:
    words = say("{quote} [sic]", quote=view.words) if view.sic else view.words
    told = f"{view.id}: {quoted(words)} {capital(said_where(view))}."
    record = say("On record: {verdict}", verdict=say(view.verdict))
    keys = ", ".join(source.key for source in view.sources)
    return passage(
        told,
        sentence(f"{record}, {view.where}" if view.where else record),
        say("Sources: {keys}.", keys=keys) if keys else "",
    )


def _source(view: SourceView) -> str:
    told = f"{view.key}: {sentence(view.text)}"
    seen = say("Seen: {what}", what=sentence(view.seen)) if view.seen else say("Not seen.")
    return passage(told, view.address or "", seen, say("Weak.") if view.weak else "")
