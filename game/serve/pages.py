"""The pages that a browser gets: the game's, and a friendly one for the one too many.

Everything on them comes from here: no font, script, picture or counter from anywhere else, and the
policy that goes with each page holds the browser to that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import Final

__all__ = ["FILES", "HEADERS", "file", "full", "game", "refused"]

HEADERS: Final = {
    # Styles inline: the terminal measures its letters and writes its own.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; "
    "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
AGAIN_SECONDS: Final = 10


@dataclass(frozen=True, slots=True)
class File:
    """Something that the page loads."""

    package: str
    path: str
    kind: str
    """Its content type."""


FILES: Final = {
    "/page.css": File("game.serve", "page/page.css", "text/css"),
    "/page.js": File("game.serve", "page/page.js", "text/javascript"),
    "/wait.js": File("game.serve", "page/wait.js", "text/javascript"),
    "/terminal.css": File("textual_serve", "static/css/xterm.css", "text/css"),
    "/terminal.js": File("textual_serve", "static/js/textual.js", "text/javascript"),
    "/mono.ttf": File("textual_serve", "static/fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
}


@cache
def file(path: str) -> bytes:
    """Return one of FILES; raises KeyError."""
    wanted = FILES[path]
    return files(wanted.package).joinpath(*wanted.path.split("/")).read_bytes()


KEYS: Final = (
    ("ArrowUp", "↑", "up"),
    ("ArrowDown", "↓", "down"),
    ("Enter", "⏎", "Enter"),
    (" ", "␣", "space"),
    ("Escape", "Esc", "Escape"),
    ("u", "u", "u, undo"),
    ("l", "l", "l, ledger"),
    ("?", "?", "question mark, help"),
)
"""What a phone has no keys for."""


def _frame(title: str, body: str, head: str = "") -> str:
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width, initial-scale=1">'
        f'<title>{escape(title)}</title><link rel=icon href="data:,">'
        f"<link rel=stylesheet href=/page.css>{head}</head><body>{body}</body></html>"
    )


def game() -> str:
    """Return the page that shows a game."""
    keys = "".join(
        f'<button type=button data-key="{escape(key)}" aria-label="{escape(name)}">'
        f"{escape(sign)}</button>"
        for key, sign, name in KEYS
    )
    return _frame(
        "Carrot & Stick",
        "<header class=heard><h1>Carrot &amp; Stick</h1></header>"
        '<main id=terminal class=textual-terminal aria-label="The game. It is a terminal: '
        'for a screen reader, carrot --plain is the better way."></main>'
        f"<nav id=keys aria-label=Keys>{keys}"
        "<button type=button id=board aria-label=Keyboard>⌨</button></nav>"
        "<div id=over role=alert><p>The game is closed on this page: you left it, it goes on in "
        "another tab, or the machine that serves it has stopped. What you chose is kept.</p>"
        "<button type=button id=again>Play on</button></div>"
        "<noscript><p class=said>This page shows a terminal, and needs JavaScript for it.</p>"
        "</noscript>",
        "<link rel=stylesheet href=/terminal.css><script src=/terminal.js></script>"
        "<script src=/page.js></script>",
    )


def _told(title: str, *sentences: str, head: str = "") -> str:
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    return _frame(
        f"{title} · Carrot & Stick", f"<main class=said><h1>{escape(title)}</h1>{told}</main>", head
    )


def full(most: int) -> str:
    """Return the page of the one too many; it asks again by itself."""
    are = f"All {most} seats are taken" if most > 1 else "The one seat is taken"
    return _told(
        "Nobody is turned away for good",
        f"{are} just now. The city waits: this page tries again every {AGAIN_SECONDS} seconds, and "
        "you are in as soon as somebody leaves.",
        f"Whoever serves the game can make room for more: carrot serve --most {2 * most}.",
        # By script it is only turned when there is room: nobody's reading is cut short.
        head=f"<script src=/wait.js data-seconds={AGAIN_SECONDS}></script>"
        f"<noscript><meta http-equiv=refresh content={AGAIN_SECONDS}></noscript>",
    )


def refused(sentence: str) -> str:
    """Return a page that says why something was refused."""
    return _told("Not here", sentence)
