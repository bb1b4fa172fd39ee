"""NO_COLOR to the letter, and what is told where no colour is left.

The real program runs in a real pseudo-terminal, and the bytes that it writes are read.
"""

import os
import re
from pathlib import Path

import pexpect
import pytest
from textual.widgets import Input

from game.core.saves.settings import Preferences, Settings
from game.core.showing.views import RevealPage
from game.tui import themes
from tests.builders import ROOT
from tests.tui.screens import GALLERY, hung

SGR = re.compile(rb"\x1b\[([\d;:]*)m")
COLOUR = re.compile(r"(?:3\d|4\d|9\d|10\d)$")
"""Codes 30–49, 90–107: every one of them is about a colour, the default colours among them."""
OSC_COLOUR = re.compile(rb"\x1b\](?:4|1[0-9]|104|11[0-9]);")


def painted(environment: dict[str, str], *args: str) -> bytes:
    """What the program writes while somebody plays a turn, opens help, settings and the palette."""
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "CARROT_PLAIN")}
    child = pexpect.spawn(
        "python",
        ["-m", "game", "play", "--fresh", "--cut", "taster", *args],
        cwd=str(ROOT),
        env={**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
        dimensions=(30, 100),
        timeout=60,
    )
    seen = b""
    for key, words in (
        ("", "begin"), ("\r", "Ordinary"), ("\r", "red man"), ("1", "rises"), ("2", "Eight steps"),
        ("\r", "ON"), ("?", "Rulebooks"), ("\x1b", "ON"), (",", "Motion"), ("q", "ON"),
        ("c", "Sources"), ("q", "ON"), ("\x10", "Search"), ("\x1b", "ON"), ("\x03", None),
    ):  # fmt: skip
        child.send(key)
        if words is None:
            child.expect(pexpect.EOF)
        else:
            child.expect(words)
        seen += child.before + (child.after if words is not None else b"")
    return seen


def codes(seen: bytes) -> set[str]:
    return {code for found in SGR.findall(seen) for code in re.split("[;:]", found.decode())}


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' own Python comes first."""
    import sys

    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")


@pytest.mark.usefixtures("path")
def test_no_color_leaves_no_code_for_a_colour() -> None:
    seen = painted({"NO_COLOR": "1"})
    assert {code for code in codes(seen) if COLOUR.match(code)} == set()
    assert not OSC_COLOUR.search(seen)
    assert {"1", "3", "7"} <= codes(seen)  # bold, italic and reversed remain


@pytest.mark.usefixtures("path")
def test_an_empty_no_color_takes_nothing_away() -> None:
    assert "38" in codes(painted({"NO_COLOR": ""}))


@pytest.mark.usefixtures("path")
def test_a_theme_on_the_command_line_beats_no_color() -> None:
    assert "38" in codes(painted({"NO_COLOR": "1"}, "--set", "theme=newsprint"))


@pytest.mark.usefixtures("path")
def test_the_terminals_own_theme_uses_its_sixteen_colours_alone() -> None:
    found = codes(painted({}, "--set", "theme=terminal"))
    assert not {"38", "48"} & found
    assert "31" in found


async def test_under_no_color_no_theme_brings_a_colour_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    shot = next(shot for shot in GALLERY if shot.name == "scene-first")
    async with hung(shot) as table:
        for key in ("t", "comma", "enter", "escape"):
            await table.press(key)
            assert table.app.theme == themes.TERMINAL.name
        strips = table.app.screen._compositor.render_strips(table.app.size)
        filtered = [
            segment
            for strip in strips
            for segment in strip.apply_filter(table.app.get_line_filters()[0], None)  # type: ignore[arg-type]
        ]
        assert all(
            s.style is None or (s.style.color is None and s.style.bgcolor is None) for s in filtered
        )


# What a screen tells, it tells in words and signs: the tests below read text without a style.


async def text_of(name: str) -> str:
    shot = next(shot for shot in GALLERY if shot.name == name)
    async with hung(shot, (160, 45)) as table:
        return table.text


async def test_every_cell_of_a_grid_says_its_direction_in_a_sign_and_a_word() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "reveal-open")
    async with hung(shot, (100, 30)) as table:
        page = table.session.whole_reveal
        assert isinstance(page, RevealPage)
        for row in page.rows:
            line = next(
                line
                for line in table.text.splitlines()
                if line.strip().startswith(f"{row.short}  ")
            )
            for cell in row.cells:
                assert cell.sign in line
                assert cell.short.split()[0] in line
        signs = {(cell.kind, cell.sign) for row in page.rows for cell in row.cells}
        by_sign: dict[str, set[str]] = {}
        for kind, sign in signs:
            by_sign.setdefault(sign, set()).add(kind)
        assert all(
            kinds <= {"silent", "not_tracked"} or len(kinds) == 1 for kinds in by_sign.values()
        )


async def test_the_chosen_column_and_the_row_that_counts_are_told_in_words() -> None:
    text = await text_of("reveal-full")
    assert "◀ you" in text
    assert "the article keeps the score" in text.splitlines()[0]
    assert text.index("the article  ") < text.index("the record  ")  # the keeper's row is the first


async def test_a_closed_option_says_so_and_has_no_number() -> None:
    rows = (await text_of("scene-closed")).splitlines()
    shut = next(n for n, row in enumerate(rows) if "Take the fast train." in row)
    assert not rows[shut].strip()[0].isdigit()
    assert "closed below 550 (A4)" in rows[shut + 1]


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("scene-first", "› 1"),
        ("title-empty", "› New year"),
        ("settings", "› Theme"),
        ("keepers", "› 1"),
        ("ledger", "› "),
        ("library", "› A1"),
        ("history", "› "),
        ("statements-before", "›"),
        ("doors", "› "),
        ("met", "› A"),
        ("guesses", "› "),
        ("album", "› 14 Nov 2023"),
    ],
)
async def test_the_highlighted_row_has_a_sign(
    name: str, sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.tui.back_words.date", lambda when: "14 Nov 2023 22:13")
    assert sign in await text_of(name)


async def test_what_is_picked_has_a_filled_circle() -> None:
    text = await text_of("statements-before")
    assert "● t true" in text
    assert "○ f false" in text
    assert "● 3 sure" in text


async def test_a_number_that_falls_says_so_and_a_list_too() -> None:
    assert "The number falls by 10" in await text_of("outcome-falls")
    assert "■ the court's spending" in await text_of("scene-record")
    assert "✕ closed to you" in await text_of("scene-closed")


async def test_the_four_voices_are_named() -> None:
    text = await text_of("card")
    for words in ("the article, paragraph", "the other side", "and for it", "ON RECORD"):
        assert words in text


@pytest.mark.parametrize(
    ("name", "mark"),
    [("scene-first", "› 1"), ("library", "› A1"), ("statements-before", "›"), ("doors", "› ✕")],
)
async def test_where_no_ground_is_left_the_highlighted_row_is_reversed(
    name: str, mark: str
) -> None:
    shot = next(shot for shot in GALLERY if shot.name == name)
    async with hung(shot) as table:
        table.app.theme = themes.TERMINAL.name
        await table.rest()
        strips = table.app.screen._compositor.render_strips(table.app.size)
        row = next(strip for strip in strips if mark in strip.text)
        written = [segment for segment in row if segment.text.strip()]
        assert all(segment.style and segment.style.reverse for segment in written)


async def test_where_no_ground_is_left_the_cell_under_the_cursor_is_reversed() -> None:
    """An underline alone is drawn by no console, and overlooked in any window."""
    async with hung(next(shot for shot in GALLERY if shot.name == "reveal-open")) as table:
        table.app.theme = themes.TERMINAL.name
        await table.rest()
        strips = table.app.screen._compositor.render_strips(table.app.size)
        row = next(strip for strip in strips if "▲ +50°" in strip.text)
        *parts, _bar = row  # the last one is the scrollbar's, which is reversed by itself
        lit = [part for part in parts if part.style and part.style.reverse]
        assert "".join(part.text for part in lit).strip() == "▲ +50°"
        assert {part.style.color.name for part in lit if part.style.color} <= {"default"}


def test_a_setting_of_the_terminals_theme_is_one_of_ours() -> None:
    assert Preferences(kept=Settings(theme="terminal")).now.theme == themes.TERMINAL.name


LIT = ("title-with-runs", "statements-before", "library", "guide", "scene-closed-read")


@pytest.mark.parametrize("name", LIT)
async def test_what_is_highlighted_in_the_terminals_own_colours_is_one_bar(name: str) -> None:
    """Reversed, every colour would be a ground: red, green and grey patches in one row."""
    async with hung(next(shot for shot in GALLERY if shot.name == name)) as table:
        table.app.theme = themes.TERMINAL.name
        await table.rest()
        strips = table.app.screen._compositor.render_strips(table.app.size)
        bars = [
            part.style for strip in strips for part in strip if part.style and part.style.reverse
        ]
        assert bars
        assert {style.color.name for style in bars if style.color} <= {"default"}


async def test_the_cursor_of_a_line_to_write_is_seen_in_the_terminals_own_colours() -> None:
    """Twice reversed it was black, on terminals that are black."""
    async with hung(next(shot for shot in GALLERY if shot.name == "task-write")) as table:
        table.app.theme = themes.TERMINAL.name
        await table.rest()
        line = table.app.screen.query_one(Input)
        for part in ("input--cursor", "input--selection"):
            style = line.get_component_rich_style(part)
            assert style.reverse
            assert {colour.name for colour in (style.color, style.bgcolor) if colour} == {"default"}
