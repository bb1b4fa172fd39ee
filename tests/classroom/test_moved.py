"""The machine goes into another network in mid-lesson: noticed, shown, and nobody counts twice."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import game.classroom.server as server
from game.classroom.doorway import Doorway
from game.core.story.model import Story
from game.lesson.events import Gather
from game.lesson.shown import screen
from tests.browser import CHROMIUM, QUIET, must_have
from tests.builders import Tiny
from tests.classroom.phones import Hall, until
from tests.lesson.rooms import Class

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

FIRST = re.compile(r"^http://127\.0\.0\.1[:/]")
HOME, SCHOOL, ALONE = "192.168.1.5", "10.0.7.7", "127.0.0.1"


class Door:
    """A doorway on a machine whose addresses the test decides."""

    def __init__(self, tiny: Tiny, tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
        self.room = Class(tiny.load(), tmp_path / "a.class.jsonl", seats=2).room
        self.doorway, self._patch = Doorway(), patch

    def has(self, *addresses: str) -> None:
        self._patch.setattr(server, "addresses", lambda: (*addresses, ALONE))

    def look(self) -> tuple[str | None, str]:
        """What a look finds, and which address is shown then."""
        found = self.doorway.look(self.room)
        return found, self.doorway.address.rpartition(":")[0]

    @property
    def gathered(self) -> int:
        return self.room.ahead.sitting - 1


@pytest.fixture
async def door(tiny: Tiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Door]:
    door = Door(tiny, tmp_path, monkeypatch)
    yield door
    await door.doorway.close()
    door.room.close()


async def test_another_network_shows_another_address_and_asks_who_is_here(door: Door) -> None:
    door.has(HOME)
    await door.doorway.open(door.room)
    assert door.look() == (None, HOME)
    door.has(SCHOOL)
    assert door.look() == ("moved", SCHOOL)
    assert door.gathered == 1
    assert door.look() == (None, SCHOOL)


async def test_a_network_that_comes_back_changes_nothing_for_phones(door: Door) -> None:
    door.has(HOME)
    await door.doorway.open(door.room)
    door.has()
    assert door.look() == ("lost", ALONE)
    assert door.look() == (None, ALONE)
    door.has(HOME)
    assert door.look() == ("back", HOME)
    assert door.gathered == 0


async def test_after_a_gap_another_network_is_still_another(door: Door) -> None:
    door.has(HOME)
    await door.doorway.open(door.room)
    door.has()
    door.look()
    door.has(SCHOOL)
    assert door.look() == ("moved", SCHOOL)
    assert door.gathered == 1


async def test_a_lesson_begun_without_a_network_finds_the_one_that_comes(door: Door) -> None:
    door.has()
    await door.doorway.open(door.room)
    assert door.look() == (None, ALONE)
    door.has(SCHOOL)
    assert door.look() == ("moved", SCHOOL)


async def test_an_address_that_the_teacher_chose_stays(door: Door) -> None:
    door.has(HOME, SCHOOL)
    await door.doorway.open(door.room)
    door.doorway.next_address()
    assert door.look() == (None, SCHOOL)
    door.doorway.next_address()
    assert door.look() == (None, ALONE)  # this machine alone: to try it out


# Phones


@pytest.fixture
async def hall(shipped: Story, tmp_path: Path) -> AsyncIterator[Hall]:
    """The taster's room under every address of the loopback: 127.0.0.1 first, then 127.0.0.2."""
    room = Class(shipped, tmp_path / "a.class.jsonl", seats=0, cut="taster")
    async with Hall(room, host="0.0.0.0") as hall:
        yield hall


@pytest.fixture
async def browser() -> "AsyncIterator[Browser]":
    must_have("playwright", "no phone went along to another address: that needs Chromium")
    from playwright.async_api import async_playwright

    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        await browser.close()


async def joined(browser: "Browser", hall: Hall, javascript: bool = True) -> "Page":
    context = await browser.new_context(java_script_enabled=javascript)
    page = await context.new_page()
    await join(page, f"{hall.address}/{hall.code}")
    return page


async def join(page: "Page", address: str) -> None:
    await page.goto(address)
    await page.get_by_role("button", name="Join").click()
    await page.get_by_text("You are ").wait_for()


async def move(hall: Hall, *pages: "Page") -> str:
    """Leave the first address for good; return the second one, as it stands on the wall."""
    for page in pages:
        await page.context.route(FIRST, lambda route: route.abort())
    hall.server.routes.streams.close()
    hall.room.submit(Gather())
    await hall.settled()
    return f"127.0.0.2:{hall.server.port}/{hall.code}"


def counted(hall: Hall) -> tuple[int, int]:
    asked = screen(hall.room).asked
    assert asked
    return asked.in_, asked.of


async def test_a_phone_takes_its_seat_along(browser: "Browser", hall: Hall) -> None:
    page = await joined(browser, hall)
    await hall.open_vote()
    await page.get_by_role("button", name="Wait").click()
    await page.locator('button[aria-pressed="true"]', has_text="Wait").wait_for()
    alias = await page.locator("#alias").text_content()
    there = await move(hall, page)
    assert counted(hall) == (0, 0)
    await page.get_by_label("another address now").fill("it stands up there")
    await page.get_by_role("button", name="Go there").click()
    await page.get_by_text("Type it as it stands there").wait_for()
    await page.get_by_label("another address now").fill(f"http://{there.lower()}")
    await page.get_by_role("button", name="Go there").click()
    await page.locator('button[aria-pressed="true"]', has_text="Wait").wait_for()
    assert await page.locator("#alias").text_content() == alias
    assert counted(hall) == (1, 1)
    assert len(hall.room.lesson.seats) == 1
    assert "#" not in page.url
    await page.get_by_role("button", name="Run.").click()
    await page.locator('button[aria-pressed="true"]', has_text="Run.").wait_for()
    assert counted(hall) == (1, 1)
    await until(lambda: len(hall.server.routes.streams) == 1)  # the cookie came along as well


async def test_a_phone_that_scans_the_new_square_is_counted_once(
    browser: "Browser", hall: Hall
) -> None:
    pages = [await joined(browser, hall, javascript) for javascript in (True, False)]
    await hall.open_vote()
    await pages[1].get_by_role("link", name="Look again").click()
    for page in pages:
        await page.get_by_role("button", name="Wait").click()
        await page.locator('button[aria-pressed="true"]', has_text="Wait").wait_for()
    assert counted(hall) == (2, 2)
    there = await move(hall, *pages)
    for page in pages:
        await join(page, f"http://{there}")
        await page.get_by_role("button", name="Run.").click()
        await page.locator('button[aria-pressed="true"]', has_text="Run.").wait_for()
    assert counted(hall) == (2, 2)
    await hall.do("toggle", "show")
    tally = screen(hall.room).tally
    assert tally
    assert dict(tally.counts)["cross"] == 2
    assert tally.in_ == 2


async def test_the_page_asks_where_the_room_is_only_while_it_finds_none(
    browser: "Browser", hall: Hall
) -> None:
    page = await joined(browser, hall)
    await page.context.route(FIRST, lambda route: route.abort())
    hall.server.routes.streams.close()
    await page.get_by_label("another address now").wait_for()
    await page.context.unroute(FIRST)
    await page.get_by_label("another address now").wait_for(state="detached")
