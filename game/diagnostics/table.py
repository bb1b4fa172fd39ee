"""The table of every problem that can be told. A code that isn't here is a mistake of ours."""

from __future__ import annotations

from game.diagnostics import claims, explored, files, guide, names, plays, rulebooks, scenes, words
from game.diagnostics.row import Row

__all__ = ["GROUPS", "TABLE"]

GROUPS: dict[str, tuple[Row, ...]] = {
    "Files and YAML": files.ROWS,
    "Names": names.ROWS,
    "Scenes, cuts and endings": scenes.ROWS,
    "Rulebooks": rulebooks.ROWS,
    "Claims and quotes": claims.ROWS,
    "The guide": guide.ROWS,
    "Words": words.ROWS,
    "Play-throughs": plays.ROWS,
    "What only exploring finds": explored.ROWS,
}
"""Rows by the heading that they stand under on the page."""

TABLE: dict[str, Row] = {row.code: row for rows in GROUPS.values() for row in rows}
