"""A whole taster lesson: five phones in real Chromium, the real program in tmux.

One phone has no JavaScript, one gets no event stream, one sleeps, one is reloaded ten times; they
join by the address that is printed on the wall. With CARROT_PICTURES=FOLDER it leaves pictures.
"""

import asyncio
import contextlib
import os
import re
import shutil
import sys
import time
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import CHROMIUM, QUIET, must_have, not_done
from tests.classroom.phones import until
from tests.classroom.projected import InTmux, Projected

PlaywrightError: type[Exception] = Exception
with contextlib.suppress(ImportError):
    from playwright.async_api import Error as PlaywrightError

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
PHONE = {"viewport": {"width": 360, "height": 640}}
WHY = "no whole lesson was played by phones: that needs Chromium and playwright"
PICTURES = os.environ.get("CARROT_PICTURES")


@pytest.fixture
async def browser() -> "AsyncIterator[Browser]":
    must_have("playwright", WHY)
    must_have("axe_playwright_python", WHY)
    from playwright.async_api import async_playwright

    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        await browser.close()


class Lesson:
    """The wall, and the phones that look at it."""

    def __init__(self, wall: Projected) -> None:
        self.wall = wall
        self.host = wall.address.rpartition("/")[0]
        self.phones: list[Page] = []
        self.strange: list[str] = []
        self.seen: set[str] = set()

    async def join(self, browser: "Browser", **more: Any) -> "Page":
        context = await browser.new_context(**PHONE | more)
        page = await context.new_page()
        page.on("request", self._asked)
        page.on("pageerror", lambda error: self.strange.append(str(error)))
        await page.goto(self.wall.address)
        await page.get_by_role("button", name="Join").click()
        await page.get_by_text("You are ").wait_for()
        self.phones.append(page)
        return page

    def _asked(self, request: Any) -> None:
        if not request.url.startswith((self.host, "data:")):
            self.strange.append(request.url)

    async def press(self, *keys: str) -> None:
        """Press keys on the laptop; phones go on meanwhile."""
        for key in keys:
            was = self.wall.text
            self.wall.press(key)
            await self.changed(was)

    async def changed(self, was: str) -> None:
        end = time.monotonic() + 5
        while self.wall.text == was and time.monotonic() < end:
            await asyncio.sleep(0.02)
        while (left := self.wall.moving()) > 0:
            await asyncio.sleep(left)

    async def tap(self, name: str | re.Pattern[str], page: "Page", in_: int | None = None) -> None:
        """Tap an answer as a pupil does: look, tap, see the tick; tap again where it was too late.

        With `in_` the wall says how many are in then.
        """
        for _ in range(8):
            again = page.get_by_role("link", name="Look again")
            if await again.count():  # without JavaScript
                await again.click()
            button = page.get_by_role("button", name=name).first
            try:
                await button.click(timeout=5_000)
                await page.locator('button[aria-pressed="true"]').first.wait_for(timeout=5_000)
                if in_ is not None:
                    await self.in_(in_, 4)
            except (PlaywrightError, TimeoutError):
                continue
            return
        raise AssertionError(f"{name} was never taken; the wall shows:\n{self.wall.text}")

    async def tap_all(self, taps: "Iterable[tuple[str | re.Pattern[str], Page]]") -> None:
        """Let every phone tap its answer at the same moment, as a class does.

        Whoever still saw the question before taps again.
        """
        wanted = list(taps)
        for _ in range(8):
            await asyncio.gather(*(self.tap(name, page) for name, page in wanted))
            with contextlib.suppress(TimeoutError):
                return await self.in_(5, 4)
        raise AssertionError(f"they never were all in; the wall shows:\n{self.wall.text}")

    async def in_(self, many: int, seconds: float = 20) -> None:
        """Wait until the wall says how many are in."""
        await until(lambda: f"{many} of 5 in" in self.wall.flat, seconds)

    async def look(self, name: str) -> None:
        """A picture of phone and wall, where somebody wants to look; and axe on the phone."""
        if name in self.seen:
            return
        self.seen.add(name)
        from axe_playwright_python.async_playwright import Axe

        found = (await Axe().run(self.phones[0])).response["violations"]
        grave = [v["id"] for v in found if v["impact"] in ("serious", "critical")]
        assert grave == [], name
        if PICTURES:
            folder = Path(PICTURES)
            folder.mkdir(parents=True, exist_ok=True)
            await self.phones[0].screenshot(path=folder / f"{len(self.seen):02}-{name}-phone.png")
            (folder / f"{len(self.seen):02}-{name}-wall.txt").write_text(self.wall.text)


async def five(browser: "Browser", lesson: Lesson) -> "tuple[Page, ...]":
    """Two as phones are, one without JavaScript, one without a stream, one that will sleep."""
    usual = await lesson.join(browser)
    bare = await lesson.join(browser, java_script_enabled=False)
    no_stream = await lesson.join(browser)
    await no_stream.context.route("**/events", lambda route: route.abort())
    await no_stream.reload()
    sleeper = await lesson.join(browser)
    reloaded = await lesson.join(browser)
    return usual, bare, no_stream, sleeper, reloaded


async def test_a_whole_taster_lesson(browser: "Browser", carrot_home: Path) -> None:
    if shutil.which("tmux") is None:
        not_done("no whole lesson was played by phones: that needs tmux")
    with InTmux(carrot_home) as wall:
        lesson = Lesson(wall)
        phones = await five(browser, lesson)
        await until(lambda: "5 phones in" in wall.flat, 20)
        await lesson.look("lobby")
        await statements(lesson, phones)
        await to_scene(lesson)
        await first_scene(lesson, phones)
        await the_rest(lesson, phones)
        assert wall.close() == 0
        assert lesson.strange == []
    (journal,) = (carrot_home / "lessons").glob("*.class.jsonl")
    words = journal.read_text()
    assert words.count('"e":"join"') == 5
    assert re.findall(r"\d+\.\d+\.\d+\.\d+", words) == []


async def statements(lesson: Lesson, phones: "tuple[Page, ...]") -> None:
    for n in range(6):
        await lesson.press("right")
        await until(lambda n=n: f"{n + 1} of 6" in lesson.wall.flat, 20)
        answers = ("True, sure", "Not true, a guess", "True, fairly sure", "True, sure",
                   "Not true, sure")  # fmt: skip
        if n == 0:  # one after another: the wall counts each
            for count, (page, answer) in enumerate(zip(phones, answers, strict=True), 1):
                await lesson.tap(answer, page, count)
        else:
            await lesson.tap_all(zip(answers, phones, strict=True))
        await lesson.look("statement")


async def to_scene(lesson: Lesson) -> None:
    while "Open the vote" not in lesson.wall.flat:
        await lesson.press("right")


async def first_scene(lesson: Lesson, phones: "tuple[Page, ...]") -> None:
    usual, bare, no_stream, sleeper, reloaded = phones
    await lesson.look("scene")
    await sleeper.context.set_offline(True)
    await lesson.press("space")
    answers = ((usual, "Run."), (bare, "Run."), (no_stream, "Wait"), (reloaded, "Run."))
    for count, (page, answer) in enumerate(answers, 1):
        await lesson.tap(answer, page, count)
    assert "3" not in lesson.wall.flat.replace("3 hands", ""), "nothing of the tally is shown"
    await sleeper.context.set_offline(False)
    await lesson.tap("Wait", sleeper, 5)
    await lesson.tap("Offer", usual)  # a vote can be changed
    for _ in range(10):
        await reloaded.reload()
        await reloaded.locator('button[aria-pressed="true"]', has_text="Run.").wait_for()
    await lesson.in_(5)
    await lesson.look("vote")
    await lesson.press("space", "p")
    for count, page in enumerate(phones, 1):
        await lesson.tap("it falls", page, count)
    await lesson.look("predict")
    await lesson.press("space", "enter")
    assert "2 · 40%" in lesson.wall.flat  # Run: one without JavaScript, one reloaded ten times
    assert "A tie" in lesson.wall.flat
    await lesson.look("tally")
    await lesson.press("space")
    assert "Second vote: this one counts" in lesson.wall.flat
    for count, page in enumerate(phones, 1):
        await lesson.tap("Wait", page, count)
    await lesson.press("space", "enter")
    assert "5 · 100%" in lesson.wall.flat
    assert "first vote" in lesson.wall.flat
    await lesson.look("second-vote")
    await lesson.press("right")
    await usual.get_by_text("Green comes").or_(usual.locator("main p")).first.wait_for()
    await lesson.look("outcome")


async def the_rest(lesson: Lesson, phones: "tuple[Page, ...]") -> None:
    """Go on with one key to the end; the phones answer whatever is asked."""
    wall = lesson.wall
    for _ in range(200):
        if "The end" in wall.flat:
            break
        if "0 of 5 in" in wall.flat and "space closes" in wall.flat:
            await answer_all(lesson, phones)
        elif "0 of 5 in" in wall.flat and "space opens" in wall.flat:
            await lesson.press("space")  # a key too many on a slow machine: nobody has answered
        elif "A tie" in wall.flat:
            await lesson.press("1")
        else:
            await lesson.look(_kind(wall.flat))
            await lesson.press("right")
    assert "Thank you" in wall.flat
    assert "5 of 5 voted" in wall.flat
    assert "0 duplicates counted" in wall.flat
    for page in phones:
        await page.get_by_text("Thank you").wait_for(timeout=30_000)
    await lesson.look("end")


def _kind(shown: str) -> str:
    for words in ("ON RECORD", "How this room voted", "What this room chose", "This is so",
                  "On a slip of paper", "under every rulebook"):  # fmt: skip
        if words in shown:
            return words.replace(" ", "-").lower()
    return "page"


async def answer_all(lesson: Lesson, phones: "tuple[Page, ...]") -> None:
    """Every phone taps what has the letter A on its badge; the last one B."""
    a, b = re.compile("^(A|True)"), re.compile("^(B|Not true)")
    await lesson.tap_all((b if page is phones[-1] else a, page) for page in phones)
