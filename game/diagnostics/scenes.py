"""Diagnostics of story.yaml and the chapters: jumps, conditions, cuts, endings, memories."""

from __future__ import annotations

from game.diagnostics.row import Change, Example, Row
from game.diagnostics.snippets import ENDINGS, MORE, WALK, WALK_OPTION

__all__ = ["ROWS"]

HEAD, SPRING, LAST = "story.yaml", "chapters/1-spring.yaml", "chapters/2-summer.yaml"
EYE = "label: Do it by eye."
SHELF = "title: The shelf\n"
EXPECTED: Change = ("checks/late.txt", "expect: ending quiet-shed\n", "")
READ: Change = (LAST, "if: door spare-key open", "if: door spare-key open and ties >= 0")
NO_ALL: Change = (HEAD, "default: true, all: true}", "default: true}")
SHELF_CUT: Change = (LAST, "month: 5\n", "month: 5\n    cuts: [whole]\n")
CARD_CUT: Change = (SPRING, "    month: 2\n", "    cuts: [short]\n    month: 2\n")
REMEMBERED: Change = (HEAD, "[ties]", "[ties, nerve, luck, sleep, rent]")
MEMORIES = ("ties", "nerve", "luck", "sleep", "rent")
MANY = " or ".join(["if: chose drill.keep", *(f"{name} >= 3" for name in MEMORIES)])
TOGETHER = "label: Make all the holes together."
FIRST_OPTION = "      - id: back\n"


def jump(label: str) -> Change:
    """Let an option jump past the wrong card."""
    return (SPRING, f"label: {label}\n", f"label: {label}\n        then: ladder\n")


OPTIONS: Change = (SPRING, "      - id: pass\n", "      - id: pass\n        if: ties >= 1\n")

ROWS = (
    Row(
        "no-keeper",
        "error",
        "a story needs a keeper.",
        "Name its rulebooks in `keepers`.",
        Example(HEAD, "keepers: [article, record]", "keepers: []"),
    ),
    Row(
        "no-cut",
        "error",
        "a story needs a cut.",
        "Write one, such as `whole: {name: The whole, all: true}`.",
        Example(
            HEAD,
            "cuts:\n  short: {name: Two mornings}\n"
            "  whole: {name: The whole spring, default: true, all: true}\n",
            "cuts: {}\n",
            given=(
                (SPRING, "    cuts: [short]\n    month: 1\n", "    month: 1\n"),
                (SPRING, "    cuts: [short]\n    month: 3\n", "    month: 3\n"),
                ("checks/late.txt", "cut: short\n", ""),
            ),
        ),
    ),
    Row(
        "many-cuts",
        "error",
        "a story has at most {most} cuts; here are {count}.",
        "Every cut is proven under every keeper: leave out what nobody plays.",
        Example(
            HEAD,
            "cuts:\n",
            "cuts:\n" + "".join(f"  c{n}: {{name: C, all: true}}\n" for n in range(20)),
        ),
    ),
    Row(
        "empty-cut",
        "error",
        "the cut `{cut}` has no scene.",
        "Name it in the `cuts` of a scene, or take it away.",
        Example(HEAD, "cuts:\n", "cuts:\n  long: {name: A long one}\n", "long"),
    ),
    Row(
        "no-ending",
        "error",
        "a story needs an ending.",
        "Write one without a condition.",
        Example(HEAD, ENDINGS, "endings: []\n", given=(EXPECTED, READ)),
    ),
    Row(
        "no-last-ending",
        "error",
        "the last ending has no condition, so that one always fits.",
        "Take its `if` away, or write another ending after it.",
        Example(
            HEAD,
            "title: A quiet shed\n",
            "title: A quiet shed\n    if: not ties >= 3\n",
            "",
        ),
    ),
    Row(
        "hidden-ending",
        "error",
        "endings after this one are never reached.",
        "Give it a condition, or move it to the end.",
        Example(
            HEAD,
            "endings:\n",
            "endings:\n  - {id: nobody, title: Nobody, text: Nobody is there.}\n",
            "nobody",
        ),
    ),
    Row(
        "idle-rulebook",
        "error",
        "`{id}` is not among the keepers.",
        "Name it in `keepers`, or take its file out of the folder.",
        Example(
            HEAD,
            "keepers: [article, record]\nbeside: record\ngrid: [[article], [article, record]]",
            "keepers: [article]\ngrid: [[article]]",
            "record",
        ),
    ),
    Row(
        "month",
        "error",
        "months go from 1 to 12; this is {month}.",
        "1 is the first of spring, 12 the new year.",
        Example(LAST, "month: 5", "month: 13", "shelf"),
    ),
    Row(
        "month-falls",
        "error",
        "the month never falls; it was {before} before `{scene}`.",
        "Scenes run in file order: move the scene, or raise its month.",
        Example(LAST, "month: 5", "month: 2", "shelf"),
    ),
    Row(
        "event-options",
        "error",
        "an event has cases and no options.",
        "Take `event` away, or turn the options into cases.",
        Example(LAST, SHELF, SHELF + "    event: true\n    cases: [{text: It hangs.}]\n", "shelf"),
    ),
    Row(
        "no-last-case",
        "error",
        "an event's last case has no condition, so that one always fits.",
        "Take its `if` away, or add a case with nothing but a text.",
        Example(
            SPRING,
            "      - deeds: [marked",
            "      - if: ties >= 1\n        deeds: [marked",
            "wrong-card",
        ),
    ),
    Row(
        "scene-cases",
        "error",
        "only events have cases.",
        "Say `event: true`, or turn the cases into options.",
        Example(LAST, SHELF, SHELF + "    cases: [{text: It hangs.}]\n", "shelf"),
    ),
    Row(
        "no-claim",
        "error",
        "a scene names the claim that it plays.",
        "Add `claims`; the first is the sentence of the scene.",
        Example(LAST, "    claims: [B2, B1]\n", "", "shelf"),
    ),
    Row(
        "no-text",
        "error",
        "a scene has a text.",
        "Write `text: |` and what there is to see.",
        Example(
            LAST, "    text: |\n      Osei's shelf", "    glance: |\n      Osei's shelf", "shelf"
        ),
    ),
    Row(
        "soft-lock",
        "error",
        "every scene has an option with neither `needs` nor `if`, or it may lock.",
        "Add a plain way on.",
        Example(
            SPRING,
            "      - id: carry\n",
            "      - id: carry\n        if: ties >= 2\n",
            "ladder",
            (OPTIONS,),
        ),
    ),
    Row(
        "few-options",
        "warning",
        "`{scene}` has {count} option; a scene offers 2 to 4.",
        "Add an option, or make an event of it.",
        Example(LAST, WALK_OPTION, "", "walk", ((LAST, "", WALK + WALK_OPTION),)),
    ),
    Row(
        "many-options",
        "warning",
        "`{scene}` offers {count} options at once; a scene offers 2 to 4.",
        "Join two of them, or give one a condition.",
        Example(SPRING, FIRST_OPTION, MORE + FIRST_OPTION, "drill"),
    ),
    Row(
        "needs-door",
        "error",
        "`needs` asks for open doors; for anything else there is `if`.",
        "Write `needs: door NAME open`.",
        Example(SPRING, "needs: door van open", "needs: ties >= 2", "ties"),
    ),
    Row(
        "backward",
        "error",
        "`then` jumps forward only.",
        "A year is never lived twice: name a later scene.",
        Example(LAST, EYE, f"{EYE}\n        then: drill", "drill"),
    ),
    Row(
        "skipped-scene",
        "warning",
        "no way leads to `{scene}`: every option before it jumps past it.",
        "Let one option go on without `then`, or jump to it.",
        Example(
            SPRING,
            f"{TOGETHER}\n",
            f"{TOGETHER}\n        then: ladder\n",
            "wrong-card",
            (jump("Hand the drill over."), jump("Keep it one more night.")),
        ),
    ),
    Row(
        "homeless-scene",
        "warning",
        "`{scene}` is in no cut, so nobody ever plays it.",
        "Name a cut in its `cuts`, or let one cut say `all: true`.",
        Example(
            SPRING,
            "    cuts: [short]\n    month: 2\n",
            "    month: 2\n",
            "wrong-card",
            (NO_ALL, SHELF_CUT, CARD_CUT),
        ),
    ),
    Row(
        "not-yet",
        "warning",
        "`chose {fact}` never holds here: `{scene}` is played later.",
        "Read a choice that was made before, or move the scene.",
        Example(SPRING, "chose drill.together", "chose shelf.eye", "shelf.eye"),
    ),
    Row(
        "never-together",
        "warning",
        "`chose {fact}` never holds here: no cut plays both scenes.",
        "Put both into one cut.",
        Example(
            LAST,
            "if: door spare-key open",
            "if: chose drill.together",
            "drill.together",
            (NO_ALL, SHELF_CUT, CARD_CUT),
        ),
    ),
    Row(
        "held-reads",
        "error",
        "standing, doors and lists can't be read while a reveal is held back.",
        "Move it to another chapter, or let the scene before it reveal at once.",
        Example(
            SPRING,
            "time: April, a quarter past seven\n",
            "reveal: held\n    time: April, a quarter past seven\n",
        ),
    ),
    Row(
        "many-facts",
        "warning",
        "at `{scene}` conditions keep {count} facts alive; the most is {most}: {facts}.",
        "Let one of them be read earlier, or not at all: each may double the states of the story.",
        Example(
            LAST,
            MANY,
            f"{MANY} or chose ladder.carry",
            "shelf",
            (REMEMBERED, (LAST, "if: door spare-key open", MANY)),
        ),
    ),
)
