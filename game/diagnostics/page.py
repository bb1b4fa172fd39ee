"""The page of diagnostics, made from the table: `python -m game.diagnostics.page > FILE`.

`docs/diagnostics.md` is what it prints; a test fails where the two differ, so nobody edits the
page by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from textwrap import dedent

from game.diagnostics.row import Example, Row, Whole
from game.diagnostics.table import GROUPS, TABLE

__all__ = ["page"]

HEAD = """\
# What `carrot check` can tell you

Made from the table in `game/diagnostics` (`make page`); don't edit it by hand.

Every problem has a code, a place (`file:line:column`), a sentence, and a hint. An **error** keeps a
story from being played; but those of quotes, of the fingerprint, of play-throughs and of what only
exploring finds are seen by a check alone. A **warning** is most likely a slip. An **advice** is
there to be weighed. `carrot check` ends with 1 where there is an error, else with 0.

Each of the {count} kinds below comes with an example: one small change to the story in
[`example`](example), which has no problem at all. The tests make each change, and look for the
problem at its line; then for its absence in the mended twin.
"""


def page() -> str:
    """Return the whole page."""
    parts = [HEAD.format(count=len(TABLE))]
    for title, rows in GROUPS.items():
        links = " · ".join(f"[{row.code}](#{row.code})" for row in rows)
        parts.append(f"## {title}\n\n{links}\n")
        parts += [_row(row) for row in rows]
    return "\n".join(parts)


def _row(row: Row) -> str:
    says = re.sub(r"\{(\w+)\}", r"‹\1›", row.says.replace("{{", "{").replace("}}", "}"))
    lines = [f"### {row.code}", "", f"*{row.severity}*: {says}"]
    if row.hint:
        lines.append(row.hint.replace("{run}", "carrot fingerprint ARTICLE DIR"))
    return "\n".join([*lines, "", *_example(row), ""])


def _example(row: Row) -> Iterator[str]:
    example = row.example
    if isinstance(example, Whole):
        name = "The folder" if example.file == "." else f"`{example.file}`"
        yield f"{name}: {example.shown}"
    elif isinstance(example, Example):
        yield f"In `{example.file}`:"
        yield ""
        yield from _block("has it", example.broken)
        yield from _block("has not", example.mended)
        if row.along:
            yield f"It comes with {', '.join(f'`{code}`' for code in row.along)}."
    else:
        yield "No file can show it."


def _block(what: str, text: str) -> Iterator[str]:
    if not text.strip():
        yield f"    # {what}: without these lines"
    else:
        shown = dedent(text).strip("\n")
        lines = shown.split("\n")
        yield f"    # {what}"
        yield from (f"    {line}".rstrip() for line in lines)
    yield ""


if __name__ == "__main__":
    sys.stdout.write(page())
