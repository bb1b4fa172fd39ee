"""The teacher's own page: the tally early, what comes next, and the keys as buttons.

Never for the projector, nor for a phone of the room: it stands behind a secret (`teaching`).
"""

from __future__ import annotations

from html import escape
from typing import Final

from game.classroom.pages import frame
from game.lesson.notes import Notes, name_of
from game.lesson.shown import Asked
from game.words import mark, say

__all__ = ["notes_page"]

KEYS: Final = (
    ("toggle", mark("Open or close (Space)")),
    ("show", mark("Show or hide the tally (Enter)")),
    ("go_back", mark("A page back")),
    ("undo", mark("Undo")),
)
IN: Final = {
    "phones": mark("{in_} of {of} in, by phones"),
    "tables": mark("{in_} of {of} in, by tables"),
    "hands": mark("{in_} of {of} in, by hands"),
    "paper": mark("{in_} of {of} in, by paper"),
}


def notes_page(told: Notes, asked: Asked | None, said: str = "", language: str = "en") -> str:
    """Return the page."""
    line = f'<p class="said bad" role=status>{escape(said)}</p>' if said else ""
    notices = "".join(f"<p class=bad>{escape(line)}</p>" for line in told.notices[-3:])
    head = say("For the teacher: keep off the projector")
    at = say(
        "Room {code} · {n} seats · minute {minute}: {plan}",
        code=told.code, n=told.seats, minute=told.minutes, plan=told.plan,
    )  # fmt: skip
    return frame(
        language,
        say("Notes · Carrot & Stick"),
        f"<header><span>{escape(head)}</span><span>{escape(at)}</span></header>"
        f"<main><h1>{escape(told.title or name_of(told.phase))}</h1>{line}{notices}"
        f"{_count(told, asked)}<form method=post>{_buttons(told)}</form>{_talk(told)}</main>",
        "<meta http-equiv=refresh content=3>",
    )


def _count(told: Notes, asked: Asked | None) -> str:
    live = told.live
    if live is None:
        return "<ul></ul>"
    labels = {view.id: f"{view.letter} {view.label}" for view in asked.answers} if asked else {}
    rows = "".join(
        f"<li class=row><span>{escape(labels.get(option, option))}</span><b>{number}</b></li>"
        for option, number in live.counts
    )
    head = say(IN[live.source], in_=live.in_, of=live.of)
    return f"<h2>{escape(head)}</h2><ul>{rows}</ul>"


def _buttons(told: Notes) -> str:
    keys = [("go_on", told.next), *((do, say(words)) for do, words in KEYS)]
    return "".join(f"<button name=do value={do}>{escape(words)}</button>" for do, words in keys)


def _talk(told: Notes) -> str:
    """What to talk about, and the record."""
    card, talk = told.card, say("To talk about")
    asks = f"<h2>{escape(talk)}</h2><p>{escape(told.question)}</p>" if told.question else ""
    head = say("On record")
    return asks + (f"<h2>{escape(head)}</h2><p>{escape(card.record)}</p>" if card else "")
