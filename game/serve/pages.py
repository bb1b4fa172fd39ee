"""The pages that a browser gets: the game's, and a friendly one for the one too many.

Everything on them comes from here: no font, script, picture or counter from anywhere else, and the
policy that goes with each page holds the browser to that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from game.words import many, mark, say, spoken

__all__ = ["FILES", "HEADERS", "file", "full", "game", "refused"]

HEADERS: Final = {
    # Styles inline: the terminal measures its letters and writes its own.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; "
    "style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",  # not said
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
    ("ArrowUp", "↑", mark("up")),
    ("ArrowDown", "↓", mark("down")),
    ("Enter", "⏎", mark("Enter")),
    (" ", "␣", mark("space")),
    ("Escape", "Esc", mark("Escape")),
    ("u", "u", mark("u, undo")),
    ("l", "l", mark("l, ledger")),
    ("?", "?", mark("question mark, help")),
)
"""What a phone has no keys for: key, sign, and its name that is yet to be said."""


TERMINAL: Final = mark(
    "The game. It is a terminal: for a screen reader, carrot --plain is the better way."
)
OVER: Final = mark(
    "The game is closed on this page: you left it, it goes on in another tab, or the machine that "
    "serves it has stopped. What you chose is kept."
)
NO_SCRIPT: Final = mark("This page shows a terminal, and needs JavaScript for it.")


def _put(template: str, **parts: object) -> str:
    """Fill one of the page's own templates; the parts are HTML already."""
    text = files("game.serve").joinpath("page", template).read_text(encoding="utf-8")
    return Template(text.rstrip("\n")).substitute(parts)


def _frame(title: str, body: str, head: str) -> str:
    language = escape(spoken())
    return _put("frame.html", language=language, title=escape(title), head=head, body=body)


def game() -> str:
    """Return the page that shows a game."""
    buttons = (
        _put("key.html", key=escape(key), name=escape(say(name)), sign=escape(sign))
        for key, sign, name in KEYS
    )
    body = _put(
        "game.html",
        terminal=escape(say(TERMINAL)),
        keys_are=escape(say("Keys")),
        keys="".join(buttons),
        keyboard=escape(say("Keyboard")),
        over=escape(say(OVER)),
        again=escape(say("Play on")),
        no_script=escape(say(NO_SCRIPT)),
    )
    return _frame("Carrot & Stick", body, _put("game-head.html"))


def _told(title: str, *sentences: str, head: str = "") -> str:
    told = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
    body = _put("told.html", title=escape(title), told=told)
    return _frame(f"{title} · Carrot & Stick", body, head)


def full(most: int) -> str:
    """Return the page of the one too many; it asks again by itself."""
    taken = many(
        "The one seat is taken just now. The city waits: this page tries again every {seconds} "
        "seconds, and you are in as soon as somebody leaves.",
        "All {n} seats are taken just now. The city waits: this page tries again every {seconds} "
        "seconds, and you are in as soon as somebody leaves.",
        most,
        seconds=AGAIN_SECONDS,
    )
    more = f"carrot serve --most {2 * most}"  # not said
    return _told(
        say("Nobody is turned away for good"),
        taken,
        say("Whoever serves the game can make room for more: {command}.", command=more),
        # By script it is only turned when there is room: nobody's reading is cut short.
        head=_put("full-head.html", seconds=AGAIN_SECONDS),
    )


def refused(sentence: str) -> str:
    """Return a page that says why something was refused."""
    return _told(say("Not here"), sentence)
