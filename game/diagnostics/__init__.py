"""Diagnostics as data: one table that the loader and the check tell their problems from.

Adding a problem means adding a row, with an example that shows it and a twin that doesn't; the
page `docs/diagnostics.md` and the tests are made from the rows. Nothing here reads a story.
"""

from game.diagnostics.row import Example, Row, Severity, Whole

__all__ = ["Example", "Row", "Severity", "Whole"]
