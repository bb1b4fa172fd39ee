"""Colours by role: two themes of our own, and the same roles derived for Textual's themes."""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

__all__ = ["NEWSPRINT", "NIGHT", "OURS", "ROLES", "derive", "next_theme"]

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
    "rule",  # the thin rule
)


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
        "muted": "#6E6557",
        "stamp": "#A6321C",
        "amber": "#8A5A00",
        "green": "#2F5D62",
        "clipping": "#FBF7EC",
        "note": "#EFE4C8",
        "card": "#E3ECE6",
        "bar": "#E9E0CB",
        "chosen": "#E6CCBA",
        "rule": "#CFC4AB",
    },
    "#F4EEDF",
)

NIGHT = _ours(
    "night-edition",
    True,
    {
        "ink": "#EAE4D6",
        "muted": "#9A9689",
        "stamp": "#E58A6B",
        "amber": "#E0B45C",
        "green": "#8FBFB0",
        "clipping": "#1C1F25",
        "note": "#2A261C",
        "card": "#1B2926",
        "bar": "#24282F",
        "chosen": "#43302B",
        "rule": "#3A3E46",
    },
    "#15171B",
)

OURS = (NEWSPRINT, NIGHT)


def next_theme(name: str) -> str:
    """The theme that the key for it switches to: the other one of ours."""
    return NIGHT.name if name == NEWSPRINT.name else NEWSPRINT.name


_ANSI = {
    "ink": "ansi_default",
    "muted": "ansi_default",
    "stamp": "ansi_red",
    "amber": "ansi_yellow",
    "green": "ansi_green",
    "clipping": "ansi_default",
    "note": "ansi_default",
    "card": "ansi_default",
    "bar": "ansi_default",
    "chosen": "ansi_default",
    "rule": "ansi_default",
}


def derive(theme: Theme, variables: dict[str, str]) -> dict[str, str]:
    """Find colours for every role in a theme that knows none of them."""
    if "stamp" in theme.variables:
        return {}
    if theme.ansi:
        return dict(_ANSI)
    text = Color.parse(variables["foreground"])
    ground = Color.parse(variables["background"])
    stamp = Color.parse(theme.error or theme.primary)
    amber = Color.parse(theme.warning or theme.primary)
    green = Color.parse(theme.success or theme.secondary or theme.primary)
    return {
        "ink": text.hex6,
        "muted": text.blend(ground, 0.3).hex6,
        "stamp": stamp.hex6,
        "amber": amber.hex6,
        "green": green.hex6,
        "clipping": ground.blend(text, 0.06).hex6,
        "note": ground.blend(amber, 0.12).hex6,
        "card": ground.blend(green, 0.12).hex6,
        "bar": ground.blend(text, 0.1).hex6,
        "chosen": ground.blend(stamp, 0.25).hex6,
        "rule": ground.blend(text, 0.2).hex6,
    }
