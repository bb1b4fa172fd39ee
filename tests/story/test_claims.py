"""Claims: no quote in play without its answer, no verdict without its ground."""

import re
from collections.abc import Iterator

import pytest

from game.core.showing.cards import card, source_line
from game.core.showing.task import task
from game.core.story.claims import Claim
from game.core.story.model import Story
from game.core.story.rules import Rulebook
from tests.builders import shipped_story

NO_HONEST_CASE = {"J1", "J4", "J5", "S1", "S2"}
NOBODYS_DOING = {"J4"}


def named_by(book: Rulebook) -> Iterator[str]:
    for part in (book, *book.amendments.values()):
        yield from (rule.claim for rule in part.rules.values() if rule.claim)
        yield from (door.claim for door in part.doors.values() if door.claim)
    for listing in book.lists.values():
        yield from listing.closes.values()
        yield from filter(None, [listing.claim])


def in_play(story: Story) -> list[Claim]:
    """Claims named by a scene, an event, a rule, a door or a list."""
    met = {claim for scene in story.scenes.values() for claim in scene.claims}
    met |= {claim for book in story.rulebooks.values() for claim in named_by(book)}
    return [story.claims[id] for id in sorted(met)]


CLAIMS = in_play(shipped_story())
every_claim_in_play = pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)


@every_claim_in_play
def test_a_claim_in_play_has_both_arguments_and_a_question(claim: Claim) -> None:
    assert claim.why_believed if claim.id in NO_HONEST_CASE else claim.for_
    assert claim.against
    assert claim.question
    assert claim.question.endswith("?")


@every_claim_in_play
def test_a_claim_in_play_says_who_where_and_in_plain_words(claim: Claim) -> None:
    assert claim.words
    assert claim.place
    assert 0 < len(claim.plain.split()) <= 25


@every_claim_in_play
def test_a_verdict_rests_on_something_that_was_seen(shipped: Story, claim: Claim) -> None:
    sources = [shipped.sources[key] for key in claim.record.sources]
    assert all(source.seen for source in sources)
    if claim.record.verdict != "opinion":
        assert any(not source.weak for source in sources)
        assert claim.record.where


@every_claim_in_play
def test_the_line_of_answer_is_a_whole_sentence(shipped: Story, claim: Claim) -> None:
    line = card(shipped, claim.id).answer_line
    assert len(line.split()) >= 3
    assert line.endswith((".", "!", "?", "”", '"', ")"))


def test_j6_to_j8_are_not_used(shipped: Story) -> None:
    assert {"J6", "J7", "J8"} & set(shipped.claims) == set()


@pytest.mark.parametrize("claim", shipped_story().claims.values(), ids=lambda claim: claim.id)
def test_a_record_does_not_say_its_verdict_again(claim: Claim) -> None:
    """A face puts the verdict before it: "not found. Not found." stutters."""
    said = claim.record.says.strip().casefold()
    assert not said.startswith(claim.record.verdict.casefold())
    assert not said.startswith(("an opinion", "found not"))


def test_where_the_player_files_a_sentence_it_has_a_drawer(shipped: Story) -> None:
    filed = next(chapter for chapter in shipped.chapters if chapter.help == "drawer")
    first = [scene.claims[0] for scene in filed.scenes if scene.claims and not scene.event]
    assert {id for id in first if not shipped.claims[id].drawer} == NOBODYS_DOING


def test_nobody_is_asked_whose_doing_it_is_that_never_happens(shipped: Story) -> None:
    """J4 tells of spraying that nobody does; whom a rumour brings into danger is another matter."""
    assert {id for id in NOBODYS_DOING if task(shipped, id, "drawer", None)} == set()
    assert not [id for id in NOBODYS_DOING if "China" in shipped.claims[id].record.says]


def test_no_source_names_an_outlet_twice(shipped: Story) -> None:
    for key, source in shipped.sources.items():
        line = source_line(source).replace(source.title, "")
        for name in filter(None, [source.author, source.publisher]):
            assert line.count(name) <= 1, key


def test_what_a_rule_of_the_record_rests_on_stands_on_its_sentence_s_card_too(
    shipped: Story,
) -> None:
    """A map of debtors bore a rule, and the card of its sentence left it out."""
    rules = shipped.rulebooks["record"].rules
    apart = {
        deed
        for deed, rule in rules.items()
        if rule.claim and not set(rule.sources) & set(shipped.claims[rule.claim].record.sources)
    }
    assert apart == set()


def test_whoever_looks_up_a_neighbour_is_counted_nowhere(shipped: Story) -> None:
    assert shipped.rulebooks["record"].rules["looks-up-a-neighbour"].answer == "none"


def test_what_is_guessed_is_not_given_away_by_either_side(shipped: Story) -> None:
    """ "It is true, and no small thing" stood over the question what good sources say."""
    guessed = next(chapter for chapter in shipped.chapters if chapter.help == "verdict")
    asked = {scene.claims[0] for scene in guessed.scenes if scene.claims}
    tells = {
        id
        for id in asked
        for side in (shipped.claims[id].for_, shipped.claims[id].against)
        if side and ("is true" in side or shipped.claims[id].record.verdict in side)
    }
    assert tells == set()


def test_a_source_in_brief_names_who_wrote_it_before_who_copied_it(shipped: Story) -> None:
    """A card named "fightfraudamerica.com" for the words of a US regulator."""
    copies = {
        key
        for key, source in shipped.sources.items()
        if source.author and re.match(r"\S+\.[a-z]+ \((a )?copy", source.publisher or "")
    }
    assert copies == set()


def test_the_company_takes_points_only_from_whom_a_court_s_list_names(shipped: Story) -> None:
    """Courts passed on their list, and nothing else: an order to spend less is not on it."""
    rules = shipped.rulebooks["sesame"].rules
    falls = {d for d, rule in rules.items() if rule.answer == "down" and "SONGYANG" in rule.sources}
    assert falls == {"refuses-court-order"}
    assert rules["keeps-debtor-as-contact"].answer == "none"
    assert rules["drops-debtor-as-contact"].answer == "none"
