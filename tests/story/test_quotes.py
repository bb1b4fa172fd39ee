"""The quotes are the article's, letter for letter; and nothing of its adverts is passed on."""

import os
import re
from pathlib import Path

import pytest

from game.core.story.model import Story
from tests.builders import ROOT, STORY

ARTICLE = Path(os.environ.get("CARROT_ARTICLE", ROOT.parent / "shared" / "article.txt"))

FILES = sorted(path for path in STORY.rglob("*") if path.suffix in (".yaml", ".txt"))
QUOTE = re.compile(r"^  quote:(?:.*\n)(?:^    .*\n)*", re.MULTILINE)
CONTACT = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
    "a mail service": re.compile(r"g-?mail|hotmail|yahoo|outlook\.com|proton", re.IGNORECASE),
    "a promo code": re.compile(r"(?i:promo\w* code)|\bKNOW\b|10% (?i:off)"),
    "a telephone number": re.compile(r"\+\d[\d ()-]{7,}|\(\d{3}\) ?\d{3}"),
    "a messenger": re.compile(r"whats ?app|telegram", re.IGNORECASE),
    "what was removed": re.compile(r"(name|details) removed", re.IGNORECASE),
}
SWEARING = re.compile(
    r"\b(?:mother ?)?f[u*][c*]k|fu\*ker|\bsh[i*]t|\bb[i*]tch|\bbastard|\basshole|\bcunt|\bcrap\b",
    re.IGNORECASE,
)


def plainly(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def article() -> str:
    if not ARTICLE.is_file():
        pytest.skip(f"the article is not at {ARTICLE}; set CARROT_ARTICLE to check every quote")
    return plainly(ARTICLE.read_text(encoding="utf-8"))


def test_every_quote_stands_in_the_article_letter_for_letter(shipped: Story, article: str) -> None:
    quotes = {claim.id: plainly(claim.quote) for claim in shipped.claims.values() if claim.quote}
    assert len(quotes) > 50
    assert {id: words for id, words in quotes.items() if words not in article} == {}


def test_a_changed_letter_would_be_seen(shipped: Story, article: str) -> None:
    quote = plainly(shipped.claims["A19"].quote or "")
    assert quote in article
    assert quote.replace("jaywalk", "jay-walk") not in article


@pytest.mark.parametrize("what", CONTACT)
def test_nothing_of_the_adverts_is_passed_on(what: str) -> None:
    found = {
        path.name: CONTACT[what].findall(QUOTE.sub("", path.read_text(encoding="utf-8")))
        for path in FILES
    }
    assert {name: words for name, words in found.items() if words} == {}


def test_nobody_swears() -> None:
    found = {path.name: SWEARING.findall(path.read_text(encoding="utf-8")) for path in FILES}
    assert {name: words for name, words in found.items() if words} == {}
