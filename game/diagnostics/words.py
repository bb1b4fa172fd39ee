"""Diagnostics of words: budgets, reading grade, words to avoid, options that read alike."""

from __future__ import annotations

from game.diagnostics.row import Example, Row

__all__ = ["ROWS"]

SPRING, LAST, CLAIMS = "chapters/1-spring.yaml", "chapters/2-summer.yaml", "claims/article.yaml"
TWELVE = "Do it by eye."
THIRTEEN = "Do it by eye, with one eye shut, from the far end of the room."
HARD = (
    "Administrative accountability necessitates comprehensive institutional documentation, "
    "notwithstanding considerable inter-departmental responsibilities, irrespective of "
    "constitutionally guaranteed individual self-determination."
)

MONDAY = """\
          Osei says that it can. On Monday it rains, on Tuesday he has found somebody else, and the
          jars have names on them by then.
"""
EYE = """\
          You step back, you squint, you argue! In the end it is straight enough for plums, and
          a jar goes home with you under your coat.
"""


def _budget(code: str, example: Example) -> Row:
    says = "{what} has {count}; the budget is {budget}."
    return Row(
        code, "warning", says, "A class has 45 minutes: say it shorter, or show more.", example
    )


ROWS = (
    _budget(
        "scene-words",
        Example(
            LAST,
            " It is Sunday, and the shed stays\n      locked until Monday for all but a few.",
            "",
        ),
    ),
    _budget("option-words", Example(LAST, TWELVE, THIRTEEN, "Do it")),
    _budget(
        "outcome-words",
        Example(
            LAST,
            " In the end it is straight enough for plums, and\n"
            "          one jar goes home with you under your coat.",
            "",
        ),
    ),
    _budget(
        "plain-words",
        Example(
            CLAIMS,
            "plain: Help earns a point.",
            f"plain: Help earns a point{' and a smile' * 8}.",
            "Help earns",
        ),
    ),
    _budget(
        "short-words",
        Example(
            LAST, f"{TWELVE}\n", f"{TWELVE}\n        short: by eye and by hand\n", "by eye and"
        ),
    ),
    Row(
        "avoided-word",
        "warning",
        "own prose uses `{word}`, a word that the story avoids.",
        "Say it in other words, or take the word out of `avoid`.",
        Example(LAST, "label: Do it by eye.", "label: Do it like a thief.", "Do it like"),
    ),
    Row(
        "grade",
        "warning",
        "`{chapter}` reads at grade {grade}; the most is {most}.",
        "Shorter sentences, shorter words.",
        Example(
            LAST, "title: The shelf\n", f"title: The shelf\n    glance: {HARD} {HARD}\n", "Summer"
        ),
    ),
    Row(
        "alike-options",
        "warning",
        "`{option}` reads like `{other}`.",
        "Two options that look the same are no choice: say what differs.",
        Example(LAST, "label: Say that it can wait for Monday.", 'label: "do it, by eye"', ""),
    ),
    Row(
        "alike-outcomes",
        "warning",
        "the outcome of `{option}` reads like that of `{other}`.",
        "Let each choice have its own end.",
        Example(LAST, MONDAY, EYE, ""),
    ),
)
