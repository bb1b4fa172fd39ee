"""The check, and the app in a browser, in a language that isn't there: nothing Latin is told."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.check.balance import balances, percent
from game.check.bench import count
from game.check.examine import examine
from game.check.graph import graph
from game.check.proof import prove
from game.core.story.model import Story
from game.diagnostics import Row
from game.diagnostics.table import TABLE
from game.serve import pages
from game.serve.routes import ELSEWHERE, OTHER_PAGE
from game.serve.seats import NOT_STARTED
from game.serve.server import _taken
from game.words import say
from tests.builders import Tiny
from tests.diagnostics.examples import EXAMPLE, broken
from tests.words.pseudo import latin

ROWS = [row for row in TABLE.values() if row.example is not None]


NOT_OURS = {
    "not-yaml": ["allowed", "are", "context", "in", "mapping", "not", "this", "values"],
    "not-in-source": ["But", "and", "gain", "hand", "lend", "one", "you"],
    "falls-short": ["number"],
}
"""What is left Latin in a problem: the YAML reader's words, the article's, and what is typed."""


@pytest.fixture
def one_language(pseudo: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever language a story is in, the one that isn't there is spoken."""
    monkeypatch.setattr(sys.modules["game.pack.load"], "speak", lambda language: True)


@pytest.mark.usefixtures("one_language")
@pytest.mark.parametrize("row", ROWS, ids=[row.code for row in ROWS])
def test_a_problem_is_told_without_a_latin_word(row: Row, tmp_path: Path) -> None:
    found = [p for p in broken(row, tmp_path / "s").problems(row.code) if p.code == row.code]
    assert found
    for problem in found:
        told = re.sub(r"`[^`]*`", "", f"{problem.message} {problem.hint}")  # what is typed
        told = re.sub(r"\b[\w-]+\.[\w-]+\b", "", told)  # scene.option
        assert latin(told) == NOT_OURS.get(row.code, []), told


@pytest.mark.usefixtures("one_language")
def test_a_check_ends_without_a_latin_word(tmp_path: Path, tiny: Tiny) -> None:
    good = examine(EXAMPLE)
    tiny.drop("deeds.yaml")
    bad = examine(tiny.folder)
    told = f"{good.verdict} {bad.verdict} {count(good.problems)} {count(bad.problems)}"
    assert latin(told) == [], told


@pytest.mark.usefixtures("one_language")
def test_the_balance_is_told_without_a_latin_word(tiny: Tiny) -> None:
    story = tiny.load()
    for keeper in ("score", "lists"):
        (one,) = balances(story, [prove(story, keeper, "whole")])
        told = " ".join((*(year.name for year in one.years), one.words, percent(0.001)))
        assert one.words
        assert latin(re.sub(r"`[^`]*`", "", told)) == [], told


def test_a_graph_is_drawn_with_no_latin_word_but_mermaids(pseudo: Story) -> None:
    drawn = graph(pseudo, "year").replace("<br/>", '""')
    labels = re.findall(r'"([^"]*)"', drawn)
    typed = re.compile(r"\(?\b(chose|standing|ties|purse|voice|on|was|door|not)\b.*")  # conditions
    said = " ".join(typed.sub("", label) for label in labels)
    ids = {o.id for scene in pseudo.scenes.values() for o in scene.options}
    assert labels
    assert latin(said, ids) == [], said


class Seen(HTMLParser):
    """What a reader, or a screen reader, finds on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.told: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.told.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.told += [value or "" for name, value in attrs if name == "aria-label"]


@pytest.mark.usefixtures("pseudo")
def test_the_pages_of_the_app_in_a_browser_are_told_without_a_latin_word() -> None:
    name = {"Carrot", "Stick"}
    assert latin(" ".join(Seen(pages.game()).told), {*name, "Esc"}) == []
    for most in (1, 3):
        told = " ".join(Seen(pages.full(most)).told)
        assert latin(told, name) == ["carrot", "serve"], told
    assert latin(" ".join(Seen(pages.refused("")).told), name) == []
    assert '<html lang="xx">' in pages.game()


@pytest.mark.usefixtures("pseudo")
def test_a_server_that_cannot_start_says_so_without_a_latin_word() -> None:
    assert latin(_taken(1, 1) + _taken(1, 9)) == []
    for sentence in (*NOT_STARTED, ELSEWHERE, OTHER_PAGE):
        assert latin(re.sub(r"`[^`]*`", "", say(sentence))) == []


@pytest.mark.parametrize(("head", "spoken"), [("language: pt-BR\n", "pt-BR"), ("", "en")])
def test_what_is_wrong_with_a_story_is_told_in_its_language(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch, head: str, spoken: str
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(sys.modules["game.pack.load"], "speak", heard.append)
    tiny.add("story.yaml", head).drop("deeds.yaml").problems()
    assert heard == [spoken]
