"""Contrast, reckoned: every theme, every colour of text on every ground that it may stand on."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from game.tui import themes
from game.tui.contrast import EDGE, HIGH, TEXT, contrast, legible

OURS = [theme for theme in themes.OURS if not theme.ansi]
OTHERS = [theme for theme in BUILTIN_THEMES.values() if not theme.ansi]


def roles(theme: Theme) -> dict[str, Color]:
    """Every role of a theme as a colour, the ground of the page among them."""
    variables = theme.to_color_system().generate()
    named = {**themes.derive(theme, variables), **theme.variables}
    named["background"] = variables["background"]
    return {role: Color.parse(named[role]) for role in (*themes.ROLES, "background")}


def test_black_on_white_is_21_and_a_colour_on_itself_is_1() -> None:
    black, white = Color.parse("#000000"), Color.parse("#ffffff")
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, white) == 1
    assert contrast(Color.parse("#767676"), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", [*OURS, *OTHERS], ids=lambda theme: theme.name)
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    least = HIGH if theme.name.startswith("high-contrast") else TEXT
    found = roles(theme)
    pairs = product(themes.WORDS, ("background", *themes.GROUNDS))
    assert [p for p in pairs if contrast(found[p[0]], found[p[1]]) < least] == []


@pytest.mark.parametrize("theme", [*OURS, *OTHERS], ids=lambda theme: theme.name)
def test_a_rule_and_what_scrolls_stand_out(theme: Theme) -> None:
    found = roles(theme)
    assert all(contrast(found["rule"], found[on]) >= EDGE for on in ("background", "clipping"))


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_a_theme_of_ours_names_every_role(theme: Theme) -> None:
    assert set(themes.ROLES) <= set(theme.variables)


def test_the_terminals_own_theme_puts_no_ground_under_anything() -> None:
    grounds = (*themes.GROUNDS, "ink", "muted", "rule")
    assert {themes.TERMINAL.variables[role] for role in grounds} == {"ansi_default"}


colours = st.builds(Color, *[st.integers(0, 255)] * 3)


@given(colours, colours)
def test_any_colour_can_be_made_legible_on_any_ground(colour: Color, ground: Color) -> None:
    assert contrast(legible(colour, [ground]), ground) >= TEXT


@given(colours)
def test_a_colour_that_is_legible_stays_as_it_is(ground: Color) -> None:
    end = legible(ground, [ground])
    assert legible(end, [ground]) == end
