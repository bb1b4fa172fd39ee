"""The phone page as HTML: whole without JavaScript, and taken over by it where there is some.

One file under 30 KB, made here by hand: no request but to this room, no font, no picture. Every
text is escaped; the page's own policy allows nothing but its own style and script.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any, Final

from game.lesson.notes import Notes
from game.lesson.shown import LETTERS, SHAPES, Asked

__all__ = ["HEADERS", "notes_page", "page"]

SURE: Final = ("a guess", "fairly sure", "sure")
PATHS: Final = {"vote": "/vote", "predict": "/predict", "statement": "/statement"}


@cache
def _part(name: str) -> str:
    return (files("game.classroom") / "page" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _policy() -> str:
    return (
        f"default-src 'none'; style-src {_hash(_part('page.css'))}; "
        f"script-src {_hash(_part('page.js'))}; connect-src 'self'; form-action 'self'; "
        "img-src data:; base-uri 'none'; frame-ancestors 'none'"
    )


HEADERS: Final = {
    "Content-Security-Policy": _policy(),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


def page(state: Mapping[str, Any] | None, code: str, said: str = "") -> str:
    """Return the page of a phone: with a seat what is on, without one the door."""
    title = str(state["title"]) if state else "Join the room"
    body = _on(state) if state else _door(code)
    bad = " bad" if said else ""
    line = said or (_status(state) if state else "")
    alias = f"You are {state['alias']}" if state and state["alias"] else ""
    # Without JavaScript the page asks again by itself; more slowly while there is something to tap.
    pause = 15 if state and state["open"] else 5
    refresh = f'<noscript><meta http-equiv="refresh" content="{pause};url=/"></noscript>'
    return _frame(
        f"{title} · Carrot & Stick",
        f"<header><span>Carrot &amp; Stick</span><span id=alias>{escape(alias)}</span></header>"
        f"<main>{body}</main>"
        f'<p id=said class="said{bad}" role=status aria-live=polite>{escape(line)}</p>'
        "<footer><span>No names. Nothing leaves this room.</span>"
        "<noscript><a href=/>Look again</a></noscript></footer>"
        f"<script>{_part('page.js')}</script>",
        refresh if state else "",
    )


def _frame(title: str, body: str, head: str = "") -> str:
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel=icon href="data:,">{head}'
        f"<style>{_part('page.css')}</style></head><body>{body}</body></html>"
    )


def _door(code: str) -> str:
    return (
        "<h1>Join the room</h1><p>No name, no account. Nothing leaves this room.</p>"
        "<form method=post action=/join>"
        "<label for=room>Room code: four letters, on the screen in front</label>"
        f'<input id=room name=room value="{escape(code)}" autocomplete=off '
        "autocapitalize=characters spellcheck=false maxlength=8 required>"
        "<button class=go>Join</button></form>"
    )


def _on(state: Mapping[str, Any]) -> str:
    predicting = state["phase"] == "predict"
    text = "" if predicting else "".join(f"<p>{escape(t)}</p>" for t in _paragraphs(state))
    asked = state["question"]
    heading = f"<h2>{escape(asked)}</h2>" if asked and asked != state["text"] else ""
    second = "<p><strong>Second vote: this one counts.</strong></p>"
    again = second if state["second"] and state["open"] else ""
    return f"<h1>{escape(state['title'])}</h1>{again}{text}{heading}{_options(state)}"


def _paragraphs(state: Mapping[str, Any]) -> list[str]:
    return [part for part in str(state["text"]).split("\n\n") if part]


def _options(state: Mapping[str, Any]) -> str:
    options = state["options"]
    if not (state["open"] and state["source"] in ("phones", "tables")):
        return f"<ul>{''.join(_row(o, state) for o in options)}</ul>" if options else ""
    hidden = (
        f'<input type=hidden name=round value="{state["round"]}">'
        f'<input type=hidden name=nonce value="{secrets.token_hex(8)}">'
    )
    shut = "".join(_row(o, state) for o in options if o["closed"])
    buttons = "".join(_button(o, state) for o in options if not o["closed"])
    action = PATHS[state["phase"]]
    if state["phase"] == "statement":  # a button carries one name: each answer is a form of its own
        return "".join(
            f"{_heading(o)}<form method=post action={action}>{hidden}"
            f'<input type=hidden name=option value="{escape(o["id"])}">{_three(o, state)}</form>'
            for o in options
        )
    form = f"<form method=post action={action}>{hidden}{buttons}</form>"
    return form + (f"<ul>{shut}</ul>" if shut else "")


def _badge(option: Mapping[str, Any]) -> str:
    letter = option["letter"]
    if not letter:
        return ""
    shape = SHAPES[LETTERS.index(letter)]
    return f"<span class=badge>{letter} <span aria-hidden=true>{shape}</span></span>"


def _tick(mine: bool) -> str:
    return "<span class=tick aria-hidden=true>✓</span>" if mine else ""


def _button(option: Mapping[str, Any], state: Mapping[str, Any]) -> str:
    said = state["prediction"] if state["phase"] == "predict" else state["vote"]
    mine = said == option["id"]
    return (
        f'<button name=option value="{escape(option["id"])}" aria-pressed={str(mine).lower()}>'
        f"{_badge(option)}<span>{escape(option['label'])}</span>{_tick(mine)}</button>"
    )


def _heading(option: Mapping[str, Any]) -> str:
    return f"<h2>{_badge(option)} {escape(option['label'])}</h2>"


def _three(option: Mapping[str, Any], state: Mapping[str, Any]) -> str:
    made = []
    for n, words in enumerate(SURE, start=1):
        mine = state["vote"] == option["id"] and state["sure"] == n
        label = escape(f"{option['label']}, {words}")
        made.append(
            f'<button name=confidence value={n} aria-label="{label}" '
            f"aria-pressed={str(mine).lower()}>{words}{_tick(mine)}</button>"
        )
    return f"<div class=three>{''.join(made)}</div>"


def _row(option: Mapping[str, Any], state: Mapping[str, Any]) -> str:
    mine = state["vote"] == option["id"]
    count = state.get("tally", {}).get(option["id"])
    number = f"<b>{count}</b>" if count is not None else ""
    closed = f"<small>Closed: {escape(option['closed'])}.</small>" if option["closed"] else ""
    yours = "<small> (your vote)</small>" if mine else ""
    kinds = f"row{' mine' if mine else ''}{' closed' if option['closed'] else ''}"
    label = f"<span>{escape(option['label'])}{closed}{yours}</span>"
    return f'<li class="{kinds}">{_badge(option)}{label}{number}</li>'


def _status(state: Mapping[str, Any]) -> str:
    if state["open"] and state["source"] not in ("phones", "tables"):
        hands = state["source"] == "hands"
        return "Show your hand now." if hands else "Hold up your card now."
    if state["open"]:
        mine = state["prediction"] if state["phase"] == "predict" else state["vote"]
        if mine:
            return "✓ Your answer is in. You can change it until this closes."
        guess = state["phase"] == "predict"
        return "What will happen? Tap your guess." if guess else "Tap your answer."
    hidden = state["phase"] == "tally" and "tally" not in state
    return "Closed. Look at the screen in front." if hidden else ""


def notes_page(told: Notes, asked: Asked | None, said: str = "") -> str:
    """Return the teacher's own page: the tally early, what comes next, and the keys as buttons."""
    labels = {view.id: f"{view.letter} {view.label}" for view in asked.answers} if asked else {}
    live = told.live
    rows = "".join(
        f"<li class=row><span>{escape(labels.get(option, option))}</span><b>{number}</b></li>"
        for option, number in (live.counts if live else ())
    )
    count = f"<h2>{live.in_} of {live.of} in, by {live.source}</h2>" if live else ""
    card = told.card
    record = f"<h2>On record</h2><p>{escape(card.record)}</p>" if card else ""
    talk = f"<h2>To talk about</h2><p>{escape(told.question)}</p>" if told.question else ""
    notices = "".join(f"<p class=bad>{escape(line)}</p>" for line in told.notices[-3:])
    keys = (
        ("go_on", told.next),
        ("toggle", "Open or close (Space)"),
        ("show", "Show or hide the tally (Enter)"),
        ("go_back", "A page back"),
        ("undo", "Undo"),
    )
    buttons = "".join(f"<button name=do value={do}>{escape(words)}</button>" for do, words in keys)
    line = f'<p class="said bad" role=status>{escape(said)}</p>' if said else ""
    return _frame(
        "Notes · Carrot & Stick",
        f"<header><span>For the teacher: keep off the projector</span>"
        f"<span>Room {told.code} · {told.seats} seats · minute {told.minutes}: {told.plan}</span>"
        f"</header><main><h1>{escape(told.title or told.phase)}</h1>{line}{notices}{count}"
        f"<ul>{rows}</ul><form method=post>{buttons}</form>{talk}{record}</main>",
        "<meta http-equiv=refresh content=3>",
    )
