"""The plain face plays the whole taster, and what it says can be read aloud."""

import unicodedata
from pathlib import Path

import pytest

from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.showing.cards import card
from game.core.showing.views import RevealPage
from game.plain.cards import short_card
from game.plain.reveal import reveal
from tests.plain.helpers import FIRST, KEEPERS, new, play, taster

each_keeper = pytest.mark.parametrize("keeper", KEEPERS)


@each_keeper
def test_always_the_first_option_reaches_the_debrief(keeper: str) -> None:
    told = play(FIRST, keeper=keeper)
    assert told.code == 0
    assert told.session.over
    assert "Looking back" in told.text
    assert "The end." in told.text


@each_keeper
def test_always_the_last_option_reaches_the_debrief_too(keeper: str) -> None:
    session = new(keeper)
    while not session.over:
        if page := session.waiting:
            session.choose([view.id for view in page.options if view.digit][-1])
        session.go_on()
    assert "The end." in play((), session).text


@each_keeper
def test_nothing_but_plain_text_is_said(keeper: str) -> None:
    text = play(FIRST, keeper=keeper).text.replace("\n", "")
    drawn = {c for c in text if "\u2190" <= c <= "\u21ff" or "\u2300" <= c <= "\u2bff"}
    assert drawn == set()
    assert [c for c in text if unicodedata.category(c) in ("Cc", "Cf", "So", "Cn", "Co")] == []


@each_keeper
def test_no_line_is_wider_than_72_columns(keeper: str) -> None:
    assert max(map(len, play(FIRST, keeper=keeper).text.splitlines())) <= 72


def test_only_scenes_wait_for_an_answer() -> None:
    assert play(FIRST).text.count("Choose 1") == 6


def test_who_keeps_the_score_is_said_once_a_chapter() -> None:
    told = play(("1", "1", "1"), keeper="record").flat
    first, second, third, _ = told.split(" of 6. ")[1:]
    said = "The record keeps lists, not a score. You are on no list."
    assert said in first
    assert "Spring, ten at night. Tonight the game" in second
    assert said in third


def test_where_one_stands_is_said_anew_once_it_moved() -> None:
    told = play(("1", "1", "1"), keeper="article").flat
    assert "Spring, ten at night. Your number is 590." in told


def test_that_nothing_moved_is_said_once_a_chapter() -> None:
    told = play(("1", "1", "1"), keeper="record").text
    assert told.count("No list moves") == 2  # at the first scene of either chapter


def test_a_choice_is_acknowledged_once_it_is_on_disk(tmp_path: Path) -> None:
    told = play(("1", "2"), runs=tmp_path)
    assert told.text.count("\nSaved.\n") == 2
    (run,), _ = Runs(tmp_path).all()
    assert [choice.option for choice in run.run.choices] == ["cross", "shoes"]


def test_the_end_of_input_saves_and_is_no_failure(tmp_path: Path) -> None:
    told = play(("1",), runs=tmp_path)
    assert told.code == 0
    assert told.text.endswith("Your run is saved. Type carrot to go on with it.\n")


def test_no_input_at_all_leaves_no_file(tmp_path: Path) -> None:
    told = play((), runs=tmp_path)
    assert told.code == 0
    assert "Nothing was chosen yet" in told.text
    assert list(tmp_path.iterdir()) == []


def test_a_closed_option_has_no_number_and_says_its_rule_and_its_sentence() -> None:
    told = play(("1", "1", "1"))
    assert "Not to be chosen: Take the fast train." in told.flat
    assert "Closed below 550 (A4). The rule: In the article" in told.flat
    assert "The text's words for it: “people now being barred from air travel" in told.flat
    assert "1. Take five buses" in told.flat


def test_a_glance_is_said_once_and_its_number_digit_by_digit() -> None:
    told = play(("1", "1", "again", "undo", "1"))
    assert told.text.count("You see this once.") == 1
    assert "Digit by digit: four zero two one, seven three eight six" in told.flat


def test_a_picture_is_said_in_words() -> None:
    assert "Picture: Two people wait at a crossing" in play(()).flat


def test_what_no_score_sees_has_a_line_of_its_own() -> None:
    assert "\nNot scored: You looked both ways" in play(("1",)).text


def test_the_article_is_said_for_every_option_whoever_keeps_the_score() -> None:
    told = play(("1",), keeper="bureau")
    assert "The article: down 10 for 1 (run) and 3 (your arm); nothing for the others." in told.flat


@pytest.mark.parametrize("keeper", KEEPERS)
def test_no_move_of_the_article_or_of_the_keeper_is_lost_in_the_folding(keeper: str) -> None:
    session = new(keeper)
    while session.page is not None:
        page = session.page
        if isinstance(page, RevealPage):
            first = [row for row in page.rows if row.is_keeper or row.keeper == "article"]
            said = [block.text.casefold() for block in reveal(page, "article")]
            for row in first:
                for column, cell in zip(page.columns, row.cells, strict=True):
                    if cell.kind in ("up", "down", "listed", "cleared", "local", "elsewhere"):
                        name = "" if page.event else f"{column.digit} ({column.short})"
                        wanted = [part.casefold() for part in (row.short, cell.word, name)]
                        assert any(all(part in line for part in wanted) for line in said)
        if session.waiting:
            session.choose(next(view.id for view in session.waiting.options if view.digit))
        else:
            session.go_on()


def test_who_alone_counts_the_choice_is_said_in_one_line() -> None:
    told = play(("4",), Session.new(taster(), "article", "year", predictions=False))
    assert (
        "4 more rulebooks are not shown yet; one of them counts this: the carrot app." in told.flat
    )
    told = play(("1",) * 4, Session.new(taster(), "article", "year", predictions=False))
    assert "Only the carrot app counts your choice: up 300." in told.flat
    assert "silent" not in told.flat
    assert "does not look" not in told.flat


def test_that_the_grid_still_grows_is_said_once() -> None:
    told = play(("4", "3"), Session.new(taster(), "article", "year", predictions=False))
    assert told.flat.count("are not shown yet") == 1


def test_local_and_elsewhere_are_explained_where_a_run_first_meets_them_and_never_again() -> None:
    told = play(("1",) * 28, Session.new(taster(), "article", "year", predictions=False))
    assert told.flat.count("Local: it counts in the place named alone") == 1
    assert told.flat.count("Elsewhere: no score or list counts it") == 1


def test_what_falls_on_a_firm_is_not_folded_into_nothing() -> None:
    told = play(("1",) * 28, Session.new(taster(), "article", "year", predictions=False))
    assert "The record: the firm, listed: an agency's list of firms, if it comes out." in told.flat


def test_a_payment_that_nobody_has_checked_is_told_apart_from_one_that_was() -> None:
    judged = play(("1", "1", "1")).flat.split("How it is judged")[3]
    assert "no loss for 2 (…9750…) and 3 (queue again), our reading" in judged
    assert "does nothing" in judged


def test_who_alone_counts_a_choice_says_why() -> None:
    lines = (*("1",) * 3, "2")
    told = play(lines, Session.new(taster(), "article", "year", predictions=False)).flat
    said = told.split("Only the carrot app counts your choice: up 400, our reading. ")[1]
    assert said.startswith("It paid for what a phone counted")


def test_a_keeper_that_makes_nothing_of_any_option_says_so_once() -> None:
    told = play(("1",) * 28, Session.new(taster(), "article", "year", predictions=False)).flat
    judged = told.split("15 of 28. The school gate")[1].split("16 of 28.")[0]
    assert "nothing for any of these" not in judged
    assert "The article knows this and, as we read it, does nothing." in judged


def test_a_held_reveal_says_what_the_outcome_kept_back() -> None:
    told = play(("1", "1", "1", "1", "1"))
    outcome, reveal = told.flat.split("How it is judged: Noor's post")
    assert "to 510" not in outcome
    assert "The number falls by 20, to 510." in reveal


def test_predictions_are_off_until_they_are_asked_for() -> None:
    assert "number do?" not in play(("1",)).text
    assert "number do?" in play(("predict on", "1")).text


def test_a_prediction_is_answered_before_the_outcome() -> None:
    told = play(("predict on", "1", "2"))
    assert "You guessed: it falls. So it was." in told.flat


def test_undo_at_a_prediction_goes_back_to_the_options() -> None:
    told = play(("predict on", "1", "undo", "2"))
    assert told.text.count("1 of 6. The red man") == 2
    assert told.session.run.choices == ()


def test_a_line_of_a_choices_file_chooses_as_well_as_a_number() -> None:
    told = play(("# a comment", "red-man: walk"))
    assert told.session.run.choices[0].option == "walk"


def test_the_debrief_leads_with_the_year_and_the_record_beside_it() -> None:
    debrief = play(FIRST).flat.split("Looking back")[1]
    assert debrief.index("your keeper") < debrief.index("What is on record:")
    assert "The number's path: 600, 590" in debrief
    assert "What no score saw:" in debrief


def test_what_changed_since_the_run_was_saved_is_told_once() -> None:
    session = new()
    session.notices = ("2 rules changed: your score is 585, it was 600.",)
    told = play(("again",), session)
    assert told.text.startswith("2 rules changed: your score is 585, it was 600.\n")
    assert told.text.count("2 rules changed") == 1


def test_whose_sizes_they_are_is_said_where_a_size_is_said() -> None:
    told = play(("1", "2"))
    assert told.flat.count("The sizes are ours; the article gives none.") == 2
    assert "formula secret" not in told.flat


def test_a_counter_counts_points_and_is_no_number() -> None:
    assert "Your points: 300." in play(("4",), keeper="carrots").flat


def test_of_what_is_false_the_record_speaks_before_the_places() -> None:
    told = play(("1",) * 28, Session.new(taster(), "article", "year", predictions=False))
    assert "On record: false. False." not in told.flat
    for claim in taster().claims.values():
        if claim.record.verdict in ("not found", "false"):
            said = " ".join(block.text for block in short_card(card(taster(), claim.id)))
            assert f"On record: {claim.record.verdict}. Where we looked" not in said


@pytest.mark.parametrize("keeper", ["carrots", "record"])
def test_once_the_app_has_closed_it_is_called_so(keeper: str) -> None:
    session = Session.new(taster(), keeper, "year", predictions=False)
    told = play(("1",) * 25 + ("1", "more"), session).flat
    before, after = told.split("26 of 28.")
    assert "closed carrot app" not in before
    assert "the closed carrot app" in after.split("The whole grid")[1]


def test_its_own_keeper_is_told_that_it_has_closed() -> None:
    session = Session.new(taster(), "carrots", "year", predictions=False)
    told = play(("1",) * 25, session).flat
    assert "The walking app that kept the score is closed." in told.split("26 of 28.")[1]


def test_the_name_of_a_sentence_is_explained_where_it_first_closes_something() -> None:
    session = Session.new(taster(), "article", "year", predictions=False)
    flat = play(("1",) * 20, session).flat
    assert flat.count("is the sentence that this rests on.") == 1
    after = flat.split("Closed to you now, below 550 (A4)")[1]
    assert after.index("A4 is the sentence that this rests on.") < after.index("How it is judged")
