"""The phone page in a real browser: taps, reloads, sleeps, without streams, without JavaScript.

Skipped, aloud, where there is no browser: `.ci/run` installs one.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

from game.classroom.addresses import addresses
from tests.classroom.phones import Hall, until

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-sync"]
missing = CHROMIUM is None or find_spec("playwright") is None
pytestmark = pytest.mark.skipif(missing, reason="needs Chromium and playwright")
PHONE = {"viewport": {"width": 360, "height": 640}}


@pytest.fixture
async def browser() -> "AsyncIterator[Browser]":
    from playwright.async_api import async_playwright

    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        await browser.close()


async def join(browser: "Browser", hall: Hall, **more: Any) -> "Page":
    """A phone that opens the printed address and joins with the code that it brings."""
    context = await browser.new_context(**PHONE | more)
    page = await context.new_page()
    await page.goto(f"{hall.address}/{hall.code}")
    await page.get_by_role("button", name="Join").click()
    await page.get_by_text("You are ").wait_for()
    return page


def button(page: "Page", name: str) -> Any:
    return page.get_by_role("button", name=name)


async def pressed(page: "Page", name: str) -> None:
    """Wait until a button is the one that counts, with its tick."""
    await page.locator('button[aria-pressed="true"]', has_text=name).wait_for()
    assert await page.locator(".tick").count() == 1


async def test_a_round_on_a_phone(browser: "Browser", taster_hall: Hall) -> None:
    hall = taster_hall
    page = await join(browser, hall)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await hall.open_vote()
    await button(page, "Run.").click()
    await pressed(page, "Run.")
    await button(page, "Wait for green").click()
    await pressed(page, "Wait for green")
    assert '"option":"wait"' in hall.journal
    for _ in range(10):
        await page.reload()
        await pressed(page, "Wait for green")
    await hall.do("toggle", "predict")
    await button(page, "it falls").click()
    await pressed(page, "it falls")
    await hall.do("toggle", "show")
    await page.get_by_text("(your vote)").wait_for()
    await hall.do("go_on")
    await page.get_by_text("Thirty-one years").wait_for()
    assert len(hall.room.lesson.seats) == 1
    assert all(url.startswith((hall.address, "data:")) for url in asked)


async def test_the_tick_waits_for_the_acknowledgement(
    browser: "Browser", taster_hall: Hall
) -> None:
    hall = taster_hall
    page = await join(browser, hall)
    await hall.open_vote()
    held = asyncio.Event()

    async def hold(route: Any) -> None:
        await held.wait()
        await route.continue_()

    await page.route("**/vote", hold)
    await button(page, "Run.").click()
    await page.get_by_text("Sending").wait_for()
    assert await page.locator(".tick").count() == 0
    held.set()
    await pressed(page, "Run.")


async def test_a_vote_is_sent_again_until_it_is_taken_and_counts_once(
    browser: "Browser", taster_hall: Hall
) -> None:
    hall = taster_hall
    page = await join(browser, hall)
    await hall.open_vote()
    lost = [True, True]

    async def lose(route: Any) -> None:
        if not lost:
            await route.continue_()
        elif lost.pop() and lost:
            await route.abort()
        else:  # it arrives, and the answer is lost
            await route.fetch()
            await route.abort()

    await page.route("**/vote", lose)
    await button(page, "Run.").click()
    await pressed(page, "Run.")
    assert hall.journal.count('"e":"answer"') == 1


async def test_a_statement_is_one_tap(browser: "Browser", taster_hall: Hall) -> None:
    page = await join(browser, taster_hall)
    await taster_hall.do("go_on")
    await button(page, "Not true, sure").click()
    await page.locator('button[aria-pressed="true"]').wait_for()
    assert '"option":"false"' in taster_hall.journal
    assert '"sure":3' in taster_hall.journal


async def test_a_tap_moves_no_button(browser: "Browser", taster_hall: Hall) -> None:
    """A second tap would hit another one."""
    page = await join(browser, taster_hall)
    heights = "all => all.map(one => one.getBoundingClientRect().y)"

    async def holds(answer: str) -> None:
        await button(page, answer).first.wait_for()
        before = await page.get_by_role("main").get_by_role("button").evaluate_all(heights)
        await button(page, answer).first.click()
        await page.locator('button[aria-pressed="true"]').wait_for()
        assert await page.get_by_role("main").get_by_role("button").evaluate_all(heights) == before

    await taster_hall.do("go_on")
    await holds("True, fairly sure")
    await taster_hall.open_vote()
    await holds("Wait for green")


async def test_without_a_stream_it_still_votes_and_sees_the_reveal(
    browser: "Browser", taster_hall: Hall
) -> None:
    hall = taster_hall
    context = await browser.new_context(**PHONE)
    await context.route("**/events", lambda route: route.abort())
    page = await context.new_page()
    await page.goto(f"{hall.address}/{hall.code}")
    await button(page, "Join").click()
    await page.get_by_text("You are ").wait_for()
    await hall.open_vote()
    await button(page, "Run.").click()
    await pressed(page, "Run.")
    await hall.do("toggle", "toggle", "toggle", "show")
    await page.locator("li b").first.wait_for()
    assert len(hall.server.routes.streams) == 0


async def test_a_phone_that_slept_asks_again_when_it_wakes(
    browser: "Browser", taster_hall: Hall
) -> None:
    hall = taster_hall
    page = await join(browser, hall)
    await page.context.set_offline(True)
    await hall.open_vote()
    await page.context.set_offline(False)
    await button(page, "Run.").click()
    await pressed(page, "Run.")


async def test_a_form_is_enough_without_javascript(browser: "Browser", taster_hall: Hall) -> None:
    hall = taster_hall
    context = await browser.new_context(**PHONE, java_script_enabled=False)
    page = await context.new_page()
    await page.goto(f"{hall.address}/{hall.code}")
    await button(page, "Join").click()
    await hall.open_vote()
    await page.goto(hall.address)  # by itself the page looks again every 5 s
    await button(page, "Run.").click()
    await page.get_by_text("Your answer is in").wait_for()
    await button(page, "Wait for green").click()
    await page.locator('button[aria-pressed="true"]', has_text="Wait for green").wait_for()
    await hall.do("toggle", "show")
    await page.goto(hall.address)
    await page.get_by_text("(your vote)").wait_for()
    assert len(hall.room.lesson.seats) == 1


async def test_two_rooms_on_one_machine_keep_apart_in_one_browser(
    browser: "Browser", hall: Hall, taster_hall: Hall
) -> None:
    context = await browser.new_context(**PHONE)
    pages = []
    for room in (hall, taster_hall):
        page = await context.new_page()
        await page.goto(f"{room.address}/{room.code}")
        await button(page, "Join").click()
        await page.get_by_text("You are ").wait_for()
        pages.append(page)
    await hall.open_vote()
    await taster_hall.open_vote()
    await button(pages[0], "Do bad.").click()
    await pressed(pages[0], "Do bad.")
    await button(pages[1], "Run.").click()
    await pressed(pages[1], "Run.")
    assert [len(room.room.lesson.seats) for room in (hall, taster_hall)] == [1, 1]
    await pages[0].reload()
    await pressed(pages[0], "Do bad.")


async def test_it_needs_no_secure_context(browser: "Browser", taster_hall: Hall) -> None:
    address = addresses()[0]
    if address.startswith("127."):
        pytest.skip("this machine has only its loopback address")
    hall = taster_hall
    await hall.server.stop()
    hall.server = type(hall.server)(hall.room, "0.0.0.0", 0)
    await hall.server.start()
    hall.address = f"http://{address}:{hall.server.port}"
    page = await join(browser, hall)
    assert await page.evaluate("window.isSecureContext") is False
    await hall.open_vote()
    await button(page, "Run.").click()
    await pressed(page, "Run.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_in_any_phase(
    browser: "Browser", taster_hall: Hall, scheme: str
) -> None:
    from axe_playwright_python.async_playwright import Axe

    hall, axe = taster_hall, Axe()
    context = await browser.new_context(**PHONE, color_scheme=scheme)
    page = await context.new_page()
    await page.goto(f"{hall.address}/{hall.code}")
    seen = set()

    async def look(what: str) -> None:
        seen.add(what)
        found = (await axe.run(page)).response["violations"]
        assert [v["id"] for v in found] == [], what

    await look("door")
    await button(page, "Join").click()
    await page.get_by_text("You are ").wait_for()
    for _ in range(40):
        await until_shown(page, hall)
        name = f"{hall.class_.shown.phase} {hall.class_.shown.page}"
        if name not in seen:
            await look(name)
        if hall.class_.shown.page == "chapter" and "card card" in seen:
            break
        hall.teacher.pick(
            hall.class_.shown.tie[0]
        ) if hall.class_.shown.tie else hall.teacher.go_on()
        await hall.settled()
    assert {"statement before", "vote scene", "predict scene", "reveal reveal", "card card"} <= seen


async def until_shown(page: "Page", hall: Hall) -> None:
    """Wait until a phone shows what the room has."""
    title = hall.class_.shown.title

    async def there() -> bool:
        return await page.locator("h1").inner_text() == title

    await until(there)
    open_ = bool(hall.class_.shown.asked and hall.class_.shown.asked.open)

    async def tapped() -> bool:
        return bool(await page.locator("main button").count()) == open_

    await until(tapped)


@pytest.mark.parametrize("width", [320, 360])
async def test_at_twice_the_size_nothing_runs_off_the_side(
    browser: "Browser", taster_hall: Hall, width: int
) -> None:
    hall = taster_hall
    page = await join(browser, hall, viewport={"width": width, "height": 600})
    await page.evaluate("document.documentElement.style.fontSize = '200%'")
    for verb in ("go_on", "scene", "toggle"):
        await (hall.to_scene() if verb == "scene" else hall.do(verb))
        await until_shown(page, hall)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert await page.evaluate(wide) <= 0
        every = "[...document.querySelectorAll('main button')]"
        sizes = await page.evaluate(f"{every}.map(b => b.getBoundingClientRect().height)")
        assert all(size >= 44 for size in sizes)


async def test_what_changes_is_said_to_a_screen_reader(
    browser: "Browser", taster_hall: Hall
) -> None:
    page = await join(browser, taster_hall)
    live = page.get_by_role("status")
    assert await live.get_attribute("aria-live") == "polite"
    await taster_hall.open_vote()
    await page.get_by_role("status").get_by_text("Tap your answer.").wait_for()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.get_by_role("status").get_by_text("Your answer is in.").wait_for()
    focused = "document.activeElement.getAttribute('aria-pressed')"
    assert await page.evaluate(focused) == "true"
