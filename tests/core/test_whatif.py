"""What if: any keeper against any other over the same choices, and never against the engine."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.debrief.whatif import Seen, WhatIf, ending_under, what_if
from game.core.run import rulebook
from game.core.run.fold import Game
from game.core.run.situation import Situation
from game.core.run.trace import State, Trace
from game.core.story.model import Story
from tests.builders import Tiny, choices, shipped_story, walk

KEEPERS = tuple(shipped_story().head.keepers)
CUTS = tuple(shipped_story().head.cuts)
PICKS = st.lists(st.integers(0, 3), max_size=40)
CHAPTER, SCORE = "chapters/1.yaml", "rulebooks/score.yaml"


def in_front(game: Game, trace: Trace) -> list[tuple[State, State]]:
    """The states before and after each turn, with this game's keeper really in front."""
    state, made = game.start(), []
    place = {scene.id: n for n, scene in enumerate(game.scenes)}
    for turn in trace.turns:
        at, month = place[turn.scene.id], turn.scene.month
        over = [
            rulebook.expire(b, s, month)[0]
            for b, s in zip(game.books, state.standings, strict=True)
        ]
        before = state._replace(at=at, month=month, standings=tuple(over))
        if turn.option:
            state, _ = game.step(before, turn.option)
        else:
            assert turn.case is not None
            standings, _ = game.judge(before, turn.case.deeds, month)
            state = before._replace(standings=standings)
        made.append((before, state))
    return made


def doors(facts: Situation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    known = facts.game.story.head.doors
    shut = tuple(id for id, d in known.items() if not d.is_perk and not facts.door_open(id))
    return shut, tuple(id for id, d in known.items() if d.is_perk and facts.door_open(id))


def check_side(game: Game, trace: Trace, view: WhatIf, n: int) -> None:
    """One side of the comparison, against a game in which that keeper is in front."""
    names = {id: item.name for id, item in game.books[0].lists.items()}
    hatched = False
    for turn, shown, (before, after) in zip(
        trace.turns, view.turns, in_front(game, trace), strict=True
    ):
        seen: Seen = shown.seen[n]
        standing = after.standings[0]
        assert seen.number == standing.number
        assert seen.lists == tuple(names[name] for name, _ in standing.on)
        assert (seen.shut, seen.perks) == doors(game.situation(after))
        shut = game.closings(turn.option, before) if turn.option else ()
        assert bool(seen.barred) == any(closing.speaks for closing in shut)
        hatched = hatched or bool(seen.barred)
        assert seen.hatched == hatched


@pytest.mark.parametrize("pair", list(combinations(KEEPERS, 2)), ids="-".join)
@given(keeper=st.sampled_from(KEEPERS), cut=st.sampled_from(CUTS), picks=PICKS)
@settings(max_examples=20)
def test_what_if_never_contradicts_the_engine(
    shipped: Story, pair: tuple[str, str], keeper: str, cut: str, picks: list[int]
) -> None:
    game = Game(shipped, keeper, cut)
    trace = game.fold(walk(game, picks))
    view = what_if(game, trace, *pair)
    for n, id in enumerate(pair):
        front = Game(shipped, id, cut)
        check_side(front, trace, view, n)
        ended = [after for _, after in in_front(front, trace)] or [front.start()]
        last = ended[-1]._replace(standings=_now(front, trace, ended[-1]))
        assert view.sides[n].ending == front.ending(last).title


def _now(front: Game, trace: Trace, last: State) -> tuple[rulebook.Standing, ...]:
    """The months between the last turn and where the run stands have passed, too."""
    pairs = zip(front.books, last.standings, strict=True)
    return tuple(rulebook.expire(book, s, trace.state.month)[0] for book, s in pairs)


@given(
    keeper=st.sampled_from(KEEPERS),
    other=st.sampled_from(KEEPERS),
    cut=st.sampled_from(CUTS),
    picks=PICKS,
)
@settings(max_examples=60)
def test_where_nothing_is_barred_and_nothing_goes_otherwise_the_other_plays_the_same_year(
    shipped: Story, keeper: str, other: str, cut: str, picks: list[int]
) -> None:
    game = Game(shipped, keeper, cut)
    made = walk(game, picks)
    trace = game.fold(made)
    view = what_if(game, trace, keeper, other)
    own = Game(shipped, other, cut).fold(made)
    same = not any(turn.seen[1].barred or turn.seen[1].otherwise for turn in view.turns)
    if same:
        assert own.misfits == ()
        shown = [turn.seen[1].number for turn in view.turns]
        assert shown == [t.after.standings[0].number for t in own.turns][: len(shown)]
    elif not own.misfits:
        assert not any(turn.seen[1].barred for turn in view.turns)


def seen(tiny: Tiny, *steps: str, keeper: str = "score") -> WhatIf:
    game = tiny.game(keeper)
    return what_if(game, game.fold(choices(*steps)), "score", "lists")


def test_a_turn_is_shown_under_both(tiny: Tiny) -> None:
    first = seen(tiny, "first.ill").turns[0]
    assert [side.number for side in first.seen] == [40, None]
    assert [side.moved for side in first.seen] == [
        ("down 10",),
        ("on the book", "closed: the gate"),
    ]


def test_the_keeper_in_front_bars_nothing(tiny: Tiny) -> None:
    view = seen(tiny, "first.ill", "second.well", "third.ill", keeper="lists")
    assert [side.barred for side in view.sides] == [0, 0]


def test_a_barred_turn_says_why_and_all_after_it_is_hatched(tiny: Tiny) -> None:
    tiny.swap(SCORE, "closed: number < 40", "closed: number < 10")
    view = seen(tiny, "first.ill", "second.gate", "third.well")
    assert [turn.seen[1].barred for turn in view.turns] == [
        None,
        None,
        "closed: you are on the book (C1)",
        None,
    ]
    assert [turn.seen[1].hatched for turn in view.turns] == [False, False, True, True]
    assert view.sides[1].barred == 1


def test_a_keeper_that_is_silent_of_a_door_bars_nobody_from_it(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "needs: door gate open", "needs: door lane open")
    view = seen(tiny, "first.well", "second.gate")
    assert [turn.seen[1].barred for turn in view.turns] == [None, None, None]


def test_months_that_end_a_list_are_told_with_the_turn_they_lead_to(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "deeds: [bad], text: It rains on you.", "text: It rains on you.")
    tiny.swap(CHAPTER, "    month: 3\n", "    month: 4\n")
    assert seen(tiny, "first.ill", "second.well").turns[2].seen[1].moved == (
        "off the book",
        "open: the gate",
    )


def test_a_scene_that_the_other_would_have_left_out_is_marked(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "title: The second\n", "title: The second\n    if: not on any\n")
    view = seen(tiny, "first.ill", "second.ill")
    assert [turn.seen[1].otherwise for turn in view.turns] == [False, False, True]


def test_a_scene_that_only_the_other_would_have_played_is_marked_at_the_next(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "title: The second\n", "title: The second\n    if: on any\n")
    view = seen(tiny, "first.ill", "third.ill")
    assert [turn.seen[1].otherwise for turn in view.turns] == [False, False, True]


def test_an_event_that_would_have_gone_otherwise_is_marked(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "if: chose first.ill", "if: standing is low or on any")
    view = seen(tiny, "first.ill", "second.ill")
    assert [turn.seen[1].otherwise for turn in view.turns] == [False, True, False]


def test_each_keeper_gives_its_own_ending(tiny: Tiny) -> None:
    view = seen(tiny, "first.ill", "second.ill", "third.ill")
    assert [side.ending for side in view.sides] == ["Low", "The end"]


def test_before_the_end_an_ending_is_only_how_it_would_end_now(tiny: Tiny) -> None:
    assert not seen(tiny, "first.ill").over
    game = tiny.game()
    assert ending_under(game, game.start(), "lists").id == "end"


def test_the_players_name_stands_in_the_labels(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "label: Do something odd.", 'label: "Sign {name}."')
    game = tiny.game()
    view = what_if(game, game.fold(choices("first.strange")), "score", "lists", "Ada")
    assert view.turns[0].label == "Sign Ada."
    assert view.turns[0].quiet


def test_a_perk_that_the_other_does_not_speak_of_goes_otherwise_and_is_not_barred(
    shipped: Story,
) -> None:
    game = Game(shipped, "reply", "year")
    trace = game.fold(walk(game, [0] * 9 + [1, 0, 1] + [0] * 12))
    (desk,) = (n for n, turn in enumerate(trace.turns) if turn.scene.id == "visa-desk")
    option = trace.turns[desk].option
    assert option is not None
    assert option.needs is not None
    seen = what_if(game, trace, "reply", "article").turns[desk].seen[1]
    assert seen.otherwise
    assert seen.barred is None
