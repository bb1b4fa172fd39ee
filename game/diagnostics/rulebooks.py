"""Diagnostics of rulebooks: answers, basis, doors, lists, numbers."""

from __future__ import annotations

from game.diagnostics.row import Change, Example, Row

__all__ = ["ROWS"]

ARTICLE, RECORD = "rulebooks/article.yaml", "rulebooks/record.yaml"
UP = "{answer: up, size: small, claim: B2, says: A helping hand earns a point.}"
DOWN = "{answer: down, size: small, claim: B1, says: A late tool costs a point.}"
VAN = "{closed: number < 40, claim: B1,"
LISTED = "{answer: listed, lists: [late-book], claim: B1, says: Your name"
PLACED = '{answer: cleared, lists: [late-book], sources: [SHED-BOOK], where: "Mill Lane, 2024",'
CLEARED = "{answer: cleared, lists: [late-book], sources:"
LOST: Change = (
    "sources.yaml",
    "HEARSAY:",
    "LOST-PAGE: {title: The page that was torn out, year: 2023}\nHEARSAY:",
)

ROWS = (
    Row(
        "unanswered-deed",
        "error",
        "`{keeper}` has no answer for the deed `{deed}`.",
        "Give it a rule, or put it in `silent` or `not_tracked`.",
        Example(ARTICLE, "silent: [marked-late-by-mistake]", "silent: []"),
    ),
    Row(
        "twice-answered",
        "error",
        "`{deed}` is answered twice in `{keeper}`.",
        "One deed, one judgment: keep one of them.",
        Example(ARTICLE, "silent: [marked", "silent: [returns-tool, marked", "returns-tool, m"),
    ),
    Row(
        "no-basis",
        "error",
        "{what} in `{keeper}` names no {basis}.",
        "No ground, no rule: name the sentence or the record it rests on, or be silent.",
        Example(ARTICLE, UP, UP.replace(" claim: B2,", ""), "helps-neighbour"),
    ),
    Row(
        "unseen-source",
        "error",
        "`{source}` was not seen, and can carry nothing.",
        "Look at it and say in `seen` which part, or rest on another.",
        Example(
            "claims/article.yaml",
            "[SHED-BOOK, HEARSAY]",
            "[SHED-BOOK, LOST-PAGE, HEARSAY]",
            "LOST-PAGE",
            (LOST,),
        ),
    ),
    Row(
        "weak-alone",
        "error",
        "{what} rests on weak sources alone.",
        "Add one that is not weak.",
        Example("claims/article.yaml", "[SHED-BOOK, HEARSAY]", "[HEARSAY]", "B1"),
    ),
    Row(
        "no-system",
        "error",
        "the rule for `{deed}` needs the other `system`.",
        "Say who acts instead: the police, a court, the seller.",
        Example(
            ARTICLE,
            UP,
            "{answer: elsewhere, claim: B2, says: Others thank you.}",
            "helps-neighbour",
        ),
    ),
    Row(
        "no-where",
        "error",
        "the rule for `{deed}` needs its place and year.",
        'Add `where: "Jinan, 2017"`.',
        Example(
            ARTICLE,
            UP,
            "{answer: local, claim: B2, says: One lane pays for it.}",
            "helps-neighbour",
        ),
    ),
    Row(
        "no-words",
        "error",
        "the rule for `{deed}` needs a sentence (`says`).",
        "Say in a line what this rulebook makes of it.",
        Example(
            ARTICLE, UP, UP.replace(", says: A helping hand earns a point.", ""), "helps-neighbour"
        ),
    ),
    Row(
        "no-number",
        "error",
        "`{keeper}` keeps no number that could move or be tested.",
        "Give it a `number`, or another answer.",
        Example(
            RECORD, LISTED, LISTED.replace("listed, lists: [late-book]", "down"), "keeps-tool-late"
        ),
    ),
    Row(
        "no-size",
        "error",
        "the rule for `{deed}` needs a `size`.",
        "Name one of `sizes`, or give the points.",
        Example(ARTICLE, UP, UP.replace(" size: small,", ""), "helps-neighbour"),
    ),
    Row(
        "size",
        "error",
        "{what} is above 0.",
        "The answer says which way it goes; the size is how far.",
        Example(ARTICLE, UP, UP.replace("small", "-3"), "helps-neighbour"),
    ),
    Row(
        "scale",
        "error",
        "`{keeper}` starts at {start}, outside its scale.",
        "The scale goes from `low` to `high`.",
        Example(ARTICLE, "start: 50", "start: 150"),
    ),
    Row(
        "band",
        "error",
        "this band can't be read: {reason}.",
        "Write `low: below 40` and `high: from 60`; low ends where high begins, or before.",
        Example(ARTICLE, "low: below 40", "low: under 40", "under"),
    ),
    Row(
        "off-scale",
        "warning",
        "`{test}` {verdict}: the scale of `{keeper}` goes from {low} to {high}.",
        "Name a number inside the scale.",
        Example(
            ARTICLE,
            "closed: number < 40",
            "closed: number < 0",
            "number < 0",
        ),
    ),
    Row(
        "no-list",
        "error",
        "the rule for `{deed}` needs `lists`.",
        "Say which list.",
        Example(RECORD, LISTED, LISTED.replace(" lists: [late-book],", ""), "keeps-tool-late"),
    ),
    Row(
        "whose",
        "error",
        "`{list}` is another's list; so the rule for `{deed}` needs its `whose`.",
        "Write `whose: firm` or `whose: office`, as the list does.",
        Example(RECORD, "    months: 3\n", "    months: 3\n    whose: firm\n", "late-book]"),
    ),
    Row(
        "door-test",
        "error",
        "the test of `{door}` can't be read: {reason}.",
        "Write `open` or `closed`: always, number < N, number >= N, on LIST, joined by `or`.",
        Example(ARTICLE, VAN, VAN.replace("number", "score"), "score < 40"),
    ),
    Row(
        "counter-closes",
        "error",
        "`{keeper}` keeps a counter, which closes nothing.",
        "A counter only opens perks.",
        Example(ARTICLE, "{start: 50, low: 0, high: 100}", "{start: 0, counter: true}", ""),
    ),
    Row(
        "list-term",
        "error",
        "the list `{list}` needs a duration: either `until: cleared` or `months`, one at least.",
        "Nobody is put on a list without an end.",
        Example(RECORD, "    months: 3\n", "", "late-book"),
    ),
    Row(
        "no-way-out",
        "warning",
        "the list `{list}` lasts until it is cleared, and no rule clears it.",
        "Give a deed the answer `cleared`, or the list a number of months.",
        Example(
            RECORD,
            "    months: 3\n",
            "    until: cleared\n",
            "late-book",
            (
                (
                    RECORD,
                    "{answer: cleared, lists: [late-book], sources:",
                    "{answer: none, sources:",
                ),
            ),
        ),
    ),
    Row(
        "idle-part",
        "warning",
        "`{part}` says nothing beside the answer `{answer}`.",
        "Take it away, or change the answer.",
        Example(
            ARTICLE,
            DOWN,
            DOWN.replace("size: small", "size: small, system: the police"),
            "keeps-tool-late",
        ),
    ),
    Row(
        "keeper-hardly-moves",
        "warning",
        "`{keeper}` moves in {count} of {scenes} scenes of `{cut}`; the least is {least}.",
        "Give the cut a scene that this rulebook sees, or leave the keeper out.",
        Example(RECORD, CLEARED, "{answer: none, sources:", "record"),
    ),
)
