"""Diagnostics of claims, quotes and the fingerprint."""

from __future__ import annotations

from game.diagnostics.row import Change, Example, Row, Whole

__all__ = ["ROWS"]

CLAIMS = "claims/article.yaml"
CITED: Change = (
    "rulebooks/article.yaml",
    "size: small, claim: B2",
    "size: small, sources: [SHED-BOOK, HEARSAY], claim: B2",
)
QUOTE = "quote: lend a hand and you gain one"

ROWS = (
    Row(
        "no-quote",
        "error",
        "`{claim}` needs one of `quote` and `fragment`, and not both.",
        "`quote` is the article's text to the letter; anything else is a `fragment`.",
        Example(CLAIMS, f"  {QUOTE}\n", "", "B2"),
    ),
    Row(
        "unanswered-claim",
        "error",
        "`{claim}` is in play and needs `{part}`.",
        "Every sentence that is met gets its best case, its best answer and a question.",
        Example(
            CLAIMS, "  against: Help that is counted may stop when the counting does.\n", "", "B2"
        ),
    ),
    Row(
        "no-source",
        "error",
        "the verdict on `{claim}` rests on no source.",
        "Name what was seen, or call it an opinion.",
        Example(
            CLAIMS, ', where: "Mill Lane, 2024", sources: [SHED-BOOK, HEARSAY]', "", "B1", (CITED,)
        ),
    ),
    Row(
        "no-fingerprint",
        "error",
        "{what} has no fingerprint to be held against.",
        "Run `carrot fingerprint ARTICLE DIR`.",
        Whole("fingerprint", "the file is not there", None),
    ),
    Row(
        "fingerprint",
        "error",
        "expected `claim offset length hash`.",
        "The file is made by `carrot fingerprint`: make it again.",
        Example("fingerprint", "text 0", "text", "text"),
    ),
    Row(
        "stray-fingerprint",
        "warning",
        "`{claim}` is fingerprinted and quotes nothing.",
        "Run `carrot fingerprint ARTICLE DIR` again.",
        Example("fingerprint", "text 0", "B9 0 4 abcd\ntext 0", "B9"),
    ),
    Row(
        "changed-quote",
        "error",
        "the quote of `{claim}` is not the text that was fingerprinted.",
        "Put the article's words back, letter for letter.",
        Example(CLAIMS, QUOTE, QUOTE.replace("lend", "Lend"), "Lend"),
    ),
    Row(
        "not-in-source",
        "error",
        "the quote of `{claim}` does not stand in the source, letter for letter.",
        "Put the article's words back, or call it a `fragment`.",
        Example(CLAIMS, QUOTE, QUOTE.replace("one", "two"), "lend"),
    ),
)
