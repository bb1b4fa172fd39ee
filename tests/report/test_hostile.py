"""Whatever a player typed or an author wrote shows as text, in all four formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from game.report.account import Account, account
from game.report.data import as_json
from game.report.formats import FORMATS, written
from game.report.markdown import markdown
from game.report.page import page
from game.report.shown import cleaned, plain_text
from game.report.table import table
from tests.builders import Tiny, choices, shipped_story
from tests.report.helpers import Node, lived, parsed

NASTY = (
    "<script>alert(1)</script>",
    "</p></section><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }} {% raw %}",
    "*bold* _too_ [link](http://a.b) ![x](y) `code` <b>",
    "# heading",
    "- item",
    "1. item",
    "1) item",
    "> quote | cell | cell",
    "[^1]: note",
    "=1+1",
    "@SUM(A1)",
    "x;=cmd|' /C calc'!A0",
    "&lt;b&gt; &amp; &#60;",
    "a\\",
    "---",
    "===",
    "~~~",
    "\"quoted\" 'twice'",
    "]]> --> <!--",
    "$x$ ~y~",
)
SPEAKING = (
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
    | st.text("<>&*_`#-+=|[]()!~^$\\:;.'\" 1aB\t{}%@/", max_size=30)
    | st.sampled_from(NASTY)
).filter(lambda text: bool(plain_text(text)) and not text.startswith("http"))

KEPT = ("played", "language")
"""What the program itself writes: a date, and the language's tag."""


@cache
def ours() -> Account:
    return account(lived(shipped_story(), "article", "taster", 5), "2026-03-01")


def saying(text: str) -> Account:
    """The same account, in which every text is this text."""

    def turned(value: Any, name: str = "") -> Any:
        if isinstance(value, str):
            return value if name in KEPT or not value else text
        if hasattr(value, "_fields"):
            return type(value)(*map(turned, value, value._fields))
        if isinstance(value, tuple):
            return tuple(turned(part) for part in value)
        if is_dataclass(value) and not isinstance(value, type):
            made = {f.name: turned(getattr(value, f.name), f.name) for f in fields(value)}
            return replace(value, **made)
        return value

    return cleaned(turned(ours()))


def shape(node: Node) -> list[Any]:
    """The elements, their attributes' names and how they are nested; no text."""
    parts = [part for part in node.inside if isinstance(part, Node)]
    return [node.tag, sorted(node.attributes), *map(shape, parts)]


def rendered(told: Account) -> Node:
    return parsed(MarkdownIt("commonmark").enable("table").render(markdown(told)))


def nasty(test: Callable[..., None]) -> Callable[..., None]:
    for text in NASTY:
        test = example(text)(test)
    return test


@nasty
@given(SPEAKING)
@settings(max_examples=60)
def test_no_text_changes_the_page_it_stands_on(text: str) -> None:
    tree = parsed(page(saying(text)))
    assert shape(tree) == shape(parsed(page(saying("a"))))
    assert plain_text(text) in tree.text


@nasty
@given(SPEAKING)
@settings(max_examples=60)
def test_no_text_speaks_markdown(text: str) -> None:
    tree = rendered(saying(text))
    assert shape(tree) == shape(rendered(saying("a")))
    assert plain_text(text) in tree.text


@nasty
@given(SPEAKING)
@settings(max_examples=60)
def test_no_cell_of_the_table_begins_a_formula(text: str) -> None:
    told = table(saying(text))
    for row in csv.reader(io.StringIO(told, newline="")):
        for cell in row:
            parts = [part for sign in ";,|\t" for part in cell.split(sign)]
            assert not any(part.lstrip()[:1] in tuple("=+@＝＋－＠") for part in parts), cell
            begins = [part.lstrip() for part in parts if part.lstrip().startswith("-")]
            assert all(part[1:].isdigit() for part in begins), cell


@nasty
@given(SPEAKING)
@settings(max_examples=60)
def test_the_data_are_ascii_and_hold_the_text_itself(text: str) -> None:
    told = as_json(saying(text))
    assert told.isascii()
    data = json.loads(told)
    assert data["run"]["name"] == data["sentences"]["cards"][0]["words"] == plain_text(text)


TURNING = "\u202e\u2066\u2069\u200f\u061c\x1b[31m\x00\x07\r\n\x85\ufeff"


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_that_steers_a_terminal_or_turns_a_line_is_left(format: str) -> None:
    told = written(saying(f"begin{TURNING}end"), format)
    assert "begin" in told
    kept = {c for c in told if not c.isprintable()}
    assert kept <= {"\n", "\r"}
    assert ("\r" in kept) == (format == "csv")


def test_joiners_that_other_scripts_need_are_kept() -> None:
    assert plain_text("می\u200cخواهم") == "می\u200cخواهم"


def nasty_parts() -> Iterator[tuple[str, str, str]]:
    """A file of the tiny story, what stands there, and what an author might write instead."""
    yield "story.yaml", "title: Tiny", "title: '<h1>=1+1</h1> [x](y)'"
    yield "story.yaml", "title: The end,", "title: '<b>*The* end</b>',"
    yield "claims/all.yaml", "fragment: everything counts", "fragment: '</q><i>|counts|'"
    yield "claims/all.yaml", "plain: Everything counts.", "plain: '=HYPERLINK(\"http://a\")'"
    yield "rulebooks/score.yaml", "name: The score", "name: '@score <marquee>'"
    yield "rulebooks/score.yaml", "says: Bad counts.", 'says: "a\\u202Eb <u>c</u>"'


def test_a_storys_own_words_show_as_text(tiny: Tiny) -> None:
    from game.core.playing.session import Session

    for file, old, new in nasty_parts():
        tiny.swap(file, old, new)
    session = Session.new(tiny.load(), "score", "whole", name="<em>me</em> =2+2")
    session.play(choices("first.ill", "second.well", "third.well"))
    told = account(session)
    words = parsed(page(told)).text
    for part in ("</q><i>|counts|", '=HYPERLINK("http://a")', "@score <marquee>", "<em>me</em>"):
        assert part in words or part.replace("@s", "@S") in words
        assert part in rendered(told).text
    assert "a b <u>c</u>" in words.replace("A b", "a b")
    assert "\u202e" not in markdown(told) + page(told) + table(told) + as_json(told)


def test_only_web_addresses_become_links() -> None:
    told = ours()
    bad = replace(told.footnotes[0], address="javascript:alert(1)")
    told = replace(told, footnotes=(bad, *told.footnotes[1:]))
    addresses = [a.attributes["href"] or "" for a in parsed(page(told)).all("a")]
    assert all(href.startswith(("#", "https://", "http://")) for href in addresses)
    assert "<javascript:" not in markdown(told)
    links = [a.attributes["href"] or "" for a in rendered(told).all("a")]
    assert all(href.startswith(("https://", "http://")) for href in links)
