"""Diagnostics of claims, quotes and the fingerprint."""

from __future__ import annotations

from game.diagnostics.row import Change, Example, Row, Whole

__all__ = ["ROWS"]

CLAIMS, LAST = "claims/article.yaml", "chapters/2-summer.yaml"
CITED: Change = (
    "rulebooks/article.yaml",
    "size: small, claim: B2",
    "size: small, sources: [SHED-BOOK, HEARSAY], claim: B2",
)
QUOTE = "quote: lend a hand and you gain one"
OTHER = """\
- id: B3
  fragment: for all but a few
  speaker: osei
  place: line 3
  plain: Not for all.
  for: A key for everybody is no key.
  against: Nobody says who the few are.
  record: {verdict: opinion, says: So it goes.}
  question: Who are the few?
- id: B2"""

ADDED: Change = (CLAIMS, "- id: B2", OTHER)
ELSEWHERE: Change = ("story.yaml", "", "speakers: {osei: Osei}\n")
NEIGHBOUR = "fragment: for all but a few\n  speaker: osei"
THE_PAGE = "fragment: for all but a few\n  speaker: article"

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
        "Run `{run}`.",
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
        "Run `{run}`.",
        Example("fingerprint", "text 0", "B9 0 4 abcd\ntext 0", "B9"),
    ),
    Row(
        "changed-quote",
        "error",
        "the quote of `{claim}` is not the text that was fingerprinted.",
        "Put the article's words back, letter for letter; or, if you changed the quote on purpose, "
        "run `{run}`.",
        Example(CLAIMS, QUOTE, QUOTE.replace("lend", "Lend"), "Lend"),
    ),
    Row(
        "not-in-source",
        "error",
        "the quote of `{claim}` does not stand in the source, letter for letter.",
        "Put the text's own words back. Words that don't stand in it are nobody's in it: they get "
        "the speaker who said them elsewhere.",
        Example(CLAIMS, QUOTE, QUOTE.replace("one", "two"), "lend"),
    ),
    Row(
        "not-its-words",
        "warning",
        "the fragment of `{claim}` is given to {speaker}, and is not known to stand in the text.",
        "What stands in the text is a `quote`; words from elsewhere get the speaker who said them "
        "there.",
        Example(CLAIMS, NEIGHBOUR, THE_PAGE, "for all", (ELSEWHERE, ADDED)),
    ),
    Row(
        "changed-source",
        "advice",
        "the text has changed since it was fingerprinted; the quotes still stand in it.",
        "If the change is meant, run `{run}`.",
        Example("fingerprint", "text 0 80 7497", "text 0 80 7498", "text"),
    ),
    Row(
        "hidden-claim",
        "advice",
        "{names}: never the first sentence of a scene, and no rule, door or list shows it.",
        "A player meets the first of a scene's `claims`, and has to ask for the others. Put it "
        "first somewhere, or let a rule rest on it.",
        Example(
            LAST,
            "claims: [B2, B1]",
            "claims: [B2, B1, B3]",
            "B3",
            (ELSEWHERE, ADDED),
        ),
    ),
    Row(
        "no-weaker",
        "warning",
        "`{claim}` has no `weaker` answer, and `help: pick` asks which of two is stronger.",
        "Write one, or nothing is asked about it here; or choose another `help`.",
        Example(LAST, "help: answer", "help: pick", "B2"),
    ),
)
