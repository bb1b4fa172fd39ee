"""The terminal's own cursor stands where somebody reads: a braille display follows nothing else."""

import pytest

from tests.tui.screens import GALLERY, hung

MARK = "›"
WITH_ROWS = (
    "title-empty", "title-with-runs", "keepers", "lengths", "statements-before", "album", "library",
    "library-found", "library-source", "settings", "scene-first", "scene-closed", "prediction",
    "task-pick", "comment", "comment-part", "ledger", "doors", "history", "met", "guesses",
)  # fmt: skip
"""Screens on which something is highlighted."""


@pytest.mark.parametrize("name", WITH_ROWS)
@pytest.mark.parametrize("size", [(80, 24), (160, 45)], ids=str)
async def test_the_cursor_stands_on_the_highlighted_row_and_follows_it(
    name: str, size: tuple[int, int]
) -> None:
    shot = next(shot for shot in GALLERY if shot.name == name)
    async with hung(shot, size) as table:
        if name == "prediction":  # no guess is marked until somebody moves
            await table.press("down")
        for key in ("down", "down", "up"):
            row = table.text.splitlines()[table.app.cursor_position.y]
            if f"{MARK} " in table.text:
                assert row.strip().startswith(MARK), row
            else:  # the page begins above its options: it is read from its top
                assert table.app.cursor_position == (2, 1)
            await table.press(key)
        assert f"{MARK} " in table.text


async def test_the_cursor_stands_on_the_cell_that_is_walked_to() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "reveal-open")
    async with hung(shot, (100, 30)) as table:
        for key, row in (("down", "Sesame"), ("up", "the comment"), ("up", "the article")):
            await table.press(key)
            line = table.text.splitlines()[table.app.cursor_position.y]
            assert line.strip().startswith(row)
            assert line[table.app.cursor_position.x :].strip()


async def test_after_a_scroll_the_cursor_is_still_on_its_row() -> None:
    shot = next(shot for shot in GALLERY if shot.name == "scene-closed")
    async with hung(shot, (80, 24)) as table:
        await table.press("down", "down", "pageup", "up")
        row = table.text.splitlines()[table.app.cursor_position.y]
        assert row.strip().startswith(MARK)


@pytest.mark.parametrize("name", ["library-found", "task-write"])
async def test_where_something_is_typed_the_cursor_is_in_the_line(name: str) -> None:
    shot = next(shot for shot in GALLERY if shot.name == name)
    async with hung(shot) as table:
        if name == "library-found":
            await table.press("slash")
        else:
            await table.press("h", "i")
        line = table.text.splitlines()[table.app.cursor_position.y]
        assert ("debt" if name == "library-found" else "hi") in line
