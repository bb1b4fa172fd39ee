"""The way in: a square that a camera reads, an address in letters, and what if there is none."""

import socket
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from textual.color import Color
from textual.strip import Strip

from game.classroom import addresses
from game.classroom.doorway import Doorway, found_open
from game.core.saves.settings import Preferences
from game.core.story.model import Story
from tests.tui.walls import Wall, hung

CELL = (8, 16)
THEMES = ("high-contrast", "night-edition", "newsprint")
HALVES = {"▀": (0, 0, 1, 0.5), "▄": (0, 0.5, 1, 1), "█": (0, 0, 1, 1)}


def picture(strips: list[Strip]) -> Image.Image:
    """Paint a terminal: grounds, and of all letters the blocks; letters are grey boxes."""
    width = max(strip.cell_length for strip in strips)
    image = Image.new("RGB", (width * CELL[0], len(strips) * CELL[1]), "grey")
    draw = ImageDraw.Draw(image)
    for y, strip in enumerate(strips):
        x = 0
        for segment in strip:
            for letter in segment.text:
                _cell(draw, x, y, letter, segment.style)
                x += 1
    return image


def _cell(draw: ImageDraw.ImageDraw, x: int, y: int, letter: str, style: object) -> None:
    ink, ground = (_rgb(getattr(style, part, None)) for part in ("color", "bgcolor"))
    if getattr(style, "reverse", False):
        ink, ground = ground, ink
    wide, high = CELL
    left, top = x * wide, y * high
    draw.rectangle((left, top, left + wide - 1, top + high - 1), fill=ground)
    if letter in HALVES:
        a, b, c, d = HALVES[letter]
        box = (left + a * wide, top + b * high, left + c * wide - 1, top + d * high - 1)
        draw.rectangle(box, fill=ink)
    elif letter.strip():
        draw.rectangle((left + 2, top + 4, left + wide - 3, top + high - 5), fill=ink)


def _rgb(colour: object) -> tuple[int, int, int]:
    triplet = getattr(colour, "triplet", None)
    return tuple(triplet) if triplet else Color.parse("grey").rgb


def scanned(wall: Wall) -> list[str]:
    import zxingcpp

    strips = wall.app.screen._compositor.render_strips(wall.app.size)
    return [found.text for found in zxingcpp.read_barcodes(picture(strips))]


def said(wall: Wall) -> str:
    """The wall's words, without the square that stands beside them."""
    return " ".join(wall.flat.translate(dict.fromkeys(map(ord, HALVES))).split())


@pytest.mark.parametrize("size", [(66, 18), (160, 45)], ids=["66x18", "160x45"])
@pytest.mark.parametrize("theme", THEMES)
async def test_the_square_is_read_off_the_wall(
    shipped: Story, tmp_path: Path, theme: str, size: tuple[int, int]
) -> None:
    settings = Preferences(forced={"theme": (theme, "--set")})
    async with hung(shipped, tmp_path, size, doorway=Doorway(), settings=settings) as wall:
        assert wall.app.theme == theme
        door = wall.app.doorway
        assert door
        assert scanned(wall) == [door.link.upper()]


async def test_the_address_stands_beside_it_in_letters(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path, doorway=Doorway()) as wall:
        door = wall.app.doorway
        assert door
        assert door.link.removeprefix("http://") in wall.text
        assert " ".join(wall.room.lesson.code) in wall.text
        square = door.square
        assert square
        assert (square.width, square.height) == (33, 17)


async def test_whoever_comes_late_is_let_in_in_mid_lesson(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path, doorway=Doorway()) as wall:
        await wall.to("opening")
        await wall.press("w")
        door = wall.app.doorway
        assert door
        assert scanned(wall) == [door.link.upper()]
        await wall.press("right")
        assert wall.shown.page == "opening"
        assert "Join" not in wall.text


async def test_a_new_code_stands_on_the_wall_at_once(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path, doorway=Doorway()) as wall:
        await wall.press("c")
        assert scanned(wall)[0].endswith(f"/{wall.room.lesson.code}")


async def test_a_taken_port_gets_a_sentence_and_hands(shipped: Story, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))
        other.listen()
        port = other.getsockname()[1]
        async with hung(shipped, tmp_path, doorway=Doorway(port=port)) as wall:
            assert f"Port {port} is taken" in wall.flat
            assert "we answer by hands" in wall.flat
            await wall.to("before")
            assert wall.shown.asked
            assert wall.shown.asked.source == "hands"
            await wall.press("1", "2", "space", "9", "enter")
            assert "21 of 21 in" in wall.flat


async def test_an_address_that_changed_is_told_and_the_square_goes_with_it(
    shipped: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import game.classroom.server as server

    monkeypatch.setattr(server, "addresses", lambda: ("10.1.2.3", "127.0.0.1"))
    async with hung(shipped, tmp_path, doorway=Doorway()) as wall:
        assert "10.1.2.3:" in scanned(wall)[0]
        monkeypatch.setattr(server, "addresses", lambda: ("192.168.7.8", "127.0.0.1"))
        for _ in range(3):
            wall.desk._tick()
        await wall.rest()
        assert "has another address now" in said(wall)
        assert "192.168.7.8:" in scanned(wall)[0]


async def test_in_mid_lesson_the_new_square_comes_by_itself_and_goes_with_one_key(
    shipped: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import game.classroom.server as server

    monkeypatch.setattr(server, "addresses", lambda: ("10.1.2.3", "127.0.0.1"))
    async with hung(shipped, tmp_path, doorway=Doorway()) as wall:
        await wall.to("scene")
        monkeypatch.setattr(server, "addresses", lambda: ("192.168.7.8", "127.0.0.1"))
        for _ in range(3):
            wall.desk._tick()
        await wall.rest()
        assert "192.168.7.8:" in scanned(wall)[0]
        assert "has another address now" in said(wall)
        await wall.press("right")
        assert wall.shown.page == "scene"
        assert "Canal Street" in wall.flat


async def test_a_room_that_votes_by_hands_is_not_troubled_by_another_address(
    shipped: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import game.classroom.server as server

    monkeypatch.setattr(server, "addresses", lambda: ("10.1.2.3", "127.0.0.1"))
    async with hung(shipped, tmp_path, doorway=Doorway()) as wall:
        await wall.press("r", "3")
        await wall.to("scene")
        monkeypatch.setattr(server, "addresses", lambda: ("127.0.0.1",))
        for _ in range(3):
            wall.desk._tick()
        await wall.rest()
        assert "in no network now" in wall.flat
        assert "Canal Street" in wall.flat


async def test_another_address_is_one_key_away(
    shipped: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import game.classroom.server as server

    monkeypatch.setattr(server, "addresses", lambda: ("10.1.2.3", "192.168.7.8"))
    async with hung(shipped, tmp_path, doorway=Doorway()) as wall:
        await wall.press("a")
        assert "192.168.7.8:" in wall.text
        await wall.press("a")
        assert "10.1.2.3:" in wall.text


async def test_the_note_for_the_second_window_goes_with_the_room(
    shipped: Story, tmp_path: Path
) -> None:
    journal = tmp_path / "wall.class.jsonl"
    async with hung(shipped, tmp_path, doorway=Doorway()) as wall:
        found = found_open(journal)
        door = wall.app.doorway
        assert found
        assert door
        assert door.server
        assert (found.port, found.secret) == (door.server.port, door.server.secret)
        note = next(tmp_path.glob("*.open"))
        assert note.stat().st_mode & 0o077 == 0
        own = [a for a in addresses.addresses() if a in note.read_text()]
        assert own == []
    assert found_open(journal) is None


@pytest.mark.parametrize("words", ["", "[]", '{"port": 1}', "not JSON", '{"port":"x","secret":1}'])
def test_a_note_that_makes_no_sense_is_none(tmp_path: Path, words: str) -> None:
    (tmp_path / "x.class.jsonl.open").write_text(words)
    assert found_open(tmp_path / "x.class.jsonl") is None
