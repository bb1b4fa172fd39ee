"""A phone's page in a language that isn't there, in a real browser, with and without its script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.core.story.model import Story
from tests.classroom.phones import Hall
from tests.classroom.test_browser import PHONE, browser, missing
from tests.lesson.rooms import Class
from tests.words.pseudo import cyrillic, latin

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

__all__ = ["browser"]

pytestmark = pytest.mark.skipif(missing, reason="needs Chromium and playwright")
NAME = {"Carrot", "Stick"}


async def whole(page: Page) -> None:
    """Nothing that is read or heard is left in Latin letters."""
    told = await page.inner_text("body")
    for heard in await page.locator("[aria-label]").all():
        told += f" {await heard.get_attribute('aria-label')}"
    assert set(latin(f"{told} {await page.title()}")) <= NAME
    assert await page.locator("html").get_attribute("lang") == "en", "the story's own language"


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
async def test_a_phone_is_told_whole(
    browser: Browser, pseudo: Story, tmp_path: Path, script: bool
) -> None:
    async with Hall(Class(pseudo, tmp_path / "a.class.jsonl", seats=0, cut="taster")) as hall:
        context = await browser.new_context(**PHONE, java_script_enabled=script)
        page = await context.new_page()

        async def now(words: str) -> None:
            """Wait until the page says something; without a script it is asked anew."""
            if not script:
                await page.goto(hall.address)
            await page.get_by_text(cyrillic(words)).first.wait_for()
            await whole(page)

        await page.goto(f"{hall.address}/{hall.code}")
        await page.get_by_role("button", name=cyrillic("Join")).wait_for()
        await whole(page)
        await page.locator("#room").fill("AAAA")
        await page.locator("button.go").click()
        await page.get_by_text(cyrillic("There is no such room here.")).wait_for()
        await whole(page)
        await page.locator("#room").fill(hall.code)
        await page.locator("button.go").click()
        await now("You are")
        await hall.do("go_on")
        await now("fairly sure")
        await page.locator(".three button").first.click()
        await now("Your answer is in.")
        await hall.open_vote()
        await now("Tap your answer.")
        await page.locator("main button").first.click()
        await now("Your answer is in.")
        await hall.do("toggle")
        await now("Closed. Look at the screen in front.")
        await hall.do("predict")
        await now("Tap your guess.")
        await hall.do("toggle", "show")
        await now("(your vote)")
        hall.teacher.use("hands")
        await hall.do("toggle")
        await now("Show your hand now.")


async def test_a_phone_that_finds_no_room_is_told_so(
    browser: Browser, pseudo: Story, tmp_path: Path
) -> None:
    async with Hall(Class(pseudo, tmp_path / "a.class.jsonl", seats=0, cut="taster")) as hall:
        page = await (await browser.new_context(**PHONE)).new_page()
        await page.goto(f"{hall.address}/{hall.code}")
        await page.locator("button.go").click()
        await page.get_by_text(cyrillic("You are")).first.wait_for()
        await page.context.set_offline(True)
        await page.get_by_text(cyrillic("No connection to the room.")).wait_for()
        await page.locator("#moved").wait_for()
        await whole(page)
        await page.locator("#at").fill("?")
        await page.locator("#moved button").click()
        told = await page.locator("#said").inner_text()
        assert told == cyrillic("Type it as it stands there, such as ") + "192.168.1.20:8080/ACDE."
