"""The program's own words, in the language of the story: GNU gettext, the standard library's.

A face says a sentence with `say("Page {page} of {of}.", page=3, of=7)`: English stands where it is
said, a newcomer reads it there, and a catalogue may hold the same sentence in another language.
`carrot.pot` beside this file is all of it in one place, drawn up by `make words`; a translation
is `locale/LANGUAGE/LC_MESSAGES/carrot.po`. What has no translation is said in English.

Nothing here words anything, and the story's own texts never pass through it: they are written in
their language already.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterable
from functools import reduce
from pathlib import Path

__all__ = [
    "LOCALE", "capital", "either", "joined", "many", "mark", "say", "sentence", "series",
    "speak", "spoken",
]  # fmt: skip

LOCALE = Path(__file__).parent / "locale"
"""Where translations lie, as gettext wants it."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*")

_ENDS = (".", "!", "?", "”", '"', ":", "。", "！", "？")
"""What ends a sentence, so that no full stop follows it."""

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def speak(language: str, folder: Path = LOCALE) -> bool:
    """Speak a language from now on (`de`, `pt-BR`); False where there is only English.

    One process tells one story, so there is one language at a time, as gettext has it.
    """
    global _catalogue, _language
    # A story names its language, and a name must not lead to a file elsewhere.
    names = [language.replace("-", "_")] if _LANGUAGE.fullmatch(language) else []
    _catalogue = gettext.translation("carrot", folder, names, fallback=True)
    known = type(_catalogue) is not gettext.NullTranslations
    _language = names[0].replace("_", "-") if known else "en"
    return known


def spoken() -> str:
    """The language that is spoken now, as a page names its own."""
    return _language


def mark(words: str) -> str:
    """Mark words where they stand, to be said later: `TITLE = mark("The year")`."""
    return words


def say(words: str, /, **parts: object) -> str:
    """Say words in the language that is spoken, with parts put in for the names in braces."""
    return _put(_catalogue.gettext(words) if words else "", words, parts)


def many(one: str, several: str, n: int, /, **parts: object) -> str:
    """Say how many: `many("{n} scene", "{n} scenes", 3)`; `{n}` is the number itself."""
    english = one if n == 1 else several
    return _put(_catalogue.ngettext(one, several, n), english, {"n": n, **parts})


def joined(words: Iterable[str]) -> str:
    """Join words as the language does: `a`, `a and b`, `a, b and c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return say("{several} and {last}", several=series(items[:-1]), last=items[-1])


def either(words: Iterable[str]) -> str:
    """Join what may be as the language does: `a`, `a or b`, `a, b or c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return say("{several} or {last}", several=series(items[:-1]), last=items[-1])


def series(words: Iterable[str]) -> str:
    """Set words beside one another: `a, b, c`."""
    items = list(words)
    return reduce(lambda some, more: say("{some}, {more}", some=some, more=more), items or [""])


def apart(words: Iterable[str]) -> str:
    """Set phrases beside one another that hold commas of their own: `a; b, or c`."""
    items = list(words)
    return reduce(lambda some, more: say("{some}; {more}", some=some, more=more), items or [""])


def capital(words: str) -> str:
    """Begin with a capital letter, where the script has any."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """Make a sentence of a phrase: a capital at the start, a full stop at the end."""
    words = capital(words.strip())
    ended = not words or words.endswith(_ENDS)
    return words if ended else say("{phrase}.", phrase=words)


def _put(told: str, english: str, parts: dict[str, object]) -> str:
    """Fill braces; a translation that names a part that isn't there gives way to English."""
    if not parts:
        return told
    try:
        return told.format(**parts)
    except (KeyError, IndexError, ValueError):
        return english.format(**parts)
