"""A session: the order of its pages, its verbs, and what it refuses in a sentence."""

import pytest

from game.core.playing.session import Refused, Session
from game.core.run.trace import Choice
from game.core.showing.parts import CardView
from game.core.showing.views import (
    EndingPage,
    GlancePage,
    OutcomePage,
    PredictionPage,
    RevealPage,
    ScenePage,
)
from game.core.story.model import Story
from tests.builders import Tiny, choices

CHAPTER = "chapters/1.yaml"
FIRST, RAIN, SECOND = "title: The first\n", "title: Rain\n", "title: The second\n"
GLANCE = "    glance: Look well. 4021 7386\n"


def session(tiny: Tiny, keeper: str = "score", predictions: bool = True) -> Session:
    return Session.new(tiny.load(), keeper, "whole", predictions=predictions)


def at_scene(tiny: Tiny, *steps: str, keeper: str = "score") -> Session:
    """A session that waits at the scene after the steps."""
    made = session(tiny, keeper)
    made.play(choices(*steps))
    return to_scene(made)


def to_scene(made: Session) -> Session:
    while made.waiting is None:
        made.go_on()
    return made


def kinds(made: Session) -> list[str]:
    """The kinds of all pages from here on, as a player who only reads on sees them."""
    seen = [made.stop.kind]
    while made.page is not None and not (isinstance(made.page, ScenePage) and made.page.waiting):
        made.go_on()
        seen.append(made.stop.kind)
    return list(seen)


def gear(tiny: Tiny, scene: str, key: str) -> Tiny:
    return tiny.swap(CHAPTER, scene, f"{scene}    {key}\n")


# The order of pages


def test_a_run_opens_with_its_opening_its_chapter_and_its_scene(tiny: Tiny) -> None:
    assert kinds(session(tiny)) == ["opening", "chapter", "scene"]


def test_the_short_gear_shows_outcome_and_reveal(tiny: Tiny) -> None:
    made = at_scene(tiny)
    made.choose("well")
    assert kinds(made) == ["outcome", "reveal", "outcome", "reveal", "scene"]


def test_the_full_gear_shows_the_card_too(tiny: Tiny) -> None:
    made = at_scene(gear(tiny, FIRST, "reveal: full"))
    made.choose("well")
    assert kinds(made)[:4] == ["outcome", "reveal", "card", "outcome"]


def test_an_event_without_a_claim_has_an_outcome_alone(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "    month: 2\n    claims: [C1]\n", "    month: 2\n")
    made = at_scene(tiny)
    made.choose("well")
    assert kinds(made) == ["outcome", "reveal", "outcome", "scene"]


def test_a_held_event_without_a_claim_has_no_reveal_to_hold(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "    month: 2\n    claims: [C1]\n", "    month: 2\n    reveal: held\n")
    made = at_scene(tiny)
    made.choose("well")
    assert kinds(made) == ["outcome", "reveal", "outcome", "scene"]


def test_a_chapter_is_announced_before_its_first_scene_alone(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well")
    made.choose("well")
    assert kinds(made) == ["outcome", "reveal", "chapter", "scene"]


def test_after_the_last_scene_come_the_ending_and_the_debrief(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well", "second.well")
    made.choose("well")
    assert kinds(made) == ["outcome", "reveal", "ending", "debrief"]
    assert made.page is None
    assert made.over


def test_reading_on_stops_at_the_scene_that_waits(tiny: Tiny) -> None:
    made = at_scene(tiny)
    page = made.page
    made.go_on()
    assert made.page == page


def test_turning_back_undoes_nothing(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well")
    run = made.run
    for _ in range(20):
        made.go_back()
    assert made.stop.kind == "opening"
    assert made.run == run


def test_a_scene_that_was_played_shows_what_was_taken_and_waits_no_more(tiny: Tiny) -> None:
    made = session(tiny)
    made.play(choices("first.ill"))
    made.go_back()
    page = made.page
    assert isinstance(page, ScenePage)
    assert not page.waiting
    assert [option.id for option in page.options if option.taken] == ["ill"]


# The glance


def test_a_glance_stands_before_its_scene(tiny: Tiny) -> None:
    made = session(gear(tiny, FIRST, GLANCE.strip()))
    assert kinds(made) == ["opening", "chapter", "glance", "scene"]


def glanced(tiny: Tiny) -> Session:
    made = session(gear(tiny, FIRST, GLANCE.strip()))
    made.go_on()
    made.go_on()
    assert isinstance(made.page, GlancePage)
    return made


def test_a_glance_can_be_read_out_digit_by_digit(tiny: Tiny) -> None:
    page = glanced(tiny).page
    assert isinstance(page, GlancePage)
    assert page.read_out == ("four zero two one, seven three eight six",)


def test_a_glance_is_not_shown_again_to_one_who_turns_back_over_it(tiny: Tiny) -> None:
    made = glanced(tiny)
    made.go_on()
    made.go_back()
    assert made.stop.kind == "chapter"
    assert kinds(made) == ["chapter", "scene"]


def test_a_glance_is_not_lost_by_turning_back_from_it(tiny: Tiny) -> None:
    made = glanced(tiny)
    made.go_back()
    assert made.stop.kind == "glance"


def test_a_page_shows_the_number_of_its_own_turn_and_not_of_the_event_after_it(
    shipped: Story,
) -> None:
    made = Session.new(shipped, "article", "taster")
    made.play([Choice("red-man", "wait"), Choice("half-price", "shoes")])
    made.play([Choice("sixteen-digits", "wrong")])
    assert (made.stop.kind, made.margin.number) == ("outcome", 600)
    while made.page is not None and made.stop.kind != "card":
        made.go_on()
    assert made.margin.number == 600


def test_a_glance_is_not_shown_again_after_undo(tiny: Tiny) -> None:
    made = to_scene(glanced(tiny))
    made.choose("well")
    made.undo()
    made.go_back()
    assert kinds(made) == ["chapter", "scene"]


def test_a_glance_that_undo_steps_over_is_not_shown_again(tiny: Tiny) -> None:
    made = at_scene(gear(tiny, SECOND, GLANCE.strip()), "first.well")
    made.undo()
    made.choose("well")
    assert "glance" not in kinds(made)


def test_a_glance_is_not_shown_after_undo_in_a_run_that_was_resumed(tiny: Tiny) -> None:
    made = to_scene(glanced(tiny))
    made.choose("well")
    again = Session(made.story, made.run)
    again.undo()
    again.go_back()
    assert kinds(again) == ["chapter", "scene"]


# Choosing


def test_choosing_shows_the_outcome_at_once(tiny: Tiny) -> None:
    made = at_scene(tiny)
    made.choose("ill")
    page = made.page
    assert isinstance(page, OutcomePage)
    assert page.label == "Do bad."
    assert page.effects == ("The number falls by 10, to 40.", "Bad counts.")
    assert page.unscored == "Somebody smiled."
    assert (page.before.number, page.margin.number) == (50, 40)


@pytest.mark.parametrize(
    ("steps", "option", "sentence"),
    [
        ((), "fly", "There is no option `fly` here."),
        (("first.ill",), "gate", "That is closed below 40 (C1)."),
    ],
)
def test_what_can_not_be_chosen_is_refused_in_a_sentence(
    tiny: Tiny, steps: tuple[str, ...], option: str, sentence: str
) -> None:
    made = at_scene(tiny, *steps)
    with pytest.raises(Refused) as refused:
        made.choose(option)
    assert str(refused.value) == sentence


def test_on_a_page_without_options_nothing_can_be_chosen(tiny: Tiny) -> None:
    with pytest.raises(Refused, match="nothing to choose"):
        session(tiny).choose("well")


def test_a_closed_option_has_no_digit_and_says_what_closed_it(tiny: Tiny) -> None:
    page = at_scene(tiny, "first.ill").waiting
    assert page is not None
    assert [option.digit for option in page.options] == [1, None, 2]
    shut = page.options[1].closed
    assert shut is not None
    assert (shut.says, shut.claim, shut.quote) == (
        "A low number closes the gate.",
        "C1",
        "everything counts",
    )


# Predictions


def predicting(tiny: Tiny, kind: str = "direction", keeper: str = "score") -> Session:
    made = at_scene(gear(tiny, FIRST, f"predict: {kind}"), keeper=keeper)
    made.choose("ill")
    return made


def test_a_prediction_stands_between_choice_and_outcome(tiny: Tiny) -> None:
    made = predicting(tiny)
    assert isinstance(made.page, PredictionPage)
    assert made.run.choices == ()
    made.predict("down")
    assert isinstance(made.page, OutcomePage)
    assert made.run.choices[0].predicted == "down"


def test_who_guesses_nothing_goes_on_as_one_who_was_not_asked(tiny: Tiny) -> None:
    made = predicting(tiny)
    made.predict(None)
    assert isinstance(made.page, OutcomePage)
    assert made.run.choices[0].predicted is None


def test_why_one_is_asked_to_guess_is_said_until_one_has_guessed(tiny: Tiny) -> None:
    made = predicting(tiny)
    page = made.page
    assert isinstance(page, PredictionPage)
    assert page.why.startswith("Why guess?")
    made.predict("down")
    again = made.pages.prediction(made.game.scenes[0].options[0])
    assert again.why == ""


def test_cancelling_a_prediction_goes_back_to_the_options(tiny: Tiny) -> None:
    made = predicting(tiny)
    assert made.cancel()
    assert made.waiting is not None
    assert made.run.choices == ()
    assert not made.cancel()


def test_turning_back_from_a_prediction_goes_back_to_the_options(tiny: Tiny) -> None:
    made = predicting(tiny)
    made.go_back()
    assert made.waiting is not None


def test_reading_on_does_not_pass_over_a_prediction(tiny: Tiny) -> None:
    made = predicting(tiny)
    made.go_on()
    assert isinstance(made.page, PredictionPage)


def test_no_prediction_is_asked_where_predictions_are_off(tiny: Tiny) -> None:
    made = session(gear(tiny, FIRST, "predict: direction"), predictions=False)
    to_scene(made).choose("ill")
    assert isinstance(made.page, OutcomePage)


@pytest.mark.parametrize("answer", ["", "sideways", "listed"])
def test_an_answer_that_is_not_offered_is_refused(tiny: Tiny, answer: str) -> None:
    made = predicting(tiny)
    with pytest.raises(Refused, match="no answer"):
        made.predict(answer)
    assert isinstance(made.page, PredictionPage)


def test_nothing_can_be_predicted_unasked(tiny: Tiny) -> None:
    with pytest.raises(Refused, match="nothing to predict"):
        at_scene(tiny).predict("up")


@pytest.mark.parametrize(
    ("kind", "keeper", "keys"),
    [
        ("direction", "score", ["up", "down", "nothing"]),
        ("direction", "lists", ["listed", "cleared", "nothing"]),
        ("rulebook", "score", ["score", "lists", "nothing"]),
        ("door", "score", ["gate", "lane", "nothing"]),
    ],
)
def test_what_is_asked_fits_the_gear_and_the_keeper(
    tiny: Tiny, kind: str, keeper: str, keys: list[str]
) -> None:
    page = predicting(tiny, kind, keeper).page
    assert isinstance(page, PredictionPage)
    assert [key for key, _ in page.choices] == keys


def test_a_counter_is_asked_only_whether_it_rises(tiny: Tiny) -> None:
    tiny.swap("rulebooks/score.yaml", "{start: 50, low: 0, high: 100}", "{start: 0, counter: true}")
    tiny.swap("rulebooks/score.yaml", "closed: number < 40", "closed: always")
    page = predicting(tiny).page
    assert isinstance(page, PredictionPage)
    assert [key for key, _ in page.choices] == ["up", "nothing"]


@pytest.mark.parametrize(
    ("kind", "keeper", "answer", "sentence"),
    [
        ("direction", "score", "down", "You guessed: it falls. So it was."),
        ("direction", "score", "up", "You guessed: it rises. It was: it falls."),
        ("direction", "score", "nothing", "You guessed: it stays as it is. It was: it falls."),
        ("direction", "lists", "listed", "You guessed: puts you on a list. So it was."),
        ("rulebook", "score", "lists", "You guessed: the lists. So it was, and also the score."),
        (
            "rulebook",
            "score",
            "nothing",
            "You guessed: none of them. It was: the score and the lists.",
        ),
        ("door", "lists", "gate", "You guessed: the gate. So it was."),
        ("door", "score", "nothing", "You guessed: no door. So it was."),
    ],
)
def test_the_outcome_says_how_the_prediction_turned_out(
    tiny: Tiny, kind: str, keeper: str, answer: str, sentence: str
) -> None:
    made = predicting(tiny, kind, keeper)
    made.predict(answer)
    page = made.page
    assert isinstance(page, OutcomePage)
    assert page.prediction == sentence


def test_a_prediction_that_the_story_no_longer_asks_for_is_passed_over(tiny: Tiny) -> None:
    made = predicting(tiny)
    made.predict("down")
    after = Session(Tiny(tiny.folder).load(), made.run)
    assert after.pages.outcome(0).prediction is None


def test_where_many_doors_move_each_option_has_one_among_the_answers(tiny: Tiny) -> None:
    many = "".join(f"  d{n}: {{name: door {n}}}\n" for n in range(6))
    shut = "".join(f"  d{n}: {{closed: number < 45, claim: C1}}\n" for n in range(6))
    tiny.swap("story.yaml", "  gate: {", many + "  gate: {").add("rulebooks/score.yaml", shut)
    tiny.swap("rulebooks/score.yaml", "number >= 60", "number >= 55")
    page = predicting(tiny, "door").page
    assert isinstance(page, PredictionPage)
    keys = [key for key, _ in page.choices]
    assert "lane" in keys
    assert len(keys) == 5


# Undo and redo


def test_undo_takes_the_choice_back_with_its_prediction(tiny: Tiny) -> None:
    made = predicting(tiny)
    made.predict("down")
    made.undo()
    assert made.run.choices == ()
    assert made.waiting is not None


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_with_nothing_to_take_back_a_sentence_says_so(tiny: Tiny, verb: str) -> None:
    with pytest.raises(Refused, match="nothing to"):
        getattr(at_scene(tiny), verb)()


def test_a_new_choice_empties_redo(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well")
    made.undo()
    assert made.can_redo
    made.choose("ill")
    assert not made.can_redo


def test_redo_brings_back_several_choices_in_their_order(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well", "second.ill")
    run = made.run
    made.undo()
    made.undo()
    made.redo()
    assert [choice.scene for choice in made.run.choices] == ["first"]
    made.redo()
    assert made.run == run


def test_redo_while_a_prediction_is_asked_drops_the_question(shipped: Story) -> None:
    made = Session.new(shipped, "article", "taster")
    made.play([Choice("red-man", "wait")])
    made.undo()
    made.choose("cross")
    assert isinstance(made.page, PredictionPage)
    made.redo()
    assert isinstance(made.page, OutcomePage)
    assert [choice.option for choice in made.run.choices] == ["wait"]


def test_playing_choices_stops_at_the_first_that_does_not_fit(tiny: Tiny) -> None:
    made = session(tiny)
    with pytest.raises(Refused, match="closed here"):
        made.play(choices("first.ill", "second.gate", "third.well"))
    assert len(made.run.choices) == 1


# What the player says


@pytest.mark.parametrize("word", ["stands", "in part", "falls", "can't tell"])
def test_a_claim_can_be_marked_and_shows_its_mark(tiny: Tiny, word: str) -> None:
    made = session(tiny)
    made.mark("C1", word)
    assert made.card("C1").mark == word
    made.mark("C1", None)
    assert made.card("C1").mark is None


@pytest.mark.parametrize(("claim", "word"), [("C9", "stands"), ("C1", "maybe"), ("C1", "")])
def test_a_mark_that_means_nothing_is_refused(tiny: Tiny, claim: str, word: str) -> None:
    made = session(tiny)
    with pytest.raises(Refused):
        made.mark(claim, word)
    assert made.run.marks == {}


def test_a_mark_stays_when_its_choice_is_undone(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well")
    made.mark("C1", "falls")
    made.undo()
    assert made.run.marks == {"C1": "falls"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ada", "Ada"),
        ("  Ånn  ", "Ånn"),
        ("A\x1b[31m\x00\n\u202eda", "A[31mda"),
        ("x" * 99, "x" * 40),
        ("\t\n", ""),
    ],
)
def test_a_name_drops_control_characters_and_is_not_long(tiny: Tiny, typed: str, kept: str) -> None:
    made = session(tiny)
    made.rename(typed)
    assert made.run.name == kept
    assert Session.new(made.story, "score", "whole", name=typed).run.name == kept


def test_the_name_stands_where_a_text_asks_for_it(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "text: It begins.", "text: It begins, {name}.")
    made = to_scene(session(tiny))
    assert made.waiting is not None
    assert made.waiting.paragraphs == ("It begins, you.",)
    made.rename("{name} & Co")
    assert made.waiting is not None
    assert made.waiting.paragraphs == ("It begins, {name} & Co.",)


COMMENT = """\
    comment:
      stances: {doubt: I doubt it.}
      questions: {who: Who counts?}
"""


def commenting(tiny: Tiny) -> Session:
    tiny.swap("chapters/2.yaml", "    month: 6\n", "    month: 6\n" + COMMENT)
    return at_scene(tiny, "first.well", "second.well")


def test_a_comment_is_built_of_parts(tiny: Tiny) -> None:
    made = commenting(tiny)
    made.say("stance", "doubt")
    made.say("claim", "C1")
    made.say("question", "who")
    page = made.waiting
    assert page is not None
    assert page.comment is not None
    assert page.comment.text == (
        "I doubt it. What weighed most, true or not: “everything counts”. Who counts?"
    )


@pytest.mark.parametrize(("part", "key"), [("stance", "love"), ("claim", "C9"), ("colour", "red")])
def test_a_part_that_is_not_offered_is_refused(tiny: Tiny, part: str, key: str) -> None:
    made = commenting(tiny)
    with pytest.raises(Refused, match="There is no"):
        made.say(part, key)


def test_a_comment_can_be_built_only_where_the_scene_asks_for_it(tiny: Tiny) -> None:
    with pytest.raises(Refused, match="no comment"):
        at_scene(tiny).say("stance", "doubt")


# The grid of a page


def test_the_grid_grows_and_the_keeper_is_always_in_it(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well", "second.well", keeper="lists")
    first, second = (made.pages.reveal(n) for n in (0, 2))
    assert [row.keeper for row in first.rows] == ["score", "lists"]
    assert [row.keeper for row in second.rows] == ["score", "lists"]
    alone = at_scene(tiny, "first.well").pages.reveal(0)
    assert [row.keeper for row in alone.rows] == ["score"]


def test_the_short_gear_hides_what_others_say_of_options_not_taken(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well", "second.well")
    rows = {row.keeper: [cell.shown for cell in row.cells] for row in made.pages.reveal(2).rows}
    assert rows == {"score": [True, True, True], "lists": [True, False, False]}


def test_the_first_keepers_move_for_every_option_is_never_hidden(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well", "second.well", keeper="lists")
    assert all(cell.shown for row in made.pages.reveal(2).rows for cell in row.cells)


def test_the_reveal_opens_with_the_first_claim_of_its_scene(tiny: Tiny) -> None:
    page = at_scene(tiny, "first.well").pages.reveal(0)
    assert isinstance(page, RevealPage)
    assert isinstance(page.card, CardView)
    assert page.card.words == "everything counts"
    assert page.card.answer_line == "It does not."


def test_an_ending_shows_its_stubs_in_the_order_in_which_they_were_chosen(tiny: Tiny) -> None:
    made = at_scene(tiny, "first.well", "second.well")
    made.choose("well")
    page = made.pages.ending()
    assert isinstance(page, EndingPage)
    assert page.stubs == (
        ("The first", "Do good."),
        ("The second", "Do good."),
        ("The third", "Do good."),
    )
