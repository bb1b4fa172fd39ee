"""What a diagnostic is: a code, how grave it is, its sentence, what helps, and an example.

Data alone, so that the loader, the check, the page of diagnostics and the tests all read the
same table. Nothing here looks at a story.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Change", "Example", "Row", "Severity", "Whole"]

Severity = Literal["error", "warning", "advice"]
"""An error that loading finds keeps a story from being played; a warning is most likely a slip;
advice is taste."""

Change = tuple[str, str, str]
"""A file of the example story, words that stand in it once, and words to put there instead."""


@dataclass(frozen=True, slots=True)
class Example:
    """One small change to the story in `docs/example`, which has no problem at all."""

    file: str
    mended: str
    """What stands there, or could; it has no problem."""
    broken: str
    """The same with the problem in it."""
    at: str = ""
    """The words at which the problem is told; where empty, only the line counts."""
    given: tuple[Change, ...] = ()
    """Changes that both twins start from."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A file as a whole that is the example: what lies there instead of it."""

    file: str
    shown: str
    """The example in words."""
    data: bytes | None
    """None: nothing lies there."""
    times: int = 1
    """How often the data are repeated: large files needn't stand in a table."""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of problem."""

    code: str
    severity: Severity
    says: str
    """The sentence; names in braces are filled in by whoever tells the problem."""
    hint: str
    """What helps. A problem that has a nearest right word gives that instead."""
    example: Example | Whole | None = None
    """None only where no file can show it: the disk itself refuses."""
    along: tuple[str, ...] = ()
    """Codes that its example can't be without."""
    explored: bool = False
    """Only playing every way through the story can find it."""
