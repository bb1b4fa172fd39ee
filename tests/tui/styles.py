"""Which styles a screen uses, by the names of their roles and not by their colours."""

from collections.abc import Iterator

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from game.tui import themes
from tests.tui.helpers import Table

__all__ = ["PROBE", "named", "used"]

MARKS = set(" ·┆┊▌▐│─━┃╱▒┊┤┴└┌┐┘├█▀▄▔▁▂▃▅▆▇╭╮╯╰╶╴╷╵┏┓┗┛╺╸╻╹═")
"""What is drawn and not written: edges, rules, charts."""


def _probe() -> Theme:
    """A theme in which no two roles share a colour."""
    colours = {role: f"#{10 + 9 * n:02X}{200 - 7 * n:02X}40" for n, role in enumerate(themes.ROLES)}
    made = themes._ours("probe", False, colours, "#F0F0F0")
    made.variables.update(colours)
    return made


PROBE = _probe()


def _names(theme: Theme) -> dict[str, str]:
    """Colours to roles; a colour that several roles share has all their names."""
    found: dict[str, str] = {}
    variables = theme.variables
    for role, value in (("background", str(theme.background)), *variables.items()):
        if role in (*themes.ROLES, "background"):
            key = value if theme.ansi else Color.parse(value).hex6.upper()
            found[key] = f"{found[key]}/{role}" if key in found else role
    return found


def _runs(table: Table) -> Iterator[list[tuple[str, Style]]]:
    strips = table.app.screen._compositor.render_strips(table.app.size)
    for strip in strips:
        yield [(segment.text, segment.style or Style()) for segment in strip]


def _colour(colour: object, names: dict[str, str], default: str) -> str:
    triplet = getattr(colour, "triplet", None)
    if triplet is not None:
        return names.get(triplet.hex.upper(), triplet.hex)
    name = getattr(colour, "name", None)
    return default if name in (None, "default") else names.get(f"ansi_{name}", f"#{name}")


def used(table: Table) -> set[tuple[str, str, bool]]:
    """Every pair of colours, by role, in which something is written or drawn; and which of both."""
    names = _names(PROBE)
    found = set()
    for row in _runs(table):
        for text, style in row:
            inked = text.strip()
            if inked:
                front, back = style.color, style.bgcolor
                if style.reverse:
                    front, back = back, front
                pair = _colour(front, names, "ink"), _colour(back, names, "background")
                found.add((*pair, not set(inked) <= MARKS))
    return found


def named(table: Table, theme: Theme) -> str:
    """The screen, each run of one style as `role on ground, bold: words`."""
    names, lines = _names(theme), []
    for row in _runs(table):
        parts: list[list[str]] = []
        for text, style in row:
            said = _said(style, names)
            if parts and parts[-1][0] == said:
                parts[-1][1] += text
            elif text.strip():
                parts.append([said, text])
        lines += [f"{said}: {text.strip()}" for said, text in parts] + ["--"]
    return "\n".join(lines) + "\n"


def _said(style: Style, names: dict[str, str]) -> str:
    made = [
        f"{_colour(style.color, names, 'ink')} on {_colour(style.bgcolor, names, 'background')}"
    ]
    kinds = ("bold", "italic", "underline", "strike", "reverse", "dim")
    return ", ".join([*made, *(kind for kind in kinds if getattr(style, kind))])
