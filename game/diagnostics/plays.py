"""Diagnostics of play-throughs: files of choices in `checks/`, and those for `--choices`."""

from __future__ import annotations

from game.diagnostics.row import Example, Row

__all__ = ["ROWS"]

CHECK = "checks/late.txt"

ROWS = (
    Row(
        "not-a-choice",
        "error",
        "expected `scene: option`, found `{found}`.",
        "One choice a line; `#` begins a comment.",
        Example(CHECK, "drill: keep", "drill keep", "drill keep"),
    ),
    Row(
        "bad-expectation",
        "error",
        "this can't be expected: {reason}.",
        "Expect `number 560`, `ending ID`, or a condition.",
        Example(CHECK, "expect: number 40", "expect: number many", "number many"),
    ),
    Row(
        "misfit",
        "error",
        "{why}.",
        "Follow the story as it is played up to here.",
        Example(CHECK, "ladder: pass", "shelf: eye", "eye"),
    ),
    Row(
        "falls-short",
        "error",
        "expected {expected}; {found}.",
        "Mend the story, or what is expected of it.",
        Example(CHECK, "expect: number 40", "expect: number 50", "number 50"),
    ),
)
