"""The round: silent vote, prediction, tally, perhaps a second vote, and what the room chose."""

import pytest

from game.lesson.events import Gather
from game.lesson.looking_back import honesty, room_debrief
from game.lesson.phone import Phones
from game.lesson.refused import Refused
from game.lesson.state import Question
from game.lesson.tally import rounds_of, tally
from tests.lesson.rooms import Class


def test_while_a_vote_is_open_the_screen_tells_only_how_many_are_in(
    room: Class,
) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    room.say("ill", "ill")
    assert (room.shown.phase, room.shown.asked.in_, room.shown.asked.of) == ("vote", 2, 3)
    assert room.shown.tally is None
    assert "tally" not in Phones(room.room).state("s0")


def test_the_story_follows_what_most_voted_for(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill", "ill", "well")
    room.teacher.show()
    assert dict(room.shown.tally.counts) == {"well": 1, "ill": 2, "strange": 0}
    room.teacher.go_on()
    assert room.shown.page == "outcome"
    assert room.room.lesson.stage.choices == (("first", "ill"),)


def test_a_vote_can_be_changed_until_the_vote_closes(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    room.say("ill")
    room.say("well")
    room.teacher.toggle()
    with pytest.raises(Refused, match="Nothing is open"):
        room.say("ill")
    room.teacher.show()
    assert dict(room.shown.tally.counts) == {"well": 1, "ill": 0, "strange": 0}


def test_a_tie_is_picked_by_the_teacher_among_the_equal(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill", "well")
    room.teacher.show()
    assert room.shown.tie == ("well", "ill")
    with pytest.raises(Refused, match="A tie"):
        room.teacher.go_on()
    with pytest.raises(Refused, match="follows the room"):
        room.teacher.pick("strange")
    room.teacher.pick("ill")
    assert room.room.lesson.stage.choices == (("first", "ill"),)
    assert room_debrief(room.room).scenes[0].tie


def test_where_nobody_voted_every_option_is_equal(room: Class) -> None:
    room.go_to("scene")
    room.vote()
    room.teacher.show()
    assert room.shown.tie == ("well", "ill", "strange")


def test_the_second_vote_counts_and_the_first_is_kept_beside_it(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill", "ill", "well")
    room.teacher.show()
    room.teacher.toggle()
    assert room.shown.asked.second
    assert room.shown.tally is None
    room.say("well", "well", "well")
    room.teacher.toggle()
    room.teacher.show()
    assert dict(room.shown.before.counts)["ill"] == 2
    assert dict(room.shown.tally.counts)["well"] == 3
    room.teacher.go_on()
    assert room.room.lesson.stage.choices == (("first", "well"),)
    assert len(room_debrief(room.room).scenes[0].tallies) == 2


def test_an_undone_second_vote_leaves_the_first_to_decide(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill", "ill", "well")
    room.teacher.show()
    room.teacher.toggle()
    room.teacher.undo()
    assert len(rounds_of(room.room.lesson, "vote", "first")) == 1
    room.teacher.go_on()
    assert room.room.lesson.stage.choices == (("first", "ill"),)


def test_undo_of_closing_too_early_keeps_every_vote(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill", "well")
    room.teacher.undo()
    assert (room.shown.phase, room.shown.asked.in_) == ("vote", 2)


def test_undo_of_an_outcome_takes_the_choice_back(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill")
    room.teacher.show()
    room.teacher.go_on()
    room.teacher.undo()
    assert room.room.lesson.stage.choices == ()
    assert room.shown.tally is not None


def test_leaving_a_statement_is_one_step_to_undo(taster: Class) -> None:
    taster.go_to("before", 1)
    taster.teacher.go_on()
    taster.teacher.undo()
    assert (taster.shown.page, taster.shown.n, taster.shown.asked.open) == ("before", 1, True)


def test_looking_back_from_an_unfinished_vote_loses_nothing(taster: Class) -> None:
    taster.go_to("scene", 0)
    taster.vote("cross", "wait")
    while taster.shown.page != "before":
        taster.teacher.go_back()
    while taster.shown.page != "scene":
        taster.teacher.go_on()
    assert (taster.shown.phase, taster.shown.asked.in_) == ("tally", 2)


def test_what_is_closed_is_shown_without_a_letter_and_cannot_be_voted_for(taster: Class) -> None:
    taster.go_to("scene", 2)
    taster.vote("wrong")
    taster.teacher.show()
    taster.teacher.go_on()
    taster.go_to("scene", 4)
    taster.teacher.toggle()
    closed = [o for o in Phones(taster.room).state("s0")["options"] if o["closed"]]
    assert closed
    assert all(option["letter"] == "" for option in closed)
    with pytest.raises(Refused, match="no such answer"):
        taster.say(closed[0]["id"])


def test_a_glance_is_shown_to_the_room_and_not_come_back_to(taster: Class) -> None:
    taster.go_to("glance")
    glance = taster.shown.n
    assert "4021 7386" in Phones(taster.room).state("s0")["text"]
    taster.teacher.go_on()
    assert (taster.shown.page, taster.shown.n) == ("scene", glance)
    taster.teacher.go_back()
    assert taster.shown.page == "chapter"
    taster.teacher.go_on()
    assert taster.shown.page == "scene"
    taster.teacher.undo()
    taster.teacher.undo()
    assert taster.shown.page == "scene"
    taster.teacher.undo()
    assert taster.shown.page == "chapter"
    taster.teacher.go_on()
    assert taster.shown.page == "scene"


def test_predictions_are_kept_apart_and_told_with_the_outcome(taster: Class) -> None:
    taster.go_to("scene", 0)
    taster.vote("cross", "cross", "wait")
    taster.teacher.predict()
    assert taster.shown.phase == "predict"
    taster.say("down", "up", "down")
    taster.teacher.toggle()
    assert taster.shown.predicted is None
    taster.teacher.show()
    taster.teacher.go_on()
    assert (taster.shown.page, taster.shown.hits) == ("outcome", 2)
    debrief = room_debrief(taster.room)
    assert (debrief.predicted, debrief.hits) == (3, 2)


def test_what_a_held_outcome_keeps_to_itself_no_count_gives_away(taster: Class) -> None:
    taster.go_to("scene", 5)
    taster.vote("share")
    taster.teacher.show()
    taster.teacher.go_on()
    assert taster.shown.story.held
    assert taster.shown.hits is None


def test_statements_are_told_as_counts_before_and_after(taster: Class) -> None:
    taster.go_to("before", 0)
    taster.say("true", "true", "false", sure=2)
    taster.go_to("after", 0)
    taster.say("true", "true", "true", "false", sure=3)
    taster.teacher.toggle()
    judged = room_debrief(taster.room).statements[0]
    assert judged.before.counts == (("true", 2), ("false", 1))
    assert judged.before.sure == (0, 3, 0)
    assert judged.after.counts == (("true", 3), ("false", 1))


def test_a_lesson_that_ran_short_has_a_debrief_of_what_was_played(taster: Class) -> None:
    taster.go_to("scene", 0)
    taster.vote("cross")
    taster.teacher.to_debrief()
    assert taster.shown.phase == "debrief"
    assert not room_debrief(taster.room).over
    taster.teacher.to_statements()
    assert (taster.shown.page, taster.shown.n) == ("after", 0)


def test_nothing_turns_while_a_vote_is_open_and_the_end_is_the_end(room: Class) -> None:
    room.go_to("end")
    with pytest.raises(Refused, match="no page beyond"):
        room.teacher.go_on()


def test_a_chapters_task_is_answered_by_the_room_aloud(taster: Class) -> None:
    taster.go_to("reveal", 2)
    assert taster.shown.story.task.kind == "pick"
    with pytest.raises(Refused, match="Answer with one of"):
        taster.teacher.pick("neither")
    taster.teacher.pick("weaker")
    assert taster.shown.story.task.told
    taster.go_to("reveal", 6)
    taster.teacher.pick("anything at all")
    assert taster.shown.story.task.told.startswith("Nobody marks it.")
    assert "anything" not in taster.room.writer.journal.path.read_text()


def test_the_line_of_honesty_counts_seats(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill", "well")
    room.room.back("s0")
    assert honesty(room.room.lesson) == "2 of 3 voted, 1 reconnected, 0 duplicates counted"


def test_the_same_packet_twice_is_one_vote_and_told_the_same(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    number, told = room.shown.asked.round, []
    for option, nonce in [("ill", "n-a"), ("well", "n-b"), ("ill", "n-a")]:
        room.room.answer("vote", number, "s0", option, nonce, done=told.append)
    room.teacher.toggle()
    room.room.answer("vote", number, "s0", "ill", "n-a", done=told.append)
    assert told == [None] * 4
    assert dict(tally(room.room.lesson, Question(number, "vote")).counts)["well"] == 1


# The rungs


def test_hands_are_typed_as_numbers_in_the_order_of_the_options(room: Class) -> None:
    room.teacher.use("hands")
    room.go_to("scene")
    room.teacher.toggle()
    room.teacher.count_line("12 9 4")
    room.teacher.adjust("ill", +1)
    room.teacher.adjust("strange", -9)
    room.teacher.toggle()
    room.teacher.show()
    assert room.shown.tally.counts == (("well", 12), ("ill", 10), ("strange", 0))


def test_two_rungs_are_never_added_and_either_can_be_the_source_again(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    room.say("ill", "ill")
    room.teacher.use("hands")
    with pytest.raises(Refused, match="by hands"):
        room.say("ill")
    room.teacher.count_line("20 1 0")
    assert room.shown.asked.in_ == 21
    room.teacher.use("phones")
    assert room.shown.asked.in_ == 2
    room.teacher.use("tables")
    room.say("well")
    assert room.shown.asked.in_ == 1
    room.teacher.use("paper")
    assert room.shown.asked.in_ == 0
    room.teacher.use("hands")
    room.teacher.toggle()
    room.teacher.show()
    assert dict(room.shown.tally.counts)["well"] == 20


def test_a_rung_chosen_after_the_tally_is_for_the_next_question(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill")
    room.teacher.show()
    room.teacher.use("hands")
    assert (room.shown.tally.source, room.shown.tally.in_) == ("phones", 1)
    room.teacher.toggle()
    assert room.shown.asked.source == "hands"


@pytest.mark.parametrize("typed", ["", "12", "1 2 3 4", "one two three", "1 2 -3", "1 2 99999"])
def test_a_count_that_is_none_is_refused_in_a_sentence(room: Class, typed: str) -> None:
    room.teacher.use("paper")
    room.go_to("scene")
    room.teacher.toggle()
    with pytest.raises(Refused, match=r"[A-Z].*\."):
        room.teacher.count_line(typed)


def test_of_counts_who_is_here_and_whoever_has_answered(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    room.say("ill")
    room.teacher.toggle()
    room.teacher.change_code(everybody_out=True)
    assert (room.shown.asked.in_, room.shown.asked.of) == (1, 1)
    room.teacher.toggle()
    with pytest.raises(Refused, match="no seat"):
        room.say("well")


def test_whoever_is_sent_out_in_mid_vote_counts_once_when_voting_anew(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    room.say("ill", "ill", "well")
    room.teacher.change_code(everybody_out=True)
    assert (room.shown.asked.in_, room.shown.asked.of) == (0, 0)
    room.room.join("s0")
    room.say("well")
    assert (room.shown.asked.in_, room.shown.asked.of) == (1, 1)
    room.teacher.toggle()
    room.teacher.show()
    assert dict(room.shown.tally.counts) == {"well": 1, "ill": 0, "strange": 0}


def test_whoever_is_sent_out_after_the_vote_has_voted(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill", "ill", "well")
    room.teacher.change_code(everybody_out=True)
    room.teacher.show()
    assert dict(room.shown.tally.counts) == {"well": 1, "ill": 2, "strange": 0}


def test_a_timer_can_be_extended_and_closes_nothing(room: Class) -> None:
    room.go_to("scene")
    with pytest.raises(Refused, match="while a question is open"):
        room.teacher.time(60)
    room.teacher.toggle()
    room.teacher.time(60)
    room.teacher.time(30)
    assert room.shown.asked.seconds_left == 90
    room.room.now = lambda: 2_000_000.0
    assert (room.shown.asked.seconds_left, room.shown.asked.open) == (0, True)


def test_a_room_that_moves_lets_answers_wait_until_their_phones_are_back(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    room.say("ill", "ill", "well")
    room.room.submit(Gather())
    assert (room.shown.asked.in_, room.shown.asked.of) == (0, 0)
    room.room.back("s0")
    assert (room.shown.asked.in_, room.shown.asked.of) == (1, 1)
    room.room.join("new")  # the phone of s1, by the new address: it answers anew, and counts once
    room.room.answer("vote", room.shown.asked.round, "new", "ill", "n99")
    assert (room.shown.asked.in_, room.shown.asked.of) == (2, 2)
    room.teacher.toggle()
    room.teacher.show()
    assert dict(room.shown.tally.counts) == {"well": 0, "ill": 2, "strange": 0}


def test_a_room_that_moves_keeps_what_was_closed(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill", "ill", "well")
    room.room.submit(Gather())
    room.teacher.show()
    assert dict(room.shown.tally.counts) == {"well": 1, "ill": 2, "strange": 0}


def test_a_room_that_moves_is_no_second_sitting(room: Class) -> None:
    room.room.submit(Gather())
    assert (room.room.lesson.opened, room.room.lesson.sitting) == (1, 2)


def test_hands_say_how_sure_only_where_the_teacher_counts_it(taster: Class) -> None:
    taster.go_to("before")
    taster.teacher.use("hands")
    taster.teacher.count_line("17 11")
    asked = Question(taster.shown.asked.round, "statement")
    assert tally(taster.room.lesson, asked).certain is None
    taster.teacher.count_line("17 11 / 9")
    assert tally(taster.room.lesson, asked).certain == 9
    taster.teacher.adjust("true", 1)
    assert tally(taster.room.lesson, asked).certain == 9
    taster.teacher.count_line("2 1")
    assert tally(taster.room.lesson, asked).certain is None


@pytest.mark.parametrize(
    ("typed", "why"),
    [("17 11 / 29", "at most 28"), ("17 11 /", "Type 2 numbers"), ("17 / 11 9", "Type 2 numbers"),
     ("17 11 / 9 / 9", "Type 2 numbers"), ("/ 3", "Type 2 numbers")],
)  # fmt: skip
def test_a_count_of_the_sure_that_makes_no_sense_is_refused(
    taster: Class, typed: str, why: str
) -> None:
    taster.go_to("before")
    taster.teacher.use("hands")
    with pytest.raises(Refused, match=why):
        taster.teacher.count_line(typed)
    assert taster.shown.asked.in_ == 0


def test_of_a_vote_nobody_counts_how_sure(taster: Class) -> None:
    taster.go_to("scene")
    taster.teacher.use("hands")
    taster.teacher.toggle()
    with pytest.raises(Refused, match="belongs to a statement"):
        taster.teacher.count_line("1 2 3 4 / 5")


def test_phones_say_how_sure_each_time(taster: Class) -> None:
    taster.go_to("before")
    taster.say("true", "true", "false", sure=3)
    asked = Question(taster.shown.asked.round, "statement")
    assert tally(taster.room.lesson, asked).certain == 3


def parts(room: Class) -> list[str]:
    return Phones(room.room).state("s0")["text"].split("\n\n")


def test_a_phone_lists_who_only_watches_one_below_another(taster: Class) -> None:
    taster.go_to("opening")
    head = parts(taster).index("These only watch:")
    watching = parts(taster)[head + 1 :]
    assert [line.partition(":")[0] for line in watching][:2] == ["the comment", "Sesame"]
    assert not any("\n" in line for line in watching)


def test_a_phone_says_who_keeps_the_score_before_who_only_watches(taster: Class) -> None:
    taster.go_to("opening")
    told = parts(taster)
    keeper = told[told.index("These only watch:") - 1]
    assert keeper == "Tonight the city obeys the article: eight ways down, none up."


def test_on_a_phone_too_it_is_said_who_says_what_about_a_sentence(taster: Class) -> None:
    taster.go_to("card")
    labels = [line.partition(":")[0] for line in parts(taster)[1:5]]
    assert labels == ["In plain words", "The other side", "For it", "On record"]
