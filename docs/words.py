"""Draws up the catalogue of the program's own words, game/words/carrot.pot: `make words`.

Also brings every translation in game/words/locale up to date with it and compiles it. Needs Babel,
which the game itself doesn't: it reads what `msgfmt` has written with the standard library.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from game.diagnostics.table import TABLE
from game.words import LOCALE

GAME = Path(__file__).parents[1] / "game"
POT = GAME / "words" / "carrot.pot"
METHODS = [("**.html", "jinja2"), ("**.js", "javascript")]
"""What Babel looks into; modules are read here, because it misses what stands in an f-string."""
SPOKEN: dict[str, tuple[int, ...] | None] = {"say": None, "mark": None, "many": (1, 2)}
"""The functions of game/words that are handed words, and where in their arguments."""

_BY_THE_WAY = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Report-Msgid-Bugs-To): .*\n', re.MULTILINE
)
"""Lines of a catalogue's head that would change whenever it is drawn up."""

HEADER = """\
# The program's own words: every sentence its faces say. Drawn up by `make words`, not by hand.
# To translate: msginit, or copy to locale/LANGUAGE/LC_MESSAGES/carrot.po, then `make words`.
# Words in {braces} are put in by the program: keep them as they are.
"""


def messages() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Every message with the file it stands in, files and their messages in order."""
    found = [each[:3] for each in extract_from_dir(GAME, METHODS, keywords=SPOKEN)]
    for path in GAME.rglob("*.py"):
        name = path.relative_to(GAME).as_posix()
        found += [(name, *said) for said in said_in(path.read_text(encoding="utf-8"))]
    for file, _, message in sorted(found, key=lambda each: each[:2]):
        yield file, message
    for row in TABLE.values():
        yield "diagnostics/table.py", row.says
        yield "diagnostics/table.py", row.hint


def said_in(module: str) -> Iterator[tuple[int, str | tuple[str, ...]]]:
    """What a module says, each with its line."""
    for node in ast.walk(ast.parse(module)):
        match node:
            case ast.Call(ast.Name("say" | "mark"), [ast.Constant(str(words)), *_]):
                yield node.lineno, words
            case ast.Call(ast.Name("many"), [ast.Constant(str(one)), ast.Constant(str(more)), *_]):
                yield node.lineno, (one, more)


def catalogue() -> Catalog:
    """All words in one place; no line numbers, so that it changes only when words do."""
    drawn = Catalog(project="carrot", version="", charset="utf-8", fuzzy=False)
    drawn.header_comment = HEADER.rstrip()
    for file, message in messages():
        if message and re.search(r"\w", "".join(message)):
            drawn.add(message, locations=[(file, 0)])
    return drawn


def written(drawn: Catalog) -> bytes:
    """The catalogue as the text of a .pot or .po file."""
    file = BytesIO()
    write_po(file, drawn, width=100, omit_header=False, include_lineno=False)
    return _BY_THE_WAY.sub(b"", file.getvalue())


def compiled(drawn: Catalog) -> bytes:
    """The catalogue as `gettext` reads it."""
    file = BytesIO()
    write_mo(file, drawn)
    return file.getvalue()


def is_told(message: Message) -> bool:
    """Whether a message is translated, and not merely like one that was."""
    ways = message.string if isinstance(message.string, tuple) else (message.string,)
    return bool(message.id) and all(ways) and not message.fuzzy


def main() -> int:
    """Write the catalogue, and bring the translations up to date; say what changed."""
    drawn = catalogue()
    POT.write_bytes(written(drawn))
    print(f"{POT.name}: {len(drawn)} messages")
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/carrot.po")):
        translated = read_po(po.open("rb"), locale=po.parents[1].name)
        translated.update(drawn)
        po.write_bytes(written(translated))
        po.with_suffix(".mo").write_bytes(compiled(translated))
        done = sum(is_told(message) for message in translated)
        print(f"{po.parents[1].name}: {done} of {len(drawn)} messages translated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
