"""Diagnostics that only playing every way through the story can find."""

from __future__ import annotations

from game.diagnostics.row import Example, Row, Severity

__all__ = ["ROWS"]

HEAD, SPRING, LAST = "story.yaml", "chapters/1-spring.yaml", "chapters/2-summer.yaml"
ARTICLE = "rulebooks/article.yaml"


def _explored(
    code: str, severity: Severity, says: str, hint: str, example: Example | None, *along: str
) -> Row:
    return Row(code, severity, says, hint, example, along, explored=True)


ROWS = (
    _explored(
        "never-offered",
        "warning",
        "`{option}` can never be chosen, under any keeper in any cut.",
        "Loosen its `if` or `needs`, or take it away.",
        Example(LAST, "if: door spare-key open", "if: door spare-key open and ties >= 5", "key"),
    ),
    _explored(
        "scene-never-played",
        "warning",
        "no play comes to `{scene}`, under any keeper in any cut.",
        "Loosen its `if`, or the jumps past it.",
        Example(LAST, "title: The shelf\n", "title: The shelf\n    if: ties >= 5\n", "shelf"),
        "door-never-closed",
    ),
    _explored(
        "locked-scene",
        "error",
        "at `{scene}` nothing can be chosen under `{keeper}` in `{cut}`; the way there: {way}.",
        "Add an option with neither `needs` nor `if`.",
        Example(
            SPRING,
            "      - id: pass\n",
            "      - id: pass\n        needs: door van open\n",
            "",
            (
                (
                    SPRING,
                    "      - id: carry\n",
                    "      - id: carry\n        if: chose drill.together\n",
                ),
            ),
        ),
        "soft-lock",
        "text-never-shown",
    ),
    _explored(
        "ending-never-reached",
        "warning",
        "no play comes to the ending `{ending}`, under any keeper in any cut.",
        "Loosen its condition, or move it before the ending that catches its plays.",
        Example(HEAD, "if: ties >= 3", "if: ties >= 5", "osei-waves"),
    ),
    _explored(
        "text-never-shown",
        "warning",
        "no play shows this text: its condition never holds where it stands.",
        "Loosen the condition, or take the text away.",
        Example(
            SPRING,
            "{if: chose drill.together, text: Osei's",
            "{if: chose drill.together and chose drill.back, text: Osei's",
            "",
        ),
    ),
    _explored(
        "door-never-closed",
        "advice",
        "no play closes the door `{door}` under `{keeper}`, though it says when it would.",
        "Move the threshold, or let the story come nearer to it.",
        Example(ARTICLE, "closed: number < 40", "closed: number < 20", "van"),
    ),
    _explored(
        "perk-never-reached",
        "advice",
        "no play opens the door `{door}` under `{keeper}`, though it says when it would.",
        "Move the threshold, or let the story come nearer to it.",
        Example(ARTICLE, "open: number >= 70", "open: number >= 90", "spare-key"),
        "never-offered",
    ),
    _explored(
        "score-clamps",
        "advice",
        "the number of `{keeper}` would leave its scale ({low} to {high}) in `{cut}` and is held "
        "at {end}; the way there: {way}.",
        "Fewer or smaller moves that way, or a wider scale.",
        Example(ARTICLE, "high: 100}", "high: 70}", ""),
    ),
    _explored(
        "unproven",
        "warning",
        "`{cut}` under `{keeper}` is not proven: it has more than {most} states.",
        "Let conditions keep fewer facts alive.",
        None,
    ),
)
