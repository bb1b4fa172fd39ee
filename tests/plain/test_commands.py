"""What may be typed at any prompt, and what a word that is no command gets."""

from pathlib import Path

import pytest

from game.core.playing.session import Session
from game.plain.words import COMMANDS, Unclear, meant
from tests.plain.helpers import FIRST, play, taster


def answer(*lines: str, keeper: str = "article") -> str:
    """What is said to the last of some lines, in one line of text."""
    told = play(lines, keeper=keeper)
    last = told.flat.rsplit(f": {' '.join(lines[-1].split())} ", 1)[1]
    return last.split(" Choose 1")[0]


def test_help_names_every_word() -> None:
    said = answer("help all")
    assert [c.word for c in COMMANDS if f"{c.usage}:" not in said] == []


def test_a_sentence_is_no_word_cut_short() -> None:
    assert answer("I think it's dumb").startswith("I don't know that as a word.")
    assert answer("I don't care").startswith("I don't know that as a word.")


def test_a_sentence_where_one_is_asked_for_gets_the_word_that_keeps_it() -> None:
    session = Session.new(taster(), "article", "year", predictions=False)
    told = play((*("1",) * 26, "It leaves out who may argue"), session)
    assert "To answer with that, type answer before it." in told.flat


def test_a_sentence_at_the_comment_gets_the_way_to_build_one() -> None:
    told = play((*("1",) * 5, "I think that it is half true"))
    assert "Your comment is built part by part: type stance." in told.flat


def test_help_begins_with_the_few_that_are_wanted_most() -> None:
    said = answer("help")
    assert "settings plain" not in said
    assert sum(f"{c.usage}:" in said for c in COMMANDS) == 6
    assert "For all words, type help all." in said


def test_a_trail_that_is_not_there_is_told_which_there_are() -> None:
    assert "There are: video-games and always." in answer("trail nowhere")


def test_the_library_suggests_a_term_or_a_word_of_a_sentence_and_never_a_source() -> None:
    assert answer("library Muslim") == "The library has nothing on Muslim."
    assert "Did you mean Rail conduct list?" in answer("library rail condct list")


@pytest.mark.parametrize("word", ["spending order", "rail conduct"])
def test_the_library_finds_lists_and_the_sentences_that_rest_on_them(word: str) -> None:
    said = answer(f"library {word}")
    assert f"The record: the {word}" in said or f"The record: the court's {word}" in said
    assert "The way out:" in said
    assert "“people now being barred" in said


def test_a_clear_beginning_of_a_word_will_do() -> None:
    assert meant("led") == "ledger"


def test_an_unclear_beginning_is_asked_about() -> None:
    with pytest.raises(Unclear, match="l could be last, ledger, lists or library"):
        meant("l")


def test_an_unknown_word_gets_the_nearest_one() -> None:
    assert answer("legder").startswith("I don't know legder. Did you mean ledger?")


def test_an_unknown_word_loses_nothing() -> None:
    told = play(("1", "blah blah", "2"))
    assert [choice.option for choice in told.session.run.choices] == ["cross", "shoes"]


@pytest.mark.parametrize("line", ["0", "5", "99999999999999999999", "", "1.5", "-1", "²"])
def test_what_is_no_number_of_an_option_chooses_nothing(line: str) -> None:
    told = play((line,))
    assert told.session.run.choices == ()
    assert told.code == 0


def test_a_number_out_of_reach_is_told_the_reach() -> None:
    assert answer("7").startswith("Type a number from 1 to 4 to choose.")


def test_undo_goes_all_the_way_back() -> None:
    told = play((*FIRST[:4], "undo", "undo", "undo", "undo", "undo"))
    assert told.session.run.choices == ()
    assert "There is nothing to undo yet." in told.text


def test_redo_makes_the_choice_again_and_saves_it(tmp_path: Path) -> None:
    told = play(("1", "undo", "redo"), runs=tmp_path)
    assert len(told.session.run.choices) == 1
    assert told.text.count("\nSaved.\n") == 2


def test_again_says_the_page_once_more() -> None:
    assert answer("again").startswith("1 of 6. The red man")


def test_last_says_what_happened_last() -> None:
    assert answer("1", "last").startswith("Your choice: Run. Nothing is coming.")


def test_last_before_anything_happened_says_so() -> None:
    assert answer("last") == "Nothing has happened yet."


def test_read_says_the_numbers_of_the_options_digit_by_digit() -> None:
    said = answer("1", "1", "read")
    assert "1. four zero two one, seven three eight six, nine one five zero" in said
    assert "2. four zero two one, seven three eight six, nine seven five zero" in said


def test_read_where_there_is_no_number_says_so() -> None:
    assert answer("read") == "There is no long number on this page."


def test_more_says_the_whole_grid() -> None:
    said = answer("1", "more")
    assert "The carrot app: up 300." in said
    assert "Do not look: Sesame" in said


def test_why_says_the_rule_and_its_sentence() -> None:
    said = answer("1", "why 1")
    assert "Crossing on red: down 10." in said
    assert "The sentence, A19: “whether you jaywalk”. Size: ours." in said


def test_why_without_a_number_asks_for_one() -> None:
    assert answer("1", "why") == "Type why and a number of the last grid: 1, 2, 3 and 4."


def test_before_the_first_choice_there_is_no_grid() -> None:
    assert answer("more").startswith("No grid yet")


def test_a_card_has_both_sides_and_its_sources() -> None:
    said = answer("card a19")
    for part in ("“whether you jaywalk”", "For it:", "Against it:", "On record:", "Sources:"):
        assert part in said


def test_card_alone_means_the_last_sentence() -> None:
    assert "Sentence A19." in answer("1", "card")


def test_a_wrong_card_gets_the_nearest_one() -> None:
    assert answer("card A199") == "There is no sentence A199. Did you mean A19?"


def test_a_plainly_wrong_claim_is_corrected_before_it_is_said() -> None:
    said = answer("card J1")
    assert said.index("On record:") < said.index("“")
    assert "Why people believe it:" in said


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("mark A19 falls", "falls"),
        ("mark a19 In Part", "in part"),
        ("mark A19 cant tell", "can't tell"),
    ],
)
def test_a_sentence_is_marked(line: str, word: str) -> None:
    assert play((line,)).session.run.marks == {"A19": word}


def test_mark_without_a_name_means_the_last_sentence() -> None:
    assert play(("1", "mark stands")).session.run.marks == {"A19": "stands"}


def test_an_unknown_mark_is_told_the_right_ones() -> None:
    assert "one of: stands, in part, falls, can't tell" in answer("mark A19 wrong")


def test_the_same_mark_again_takes_it_off_and_the_first_says_so() -> None:
    told = play(("mark A19 falls", "mark A19 falls"))
    assert told.session.run.marks == {}
    assert "A19 is marked: falls. The same again takes it off." in told.flat
    assert "Taken off: A19 has no mark." in told.flat


def test_the_ledger_says_the_deed_the_change_and_the_sentence() -> None:
    said = answer("1", "ledger")
    assert "crossing on red: down 10, to 590." in said
    assert "A19: “whether you jaywalk”." in said


def test_doors_say_why_they_are_closed_and_who_is_silent() -> None:
    said = answer("1", "1", "1", "doors")
    assert "The slow train" in said
    assert "Closed below 550 (A4). The rule:" in said
    assert "this keeper is silent" in said


def test_doors_say_before_they_close_where_they_would() -> None:
    said = answer("doors")
    assert "Open, and closed below 550: the slow train" in said


def test_the_ledger_counts_what_moved_nothing_and_does_not_list_it() -> None:
    said = answer("2", "1", "1", "ledger")
    assert "waiting for green" not in said
    assert "moved nothing" in said


def test_what_one_would_have_barred_is_told_at_the_choice_alone() -> None:
    told = play(("1", "1", "1", "1", "more"), keeper="reply").flat
    grid = told.split("The whole grid: The long way home")[1]
    first, *others = grid.split("Your choice.")[1].split(" 2. ")
    assert "would not have let you" in first
    assert "would not have let you" not in " 2. ".join(others)


def test_lists_say_the_reason_and_the_way_out() -> None:
    said = answer("1", "1", "1", "lists", keeper="record")
    assert "You are under the court's spending order, until it is cleared." in said
    assert "The way out:" in said


def test_a_comment_is_built_of_parts() -> None:
    lines = (*FIRST[:5], "stance doubt", "weighed a19", "ask way-back")
    told = play(lines)
    assert dict(told.session.run.comment) == {
        "stance": "doubt",
        "claim": "A19",
        "question": "way-back",
    }


def test_a_part_of_the_comment_may_be_cut_short_where_one_alone_begins_so() -> None:
    assert play((*FIRST[:5], "stance both")).session.run.comment == {"stance": "both-too-far"}
    assert "There is no w here" in answer(*FIRST[:5], "ask w")


def test_a_comment_names_the_next_of_its_parts() -> None:
    assert "Go on with the word weighed" in answer(*FIRST[:5], "stance doubt")
    assert "Go on with the word ask" in answer(*FIRST[:5], "stance doubt", "weighed a19")
    whole = answer(*FIRST[:5], "stance doubt", "weighed a19", "ask way-back")
    assert "Each part can be changed by its word" in whole


def test_a_sentence_that_closed_a_door_can_have_weighed_most() -> None:
    session = Session.new(taster(), "article", "year", predictions=False)
    told = play((*("1",) * 27, "weighed a4"), session)
    assert told.session.run.comment == {"claim": "A4"}


def test_a_sentence_that_is_yet_to_come_cannot_have_weighed() -> None:
    assert "There is no A28 here" in answer(*FIRST[:5], "weighed a28")


def test_weighed_alone_says_the_sentences_that_were_met() -> None:
    assert "A19: whether you jaywalk" in answer(*FIRST[:5], "weighed")


def test_a_comment_elsewhere_says_that_there_is_none() -> None:
    assert answer("stance doubt") == "There is no comment to build on this page."


def test_a_name_loses_its_control_characters() -> None:
    assert play(("name Ro\x1b[31mbin",)).session.run.name == "Ro[31mbin"


def test_predict_says_what_it_is_when_it_is_not_told() -> None:
    assert answer("predict") == "Type predict on or predict off; it is off."


def test_library_finds_a_word() -> None:
    assert "A19" in answer("library jaywalk")


def test_library_narrows_down_by_what_is_asked() -> None:
    told = answer("library by:roberts verdict:not")
    assert "R8, not found" in told
    assert "A7, not found" not in told


def test_library_knows_what_this_run_has_met() -> None:
    assert "A19" not in answer("library by:article met:no")


def test_library_tells_the_right_word() -> None:
    assert "Did you mean verdict:false?" in answer("library verdict:flase")


def test_library_says_when_it_has_nothing() -> None:
    assert answer("library qqq") == "The library has nothing on qqq."


def test_about_says_who_wrote_the_page() -> None:
    assert "Who wrote this page?" in answer("about")


def test_save_says_saved(tmp_path: Path) -> None:
    told = play(("1", "name Robin", "save"), runs=tmp_path)
    assert told.flat.count("Saved.") == 2


def test_quit_saves_and_is_no_failure(tmp_path: Path) -> None:
    told = play(("1", "quit", "1"), runs=tmp_path)
    assert told.code == 0
    assert len(told.session.run.choices) == 1


@pytest.mark.parametrize("letter", ["a", "f"])
def test_a_letter_that_nothing_asked_for_is_told_so(letter: str) -> None:
    assert "No question waits for a letter now." in play((letter,)).flat


def test_a_card_names_its_sources_and_full_says_all_of_each() -> None:
    short, full = answer("1", "card A19"), answer("1", "card A19 full")
    assert "China Daily, 2017" in short
    assert "get high-tech slap in face" not in short
    assert "type card A19 full." in short
    assert "get high-tech slap in face" in full
    assert "https://" in full


def test_full_alone_means_the_last_sentence() -> None:
    assert answer("1", "card full") == answer("1", "card A19 full")


def test_the_debrief_has_a_word_of_its_own() -> None:
    assert answer("debrief") == "The year is looked back at when it is over."
    told = play((*FIRST, "ledger", "debrief"))
    assert told.flat.count("Looking back") == 2


def test_q_still_leaves() -> None:
    assert meant("q") == "quit"
