"""Diagnostics of names: what leads nowhere, stands twice, or is used by nothing."""

from __future__ import annotations

from game.diagnostics.row import Change, Example, Row

__all__ = ["ROWS"]

SPRING, LAST = "chapters/1-spring.yaml", "chapters/2-summer.yaml"
ARTICLE, RECORD, CLAIMS = "rulebooks/article.yaml", "rulebooks/record.yaml", "claims/article.yaml"
CHECK = "checks/late.txt"


DECLARED = "Look at how it is spelt where it is declared."
SPEAKERS = "Add it to `speakers` in story.yaml, with a name as a sentence would say it."


def _unknown(what: str, file: str, mended: str, broken: str, at: str, *given: Change) -> Row:
    example = Example(file, mended, broken, at, given)
    hint = SPEAKERS if what == "speaker" else DECLARED
    return Row(f"unknown-{what}", "error", f"there is no {what} `{{word}}`.", hint, example)


TRAIL = """\
- id: late
  title: Who was late?
  claim: B1
  asks: Where did it change?
  answer: book
  why: The book never said point.
  steps:
    - {id: book, who: The book, when: 2024, told: A line., sources: [SHED-BOOK]}
"""

ROWS = (
    _unknown("door", LAST, "door spare-key open", "door spare-kay open", "spare-kay"),
    _unknown("list", "story.yaml", "was on late-book", "was on late-bok", "late-bok"),
    _unknown("memory", "story.yaml", "ties >= 3", "tise >= 3", "tise"),
    _unknown("scene", "story.yaml", "[drill, ladder]", "[dril, ladder]", "dril,"),
    _unknown("option", SPRING, "if: chose drill.keep", "if: chose drill.kept", "drill.kept"),
    _unknown(
        "cut",
        SPRING,
        "title: The drill\n    cuts: [short]",
        "title: The drill\n    cuts: [shrt]",
        "shrt",
    ),
    _unknown("deed", SPRING, "deeds: [keeps-tool-late]", "deeds: [keep-tool-late]", "keep-tool"),
    _unknown("claim", LAST, "claims: [B2, B1]", "claims: [B2, B3]", "B3"),
    _unknown("source", CLAIMS, "[SHED-BOOK, HEARSAY]", "[SHED-BOK, HEARSAY]", "SHED-BOK"),
    _unknown(
        "speaker",
        CLAIMS,
        "speaker: article\n  place: line 2",
        "speaker: artikel\n  place: line 2",
        "",
    ),
    _unknown("rulebook", "story.yaml", "beside: record", "beside: recrod", "recrod"),
    _unknown("size", ARTICLE, "{answer: up, size: small", "{answer: up, size: smal", "smal,"),
    _unknown(
        "step",
        "trails.yaml",
        "answer: book",
        "answer: bok",
        "bok",
        (
            "trails.yaml",
            "",
            TRAIL,
        ),
    ),
    _unknown("keeper", CHECK, "keeper: article", "keeper: artcle", "artcle"),
    _unknown("ending", CHECK, "ending quiet-shed", "ending quite-shed", "ending quite-shed"),
    Row(
        "unknown-brace",
        "error",
        "`{brace}` is no name; a text knows only `{{name}}`, the player's.",
        "Take the braces away.",
        Example(LAST, "label: Do it by eye.", 'label: "Do it by {eye}."', '"Do it'),
    ),
    Row(
        "stray-brace",
        "error",
        "`{brace}` can't stand here: titles and the like are printed as they are.",
        "Take the braces away.",
        Example(LAST, "title: The shelf", 'title: "The shelf of {name}"', '"The shelf'),
    ),
    Row(
        "duplicate-id",
        "error",
        "there are two {what} with the id `{id}`.",
        "Give one of them another id.",
        Example(LAST, "id: monday", "id: eye", "eye"),
    ),
    Row(
        "odd-id",
        "error",
        "`{id}` can't be an id: it would be read as something else, or can't be typed.",
        "Use small letters, digits and hyphens, and no word of the conditions.",
        Example(SPRING, "id: wrong-card", "id: wrong.card", "wrong.card"),
    ),
    Row(
        "named-twice",
        "warning",
        "`{word}` stands twice in this list.",
        "Take one of the two away.",
        Example(LAST, "claims: [B2, B1]", "claims: [B2, B1, B2]", "B2]"),
    ),
    Row(
        "unused-deed",
        "advice",
        "no option and no event does `{name}`.",
        "Give it to an option, or take it out of the catalogue and the rulebooks.",
        Example(
            "deeds.yaml",
            "helps-neighbour: {",
            "sings: {name: singing}\nhelps-neighbour: {",
            "sings",
            (
                (ARTICLE, "silent: [marked", "silent: [sings, marked"),
                (RECORD, "not_tracked: [helps", "not_tracked: [sings, helps"),
            ),
        ),
    ),
    Row(
        "unused-door",
        "advice",
        "no condition reads the door `{name}`, and no rulebook speaks of it.",
        "Let something need it, or take it away.",
        Example("story.yaml", "doors:\n", "doors:\n  gate: {name: the gate}\n", "gate: {"),
    ),
    Row(
        "unused-list",
        "warning",
        "no rule of `{keeper}` puts anybody on the list `{name}`.",
        "Let a rule list, or take the list away.",
        Example(
            RECORD,
            "lists:\n  late-book:",
            "lists:\n  black-book:\n    name: the black book\n    reason: Nobody knows.\n"
            "    until: cleared\n    way_out: Ask.\n    claim: B1\n  late-book:",
            "black-book",
        ),
    ),
    Row(
        "unused-claim",
        "advice",
        "{names}: met nowhere in play, only in the library.",
        "Let a scene, a rule, a door or a list name it, if it is to be met.",
        Example(
            CLAIMS,
            "- id: B2",
            "- id: B3\n  fragment: for all but a few\n  speaker: osei\n  place: line 3\n"
            "  plain: Not for all.\n  record: {verdict: opinion, says: So it goes.}\n- id: B2",
            "B3",
            (("story.yaml", "", "speakers: {osei: Osei}\n"),),
        ),
    ),
    Row(
        "unused-source",
        "advice",
        "{names}: no verdict, rule, list or trail rests on it.",
        "Let something rest on it, or keep it as further reading in the library.",
        Example(
            "sources.yaml",
            "HEARSAY:",
            "OTHER-BOOK: {title: Another book, seen: A page of it.}\nHEARSAY:",
            "OTHER-BOOK",
        ),
    ),
    Row(
        "unused-memory",
        "warning",
        "no condition reads `{name}`; so it can be changed and never matters.",
        "Let a condition read it, or take it out of `remembered`.",
        Example(
            "story.yaml",
            "remembered: [ties]",
            "remembered: [ties, nerve]",
            "nerve",
        ),
    ),
)
