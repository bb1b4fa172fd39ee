"""The fold: events, jumps, skipped scenes, closed options, misfits, shadows."""

import pytest

from game.core.run.fold import Game
from game.core.run.trace import Choice, Trace
from game.core.run.way import MEMORY_MOST
from tests.builders import Tiny, choices


def played(trace: Trace) -> list[str]:
    return [turn.scene.id for turn in trace.turns]


def test_the_start_waits_at_the_first_scene(tiny: Tiny) -> None:
    trace = tiny.game().fold(())
    assert trace.waiting is not None
    assert (trace.waiting.id, trace.turns, trace.over) == ("first", (), False)


def test_a_whole_run_ends_the_year(tiny: Tiny) -> None:
    trace = tiny.game().fold(choices("first.well", "second.gate", "third.ill"))
    assert trace.over
    assert trace.misfits == ()
    assert played(trace) == ["first", "rain", "second", "third"]


def test_choosing_moves_the_number(tiny: Tiny) -> None:
    trace = tiny.game().fold(choices("first.well", "second.well"))
    assert [turn.after.standings[0].number for turn in trace.turns] == [60, 60, 70]


def test_an_event_happens_by_the_first_case_that_fits(tiny: Tiny) -> None:
    wet, dry = (tiny.game().fold(choices(step)).turns[-1] for step in ("first.ill", "first.well"))
    assert wet.case is not None
    assert (wet.case.text, wet.deeds) == ("It rains on you.", ("bad",))
    assert dry.case is not None
    assert (dry.case.text, dry.deeds) == ("It rains elsewhere.", ())


def test_an_event_makes_no_line_in_the_run(tiny: Tiny) -> None:
    trace = tiny.game().fold(choices("first.ill"))
    assert sum(turn.option is not None for turn in trace.turns) == 1
    assert len(trace.turns) == 2


def test_an_event_may_open_and_close_the_year(tiny: Tiny) -> None:
    omen = "  - {id: omen, title: Omen, event: true, month: 1, cases: [{text: A bird.}]}\n"
    tiny.swap("chapters/1.yaml", "scenes:\n", "scenes:\n" + omen)
    tiny.add("chapters/2.yaml", omen.replace("omen", "curtain").replace("month: 1", "month: 6"))
    trace = tiny.game().fold(choices("first.well", "second.well", "third.well"))
    assert (played(trace)[0], played(trace)[-1]) == ("omen", "curtain")
    assert trace.over


def jump(tiny: Tiny, target: str) -> Tiny:
    return tiny.swap(
        "chapters/1.yaml", "deeds: [odd], outcome", f"deeds: [odd], then: {target}, outcome"
    )


def test_a_jump_passes_over_what_stands_between(tiny: Tiny) -> None:
    trace = jump(tiny, "second").game().fold(choices("first.strange"))
    assert played(trace) == ["first"]
    assert trace.waiting is not None
    assert trace.waiting.id == "second"


def test_a_jump_to_a_scene_outside_the_cut_lands_on_the_next_one_of_it(tiny: Tiny) -> None:
    trace = jump(tiny, "second").game(cut="short").fold(choices("first.strange"))
    assert trace.waiting is not None
    assert trace.waiting.id == "third"


def test_a_jump_past_the_last_scene_of_the_cut_ends_the_year(tiny: Tiny) -> None:
    tiny.swap("chapters/2.yaml", "    cuts: [short]\n", "")
    assert jump(tiny, "third").game(cut="short").fold(choices("first.strange")).over


def test_a_jump_onto_a_skipped_scene_goes_on_to_the_next(tiny: Tiny) -> None:
    tiny.swap(
        "chapters/1.yaml", "title: The second\n", "title: The second\n    if: chose first.ill\n"
    )
    trace = jump(tiny, "second").game().fold(choices("first.strange"))
    assert trace.waiting is not None
    assert trace.waiting.id == "third"


@pytest.mark.parametrize(("step", "here"), [("first.ill", "second"), ("first.well", "third")])
def test_a_scene_is_skipped_where_its_condition_does_not_hold(
    tiny: Tiny, step: str, here: str
) -> None:
    tiny.swap(
        "chapters/1.yaml", "title: The second\n", "title: The second\n    if: chose first.ill\n"
    )
    trace = tiny.game().fold(choices(step))
    assert trace.waiting is not None
    assert trace.waiting.id == here


def test_a_scene_outside_the_cut_was_never_chosen_in(tiny: Tiny) -> None:
    tiny.swap(
        "chapters/2.yaml", "title: The third\n", "title: The third\n    if: not chose second.well\n"
    )
    assert tiny.game(cut="short").fold(choices("first.well")).waiting is not None


def test_a_closed_option_is_offered_and_can_not_be_chosen(tiny: Tiny) -> None:
    game = tiny.game()
    trace = game.fold(choices("first.ill"))
    assert trace.waiting is not None
    assert [o.id for o in game.offered(trace.waiting, trace.state)] == ["well", "gate", "ill"]
    assert [o.id for o in game.open_options(trace.waiting, trace.state)] == ["well", "ill"]


def test_every_door_that_keeps_an_option_closed_is_named(tiny: Tiny) -> None:
    tiny.swap(
        "chapters/1.yaml", "needs: door gate open", "needs: door gate open and door lane open"
    )
    game = tiny.game()
    trace = game.fold(choices("first.ill"))
    gate = game.story.scenes["second"].option("gate")
    assert gate is not None
    assert [shut.door for shut in game.closings(gate, trace.state)] == ["gate", "lane"]


def test_an_option_whose_condition_does_not_hold_is_not_offered(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "{id: gate,", "{id: gate, if: chose first.well,")
    game = tiny.game()
    offered = [
        [o.id for o in game.offered(game.story.scenes["second"], game.fold(choices(step)).state)]
        for step in ("first.well", "first.strange")
    ]
    assert offered == [["well", "gate", "ill"], ["well", "ill"]]


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        (("second.well",), "no choice is given for `first`, which comes before `second`"),
        (("first.fly",), "`first` has no option `fly`"),
        (("nowhere.well",), "stands at `first`, not at `nowhere`"),
        (("first.ill", "second.gate"), "`second.gate` is closed here"),
        (("first.well", "rain.well"), "stands at `second`, not at `rain`"),
        (("first.well", "second.well", "third.well", "third.well"), "the year is over"),
    ],
)
def test_a_choice_that_does_not_fit_ends_the_fold_and_says_why(
    tiny: Tiny, steps: tuple[str, ...], why: str
) -> None:
    trace = tiny.game().fold(choices(*steps))
    assert sum(turn.option is not None for turn in trace.turns) == len(steps) - 1
    assert why in trace.misfits[0].why


def test_an_option_that_is_not_offered_does_not_fit(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "{id: gate,", "{id: gate, if: chose first.well,")
    assert "not offered" in tiny.game().fold(choices("first.strange", "second.gate")).misfits[0].why


def test_after_a_misfit_every_later_choice_is_one_too(tiny: Tiny) -> None:
    trace = tiny.game().fold(choices("first.well", "second.fly", "third.well"))
    assert [misfit.choice.scene for misfit in trace.misfits] == ["second", "third"]


@pytest.mark.parametrize(("many", "ties"), [("+1", 3), ("+9", MEMORY_MOST), ("-9", 0)])
def test_a_memory_is_held_between_nothing_and_five(tiny: Tiny, many: str, ties: int) -> None:
    tiny.swap("chapters/1.yaml", "{ties: +1}", f"{{ties: {many}}}")
    assert tiny.game().fold(choices("first.well")).state.memories == (ties, 2, 2)


def test_months_on_a_list_are_over_on_arrival(tiny: Tiny) -> None:
    trace = tiny.game("lists").fold(choices("first.ill", "second.ill"))
    listed_again_in_month_3 = trace.state.standings[0].on
    assert listed_again_in_month_3 == ()
    assert trace.arrived == {"lists": ("book",)}


def test_a_list_closes_the_option_until_its_months_are_over(tiny: Tiny) -> None:
    soon, later = (
        Tiny(tiny.folder)
        .swap("chapters/1.yaml", "    month: 3\n", f"    month: {month}\n")
        .game("lists")
        for month in (4, 5)
    )
    at = soon.fold(choices("first.ill"))
    assert [o.id for o in soon.open_options(soon.story.scenes["second"], at.state)] == [
        "well",
        "ill",
    ]
    at = later.fold(choices("first.ill"))
    assert "gate" in [o.id for o in later.open_options(later.story.scenes["second"], at.state)]


def test_shadows_judge_the_same_deeds(tiny: Tiny) -> None:
    (turn,) = tiny.game().fold(choices("first.strange")).turns[:1]
    assert {keeper: move.rule.answer for keeper, (move,) in turn.moves.items()} == {
        "score": "silent",
        "lists": "not_tracked",
    }


def test_a_shadow_that_would_have_closed_the_option_is_marked_and_changes_nothing(
    tiny: Tiny,
) -> None:
    tiny.swap("rulebooks/score.yaml", "closed: number < 40", "closed: number < 10")
    steps = choices("first.ill", "second.gate", "third.well")
    trace = tiny.game("score").fold(steps)
    assert [set(turn.barred) for turn in trace.turns] == [set(), set(), {"lists"}, set()]
    assert trace.misfits == ()
    assert trace.turns[2].barred["lists"].listing == "book"


def test_without_shadows_the_path_is_the_same(tiny: Tiny) -> None:
    story, steps = tiny.load(), choices("first.ill", "second.well", "third.well")
    alone, all_of_them = (
        Game(story, "score", "whole", shadows).fold(steps) for shadows in (False, True)
    )
    assert [turn.after.standings[0] for turn in alone.turns] == [
        turn.after.standings[0] for turn in all_of_them.turns
    ]


def test_a_run_ends_at_the_first_ending_that_fits(tiny: Tiny) -> None:
    game = tiny.game()
    fallen = game.fold(choices("first.ill", "second.ill", "third.ill"))
    risen = game.fold(choices("first.well", "second.well", "third.well"))
    assert (game.ending(fallen.state).id, game.ending(risen.state).id) == ("low", "end")


def test_a_prediction_is_kept_with_its_turn(tiny: Tiny) -> None:
    (turn, _) = tiny.game().fold([Choice("first", "well", "up")]).turns
    assert turn.predicted == "up"


def test_a_game_can_be_asked_under_any_shadow(tiny: Tiny) -> None:
    game = tiny.game("score")
    state = game.fold(choices("first.ill")).state
    assert game.situation(state).standing() == "low"
    assert game.situation(state, "lists").standing() == "none"
    assert game.situation(state, "lists").is_on("book")
    assert not game.situation(state).is_on("any")
