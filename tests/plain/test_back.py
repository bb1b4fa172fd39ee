"""Looking back in plain words: what if, history, branches, runs, the album, export and import."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.words import speak
from tests.plain.helpers import FIRST, Told, new, play, taster
from tests.words.test_words import translated

WHOLE = FIRST


def after(told: Told, line: str) -> str:
    """What was said to a line, in one line of text."""
    return told.flat.split(f": {line} ", 1)[1].split(" A word, or enter")[0].split(" Choose 1")[0]


# The debrief


def test_the_debrief_leads_with_five_things_then_the_question_then_what_is_a_word_away() -> None:
    said = play(WHOLE).flat.split("Looking back")[1]
    parts = (
        "rulebook start end",
        "What turned the year, in its order:",
        "What came of your own choice, later:",
        "What no score saw:",
        "At the end: ties",
        "Take the loaded words out",
        "Name a number that follows you",
        "One word away",
        "The end.",
    )
    assert [part for part in parts if part not in said] == []
    places = [said.index(part) for part in parts]
    assert places == sorted(places)


def test_the_small_table_has_every_rulebook_and_the_record_second() -> None:
    told = play(WHOLE).text
    table = told.split("\nrulebook ")[1].split("\n\n")[0].splitlines()[1:]
    assert [line[:14].strip() for line in table] == [
        "the article",
        "the record",
        "the comment",
        "Sesame",
        "the carrot app",
        "the bureau",
    ]
    assert table[1].split()[2:4] == ["none", "none"]


def test_an_event_that_turned_the_year_is_told_once() -> None:
    said = play(WHOLE).flat.split("Looking back")[1]
    told = "No letter came (it happened): Down 50, to 530; closed: the slow train"
    assert told in said
    assert said.count("to 530") == 1
    assert "No letter came, as told above." in said
    assert "No letter came: Down" not in said


def test_the_first_few_unscored_lines_are_said_and_the_word_for_the_rest() -> None:
    session = Session.new(taster(), "article", "year", predictions=False)
    told = play((*("1",) * 28, "unscored"), session)
    assert "And 23 more: type unscored." in told.flat
    assert after(told, "unscored").count(". ") > 28
    assert "more: type unscored" not in play(WHOLE).flat


def test_what_moved_ties_purse_and_voice_is_listed_with_what_was_done() -> None:
    said = play(WHOLE).flat.split("Looking back")[1]
    assert "Ties, from 2 to 3: up at The long way home (five buses)." in said
    assert "Purse, from 2 to 1: up at The red man (run); down at Sixteen digits (…9150…)" in said


def test_without_a_guess_that_is_said() -> None:
    assert "You predicted nothing so far." in after(play((*WHOLE, "guesses")), "guesses")


def test_each_guess_stands_beside_what_came() -> None:
    told = play(("predict on", "1", "2", "guesses"))
    assert "The red man: you guessed: it falls; so it was." in after(told, "guesses")


def test_after_the_end_the_words_still_work() -> None:
    told = play((*WHOLE, "met", "ledger", "doors"))
    assert "A19, partly documented: “whether you jaywalk”." in after(told, "met")
    assert "crossing on red: down 10, to 590." in after(told, "ledger")
    assert "Closed below 550 (A4) at No letter came." in after(told, "doors")


def test_a_mark_stands_beside_the_verdict() -> None:
    told = play(("1", "mark falls", *WHOLE[1:], "met"))
    assert "A19, partly documented: “whether you jaywalk”. You said: falls." in after(told, "met")


def test_statements_judged_after_the_end_count_as_after() -> None:
    told = play((*WHOLE, "believe 1 false"))
    assert set(told.session.run.statements) == {"after"}


def test_undo_after_the_end_stands_before_the_last_choice() -> None:
    told = play((*WHOLE, "undo"))
    assert told.text.count("6 of 6. Under the article") == 2
    assert len(told.session.run.choices) == 5


def test_a_number_too_many_does_not_leave() -> None:
    told = play((*WHOLE, "1", "name Robin"))
    assert "The year is over; there is nothing left to choose." in told.flat
    assert told.code == 0
    assert told.session.run.name == "Robin"


def test_help_after_the_end_offers_nothing_to_choose() -> None:
    assert after(play((*WHOLE, "help")), "help").startswith("The year is over.")


# What if


def test_what_if_says_both_years_and_how_each_ends() -> None:
    said = after(play((*WHOLE, "whatif")), "whatif")
    assert said.startswith("What if? The article, and the record")
    assert "The record: Under the court's spending order; closed: the fast train" in said
    assert "Under the article the album closes on the page “Loud”." in said
    assert "Under the record the album closes on the page “Everywhere, until”." in said


def test_what_counts_in_one_place_only_is_not_told_as_nothing() -> None:
    said = after(play((*WHOLE, "whatif")), "whatif")
    assert "The record: Local only: Jinan, China, 2017." in said


def test_what_another_system_answers_for_is_told_in_the_year_and_turn_by_turn() -> None:
    session = Session.new(taster(), "record", "year", predictions=False)
    lines = ("1",) * 28
    told = play((*lines, "whatif record article", "history"), session)
    for line in ("whatif record article", "history"):
        assert "No list; elsewhere: censorship, the police or a lawsuit" in after(told, line)
    debrief = told.flat.split("Looking back")[1]
    assert re.search(
        r"Answered elsewhere: [^.]*\(Noor's post[^)]*\): censorship, the police", debrief
    )


@pytest.mark.parametrize("word", ["comment", "the comment", "app", "carrot app"])
def test_what_if_takes_the_names_that_the_screens_use(word: str) -> None:
    told = after(play((*WHOLE, f"whatif {word}")), f"whatif {word}")
    assert told.startswith("What if? The article, and the ")
    assert "For others type whatif and one or two of: article, comment, sesame, record" in told


@pytest.mark.parametrize("words", ["article", "the article", "article article"])
def test_the_keeper_of_the_run_is_not_laid_beside_itself(words: str) -> None:
    told = after(play((*WHOLE, f"whatif {words}")), f"whatif {words}")
    assert told.startswith("The article kept your score. Name another: comment, sesame, record")


def test_what_if_takes_one_keeper_or_two() -> None:
    told = play((*WHOLE, "whatif bureau", "whatif ses carrots"))
    assert after(told, "whatif bureau").startswith("What if? The article, and the bureau")
    assert after(told, "whatif ses carrots").startswith("What if? Sesame, and the carrot app")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("whatif recrod", "There is no keeper recrod. Did you mean record?"),
        ("whatif article reply record", "Type whatif and one keeper or two."),
    ],
)
def test_a_keeper_that_is_not_there_gets_the_nearest(line: str, why: str) -> None:
    assert after(play((*WHOLE, line)), line).startswith(why)


@pytest.fixture
def german(tmp_path: Path) -> Iterator[None]:
    taster()  # reading a story speaks its language, so it is read first
    translated(tmp_path / "locale", "de", {"the": "der die das"})
    assert speak("de", tmp_path / "locale")
    yield
    speak("en")


@pytest.mark.usefixtures("german")
def test_what_if_leaves_out_the_articles_of_the_language() -> None:
    told = play(("1", "whatif das record die reply", "whatif der"), new())
    said = after(told, "whatif das record die reply")
    assert said.startswith("What if? The record, and the comment")
    assert "Type whatif and one keeper or two" not in said
    assert "What if? The article, and the record" in after(told, "whatif der")


def test_before_the_first_choice_there_is_no_what_if() -> None:
    assert "Nothing was chosen yet" in play(("whatif",)).flat


# History and branches


def test_history_says_every_scene_with_its_number() -> None:
    said = after(play((*WHOLE, "history")), "history")
    assert "1. The red man: Run. Nothing is coming. Down 10, to 590." in said
    assert "Loud: What the year adds up to." in said


def test_what_happened_stands_after_a_scene_and_has_no_number_of_its_own() -> None:
    said = after(play((*WHOLE, "history")), "history")
    assert "3. Sixteen digits:" in said
    assert "After 3, No letter came: It happened. Down 50, to 530" in said
    assert "4. The long way home:" in said


def test_what_if_counts_scenes_as_the_pages_do() -> None:
    said = after(play((*WHOLE, "whatif")), "whatif")
    assert "After 3, No letter came:" in said


def test_a_scene_is_read_again_and_nothing_is_undone() -> None:
    told = play(("1", "1", "scene 1"))
    assert after(told, "scene 1").startswith("1 of 6. The red man")
    assert "Your choice: Run. Nothing is coming." in after(told, "scene 1")
    assert len(told.session.run.choices) == 2


def test_a_branch_goes_on_in_a_run_of_its_own(tmp_path: Path) -> None:
    told = play((*WHOLE, "branch 2", "2"), runs=tmp_path)
    assert "This is a run of its own, from “Half price” on." in told.flat
    made = {len(file.run.choices) for file in Runs(tmp_path).all()[0]}
    assert made == {6, 2}
    assert len(told.session.run.choices) == 6


def test_what_was_taken_before_is_marked_in_words(tmp_path: Path) -> None:
    told = play((*WHOLE, "branch 2"), runs=tmp_path)
    assert "1. Buy the game, box and all. Shoes next month. (taken before)" in told.flat
    assert told.flat.count("(taken before)") == 1


def test_a_scene_is_read_again_with_what_happened_after_it() -> None:
    said = after(play((*WHOLE, "scene 3")), "scene 3")
    assert said.startswith("3 of 6. Sixteen digits")
    assert "No letter came" in said
    assert "4 of 6." not in said


def test_a_branch_counts_past_what_happened() -> None:
    assert (
        "This is a run of its own, from “The long way home” on." in play((*WHOLE, "branch 4")).flat
    )


@pytest.mark.parametrize("line", ["scene", "scene 0", "scene 99", "branch x", "scene ²"])
def test_a_scene_that_is_not_there_is_told(line: str) -> None:
    assert "and the number of a scene; history names them." in play(("1", line)).flat


# Runs


def test_runs_are_listed_with_keeper_and_where_they_stand(tmp_path: Path) -> None:
    play(WHOLE, keeper="record", runs=tmp_path)
    told = play(("1", "runs"), runs=tmp_path)
    said = after(told, "runs")
    assert "the article, A taster; number 590; 1 of 6, after The red man. You play it now." in said
    assert "the record, A taster; ended: Everywhere, until." in said


def test_another_run_is_opened_and_gone_on_with(tmp_path: Path) -> None:
    play(("2", "2"), keeper="record", runs=tmp_path)
    told = play(("1", "runs", "open 2", "1"), runs=tmp_path)
    made = sorted(len(file.run.choices) for file in Runs(tmp_path).all()[0])
    assert made == [1, 3]
    assert "3 of 6. Sixteen digits" in told.flat.split("open 2")[1]


def test_a_run_that_is_over_opens_at_what_it_adds_up_to(tmp_path: Path) -> None:
    play(WHOLE, keeper="record", runs=tmp_path)
    told = play(("1", "runs", "open 2"), runs=tmp_path)
    assert "What is on record, your keeper:" in told.flat.split("Looking back")[1]


def test_a_run_is_deleted_only_once_yes_was_said(tmp_path: Path) -> None:
    play(WHOLE, runs=tmp_path)
    told = play(("1", "runs", "delete 2", "delete 2 yes", "delete 1 yes"), runs=tmp_path)
    assert "To delete it for good, type delete 2 yes." in told.flat
    assert "Deleted." in told.flat
    (left,) = Runs(tmp_path).all()[0]
    assert len(left.run.choices) == 1


def test_the_run_that_is_played_is_not_deleted(tmp_path: Path) -> None:
    told = play(("1", "runs", "delete 1 yes"), runs=tmp_path)
    assert "That is the run you are playing" in told.flat
    assert len(Runs(tmp_path).all()[0]) == 1


def test_a_damaged_run_is_told_and_set_aside(tmp_path: Path) -> None:
    (tmp_path / "20000101-000000-x.run.json").write_bytes(b"{")
    assert "It was set aside as" in after(play(("1", "runs"), runs=tmp_path), "runs")


def test_the_gallery_has_blank_stubs_for_what_was_not_found(tmp_path: Path) -> None:
    said = after(play((*WHOLE, "gallery"), runs=tmp_path), "gallery")
    assert said.startswith("You have found 1 of 10 endings.")
    assert said.count("A blank stub.") == 9
    assert "Loud; under the article." in said


def test_without_a_folder_there_are_no_runs() -> None:
    assert "No runs are kept here." in play(("runs",)).flat


# Export and import


def test_a_run_is_exported_and_taken_in_again(tmp_path: Path) -> None:
    runs, out = tmp_path / "runs", tmp_path / "mine.run.json"
    told = play(("1", f"export {out}", f"import {out}"), runs=runs)
    assert "Written to" in told.flat
    assert "Taken in. Type open" in told.flat
    assert [file.run.choices for file in Runs(runs).all()[0]] == [told.session.run.choices] * 2


def test_an_export_writes_over_nothing_unasked(tmp_path: Path) -> None:
    out = tmp_path / "x.json"
    out.write_text("mine")
    told = play(("1", f"export {out}"), runs=tmp_path / "runs")
    assert "is there already" in told.flat
    assert out.read_text() == "mine"
    play(("1", f"export {out} yes"), runs=tmp_path / "runs")
    assert Runs(tmp_path).load(out).run.keeper == "article"


def test_nothing_chosen_is_nothing_to_export(tmp_path: Path) -> None:
    told = play((f"export {tmp_path}/x.json",))
    assert "There is nothing to export yet" in told.flat


def test_what_is_no_run_is_not_taken_in(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("hello")
    told = play((f"import {tmp_path}/x", "import"), runs=tmp_path / "runs")
    assert "it is not readable JSON" in told.flat
    assert "Type the path of a file." in told.flat
