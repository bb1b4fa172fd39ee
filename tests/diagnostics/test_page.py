"""The page of diagnostics is what the table says."""

from game.diagnostics.page import page
from game.diagnostics.table import TABLE
from tests.builders import ROOT


def test_the_page_is_not_stale() -> None:
    kept = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    assert kept == page(), "`make page` writes it anew"


def test_every_code_stands_on_the_page() -> None:
    assert [code for code in TABLE if f"\n### {code}\n" not in page()] == []
