"""Every screen at every size, held as text; and, for each theme, every style that is used, by role.

A snapshot that differs is not an error by itself: look at it, and where it is meant, write all of
them anew with `make snapshots`. Each file is one screen, its sizes one under the other.
"""

import pytest
from textual.theme import Theme

from game.tui import themes, words
from game.tui.contrast import EDGE, HIGH, TEXT, contrast
from tests.tui.helpers import Table
from tests.tui.holding import HERE, at_size, held, sized
from tests.tui.screens import GALLERY, SIZES, Shot, every_screen, hung
from tests.tui.styles import PROBE, named, used
from tests.tui.test_contrast import OURS, roles
from tests.tui.wall_screens import WALLS


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """One clock for all: dates are told as they are in Greenwich, and it is always the same day."""
    monkeypatch.setattr("game.tui.back_words.date", lambda when: "14 Nov 2023 22:13")
    monkeypatch.setattr("game.tui.figure_words.ago", lambda seconds: "3 days ago")


async def resized(table: Table, columns: int, rows: int) -> None:
    await at_size(table.pilot, columns, rows)
    await table.rest()


@pytest.mark.parametrize("shot", GALLERY, ids=lambda shot: shot.name)
async def test_a_screen_looks_at_every_size_as_it_did(shot: Shot) -> None:
    pages = []
    async with hung(shot) as table:
        first = table.text
        await resized(table, 79, 24)
        assert table.flat == words.TOO_SMALL  # and nothing else
        for columns, rows in SIZES:
            await resized(table, columns, rows)
            assert len(table.text.splitlines()) == rows
            assert columns > 80 or table.text == first  # back as it was
            pages.append(sized((columns, rows), table.text))
        await no_theme_moves_a_letter(table, shot)
    held(shot.name, "\n".join(pages))


async def no_theme_moves_a_letter(table: Table, shot: Shot) -> None:
    """Themes change colours and nothing else; but the settings say which one it is."""
    here = table.text
    for theme in themes.OURS if not shot.name.startswith("settings") else ():
        table.app.theme = theme.name
        await table.rest()
        assert table.text == here, theme.name


async def test_no_snapshot_is_of_a_screen_that_is_gone() -> None:
    known = {each.name for each in (*GALLERY, *WALLS)} | {"wall-help", "wall-again", "wall-notes"}
    known |= {"styles", *(f"theme-{theme.name}" for theme in themes.OURS)}
    assert {path.stem for path in HERE.glob("*.txt")} <= known


async def test_no_line_of_a_story_is_longer_than_the_measure() -> None:
    for name in ("scene-first", "outcome-falls", "opening", "glance", "ending"):
        shot = next(shot for shot in GALLERY if shot.name == name)
        async with hung(shot, SIZES[3]) as table:
            page = [row[: row.find("│") if "│" in row else None] for row in table.text.splitlines()]
            prose = [row.strip() for row in page[1:-1] if row.strip().count(" ") > 8]
            assert prose
            assert max(map(len, prose)) <= 74  # with a mark and its space before the 72


async def test_every_style_in_use_is_made_of_roles_and_can_be_read() -> None:
    """All screens in a theme whose every role has a colour of its own: so the roles can be read."""
    seen: set[tuple[str, str, bool]] = set()
    kinds: set[type] = set()
    for shot in GALLERY:
        async with hung(shot, SIZES[1]) as table:
            kinds.add(type(table.app.screen))
            table.app.register_theme(PROBE)
            table.app.theme = PROBE.name
            await table.rest()
            seen |= used(table)
    assert set(every_screen()) == kinds, "every screen is in the gallery"
    unknown = {pair for pair in seen if "#" in pair[0] + pair[1]}
    assert unknown == set(), "a colour that is no role"
    for theme in OURS:
        found = roles(theme)
        high = theme.name.startswith("high-contrast")
        for word, ground, is_text in seen:
            least = (HIGH if high else TEXT) if is_text else EDGE
            assert contrast(found[word], found[ground]) >= least, (theme.name, word, ground)
    lines = sorted(f"{'text' if text else 'mark'}: {word} on {on}" for word, on, text in seen)
    held("styles", "\n".join(lines) + "\n")


@pytest.mark.parametrize("theme", themes.OURS, ids=lambda theme: theme.name)
async def test_a_theme_paints_the_reveal_in_its_roles(theme: Theme) -> None:
    shot = next(shot for shot in GALLERY if shot.name == "reveal-open")
    async with hung(shot, SIZES[1]) as table:
        table.app.theme = theme.name
        await table.rest()
        held(f"theme-{theme.name}", named(table, theme))
