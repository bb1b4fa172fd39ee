"""The taster in a real browser, by keyboard, from the title to its ending; a reload on the way.

Skipped, aloud, where there is no browser.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game.core.debrief.gallery import kept_runs
from game.core.saves.runs import Runs
from game.core.story.model import Story
from game.serve import pages
from tests.browser import CHROMIUM, QUIET, must_have
from tests.serve.players import Glass, House, house, until

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

DESK = {"viewport": {"width": 1000, "height": 640}}


@pytest.fixture
async def browser() -> "AsyncIterator[Browser]":
    must_have(
        "playwright", "the app in a browser was not looked at: it needs Chromium and playwright"
    )
    from playwright.async_api import async_playwright

    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        await browser.close()


class Window:
    """A browser's window: keys go in; what its terminal was sent comes out as text."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.glass = Glass()
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("websocket", self._opened)

    def _opened(self, socket: Any) -> None:
        size = dict(part.split("=") for part in socket.url.partition("?")[2].split("&"))
        self.glass = glass = Glass(int(size["width"]), int(size["height"]))
        self.asked.append(socket.url)
        socket.on("framereceived", lambda frame: glass.feed(_bytes(frame)))

    async def open(self, address: str) -> None:
        await self.page.goto(address)
        await self.sees("Your years")
        await self.page.locator("textarea:focus").wait_for(state="attached")

    async def press(self, key: str) -> None:
        """Press a key and wait until something of it is seen."""
        before = self.glass.rows
        await self.page.keyboard.press(key)
        await until(
            lambda: self.glass.rows != before, f"something after {key} on {self.glass.flat!r}"
        )
        await asyncio.sleep(0.15)

    async def choose(self, words: str) -> None:
        """Go down to a row, and press Enter."""
        for _ in range(12):
            if not self.glass.chosen.startswith(words):
                await self.press("ArrowDown")
        assert self.glass.chosen.startswith(words)
        await self.press("Enter")

    async def sees(self, words: str) -> None:
        await until(lambda: words in self.glass.flat, words)


def _bytes(frame: Any) -> bytes:
    return frame if isinstance(frame, bytes) else b""


async def opened(browser: "Browser", served: House, **more: Any) -> Window:
    context = await browser.new_context(**DESK | more)
    window = Window(await context.new_page())
    await window.open(served.address)
    return window


def saved(folder: Path) -> list[dict[str, Any]]:
    """The choices of the one run in the one folder."""
    files = list(folder.rglob("*.run.json"))
    return list(json.loads(files[0].read_text())["choices"]) if files else []


async def test_the_taster_is_played_by_keyboard_to_its_ending(
    browser: "Browser", tmp_path: Path, shipped: Story
) -> None:
    async with house(tmp_path) as served:
        window = await opened(browser, served)
        await window.choose("Length")
        await window.sees("A taster")
        await window.press("1")
        await window.press("ArrowUp")
        while not window.glass.chosen.startswith("New year"):
            await window.press("ArrowUp")
        await window.press("Enter")
        reloaded = False
        for _ in range(300):
            if len(saved(tmp_path)) == 6:
                break
            if len(saved(tmp_path)) == 3 and not reloaded:
                reloaded, before = True, window.glass.rows
                await window.page.reload()
                await until(lambda: window.glass.rows == before, "the page as it was")  # noqa: B023
                await window.page.locator("textarea:focus").wait_for(state="attached")
            await window.press("Enter")
        assert reloaded
        (folder,) = tmp_path.iterdir()
        (kept,) = kept_runs(shipped, Runs(folder / "runs").all()[0])
        assert kept.ending is not None
        for _ in range(30):
            if kept.ending in window.glass.flat:
                break
            await window.press("Enter")
        assert kept.ending in window.glass.flat
        assert window.wrong == []
        own = (served.address, served.address.replace("http", "ws"), "data:")
        assert [url for url in window.asked if not url.startswith(own)] == []


async def test_a_click_and_a_key_of_the_phones_row_do_what_keys_do(
    browser: "Browser", tmp_path: Path
) -> None:
    async with house(tmp_path) as served:
        phone = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
        window = await opened(browser, served, **phone)
        assert len(window.glass.rows[0]) <= window.glass._screen.columns >= 80
        await window.page.locator('#keys [data-key="?"]').tap()
        await window.sees("this help")
        await window.page.locator('#keys [data-key="Escape"]').tap()
        await window.sees("New year")
        await until(lambda: "this help" not in window.glass.flat)
        await window.page.locator('#keys [data-key="ArrowDown"]').tap()
        await until(lambda: window.glass.chosen.startswith("Keeper"))
        assert window.wrong == []


async def test_a_game_that_was_left_says_so_and_is_played_on_by_a_key(
    browser: "Browser", tmp_path: Path
) -> None:
    async with house(tmp_path) as served:
        window = await opened(browser, served)
        assert await window.page.locator("#over").is_hidden()
        await window.page.keyboard.press("q")
        await window.page.get_by_text("The game is closed on this page").wait_for()
        await window.page.locator("#again:focus").wait_for()
        await window.page.keyboard.press("Enter")
        await window.page.locator("#over").wait_for(state="hidden")
        await window.sees("Your years")


async def test_a_narrow_window_gets_smaller_letters_and_keeps_its_page(
    browser: "Browser", tmp_path: Path
) -> None:
    async with house(tmp_path) as served:
        window = await opened(browser, served)
        await window.press("Enter")
        await window.sees("begin")
        await window.page.set_viewport_size({"width": 600, "height": 640})
        await until(lambda: window.glass._screen.columns < 90, "a page set anew")
        assert window.glass._screen.columns >= 80
        await window.sees("begin")


async def test_the_one_too_many_waits_and_is_let_in(
    browser: "Browser", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "AGAIN_SECONDS", 1)
    async with house(tmp_path, most=1) as served:
        first = await served.player().play()
        window = Window(await (await browser.new_context(**DESK)).new_page())
        await window.page.goto(served.address)
        await window.page.get_by_text("The one seat is taken just now.").wait_for()
        await first.press("q")
        await first.ended()
        await window.sees("Your years")
        assert window.wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_on_the_pages(
    browser: "Browser", tmp_path: Path, scheme: str
) -> None:
    must_have("axe_playwright_python", "no axe: the pages were NOT checked for accessibility")
    from axe_playwright_python.async_playwright import Axe

    async def look(page: "Page") -> None:
        found = (await Axe().run(page)).response["violations"]
        assert [violation["id"] for violation in found] == []

    more = {"color_scheme": scheme, "bypass_csp": True, "has_touch": True, "is_mobile": True}
    async with house(tmp_path, most=1) as served:
        window = await opened(browser, served, **more)
        await look(window.page)
        waiting = await (await browser.new_context(**more)).new_page()
        await waiting.goto(served.address)
        await waiting.get_by_text("The one seat is taken just now.").wait_for()
        await look(waiting)
        await window.page.keyboard.press("q")
        await window.page.locator("#again:focus").wait_for()
        await look(window.page)


async def test_without_javascript_a_sentence_says_what_is_missing(
    browser: "Browser", tmp_path: Path
) -> None:
    async with house(tmp_path) as served:
        context = await browser.new_context(java_script_enabled=False)
        page = await context.new_page()
        await page.goto(served.address)
        told = page.locator("noscript p")
        await told.wait_for()
        assert "needs JavaScript" in await told.inner_text()
