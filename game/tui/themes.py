"""Colours by role: themes of our own, and the same roles derived for Textual's themes.

Every colour of text can be read on every ground, in every theme: `contrast` says what that means,
and `tests/tui/test_contrast.py` reckons it. Only the theme that leaves colours to the terminal can
promise nothing; there all running text has the terminal's own colour.
"""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

from game.tui.contrast import EDGE, legible

__all__ = [
    "GROUNDS", "HIGH_CONTRAST", "HIGH_NIGHT", "NEWSPRINT", "NIGHT", "OURS", "ROLES", "TERMINAL",
    "WORDS", "derive", "knows_roles", "next_theme",
]  # fmt: skip

ROLES = (
    "ink",  # running text
    "muted",  # captions, hints, what stands back
    "stamp",  # the one strong colour: titles, the chosen thing, what goes down
    "amber",  # edge of the margin notes: arguments
    "green",  # edge of the record's card, and what goes up
    "clipping",  # ground of a quoted sentence
    "note",  # ground of an argument
    "card",  # ground of the record
    "bar",  # ground of the lines at top and bottom
    "chosen",  # ground of the highlighted row
    "rule",  # the thin rule, and what scrolls
)
WORDS = ("ink", "muted", "stamp", "amber", "green")
"""The roles in which something is written."""
GROUNDS = ("clipping", "note", "card", "bar", "chosen")
"""The roles on which something is written, beside the theme's own background."""


def _ours(name: str, dark: bool, colours: dict[str, str], ground: str) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=colours["stamp"],
        secondary=colours["green"],
        accent=colours["stamp"],
        warning=colours["amber"],
        error=colours["stamp"],
        success=colours["green"],
        foreground=colours["ink"],
        background=ground,
        surface=colours["clipping"],
        panel=colours["bar"],
        variables=colours,
    )


NEWSPRINT = _ours(
    "newsprint",
    False,
    {
        "ink": "#1E1B16",
        "muted": "#5F574A",
        "stamp": "#A02E19",
        "amber": "#7A4E00",
        "green": "#285459",
        "clipping": "#FBF7EC",
        "note": "#EFE4C8",
        "card": "#E3ECE6",
        "bar": "#E9E0CB",
        "chosen": "#EBD3C3",
        "rule": "#8D846E",
    },
    "#F4EEDF",
)

NIGHT = _ours(
    "night-edition",
    True,
    {
        "ink": "#EAE4D6",
        "muted": "#A5A194",
        "stamp": "#E58A6B",
        "amber": "#E0B45C",
        "green": "#8FBFB0",
        "clipping": "#1C1F25",
        "note": "#2A261C",
        "card": "#1B2926",
        "bar": "#24282F",
        "chosen": "#43302B",
        "rule": "#6A6F7A",
    },
    "#15171B",
)

HIGH_CONTRAST = _ours(
    "high-contrast",
    False,
    {
        "ink": "#000000",
        "muted": "#333333",
        "stamp": "#7A0C00",
        "amber": "#4F3000",
        "green": "#003F3A",
        "clipping": "#FFFFFF",
        "note": "#FFF3D1",
        "card": "#DFF3EC",
        "bar": "#E4E4E4",
        "chosen": "#FFD84D",
        "rule": "#595959",
    },
    "#FFFFFF",
)

HIGH_NIGHT = _ours(
    "high-contrast-night",
    True,
    {
        "ink": "#FFFFFF",
        "muted": "#D6D6D6",
        "stamp": "#FFB09C",
        "amber": "#FFD866",
        "green": "#A5EBD5",
        "clipping": "#000000",
        "note": "#1F1A08",
        "card": "#06211B",
        "bar": "#1E1E1E",
        "chosen": "#4A2318",
        "rule": "#9A9A9A",
    },
    "#000000",
)

_ANSI = {
    **dict.fromkeys(("ink", "muted", "rule", *GROUNDS), "ansi_default"),
    "stamp": "ansi_red",
    "amber": "ansi_magenta",
    "green": "ansi_green",
}
"""The terminal's own sixteen colours: whatever its owner chose, on whatever ground."""

TERMINAL = Theme(
    name="terminal",
    dark=True,
    ansi=True,
    primary="ansi_red",
    secondary="ansi_green",
    accent="ansi_red",
    warning="ansi_magenta",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        **_ANSI,
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "reverse",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
    },
)

OURS = (NEWSPRINT, NIGHT, HIGH_CONTRAST, HIGH_NIGHT, TERMINAL)


def next_theme(name: str) -> str:
    """The theme that the key for it switches to: the next of ours."""
    names = [theme.name for theme in OURS]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]


def knows_roles(theme: Theme) -> bool:
    """Whether a theme has colours for our roles, as each of ours has."""
    return "stamp" in theme.variables


def derive(theme: Theme, variables: dict[str, str]) -> dict[str, str]:
    """Find colours for every role in a theme that knows none of them, and make them legible."""
    if knows_roles(theme):
        return {}
    if theme.ansi:
        return dict(_ANSI)
    text, ground = Color.parse(variables["foreground"]), Color.parse(variables["background"])
    strong = {
        "stamp": Color.parse(theme.error or theme.primary),
        "amber": Color.parse(theme.warning or theme.primary),
        "green": Color.parse(theme.success or theme.secondary or theme.primary),
    }
    grounds = {
        "clipping": ground.blend(text, 0.06),
        "note": ground.blend(strong["amber"], 0.12),
        "card": ground.blend(strong["green"], 0.12),
        "bar": ground.blend(text, 0.1),
        "chosen": ground.blend(strong["stamp"], 0.25),
    }
    written = {"ink": text, "muted": text.blend(ground, 0.3), **strong}
    on = (ground, *grounds.values())
    made = {role: legible(colour, on) for role, colour in written.items()}
    made["rule"] = legible(ground.blend(text, 0.2), (ground, grounds["clipping"]), EDGE)
    return {role: colour.hex6 for role, colour in (made | grounds).items()}
