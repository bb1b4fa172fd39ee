"""What the player does with a sentence, chapter by chapter; and the six statements."""

import pytest

from game.core.playing.session import Refused, Session
from game.core.showing.task import shorter
from game.core.showing.views import RevealPage
from game.core.story.model import Story
from game.core.story.statements import believed, statements
from tests.builders import Tiny, choices

CLAIMS = "claims/all.yaml"
MORE = "  weaker: It is long.\n  drawer: police\n"


def asked(tiny: Tiny, help: str) -> Session:
    """A session at the first reveal of a chapter with this help."""
    tiny.swap("chapters/1.yaml", "help: answer", f"help: {help}").add(CLAIMS, MORE)
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.well"))
    session.go_on()
    return session


def page(session: Session) -> RevealPage:
    assert isinstance(session.page, RevealPage)
    return session.page


def test_where_the_game_answers_nothing_is_asked(tiny: Tiny) -> None:
    session = asked(tiny, "answer")
    assert page(session).task is None
    with pytest.raises(Refused, match="Nothing is asked"):
        session.answer("stronger")


@pytest.mark.parametrize(
    ("help", "keys"),
    [
        ("pick", {"stronger", "weaker"}),
        ("drawer", {"list", "company", "police", "court"}),
        ("write", set()),
    ],
)
def test_each_help_offers_its_answers(tiny: Tiny, help: str, keys: set[str]) -> None:
    task = page(asked(tiny, help)).task
    assert task is not None
    assert (task.kind, {key for key, _ in task.choices}) == (help, keys)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("police", "We file it there, too. It belongs in one more drawer: a court."),
        ("court", "We file it there, too. It belongs in one more drawer: police or censorship."),
        ("list", "We file it elsewhere: police or censorship; or a court."),
    ],
)
def test_a_sentence_may_lie_in_several_drawers(tiny: Tiny, said: str, told: str) -> None:
    tiny.swap("chapters/1.yaml", "help: answer", "help: drawer")
    tiny.add(CLAIMS, "  drawer: [police, court]\n")
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.well"))
    session.go_on()
    session.answer(said)
    task = page(session).task
    assert task is not None
    assert task.told == told


def test_an_unknown_drawer_in_a_list_is_told_with_the_nearest(tiny: Tiny) -> None:
    tiny.add(CLAIMS, "  drawer: [police, curt]\n")
    (problem,) = tiny.problems()
    assert "`curt`" in problem.message
    assert "court" in problem.hint


def test_every_verdict_can_be_guessed(tiny: Tiny) -> None:
    task = page(asked(tiny, "verdict")).task
    assert task is not None
    assert "documented" in dict(task.choices)


@pytest.mark.parametrize(
    ("help", "said", "told"),
    [
        ("pick", "stronger", "We find that one stronger, too"),
        ("pick", "weaker", "We find the other one stronger"),
        ("verdict", "documented", "The card says so, too: documented."),
        (
            "verdict",
            "false",
            (
                "You said “false” (good sources say otherwise). "
                "The card has “documented” (good sources agree)."
            ),
        ),
        ("drawer", "police", "We file it there, too."),
        ("drawer", "court", "We file it elsewhere"),
        (
            "write",
            "  No,\x1b[2J it doesn't. ",
            "Nobody marks it. Hold it against both sides above.",
        ),
    ],
)
def test_an_answer_is_kept_and_compared(tiny: Tiny, help: str, said: str, told: str) -> None:
    session = asked(tiny, help)
    session.answer(said)
    task = page(session).task
    assert task is not None
    assert (task.told or "").startswith(told)
    assert session.run.answers["C1"].isprintable()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("stronger", "We find that one stronger, too."),
        (
            "weaker",
            "We find the other one stronger. Hold both against what is on record.",
        ),
    ],
)
def test_what_is_asked_in_the_same_way_again_is_answered_in_fewer_words(
    tiny: Tiny, said: str, told: str
) -> None:
    session = asked(tiny, "pick")
    session.answer(said)
    task = page(session).task
    assert task is not None
    assert (shorter(task).told, shorter(task).again) == (told, True)


@pytest.mark.parametrize(
    ("help", "said"), [("pick", "both"), ("verdict", "maybe"), ("write", " \n")]
)
def test_an_answer_that_means_nothing_is_refused(tiny: Tiny, help: str, said: str) -> None:
    session = asked(tiny, help)
    with pytest.raises(Refused):
        session.answer(said)
    assert session.run.answers == {}


@pytest.mark.parametrize("help", ["pick", "verdict", "drawer", "write"])
def test_the_sentence_never_stands_without_its_correction(tiny: Tiny, help: str) -> None:
    view = page(asked(tiny, help))
    offered = dict(view.task.choices).values() if view.task else ()
    assert view.card.answer_line or "It does not. Ask anybody." in offered


def test_what_is_to_be_guessed_is_not_told_before(tiny: Tiny) -> None:
    session = asked(tiny, "verdict")
    assert (page(session).card.verdict, page(session).card.record) == ("", "")
    session.answer("false")
    assert page(session).card.verdict == "documented"


def test_an_event_asks_nothing(tiny: Tiny) -> None:
    session = asked(tiny, "pick")
    assert session.pages.reveal(1).task is None


def test_statements_are_judged_before_and_after(shipped: Story) -> None:
    session = Session.new(shipped, "article", "taster")
    first, *_ = statements(shipped, {})
    session.believe("before", first.id, True, 3)
    session.believe("after", first.id, False)
    view = statements(shipped, session.run.statements)[0]
    assert (view.before, view.after) == ((True, 3), (False, 2))


@pytest.mark.parametrize(
    ("when", "id", "sure"),
    [("now", "one-score", 2), ("before", "nix", 2), ("after", "one-score", 4)],
)
def test_a_judgment_that_means_nothing_is_refused(
    shipped: Story, when: str, id: str, sure: int
) -> None:
    session = Session.new(shipped, "article", "taster")
    with pytest.raises(Refused):
        session.believe(when, id, True, sure)
    assert session.run.statements == {}


def test_belief_is_counted_apart_for_true_and_false(shipped: Story) -> None:
    said = {view.id: (True, 2) for view in statements(shipped, {})}
    assert believed(shipped, said) == (
        "you believed 3 of the 3 true ones and 3 of the 3 false ones"
    )
    assert believed(shipped, {}) == ""


def test_what_was_not_believed_is_said_as_such(shipped: Story) -> None:
    views = statements(shipped, {})
    true, false = (next(v.id for v in views if v.truth is truth) for truth in (True, False))
    assert believed(shipped, {true: (False, 2), false: (True, 2)}) == (
        "you believed the false one, but not the true one"
    )
    assert believed(shipped, {true: (False, 2), false: (False, 2)}) == (
        "you did not believe the true one or the false one"
    )


def test_what_was_said_of_a_statement_can_be_taken_back(shipped: Story) -> None:
    session = Session.new(shipped, "article", "taster")
    one, two = (statement.id for statement in shipped.statements[:2])
    session.believe("before", one, True)
    session.believe("before", two, False)
    session.believe("before", one, None)
    assert session.run.statements == {"before": {two: (False, 2)}}
    session.believe("before", two, None)
    assert session.run.statements == {}
    session.believe("before", two, None)  # nothing was said of it
    assert session.run.statements == {}
