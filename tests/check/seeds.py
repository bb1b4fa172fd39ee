"""Slips to sow into a copy of the shipped story: the 13 that engines' lints are measured by, and
15 of our own. Each is a small edit, the code that tells it, and the words at whose line it does.
"""

from dataclasses import dataclass

__all__ = ["OURS", "THIRTEEN", "Seed"]

ONE, TWO, THREE, FOUR, FIVE = (
    "chapters/1-ordinary-days.yaml",
    "chapters/2-the-paper-trail.yaml",
    "chapters/3-doors.yaml",
    "chapters/4-voices.yaml",
    "chapters/5-who-keeps-score.yaml",
)
NEVER = "chose red-man.cross and chose red-man.wait"
TWICE = """\
  - id: red-man
    title: The red man, again
    month: 12
    claims: [A19]
    text: |
      Canal Street is empty again, as it was in spring. The red man has been red for as long
      as Ada has been at school. The bus is not there any more, and neither is the old man.
      Nothing is coming, and a new camera looks.
    options:
      - id: go
        label: Go over to where the bus was.
        outcome: |
          Six steps and you are over, as in spring. A leaf comes after you, and takes rather
          longer, because it stops in the middle to turn round and look.
      - id: stay
        label: Stay where the old man was.
        outcome: |
          You put both hands on a stick that isn't there. It goes green, and then red, and then
          green again, and nobody at all has asked you anything.
"""
QUESTION = "  question: What can a camera at a crossing see, and what can it never know?\n"
SEEN = (
    '  seen: "The report: small fines, training or helping; a traffic credit record was '
    'still being planned."\n'
)


@dataclass(frozen=True)
class Seed:
    """One slip."""

    code: str
    file: str
    edits: tuple[tuple[str, str], ...]
    """Words that stand in the file once, and what stands there instead; no words: at its end."""
    at: str
    """Words on the line at which it is to be told; they stand in the broken file."""
    told_in: str = ""
    """The file in which it is told, if not in the one that was edited."""


def seed(code: str, file: str, old: str, new: str, at: str, told_in: str = "") -> Seed:
    return Seed(code, file, ((old, new),), at, told_in)


RUN = "        label: Run. Nothing is coming.\n"
GIVE = "        label: Give them your slip. They can share the minutes.\n"
COUNTING = "    title: Nobody was counting\n"
SOUP = "label: Take her soup, and show her the proof alone."
BOTH = "label: Join, buy both, and pay in four easy parts."
UNTICK = 'label: "Untick the box, buy the shoes, and nothing else"'

THIRTEEN = (
    seed("unknown-scene", ONE, RUN, f"{RUN}        then: bargian\n", "then: bargian"),
    seed(
        "scene-never-played",
        FOUR,
        "- id: scorecard\n",
        f"- id: scorecard\n    if: {NEVER}\n",
        "- id: scorecard",
    ),
    seed(
        "no-last-ending",
        "story.yaml",
        COUNTING,
        f"{COUNTING}    if: on any\n",
        "- id: nobody-was-counting",
    ),
    seed(
        "never-offered",
        FOUR,
        "- id: publish\n",
        f"- id: publish\n        if: {NEVER}\n",
        "- id: publish",
    ),
    seed("unknown-brace", ONE, "A heron. You", "A heron, {nmae}. You", "A heron, {nmae}"),
    seed(
        "unknown-door",
        THREE,
        "needs: door fast-train open",
        "needs: door fast-trian open",
        "door fast-trian",
    ),
    seed("duplicate-id", FIVE, "", TWICE, "- id: red-man\n    title: The red man, again"),
    Seed(
        "soft-lock",
        THREE,
        (
            ("- id: lind\n", "- id: lind\n        if: purse >= 0\n"),
            ("- id: stall\n", "- id: stall\n        if: purse >= 0\n"),
        ),
        "- id: table-for-three",
    ),
    seed("backward", FIVE, GIVE, f"{GIVE}        then: half-price\n", "then: half-price"),
    seed(
        "unused-memory",
        "story.yaml",
        "[ties, purse, voice]",
        "[ties, purse, voice, nerve]",
        "voice, nerve]",
    ),
    seed("score-clamps", "rulebooks/bureau.yaml", "large: 50}", "large: 500}", "number: {start"),
    seed("alike-options", ONE, BOTH, UNTICK, UNTICK),
    seed("empty-text", FOUR, SOUP, 'label: ""', 'label: ""'),
)

OURS = (
    seed("unknown-deed", ONE, "[buys-for-child, declines", "[buys-for-chlid, declines", "-chlid"),
    seed(
        "month-falls",
        THREE,
        "- id: school-gate\n    title: The school gate\n    month: 9",
        "- id: school-gate\n    title: The school gate\n    month: 7",
        "- id: school-gate",
    ),
    seed(
        "no-basis",
        "rulebooks/record.yaml",
        "    claim: A19\n    sources: [JINAN-2017, SCMP-JINAN, NANJING-GT-2019]\n",
        "",
        "  crosses-on-red:",
    ),
    seed("unanswered-claim", "claims/article.yaml", QUESTION, "", "- id: A19"),
    seed("unseen-source", "sources.yaml", SEEN, "", "[JINAN-2017,", told_in="claims/article.yaml"),
    seed(
        "unanswered-deed",
        "deeds.yaml",
        "",
        "sings: {name: singing}\n",
        "id: record",
        told_in="rulebooks/record.yaml",
    ),
    seed(
        "list-term",
        "rulebooks/record.yaml",
        "its book shows no payment.\n    until: cleared\n",
        "its book shows no payment.\n",
        "  spending-order:",
    ),
    seed(
        "option-words",
        THREE,
        "Eat at the soup stall, under the bridge.",
        "Eat at the soup stall, under the bridge, in the rain, with a chair of your own.",
        "with a chair of your own",
    ),
    seed(
        "avoided-word",
        FOUR,
        "brings you an oak board",
        "brings you, a laolai, an oak board",
        'outcome: |\n          "Of course," says Mr. Amsel',
    ),
    seed(
        "changed-quote",
        "claims/article.yaml",
        "quote: whether you jaywalk",
        "quote: whether you Jaywalk",
        "quote: whether you Jaywalk",
    ),
    seed(
        "duplicate-key",
        "story.yaml",
        "transfer: |",
        "unscored_note: Again.\ntransfer: |",
        "unscored_note: Again.",
    ),
    seed("unknown-key", ONE, "time: Spring, ten at night", "tiem: Spring, ten at night", "tiem:"),
    seed(
        "not-yet",
        ONE,
        "    claims: [A16, A15, A6, A8]\n",
        "    claims: [A16, A15, A6, A8]\n    also:\n      - if: chose poster.accept\n"
        "        text: It is you.\n",
        "if: chose poster.accept",
    ),
    seed(
        "door-test",
        "rulebooks/article.yaml",
        "  slow-train:\n    closed: number <",
        "  slow-train:\n    closed: score <",
        "closed: score < 550",
    ),
    seed(
        "text-never-shown",
        THREE,
        "      - if: chose ten-thousand-steps.leave\n",
        f"      - if: {NEVER}\n        text: You both ran and waited.\n"
        "      - if: chose ten-thousand-steps.leave\n",
        f"      - if: {NEVER}\n        text: You both ran",
    ),
)
