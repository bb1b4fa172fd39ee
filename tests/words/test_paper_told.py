"""Reports and handouts in a language that isn't there: nothing of the program's own in English."""

from __future__ import annotations

import csv
import io
import re

import pytest

from game.core.showing.parts import SourceView
from game.core.story.model import Story
from game.handout.print import handouts
from game.pack.guide import guide_of
from game.report.account import Account, account
from game.report.formats import written
from tests.report.helpers import Node, lived, parsed
from tests.words.pseudo import cyrillic, latin

ALLOWED = {"carrot", "sic"}


def told_of(story: Story, keeper: str, scenes: int = 99) -> Account:
    session = lived(story, keeper, "year", name="", scenes=scenes)
    claims = [turn.scene.claims[0] for turn in session.trace.turns if turn.scene.claims]
    for claim in claims:
        asked = session.pages.task_of(claim)
        if asked is not None:
            session.answer(asked.choices[0][0] if asked.choices else "9", claim)
    return account(session, "2026-03-01")


def without_addresses(words: str, sources: tuple[SourceView, ...]) -> str:
    for address in sorted((s.address for s in sources if s.address), key=len, reverse=True):
        words = words.replace(address, "")
    return re.sub(r"<?https?://[^\s>]+>?", "", words)


def seen_and_heard(page: str) -> str:
    """What a page shows, and what it says to somebody who doesn't see it."""
    root = parsed(page)
    said = [root.text, *(node.text for tag in ("title", "desc") for node in root.all(tag))]
    said += [words for node in every(root) if (words := node.attributes.get("aria-label"))]
    links = [
        node.text for node in root.all("a") if str(node.attributes.get("href")).startswith("http")
    ]
    told = "\n".join(said)
    for link in links:
        told = told.replace(link, "")
    return told


def every(node: Node) -> list[Node]:
    inside = [part for part in node.inside if isinstance(part, Node)]
    return [*inside, *(deep for part in inside for deep in every(part))]


@pytest.mark.parametrize("keeper", ["article", "record", "carrots"])
def test_a_report_as_markdown(pseudo: Story, keeper: str) -> None:
    told = told_of(pseudo, keeper)
    assert latin(without_addresses(written(told, "md"), told.footnotes), ALLOWED) == []


@pytest.mark.parametrize("keeper", ["article", "record", "carrots"])
def test_a_report_as_a_page(pseudo: Story, keeper: str) -> None:
    told = told_of(pseudo, keeper)
    assert (
        latin(without_addresses(seen_and_heard(written(told, "html")), told.footnotes), ALLOWED)
        == []
    )


def test_a_report_of_a_year_that_is_not_over(pseudo: Story) -> None:
    told = told_of(pseudo, "article", scenes=4)
    assert latin(without_addresses(written(told, "md"), told.footnotes), ALLOWED) == []
    assert cyrillic("Your year so far") in written(told, "html")


def test_names_for_programs_stay_as_they_are_and_words_beside_them_are_said(pseudo: Story) -> None:
    rows = list(csv.DictReader(io.StringIO(written(told_of(pseudo, "record"), "csv"))))
    assert {"year", "turn", "ledger", "sentence"} <= {row["part"] for row in rows}
    words = " ".join(row["words"] for row in rows if row["part"] not in ("run", "source", "answer"))
    assert latin(words, ALLOWED) == []


def test_handouts(pseudo: Story) -> None:
    guide = guide_of(pseudo)
    assert guide is not None
    spoken = handouts(pseudo, guide)
    assert cyrillic("For teachers") in spoken["index.html"]
    assert cyrillic("All pages") in spoken["start.html"]
    assert cyrillic("a striped square") in spoken["cards.html"]
