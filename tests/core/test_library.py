"""The library finds a claim by its id, and a word wherever it stands."""

from game.core.library import find, in_order
from game.core.model import Story


def test_without_a_word_every_claim_comes_in_the_order_of_the_page(shipped: Story) -> None:
    found = find(shipped)
    assert found.claims == in_order(shipped)
    assert found.claims[0].speaker == "article"
    assert found.count == len(shipped.claims)


def test_an_id_finds_its_claim_alone_whatever_its_capitals(shipped: Story) -> None:
    assert [claim.id for claim in find(shipped, " a19 ").claims] == ["A19"]


def test_a_word_is_found_in_claims_terms_and_sources(shipped: Story) -> None:
    found = find(shipped, "Credit")
    assert found.claims
    assert found.glossary
    assert found.sources


def test_words_are_found_across_line_breaks(shipped: Story) -> None:
    assert find(shipped, "whether  you\njaywalk").claims[0].id == "A19"


def test_what_is_nowhere_is_not_found(shipped: Story) -> None:
    assert find(shipped, "zzzzzz").count == 0
