"""What holds of every run of the shipped story, whoever keeps the score and whatever is chosen."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.playing.session import Session
from game.core.run import rulebook
from game.core.run.fold import Game
from game.core.run.rulebook import Standing
from game.core.run.saved import decode, encode
from game.core.run.trace import Choice, Turn
from game.core.run.way import MEMORY_MOST
from game.core.showing import prediction
from game.core.showing.parts import Cell
from game.core.showing.quiet import fold_rows, idle
from game.core.showing.views import PredictionPage, ScenePage
from game.core.story.model import Story
from tests.builders import everywhere, shipped_story, walk

KEEPERS = ("article", "reply", "sesame", "record", "carrots", "bureau")
CUTS = tuple(shipped_story().head.cuts)
PICKS = st.lists(st.integers(0, 3), max_size=40)

every_keeper = pytest.mark.parametrize("keeper", KEEPERS)


def any_run(test: Callable[..., None]) -> Callable[..., None]:
    """Try a property on random runs of every cut, under every keeper."""
    tried = given(cut=st.sampled_from(CUTS), picks=PICKS)(settings(max_examples=12)(test))
    return every_keeper(tried)


def last_choice(game: Game, choices: Sequence[Choice]) -> Turn:
    turns = game.fold(choices).turns
    return [turn for turn in turns if turn.option is not None][-1]


def told(cell: Cell) -> tuple[int, bool, bool]:
    return cell.change, cell.kind == "listed", cell.kind == "cleared"


def done(before: Standing, after: Standing) -> tuple[int, bool, bool]:
    """What a turn did, read off where the player stood before and after."""
    change = (after.number or 0) - (before.number or 0)
    listed = bool(set(after.on) - set(before.on))
    cleared = any(not after.is_on(name) for name, _ in before.on)
    return change, listed, cleared and not listed


@any_run
def test_every_cell_of_a_reveal_equals_what_choosing_that_option_does(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    game = Game(shipped, keeper, cut)
    made = walk(game, picks)
    session = Session.new(shipped, keeper, cut, predictions=False)
    session.play(made)
    chosen = [n for n, turn in enumerate(session.trace.turns) if turn.option]
    for n, turn in enumerate(chosen):
        reveal = session.pages.reveal(turn, whole=True)
        assert [row.keeper for row in reveal.rows] == list(shipped.head.keepers)
        for row in reveal.rows:
            for column, cell in zip(reveal.columns, row.cells, strict=True):
                there = last_choice(game, (*made[:n], Choice(made[n].scene, column.id)))
                place = game.place[row.keeper]
                assert told(cell) == done(
                    there.before.standings[place], there.after.standings[place]
                )


@any_run
def test_a_turn_does_what_the_rulebooks_by_themselves_make_of_its_deeds(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    game = Game(shipped, keeper, cut)
    for turn in game.fold(walk(game, picks)).turns:
        for book, before, after in zip(
            game.books, turn.before.standings, turn.after.standings, strict=True
        ):
            judged = rulebook.apply(book, before, turn.deeds, turn.scene.month)
            assert judged == (after, turn.moves[book.id])


@any_run
def test_doors_stand_as_the_rulebook_by_itself_says(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    game = Game(shipped, keeper, cut)
    for trace in everywhere(game, picks):
        facts, standing = game.situation(trace.state), trace.state.standings[0]
        for id, door in shipped.head.doors.items():
            own = rulebook.door_open(game.books[0], standing, id, not door.is_perk)
            assert facts.door_open(id) is own
            assert (facts.closing(id) is None) is own


@any_run
def test_what_was_chosen_is_what_the_run_says(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    game = Game(shipped, keeper, cut)
    made = walk(game, picks)
    facts = game.situation(game.fold(made).state)
    keys = [f"{scene.id}.{o.id}" for scene in shipped.scenes.values() for o in scene.options]
    assert [key for key in keys if facts.chose(key)] == [f"{c.scene}.{c.option}" for c in made]


@any_run
def test_a_game_that_was_played_before_tells_what_a_new_one_tells(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    used = Game(shipped, keeper, cut)
    for first in range(4):
        made = walk(used, [first, *picks])
        assert used.fold(made) == Game(shipped, keeper, cut).fold(made)


@any_run
def test_the_reveal_of_an_event_equals_what_it_did(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    session = Session.new(shipped, keeper, cut, predictions=False)
    session.play(walk(session.game, picks))
    for n, turn in enumerate(session.trace.turns):
        if turn.case is None or not turn.scene.claims:
            continue
        for row in session.pages.reveal(n, whole=True).rows:
            place = session.game.place[row.keeper]
            before, after = (state.standings[place] for state in (turn.before, turn.after))
            assert told(row.cells[0]) == done(before, after)


@any_run
def test_no_row_is_lost_when_rows_are_folded(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    session = Session.new(shipped, keeper, cut, predictions=False)
    session.play(walk(session.game, picks))
    for n, turn in enumerate(session.trace.turns):
        if turn.scene.claims:
            rows = session.pages.reveal(n, whole=True).rows
            kept, folded = fold_rows(session.game, rows)
            hidden = [row for row in rows if row not in kept]
            assert {c.kind for row in hidden for c in row.cells} <= {"silent", "not_tracked"}
            counting = [row for row in kept if not all(map(idle, row.cells))]
            for words in folded:
                only = f"only {counting[0].short} counts" if counting else "no rulebook counts"
                told = words.startswith(only) and len(counting) < 2
                assert told or all(row.short in words for row in hidden)
            assert bool(folded) == bool(hidden)


def to_the_scene(session: Session) -> None:
    """Turn pages until a scene waits, or the debrief is reached."""
    while session.waiting is None and session.page is not None:
        session.go_on()


def choose(session: Session, pick: int) -> None:
    """Choose and predict as a player does, page after page."""
    to_the_scene(session)
    page = session.waiting
    assert page is not None
    can = [option.id for option in page.options if option.digit]
    session.choose(can[pick % len(can)])
    if isinstance(session.page, PredictionPage):
        answers = session.page.choices
        session.predict(answers[pick % len(answers)][0])


@any_run
def test_undo_after_a_choice_is_the_run_before_it(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    session = Session.new(shipped, keeper, cut)
    to_the_scene(session)
    for pick in picks:
        before = (session.run, session.trace, session.page, session.margin)
        choose(session, pick)
        session.undo()
        assert (session.run, session.trace, session.page, session.margin) == before
        choose(session, pick)
        to_the_scene(session)
        if session.over:
            break


@any_run
def test_undo_all_the_way_back_is_the_start(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    session = Session.new(shipped, keeper, cut, predictions=False)
    start = (session.run, session.trace)
    session.play(walk(session.game, [0, *picks]))
    while session.can_undo:
        session.undo()
    assert (session.run, session.trace) == start
    assert session.waiting is not None


@any_run
def test_redo_after_undo_is_the_run_as_it_was(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    session = Session.new(shipped, keeper, cut, predictions=False)
    session.play(walk(session.game, [0, *picks]))
    before = (session.run, session.trace, session.page)
    steps = 1 + len(picks) % len(session.run.choices)
    for _ in range(steps):
        session.undo()
    for _ in range(steps):
        session.redo()
    assert (session.run, session.trace, session.page) == before
    assert not session.can_redo


@any_run
def test_a_run_is_the_same_after_it_was_written_and_read(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    session = Session.new(shipped, keeper, cut, name="Ånn “X” 🥕")
    for pick in picks[:8]:
        choose(session, pick)
        to_the_scene(session)
        if session.over:
            break
    assert decode(encode(session.run)) == session.run


@any_run
def test_the_fold_of_a_beginning_is_the_beginning_of_the_fold(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    *beginnings, whole = everywhere(Game(shipped, keeper, cut), picks)
    for trace in beginnings:
        assert trace.turns == whole.turns[: len(trace.turns)]
        assert trace.state == whole.turns[len(trace.turns)].before


@any_run
def test_two_to_four_options_can_be_chosen_wherever_a_scene_waits(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    game = Game(shipped, keeper, cut)
    for trace in everywhere(game, picks):
        if trace.waiting is not None:
            assert 2 <= len(game.open_options(trace.waiting, trace.state)) <= 4


@any_run
def test_numbers_and_memories_stay_on_their_scales(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    game = Game(shipped, keeper, cut)
    for trace in everywhere(game, picks):
        assert all(0 <= memory <= MEMORY_MOST for memory in trace.state.memories)
        for book, standing in zip(game.books, trace.state.standings, strict=True):
            assert (standing.number is None) == (book.number is None)
            if book.number is not None and standing.number is not None:
                assert standing.number >= (
                    book.number.start if book.number.counter else book.number.low or 0
                )
                assert book.number.high is None or standing.number <= book.number.high


@any_run
def test_shadows_never_change_the_path(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    made = walk(Game(shipped, keeper, cut), picks)
    with_them = Game(shipped, keeper, cut).fold(made)
    alone = Game(shipped, keeper, cut, shadows=False).fold(made)
    assert [(t.scene, t.option, t.case) for t in alone.turns] == [
        (t.scene, t.option, t.case) for t in with_them.turns
    ]
    assert alone.waiting == with_them.waiting


@any_run
def test_the_ledger_adds_up_to_the_number(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    session = Session.new(shipped, keeper, cut, predictions=False)
    session.play(walk(session.game, picks))
    margin = session.pages.margin(len(session.trace.turns))
    start = session.game.start().standings[0].number
    if start is not None:
        assert start + sum(line.change for line in margin.ledger) == margin.number


@any_run
def test_a_prediction_that_is_offered_can_be_right_for_every_option(
    shipped: Story, cut: str, keeper: str, picks: list[int]
) -> None:
    game = Game(shipped, keeper, cut)
    for turn in game.fold(walk(game, picks)).turns:
        if turn.option is not None and turn.scene.predict:
            offered = {key for key, _ in prediction.choices(game, turn.scene, turn.before)}
            assert offered & prediction.truth(game, turn)


@every_keeper
@pytest.mark.parametrize("cut", CUTS)
def test_always_choosing_the_first_option_reaches_the_debrief(
    shipped: Story, cut: str, keeper: str
) -> None:
    session = Session.new(shipped, keeper, cut)
    pages = 0
    while session.page is not None:
        pages += 1
        if isinstance(session.page, ScenePage) and session.page.waiting:
            choose(session, 0)
        else:
            session.go_on()
        assert pages < 500
    assert session.over
