"""The debrief: every figure once, the keeper's year first, and what nobody scored."""

from dataclasses import replace

from game.core.debrief.figures import Debrief, Guessed, debrief
from game.core.debrief.year_words import summary
from game.core.debrief.years import YearLine, doors_words, moved_words
from game.core.playing.looking_back import looking_back
from game.core.playing.session import Session
from game.core.run.trace import Choice
from game.core.showing import telling
from game.core.showing.remembered import remembered_words
from game.core.story.model import Story
from tests.builders import Tiny, choices

CHAPTER, SCORE = "chapters/1.yaml", "rulebooks/score.yaml"
WHOLE = ("first.ill", "second.well", "third.ill")


def played(tiny: Tiny, *steps: str, keeper: str = "score") -> Session:
    session = Session.new(tiny.load(), keeper, "whole")
    session.play(choices(*steps))
    return session


def seen(tiny: Tiny, *steps: str, keeper: str = "score") -> Debrief:
    return looking_back(played(tiny, *steps, keeper=keeper))


def year(view: Debrief, keeper: str) -> YearLine:
    return next(line for line in view.years if line.keeper == keeper)


def test_the_keepers_year_comes_first_and_the_one_beside_it_second(shipped: Story) -> None:
    view = looking_back(Session.new(shipped, "reply", "taster"))
    first, second, *rest = [line.keeper for line in view.years]
    assert (first, second) == ("reply", "record")
    assert rest == ["article", "sesame", "carrots", "bureau"]
    assert [line.is_keeper for line in view.years] == [True, *[False] * 5]


def test_no_year_is_told_twice(shipped: Story) -> None:
    view = looking_back(Session.new(shipped, "record", "taster"))
    assert [line.keeper for line in view.years].count("record") == 1


def test_a_year_has_a_point_a_turn(tiny: Tiny) -> None:
    line = year(seen(tiny, *WHOLE), "score")
    assert [(p.scene, p.number, p.change) for p in line.points] == [
        ("The first", 40, -10),
        ("Rain", 30, -10),
        ("The second", 40, 10),
        ("The third", 30, -10),
    ]
    assert (line.start, line.end, line.moves) == (50, 30, 4)


def test_a_year_without_a_number_tells_its_lists(tiny: Tiny) -> None:
    line = year(seen(tiny, *WHOLE), "lists")
    assert (line.start, line.end) == (None, None)
    assert [p.lists for p in line.points] == [("the book",), ("the book",), (), ("the book",)]
    assert [p.closed for p in line.points] == [("the gate",), (), (), ("the gate",)]
    assert [p.opened for p in line.points] == [(), (), ("the gate",), ()]


def test_a_year_is_summed_up(tiny: Tiny) -> None:
    view = seen(tiny, *WHOLE)
    assert year(view, "score").summary == (
        "From 50 to 30; the number moved 4 times. Closed at the end: the gate."
    )
    assert year(view, "lists").summary == (
        "You were listed 3 times (the book) and cleared once, and are still on it. "
        "Closed at the end: the gate."
    )
    assert year(seen(tiny, "first.strange"), "lists").summary == "On no list all year."
    unmoved = "From 50 to 50; the number never moved."
    assert year(seen(tiny, "first.strange"), "score").summary == unmoved


def elsewhere(tiny: Tiny) -> Tiny:
    """A third rulebook, which leaves the bad to the police and the good to one town."""
    tiny.swap("story.yaml", "keepers: [score, lists]", "keepers: [score, lists, away]")
    return tiny.put(
        "rulebooks/away.yaml",
        "id: away\nname: Away\nshort: away\nopening: No number.\nnumber: none\nrules:\n"
        "  bad: {answer: elsewhere, system: 'the police, or a court', claim: C1, says: Police.}\n"
        "  good: {answer: local, where: 'Jinan, 2017', claim: C1, says: Local.}\n"
        "not_tracked: [odd]\n",
    )


def test_what_is_answered_elsewhere_is_never_told_as_nothing(tiny: Tiny) -> None:
    line = year(seen(elsewhere(tiny), *WHOLE), "away")
    assert [moved_words(point) for point in line.points] == [
        "no list; elsewhere: the police, or a court",
        "no list; elsewhere: the police, or a court",
        "local only: Jinan, 2017",
        "no list; elsewhere: the police, or a court",
    ]
    assert (line.moves, line.elsewhere) == (0, 3)
    assert line.summary == (
        "On no list all year. Answered elsewhere: 3 times (The first, Rain and The third): "
        "the police, or a court. In some places only: once (The second)."
    )


def test_what_is_answered_elsewhere_turns_a_year_more_than_a_memory_does(tiny: Tiny) -> None:
    view = seen(elsewhere(tiny), "first.well", "second.ill", keeper="away")
    assert [(point.scene, point.says) for point in view.turning] == [
        ("The first", "no list moved; this did: ties up"),
        ("The second", "no list; elsewhere: the police, or a court"),
    ]


def test_two_deeds_that_are_answered_elsewhere_are_told_together(tiny: Tiny) -> None:
    elsewhere(tiny).swap("rulebooks/away.yaml", "not_tracked: [odd]\n", "")
    tiny.swap(
        "rulebooks/away.yaml",
        "rules:\n",
        "rules:\n  odd: {answer: elsewhere, system: a court or a fine, claim: C1, says: So.}\n",
    )
    tiny.swap(CHAPTER, "deeds: [odd]", "deeds: [bad, odd]")
    line = year(seen(tiny, "first.strange"), "away")
    both = "the police, or a court; a court or a fine"
    assert moved_words(line.points[0]) == f"no list; elsewhere: {both}"


def test_what_answers_for_one_scene_is_never_told_beside_another(tiny: Tiny) -> None:
    elsewhere(tiny).swap(
        "rulebooks/away.yaml",
        "good: {answer: local, where: 'Jinan, 2017',",
        "good: {answer: elsewhere, system: a court,",
    )
    line = year(seen(tiny, "first.well", "second.ill"), "away")
    assert (
        "Answered elsewhere: once (The first): a court; "
        "once (The second): the police, or a court." in line.summary
    )


def test_what_falls_on_a_firm_is_told_as_the_firms(tiny: Tiny) -> None:
    tiny.swap(SCORE, "bad: {answer: down,", "bad: {answer: down, whose: firm,")
    line = year(seen(tiny, "first.ill"), "score")
    assert moved_words(line.points[0]) == "the firm, down"


def test_what_happens_to_a_friend_is_told_as_theirs_and_never_counted_as_the_players(
    tiny: Tiny,
) -> None:
    police = "bad: {answer: elsewhere, whose: friend, system: the police,"
    tiny.swap(SCORE, "bad: {answer: down, size: small,", police)
    view = seen(tiny, "first.ill")
    line = year(view, "score")
    assert (line.moves, line.elsewhere) == (0, 0)
    assert moved_words(line.points[0]) == "nothing for you; for a friend, elsewhere: the police"
    assert view.turning[0].says == "nothing for you; for a friend, elsewhere: the police"
    assert "Fell on others: twice (The first and Rain)." in line.summary


def test_what_counts_in_one_place_alone_is_told_even_where_it_falls_on_a_firm(tiny: Tiny) -> None:
    away = elsewhere(tiny)
    away.swap("rulebooks/away.yaml", "good: {answer: local,", "good: {answer: local, whose: firm,")
    line = year(seen(tiny, "first.well"), "away")
    assert moved_words(line.points[0]) == "local only: Jinan, 2017"


def test_an_event_that_is_answered_elsewhere_says_so_among_what_nobody_chose(tiny: Tiny) -> None:
    (event,) = seen(elsewhere(tiny), *WHOLE, keeper="away").later
    assert event.says == "no list; elsewhere: the police, or a court"


def test_a_door_that_is_always_closed_counts_and_is_said_to_be_so_from_the_start(
    tiny: Tiny,
) -> None:
    line = year(seen(tiny, *WHOLE), "score")
    assert (line.shut, line.from_start) == (("the gate",), ())
    assert doors_words(line) == "1 closed at the end; what closed them"
    tiny.swap(SCORE, "closed: number < 40", "closed: always")
    line = year(seen(tiny, "first.strange", "second.well"), "score")
    assert (line.shut, line.from_start) == (("the gate",), ("the gate",))
    assert line.summary.endswith("Closed at the end: the gate, from the start.")
    assert doors_words(line) == "1 closed at the end, from the start; what closed them"


def test_doors_that_are_all_open_again_are_said_to_be_so(tiny: Tiny) -> None:
    line = year(seen(tiny, "first.ill", "second.well"), "score")
    assert doors_words(line) == "all open again; what had closed them"


def test_where_no_door_was_ever_closed_none_is_said_to_have_opened_again(tiny: Tiny) -> None:
    line = year(seen(tiny, "first.well", "second.well"), "score")
    assert doors_words(line) == "none was closed to you; what opens the others"


def test_how_much_rests_on_readings_of_ours_is_said_of_every_year(tiny: Tiny) -> None:
    tiny.swap(
        SCORE, "bad: {answer: down, size: small,", "bad: {answer: down, size: small, sure: low,"
    )
    line = year(seen(tiny, "first.well", "second.ill"), "score")
    assert "Of the 20 points that it moved, 10 rest on readings of ours." in line.summary
    line = year(seen(tiny, "first.ill", "second.ill"), "score")
    assert "All of that rests on readings of ours." in line.summary


def test_a_perk_that_was_had_and_lost_counts_as_closed(tiny: Tiny) -> None:
    line = year(seen(tiny, "first.ill", "second.well"), "score")
    assert line.shut == ()
    tiny.swap(SCORE, "open: number >= 60", "open: number >= 50")
    line = year(seen(tiny, "first.ill", "second.well"), "score")
    assert (line.shut, line.from_start) == (("the quick lane",), ())


def test_a_summary_counts_the_choices_that_would_have_been_barred(tiny: Tiny) -> None:
    point = year(seen(tiny, "first.well"), "score").points[0]
    book = played(tiny, "first.well").game.story.rulebooks["score"]
    barred = replace(point, barred=True)
    assert "barred a choice" in summary(book, [barred], [], [], [])
    assert "barred 2 of your choices" in summary(book, [barred, barred], [], [], [])


def test_systems_are_named_once_and_those_that_another_names_go_without_saying() -> None:
    named = ("the police", "another state's list, and its courts", "censorship or the police")
    assert telling.systems((*named, "the police")) == (
        "another state's list, and its courts; censorship or the police"
    )


def test_from_the_first_barred_turn_on_a_shadows_year_is_hatched(tiny: Tiny) -> None:
    tiny.swap("rulebooks/score.yaml", "closed: number < 40", "closed: number < 10")
    view = seen(tiny, "first.ill", "second.gate", "third.well")
    line = year(view, "lists")
    assert [p.barred for p in line.points] == [False, False, True, False]
    assert [p.hatched for p in line.points] == [False, False, True, True]
    assert "would have barred" in line.summary
    assert not any(p.hatched for p in year(view, "score").points)


def test_the_turning_points_are_three_at_most_and_in_the_order_of_the_year(tiny: Tiny) -> None:
    view = seen(tiny, *WHOLE)
    assert [point.turn for point in view.turning] == [1, 2, 3]
    assert [point.says for point in view.turning] == [
        "down 10, to 30; closed: the gate",
        "up 10, to 40; opened: the gate",
        "down 10, to 30; closed: the gate",
    ]


def test_a_list_turns_a_year_more_than_points_do(tiny: Tiny) -> None:
    view = seen(tiny, *WHOLE, keeper="lists")
    assert [point.turn for point in view.turning] == [0, 2, 3]
    assert view.turning[0].says == "put on the book; closed: the gate"


def test_a_list_that_closes_no_door_weighs_more_than_points(tiny: Tiny) -> None:
    club = "{name: the club, reason: So., months: 9, way_out: Wait., claim: C1}"
    tiny.swap(SCORE, "silent: [odd]", f"lists:\n  club: {club}")
    listed = "odd: {answer: listed, lists: [club], claim: C1, says: Listed.}"
    tiny.swap(SCORE, "rules:\n", f"rules:\n  {listed}\n")
    tiny.swap(CHAPTER, "{text: It rains elsewhere.}", "{deeds: [bad], text: It rains.}")
    view = seen(tiny, "first.strange", "second.ill", "third.well")
    assert [point.scene for point in view.turning] == ["The first", "The second", "The third"]


def test_what_turned_no_score_but_a_memory_is_told_as_such(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "deeds: [good], outcome: Good., remembered", "outcome: Good., remembered")
    (point,) = seen(tiny, "first.well").turning
    assert point.says == "no number moved; this did: ties up"


def test_what_nobody_could_control_is_every_event_and_what_it_did(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "if: chose first.ill, deeds", "if: ties >= 2, deeds")
    (event,) = seen(tiny, "first.ill").uncontrolled
    assert (event.scene, event.says) == ("Rain", "down 10, to 30; closed: the gate")


def test_what_came_of_a_choice_is_not_what_nobody_could_control(tiny: Tiny) -> None:
    view = seen(tiny, "first.ill")
    assert view.uncontrolled == ()
    assert view.came_of_it == (("Rain", "down 10, to 30; closed: the gate"),)


def test_an_event_that_only_passed_by_came_of_no_choice(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "if: chose first.ill, deeds: [bad]", "if: chose first.ill, deeds: []")
    view = seen(tiny, "first.ill")
    assert view.came_of_it == ()
    assert [event.scene for event in view.uncontrolled] == ["Rain"]


def test_an_event_that_moved_nothing_is_told_all_the_same(tiny: Tiny) -> None:
    (event,) = seen(tiny, "first.well").uncontrolled
    assert event.says == "nothing moved under this keeper"


def test_an_event_that_only_opened_a_door_did_something(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "{text: It rains elsewhere.}", "{deeds: [odd], text: A law.}")
    tiny.add(
        "rulebooks/score.yaml",
        "amendments:\n  odd: {doors: {lane: {open: always, claim: C1}}}\n",
    )
    tiny.swap("rulebooks/score.yaml", "number >= 60", "number >= 90")
    (event,) = seen(tiny, "first.well").uncontrolled
    assert event.says == "opened: the quick lane"


def test_what_no_score_saw_is_told_scene_by_scene(tiny: Tiny) -> None:
    assert seen(tiny, *WHOLE).unscored == (("The first", "Somebody smiled."),)


def test_the_players_name_stands_in_the_debrief_too(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "Somebody smiled.", "{name} smiled.".join('""'))
    tiny.swap(CHAPTER, "label: Do bad., deeds: [bad], outcome: Bad., unscored", 'label: "Sign {name}.", deeds: [bad], outcome: Bad., unscored')  # fmt: skip  # noqa: E501
    tiny.add("story.yaml", 'notes:\n  - {if: standing is low, text: "You fell, {name}."}\n')
    session = played(tiny, "first.ill")
    session.rename("Ada")
    view = looking_back(session)
    assert view.unscored == (("The first", "Ada smiled."),)
    assert view.notes == ("You fell, Ada.",)
    assert view.years[0].points[0].label == "Sign Ada."


def test_a_note_stands_only_where_it_fits(tiny: Tiny) -> None:
    tiny.add("story.yaml", "notes:\n  - {if: standing is low, text: You fell.}\n")
    assert seen(tiny, "first.ill").notes == ("You fell.",)
    assert seen(tiny, "first.well").notes == ()


def test_memories_stand_as_they_are_at_the_end(tiny: Tiny) -> None:
    assert seen(tiny, "first.well").memories == (("ties", 3), ("purse", 2), ("voice", 2))


def test_predictions_are_counted_with_their_hits(tiny: Tiny) -> None:
    for title in ("The first", "The second"):
        tiny.swap(CHAPTER, f"title: {title}\n", f"title: {title}\n    predict: direction\n")
    session = Session.new(tiny.load(), "score", "whole")
    session.play([Choice("first", "well", "up"), Choice("second", "ill", "up")])
    view = looking_back(session)
    assert (view.predicted, view.hits) == (2, 1)


def test_each_prediction_stands_beside_what_came(tiny: Tiny) -> None:
    for title in ("The first", "The second"):
        tiny.swap(CHAPTER, f"title: {title}\n", f"title: {title}\n    predict: direction\n")
    session = Session.new(tiny.load(), "score", "whole")
    session.play([Choice("first", "well", "up"), Choice("second", "ill", "up")])
    assert looking_back(session).guesses == (
        Guessed(0, "The first", "it rises", "it rises", True),
        Guessed(2, "The second", "it rises", "it falls", False),
    )


def test_events_with_one_effect_stand_together(tiny: Tiny) -> None:
    view = seen(tiny, "first.well", "second.well")
    assert view.together == (("Rain", "nothing moved under this keeper"),)


def test_a_prediction_that_nobody_asked_for_is_not_counted(tiny: Tiny) -> None:
    session = Session.new(tiny.load(), "score", "whole")
    session.play([Choice("first", "well", "up")])
    assert looking_back(session).predicted == 0


def test_the_claims_met_are_told_once_with_the_players_marks(tiny: Tiny) -> None:
    session = played(tiny, *WHOLE)
    session.mark("C1", "falls")
    (met,) = looking_back(session).claims
    assert (met.id, met.words, met.verdict, met.mark) == (
        "C1",
        "everything counts",
        "documented",
        "falls",
    )


def test_the_ledger_is_the_keepers(tiny: Tiny) -> None:
    assert [line.sentence for line in seen(tiny, *WHOLE).ledger] == [
        "down 10, to 40",
        "down 10, to 30",
        "up 10, to 40",
        "down 10, to 30",
    ]


def test_months_that_are_over_stand_in_the_ledger(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "deeds: [bad], text: It rains on you.", "text: It rains on you.")
    tiny.swap(CHAPTER, "    month: 3\n", "    month: 4\n")
    lines = seen(tiny, "first.ill", "second.gate", keeper="lists").ledger
    assert [line.sentence for line in lines] == ["listed: the book", "off the list"]


def test_an_unfinished_run_is_debriefed_as_far_as_it_goes(tiny: Tiny) -> None:
    view = seen(tiny, "first.ill")
    assert view.title == "Low"
    assert len(view.years[0].points) == 2


def test_the_last_question_is_of_what_was_answered_and_not_of_what_waits(shipped: Story) -> None:
    session = Session.new(shipped, "article", "taster")
    session.play(choices("red-man.wait"))
    assert session.trace.waiting
    assert session.trace.waiting.claims[0] != "A19"
    assert looking_back(session).question.startswith("“whether you jaywalk” ")


def test_a_run_without_a_choice_has_a_debrief(tiny: Tiny) -> None:
    view = seen(tiny)
    assert view.years[0].points == ()
    assert (view.turning, view.unscored, view.ledger) == ((), (), ())


def test_the_debrief_needs_no_session(tiny: Tiny) -> None:
    session = played(tiny, *WHOLE)
    view = debrief(session.game, session.trace, session.run, "Mine.", "Who?")
    assert (view.comment, view.question) == ("Mine.", "Who?")


def test_what_was_written_in_ones_own_words_stands_in_the_debrief(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "help: answer", "help: write")
    session = played(tiny, "first.ill")
    claim = session.trace.turns[0].scene.claims[0]
    session.answer("Who saw it?", claim)
    words = session.story.claims[claim].words
    assert looking_back(session).written == ((words, "Who saw it?"),)


def test_what_was_at_its_end_already_is_said_not_to_have_moved(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "remembered: {ties: +1}", "remembered: {ties: +3}")
    again = "outcome: Good., remembered: {ties: +1}"
    tiny.swap("chapters/2.yaml", "deeds: [good], outcome: Good.", again)
    view = seen(tiny, "first.well", "second.well", "third.well").remembered[0]
    assert (view.end, view.lost) == (5, ("The third",))
    assert remembered_words(view) == (
        "ties, from 2 to 5: up at The first (Do good, by 3); "
        "at its end already, and so unmoved, at The third"
    )
