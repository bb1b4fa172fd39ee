"""Help that fades, and the six statements: what plain mode asks and keeps."""

from game.core.playing.session import Session
from game.core.story.statements import statements
from tests.plain.helpers import FIRST, play, taster


def test_the_first_chapter_answers_and_asks_nothing() -> None:
    told = play(FIRST[:2])
    assert "For you:" not in told.text


def test_the_second_chapter_asks_for_the_stronger_answer_and_does_not_give_it_away() -> None:
    told = play(FIRST[:3])
    asked = told.flat.split("How it is judged")[3].split("No letter came")[0]
    assert "For you: Which reply to the quote is the stronger?" in asked
    assert "The other side:" not in asked


def test_a_picked_answer_is_kept_and_told() -> None:
    told = play((*FIRST[:3], "answer a"))
    assert set(told.session.run.answers) == {"A22"}
    assert "We find" in told.flat.split(": answer a ")[1]


def test_a_letter_that_is_not_there_is_told_the_letters() -> None:
    told = play((*FIRST[:3], "answer z"))
    assert "Type answer and one letter of a, b." in told.flat
    assert told.session.run.answers == {}


def test_a_guessed_verdict_is_held_back_until_it_is_guessed() -> None:
    told = play((*FIRST[:4], "answer b"))
    before = told.flat.split("How it is judged")[-1].split("answer b")[0]
    assert "partly documented." not in before.split("For you:")[0]
    assert "The card says so, too: partly documented." in told.flat


def test_the_open_question_stands_beside_whatever_the_chapter_asks() -> None:
    asked = play(FIRST[:3]).flat.split("How it is judged")[3].split("No letter came")[0]
    assert asked.index("To ask:") < asked.index("For you:")


def test_the_last_chapter_says_what_there_is_to_answer_and_says_it_back() -> None:
    session = Session.new(taster(), "article", "year", predictions=False)
    told = play((*("1",) * 26, "answer It leaves out who may argue"), session)
    said = told.flat.split("For you, in one sentence: ")[1]
    assert said.partition("?")[2].startswith(" Or reply to the quote.")
    said = told.flat.split("answer It leaves out who may argue ")[1]
    assert said.startswith("You wrote: “It leaves out who may argue”. Nobody marks it.")
    assert "One answer to the quote:" in said
    assert "One case for the quote:" in said
    assert "Ours" not in said
    assert said.count("For it:") == 0


def test_a_second_answer_in_ones_own_words_gets_each_side_in_a_sentence() -> None:
    lines = (*("1",) * 26, "answer It leaves out who may argue", "1", "answer Who pays for it")
    told = play(lines, Session.new(taster(), "article", "year", predictions=False))
    first, second = (words.split("Choose 1 to")[0] for words in told.flat.split("You wrote:")[1:])
    assert "which does it leave out?" in first
    assert "Sources:" in first
    assert "One answer to the quote:" in second
    assert "Sources:" not in second
    assert len(second) < len(first) / 2


def test_what_the_verdicts_mean_is_told_once_a_run() -> None:
    session = Session.new(taster(), "article", "season", predictions=False)
    flat = play(("1",) * 15, session).flat
    asked = flat.count("For you: What do good sources say of it?")
    named = flat.count("a documented, b partly documented, c outdated, d contested,")
    assert flat.count("a: documented: good sources agree") == 1
    assert named == asked - 1 > 1


def test_question_says_again_what_was_asked_of_which_sentence_and_what_the_verdicts_mean() -> None:
    said = play((*FIRST[:4], "question")).flat.split(": question ")[1]
    assert said.startswith("A20: “even whether you visit your parents enough”. For you:")
    assert "a: documented: good sources agree" in said


def test_answer_alone_answers_nothing_and_says_where_the_question_is() -> None:
    told = play((*FIRST[:4], "answer"))
    assert "To hear them again, type question." in told.flat.split(": answer ")[1]
    assert told.session.run.answers == {}


def test_question_before_anything_was_asked_says_so() -> None:
    assert "Nothing has been asked of a sentence yet." in play(("question",)).flat


def test_the_drawers_are_told_in_full_once_and_then_by_their_names() -> None:
    session = Session.new(taster(), "article", "year", predictions=False)
    flat = play(("1",) * 23, session).flat
    assert flat.count("b: a company's own business") == 1
    assert (
        flat.count("a an office, by a list, b a company, c police or censorship, d a court.") == 3
    )
    assert flat.index("b: a company's own") < flat.index("b a company,")


def test_an_open_question_is_asked_in_full_once_and_then_in_a_line() -> None:
    session = Session.new(taster(), "article", "year", predictions=False)
    flat = play(("1",) * 10, session).flat
    assert flat.count("Still open: Which reply to the quote is the stronger? A22: “") == 1
    assert "Still open, from Three days: a or b. To hear it again, type question." in flat
    assert flat.count("Still open: ") == 1


def test_the_last_scene_asks_for_one_thing_at_a_time() -> None:
    scene = play(FIRST[:5]).flat.split("6 of 6.")[1]
    assert "Still open" not in scene
    assert "type statements" not in scene
    assert "doubt:" not in scene
    assert "type stance. A number chooses with it empty." in scene


def test_what_was_asked_is_asked_once_more_where_it_is_answered() -> None:
    told = play(FIRST[:4]).flat
    scene = told.split("5 of 6.")[1]
    assert "Still open: What do good sources say of it? A20: “even whether" in scene
    assert scene.index("1. ") < scene.index("Still open:") < scene.index("Choose 1 to")


def test_a_letter_at_the_prompt_answers_what_is_open() -> None:
    told = play((*FIRST[:4], "b"))
    assert told.session.run.answers == {"A20": "partly documented"}
    assert "The card says so, too: partly documented." in told.flat


def test_of_two_sentences_asked_in_a_row_each_can_be_answered() -> None:
    session = Session.new(taster(), "article", "year", predictions=False)
    told = play((*("1",) * 22, "d", "c"), session)
    scene = told.flat.split("23 of 28.")[1]
    first, second = scene.split("Still open, from ")[1:]
    assert first.startswith("Noor's post: a to d.")  # the one just read
    assert second.startswith("Somebody falls: a to d.")
    assert {"R4", "A21"} <= set(told.session.run.answers)


def test_what_was_answered_or_left_is_not_asked_again() -> None:
    assert play((*FIRST[:4], "b", "again")).flat.split("again")[-1].count("Still open:") == 0
    left = play(FIRST[:5]).flat
    assert left.count("Still open: What do good sources say of it?") == 1


def test_where_nothing_is_open_a_letter_is_a_word_cut_short() -> None:
    assert "b could be branch or believe." in play(("b",)).flat


def test_where_nothing_is_asked_there_is_nothing_to_fill_in() -> None:
    told = play(("1", "answer yes"))
    assert "That one is for talking; there is nothing to fill in." in told.flat


def test_a_card_s_question_that_is_for_talking_is_said_again_when_asked_for() -> None:
    told = play(("1", "question")).flat
    assert "That one is for talking; no answer is kept." in told


def test_answering_before_anything_was_asked_is_refused() -> None:
    assert "Nothing has been asked of a sentence yet." in play(("answer a",)).flat


def test_statements_are_judged_before_and_at_the_last_scene_after() -> None:
    told = play(("believe 1 true sure", *FIRST[:-1], "believe 1 false"))
    first = statements(told.session.story, told.session.run.statements)[0]
    assert (first.before, first.after) == ((True, 3), (False, 2))


def test_the_debrief_counts_true_and_false_beliefs_apart() -> None:
    told = play(("believe 1 true", "believe 2 true", *FIRST, "statements key"))
    assert "before: you believed the true one and the false one." in told.flat


def test_the_key_waits_for_a_second_judgment_or_for_being_asked() -> None:
    told = play(("statements key", "believe 1 true", *FIRST, "believe 1 false", "statements key"))
    before, debrief = told.flat.split("Looking back")
    asked = debrief.split("statements key")[-1]
    assert "What is so is told when the year is over." in before
    assert "True: " not in debrief.split("The end.")[0]
    assert "hear what is so: statements key" in debrief
    assert "Noted: you say that 1 is false, fairly sure." in debrief
    assert "True: " in asked
    assert "False: " in asked


def test_the_debrief_says_how_many_were_judged_before_the_year() -> None:
    some = play(("believe 1 true", "believe 4 true", *FIRST)).flat
    assert "You judged 2 of the 6 statements before the year. Once more: type" in some
    every = play((*(f"believe {n} true" for n in range(1, 7)), *FIRST)).flat
    assert "You judged the statements before the year. Once more: type" in every


def test_once_what_is_so_was_told_nothing_more_is_judged() -> None:
    told = play(("believe 1 true", *FIRST, "statements key", "believe 1 false"))
    assert "The answers have been told; what you said before stands." in told.flat
    assert "after" not in told.session.run.statements


def test_what_is_so_waits_until_all_are_judged_after_the_year() -> None:
    told = play(("believe 1 true", *FIRST, "believe 1 false", "debrief"))
    again = told.flat.split("Looking back")[-1]
    assert "1 of 6 statements is judged now." in again
    assert "True: " not in again.split("One word away")[0]
    whole = play((*FIRST, *(f"believe {n} false" for n in range(1, 7)), "debrief"))
    assert "True: " in whole.flat.split("Looking back")[-1]


def test_with_the_answers_told_every_statement_is_there() -> None:
    told = play(("believe 1 true", *FIRST, "statements key", "debrief")).flat
    assert told.split("Looking back")[-1].count("You didn't say.") == 5


def test_a_judgment_is_noted_as_the_players_own() -> None:
    told = play(("believe 3 true",))
    assert "Noted: you say that 3 is true, fairly sure. To change it, say it again" in told.flat
    assert "is true." not in told.flat.split("Noted")[1]


def test_the_very_same_judgment_again_takes_it_back_and_another_changes_it() -> None:
    told = play(("believe 3 true", "believe 3 true sure", "believe 3 true sure"))
    assert "Noted: you say that 3 is true, sure." in told.flat
    assert "Taken back: of 3 you say nothing." in told.flat
    assert told.session.run.statements == {}


def test_a_statement_that_is_not_there_is_refused() -> None:
    told = play(("believe 12 true",))
    assert "Type believe, a number, true or false" in told.flat
    assert told.session.run.statements == {}


def test_a_statement_that_is_not_there_is_told_which_there_are() -> None:
    assert "The statements have the numbers 1 to 6. Type believe" in play(("believe 9 true",)).flat


def test_what_no_loss_means_is_said_once_where_it_is_first_met() -> None:
    told = play(("1",) * 28, Session.new(taster(), "article", "year", predictions=False)).flat
    before, after = told.split("No loss: it looked, and you had done enough.")
    assert "no loss for 1 (pay it all)" in before
    assert "no loss" in after


def test_question_says_again_what_was_put_to_the_quote() -> None:
    told = play(
        (*("1",) * 24, "question"), Session.new(taster(), "article", "year", predictions=False)
    ).flat
    again = told.rsplit(": question ", 1)[1]
    assert again.index("To ask: ") < again.index("answer the question put to the quote")
