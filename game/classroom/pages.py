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

from game.classroom import phone_words as words
from game.lesson.shown import LETTERS, SHAPES
from game.words import say

__all__ = ["HEADERS", "frame", "page"]

NAME: Final = "Carrot &amp; Stick"  # not said
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
        "img-src data:; base-uri 'none'; frame-ancestors 'none'"  # not said
    )


HEADERS: Final = {
    "Content-Security-Policy": _policy(),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


def page(state: Mapping[str, Any] | None, code: str, said: str = "", language: str = "en") -> str:
    """Return the page of a phone: with a seat what is on, without one the door."""
    title = str(state["title"]) if state else say(words.DOOR)
    body = _on(state) if state else _door(code)
    bad = " bad" if said else ""
    line = said or (_status(state) if state else "")
    alias = say(words.YOU, alias=state["alias"]) if state and state["alias"] else ""
    # Without JavaScript the page asks again by itself; more slowly while there is something to tap.
    pause = 15 if state and state["open"] else 5
    refresh = f'<noscript><meta http-equiv="refresh" content="{pause};url=/"></noscript>'
    return frame(
        language,
        f"{title} · Carrot & Stick",
        f"<header><span>{NAME}</span><span id=alias>{escape(alias)}</span></header>"
        f"<main>{body}</main>"
        f'<p id=said class="said{bad}" role=status aria-live=polite>{escape(line)}</p>'
        f"<footer><span>{escape(say(words.FOOT))}</span>"
        f"<noscript><a href=/>{escape(say(words.LOOK))}</a></noscript></footer>"
        f"<script type=application/json id=words>{words.for_script()}</script>"
        f"<script>{_part('page.js')}</script>",
        refresh if state else "",
    )


def frame(language: str, title: str, body: str, head: str = "") -> str:
    """Return a whole page, told in a language."""
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset=utf-8>'
        '<meta name=viewport content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel=icon href="data:,">{head}'
        f"<style>{_part('page.css')}</style></head><body>{body}</body></html>"
    )


def _door(code: str) -> str:
    return (
        f"<h1>{escape(say(words.DOOR))}</h1><p>{escape(say(words.NOBODY))}</p>"
        "<form method=post action=/join>"
        f"<label for=room>{escape(say(words.CODE))}</label>"
        f'<input id=room name=room value="{escape(code)}" autocomplete=off '
        "autocapitalize=characters spellcheck=false maxlength=8 required>"
        f"<button class=go>{escape(say(words.JOIN))}</button></form>"
    )


def _on(state: Mapping[str, Any]) -> str:
    predicting = state["phase"] == "predict"
    text = "" if predicting else "".join(f"<p>{escape(t)}</p>" for t in _paragraphs(state))
    asked = state["question"]
    heading = f"<h2>{escape(asked)}</h2>" if asked and asked != state["text"] else ""
    second = f"<p><strong>{escape(say(words.SECOND))}</strong></p>"
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
    for n, sure in enumerate(map(say, words.SURE), start=1):
        mine = state["vote"] == option["id"] and state["sure"] == n
        label = escape(say(words.SURELY, answer=option["label"], sure=sure))
        made.append(
            f'<button name=confidence value={n} aria-label="{label}" '
            f"aria-pressed={str(mine).lower()}>{escape(sure)}{_tick(mine)}</button>"
        )
    return f"<div class=three>{''.join(made)}</div>"


def _row(option: Mapping[str, Any], state: Mapping[str, Any]) -> str:
    mine = state["vote"] == option["id"]
    count = state.get("tally", {}).get(option["id"])
    number = f"<b>{count}</b>" if count is not None else ""
    why = escape(say(words.CLOSED, why=option["closed"])) if option["closed"] else ""
    closed = f"<small>{why}</small>" if why else ""
    yours = f"<small> {escape(say(words.YOURS))}</small>" if mine else ""
    kinds = f"row{' mine' if mine else ''}{' closed' if option['closed'] else ''}"
    label = f"<span>{escape(option['label'])}{closed}{yours}</span>"
    return f'<li class="{kinds}">{_badge(option)}{label}{number}</li>'


def _status(state: Mapping[str, Any]) -> str:
    if state["open"] and state["source"] not in ("phones", "tables"):
        return say(words.HAND if state["source"] == "hands" else words.CARD)
    if state["open"]:
        mine = state["prediction"] if state["phase"] == "predict" else state["vote"]
        if mine:
            return f"✓ {say(words.IN)}"
        return say(words.GUESS if state["phase"] == "predict" else words.TAP)
    hidden = state["phase"] == "tally" and "tally" not in state
    return say(words.OVER) if hidden else ""
