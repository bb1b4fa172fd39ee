"""The library finds a claim by its id, and a word wherever it stands."""

import json
from pathlib import Path

import pytest

from game.core.debrief.gallery import known_from
from game.core.library.asking import Asked, Unfit, asked
from game.core.library.catalogue import Only, chapters_of, cited_by, find, in_order
from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.showing.effects import rests_on
from game.core.story.model import Story
from tests.builders import STORY, choices


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "runs")


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


def test_every_speakers_sentences_stand_in_the_order_of_the_page(shipped: Story) -> None:
    lines = (line.split() for line in (STORY / "fingerprint").read_text().splitlines())
    offset = {id: int(at) for id, at, *_ in lines if at.isdigit()}
    for speaker in shipped.speakers:
        said = [claim.id for claim in in_order(shipped) if claim.speaker == speaker]
        assert said == sorted(said, key=offset.__getitem__)


def test_a_source_is_found_by_its_key_alone(shipped: Story) -> None:
    found = find(shipped, "spc-2015")
    assert ([key for key, _ in found.sources], found.claims) == (["SPC-2015"], ())


def test_what_stands_on_a_card_is_found_too(shipped: Story) -> None:
    claim = shipped.claims["A19"]
    for words in (claim.against, claim.record.says, claim.record.where):
        assert words
        assert claim in find(shipped, words[:30]).claims


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        (Only(speaker="roberts"), lambda story, claim: claim.speaker == "roberts"),
        (Only(verdict="false"), lambda story, claim: claim.record.verdict == "false"),
        (Only(chapter=2), lambda story, claim: 2 in chapters_of(story).get(claim.id, ())),
        (Only(met=True), lambda story, claim: claim.id in ("A19", "R6")),
        (Only(met=False), lambda story, claim: claim.id not in ("A19", "R6")),
    ],
    ids=["speaker", "verdict", "chapter", "met", "not met"],
)
def test_sentences_can_be_narrowed_down(shipped: Story, typed: Only, fits) -> None:  # type: ignore[no-untyped-def]
    found = find(shipped, "", typed, {"A19", "R6"})
    assert found.claims == tuple(c for c in in_order(shipped) if fits(shipped, c))
    assert 0 < len(found.claims) < len(shipped.claims)
    assert (found.glossary, found.sources) == ((), ())


def test_a_word_and_what_narrows_go_together(shipped: Story) -> None:
    word, narrowed = find(shipped, "score"), find(shipped, "score", Only(speaker="article"))
    assert narrowed.claims == tuple(c for c in word.claims if c.speaker == "article")


def test_a_typed_search_is_taken_apart(shipped: Story) -> None:
    assert asked(shipped, "court by:rob verdict:partly chapter:2 met:no debt") == Asked(
        "court debt", Only("roberts", "partly documented", 2, False)
    )


def test_a_colon_of_another_kind_is_a_word(shipped: Story) -> None:
    assert asked(shipped, "https://x note:this") == Asked("https://x note:this")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("verdict:flase", "Did you mean verdict:false?"),
        ("by:robets", "Did you mean by:roberts?"),
        ("chapter:9", "There are: 1, 2, 3, 4, 5."),
        ("met:maybe", "There are: yes, no."),
    ],
)
def test_what_narrows_nothing_is_told_what_would(shipped: Story, typed: str, told: str) -> None:
    with pytest.raises(Unfit, match=r".") as error:
        asked(shipped, typed)
    assert told in str(error.value)


def test_a_source_knows_every_claim_rule_and_trail_that_rests_on_it(shipped: Story) -> None:
    for key in shipped.sources:
        citing = cited_by(shipped, key)
        assert {c.id for c in citing.claims} == {
            c.id for c in shipped.claims.values() if key in c.record.sources
        }
        assert len(citing.trails) == sum(
            any(key in step.sources for step in trail.steps) for trail in shipped.trails
        )
    assert ("the record", "the court's spending order") in cited_by(shipped, "SPC-2015").rules


CLOSED = "A5"
"""What keeps a door closed all year."""


def kept(story: Story, runs: Runs) -> Session:
    session = Session.new(story, "article", "taster", runs)
    session.play(choices("red-man.cross"))
    session.mark("R6", "falls")
    session.save()
    return session


def test_met_is_what_any_run_has_shown_or_marked(shipped: Story, runs: Runs) -> None:
    kept(shipped, runs)
    assert known_from(shipped, runs).met == {"A19", "R6", CLOSED}


def test_met_is_what_closed_a_door_from_the_beginning_or_moved_something(
    shipped: Story, runs: Runs
) -> None:
    session = Session.new(shipped, "article", "taster", runs, predictions=False)
    while session.page is not None:
        if session.waiting:
            session.choose(next(o.id for o in session.waiting.options if not o.closed))
        else:
            session.go_on()
    session.save()
    met = known_from(shipped, runs).met
    on_pages = {turn.scene.claims[0] for turn in session.trace.turns}
    closing = session.game.situation(session.trace.turns[0].before).closing
    shut = {made.claim for door in shipped.head.doors if (made := closing(door)) and made.claim}
    moved = {claim for turn in session.trace.turns for claim in rests_on(session.game, turn)}
    assert (shut | moved) - on_pages
    assert met == on_pages | shut | moved


def test_of_two_marks_the_newer_runs_stands(shipped: Story, runs: Runs) -> None:
    file = kept(shipped, runs).file
    assert file
    file.path.rename(runs.folder / "20200101-000000-00000000.run.json")
    other = Session.new(shipped, "article", "taster", runs)
    other.play(choices("red-man.cross"))
    other.mark("R6", "stands")
    other.save()
    assert known_from(shipped, runs).marks == {"R6": "stands"}


def test_a_run_of_another_story_is_no_meeting(shipped: Story, runs: Runs) -> None:
    file = kept(shipped, runs).file
    assert file
    data = json.loads(file.path.read_text())
    file.path.write_text(json.dumps({**data, "story": "another"}))
    assert known_from(shipped, runs).met == frozenset()


def test_a_file_that_is_no_run_is_passed_over(shipped: Story, runs: Runs) -> None:
    kept(shipped, runs)
    (runs.folder / "20200101-000000-00000000.run.json").write_text("{")
    assert known_from(shipped, runs).met == {"A19", "R6", CLOSED}
