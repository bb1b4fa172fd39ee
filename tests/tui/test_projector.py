"""The projector: a whole lesson by its keys, nothing shown early, nothing off the wall."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.showing.cards import card
from game.core.story.model import Story
from game.lesson.replay import Replay
from game.lesson.state import PAGES
from game.tui import themes
from game.tui.ink import Room
from game.tui.projector.app import ClassApp
from game.tui.projector.asking import rung_line
from game.tui.projector.marks import PATTERNS
from game.tui.projector.sentence import sentence
from game.tui.projector.wall import Wall as Paper
from tests.builders import shipped_story
from tests.lesson.rooms import Class
from tests.tui.holding import at_size
from tests.tui.walls import SIZES, Wall, hung


async def to_vote(wall: Wall) -> Wall:
    """The first scene, its vote open."""
    await wall.to("scene", "red-man")
    while wall.shown.asked is None:
        await wall.press("right")
    return wall


async def test_one_key_leads_through_the_whole_lesson(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        seen = []
        for _ in range(400):
            if wall.shown.page == "end":
                break
            seen.append(wall.shown.page)
            await wall.press("1" if wall.shown.tie else "right")
            assert wall.rows[-1].strip(), "the last row teaches what the arrow does"
        assert set(seen) | {"end"} == set(PAGES)


def every_page(story: Story, path: Path) -> Iterator[Paper]:
    """Every page of a whole lesson with a class of 28, each step of every round among them."""
    class_ = Class(story, path / "all.class.jsonl", 28, "taster")
    for _ in range(400):
        yield Paper(class_.room)
        if class_.shown.page == "end":
            return
        asked = class_.shown.asked
        if asked and asked.open and asked.in_ == 0:
            ids = [view.id for view in asked.answers if view.letter]
            sure = 2 if asked.kind == "statement" else 0
            class_.say(*(ids * 28)[: asked.round % 9 + 20], sure=sure)
        elif class_.shown.tie:
            class_.teacher.pick(class_.shown.tie[0])
        elif asked and class_.shown.tally and not asked.second and asked.round % 2:
            class_.teacher.toggle()
        else:
            class_.teacher.go_on()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_page_runs_off_the_side(shipped: Story, tmp_path: Path, size: tuple[int, int]) -> None:
    wide, high = size
    pages = set()
    for paper in every_page(shipped, tmp_path):
        lines = paper.lay(Room(min(wide - 4, 130), high))
        pages.add(paper.shown.page)
        too_long = [line.plain for line in lines if line.cell_length > wide - 4]
        assert too_long == [], paper.shown.page
    assert pages == set(PAGES)


def test_a_wall_shows_its_moment_though_the_room_has_gone_on(
    shipped: Story, tmp_path: Path
) -> None:
    papers = list(every_page(shipped, tmp_path))
    for paper in papers:  # all of them, long after the last
        assert paper.lay(Room(62, 18))
        assert paper.where()


def test_what_can_be_answered_stands_on_the_first_screen_of_66_by_18(
    shipped: Story, tmp_path: Path
) -> None:
    for paper in every_page(shipped, tmp_path):
        asked = paper.shown.asked
        if asked is None or not asked.open:
            continue
        first = "\n".join(line.plain for line in paper.lay(Room(62, 18))[:16])
        for view in asked.answers:
            if view.letter in tuple("ABCD"):
                assert f" {view.letter} " in first, (paper.shown.title, first)
        assert f"{asked.in_} of 28 in" in first


async def test_while_a_vote_is_open_only_how_many_are_in_is_shown(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(await wall.seats(28))
        bare = wall.text.replace("0 of 28 in", "")
        await wall.say(*["cross"] * 13, *["wait"] * 10)
        assert "23 of 28 in" in wall.flat
        # Who voted how moves nothing else on the wall.
        without = wall.text.replace("23 of 28 in", "")
        letters = "".join(c for c in without if c.isalnum())
        assert letters == "".join(c for c in bare if c.isalnum())
        await wall.press("space")
        assert "13" not in wall.text
        assert "57%" not in wall.text


async def test_a_vote_that_opens_is_seen_from_its_top(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await wall.to("scene", "half-price")
        await wall.press("down", "down", "space")
        assert "Half price" in wall.rows[1]
        assert "Vote · open" in wall.rows[2]


async def test_enter_shows_the_tally_and_hides_it(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(await wall.seats(4))
        await wall.say("cross", "cross", "wait")
        await wall.press("space", "enter")
        assert "2 · 67%" in wall.text
        await wall.press("enter")
        assert "67%" not in wall.text


async def test_letters_have_shapes_and_bars_have_patterns(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(await wall.seats(4))
        for letter in ("A ●", "B ■", "C ▲", "D ◆"):
            assert letter in wall.text
        await wall.say("cross", "wait", "arm", "walk")
        await wall.press("space", "enter")
        for fill in "█≡░▚":
            assert fill * 5 in wall.text


async def test_a_second_vote_stands_beside_the_first(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(await wall.seats(3))
        await wall.say("cross", "cross", "wait")
        await wall.press("space", "enter", "space")
        assert "Second vote: this one counts" in wall.flat
        await wall.say("wait", "wait", "wait")
        await wall.press("space", "enter")
        assert "first vote" in wall.text
        assert "3 · 100%" in wall.text
        assert "2 · 67%" in wall.text
        await wall.press("right")
        assert dict(wall.room.lesson.stage.choices) == {"red-man": "wait"}


async def test_bars_of_both_votes_have_one_scale(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path, (100, 30)) as wall:
        await to_vote(wall)
        await wall.seats(5)
        await wall.say("cross", "cross", "wait", "arm", "arm")
        await wall.press("space", "enter", "space")
        await wall.say("cross", "cross", "wait", "wait", "arm")
        await wall.press("space", "enter")
        filled = {}
        for row in wall.rows:
            if "vote  " in row and " · " in row:
                number = row.rpartition(" · ")[0].split()[-1]
                filled.setdefault(number, set()).add(sum(map(row.count, PATTERNS)))
        assert set(filled) == {"0", "1", "2"}
        assert all(len(lengths) == 1 for lengths in filled.values())
        assert "1 takes A, 2 takes B." in wall.text


async def test_a_tie_is_picked_by_a_digit_and_by_nothing_else(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(await wall.seats(2))
        await wall.say("wait", "walk")
        await wall.press("space", "enter")
        assert "A tie. The teacher picks" in wall.flat
        await wall.press("right")
        assert wall.shown.page == "scene"
        await wall.press("1")
        assert "the story follows the room" in wall.flat
        await wall.press("4")
        assert dict(wall.room.lesson.stage.choices) == {"red-man": "walk"}


async def test_hands_are_typed_as_counts(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(wall)
        await wall.press("r")
        assert "3 hands" in wall.text
        await wall.press("3")
        await wall.press("1", "2", "space", "9", "space", "4", "space", "0")
        assert "Counted 12 9 4 0" in wall.text
        assert wall.shown.asked
        assert wall.shown.asked.in_ == 0, "nothing counts before enter"
        await wall.press("enter")
        assert "25 of 25 in" in wall.flat
        await wall.press("n", "2", "8", "enter")
        assert "25 of 28 in" in wall.flat


async def test_the_foot_shows_as_many_counts_as_there_are_answers(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path) as wall:
        await wall.to("before")
        await wall.press("r", "3")
        assert "type counts: 12 9 / sure" in wall.text
        await wall.press(*"17", "space", *"11", "space", "slash", "space", "9", "enter")
        assert "28 of 28 in" in wall.flat
        await to_vote(wall)
        assert "type counts: 12 9 4 3" in wall.text
        await wall.to("answers")
        assert "17 of 28 took it for true, 9 were sure" in wall.text


async def test_only_a_room_with_phones_is_told_to_put_them_away(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path) as wall:
        await wall.to("end")
        assert "Thank you." in wall.text
        assert "phones away" not in wall.text
        await wall.seats(1)
        assert "You can put the phones away." in wall.text


async def test_hands_are_put_right_one_by_one(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(wall)
        await wall.press("r", "4", "plus", "plus", "down", "plus", "minus", "plus")
        await wall.press("space", "enter")
        assert wall.shown.tally
        assert dict(wall.shown.tally.counts) == {"cross": 2, "wait": 1, "arm": 0, "walk": 0}


async def test_what_is_typed_can_be_dropped_and_mended(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(wall)
        await wall.press("r", "3", "1", "2", "escape")
        assert wall.shown.asked
        assert wall.shown.asked.in_ == 0
        await wall.press("1", "5", "backspace", "enter")
        assert "Type 4 numbers" in wall.flat


async def test_rungs_change_in_mid_question_and_nothing_is_added(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(await wall.seats(3))
        await wall.say("cross", "cross", "cross")
        await wall.press("r", "3", "0", "space", "5", "space", "0", "space", "0", "enter")
        assert wall.shown.asked
        assert wall.shown.asked.in_ == 5
        await wall.press("r", "1", "space", "enter")
        assert wall.shown.tally
        assert dict(wall.shown.tally.counts)["cross"] == 3
        assert wall.shown.tally.in_ == 3


def test_every_way_to_answer_can_be_read_on_the_smallest_wall() -> None:
    assert len(rung_line()) <= SIZES[0][0] - 2  # an edge at either side


async def test_undo_takes_a_step_back_and_no_vote(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(await wall.seats(2))
        await wall.say("cross", "cross")
        await wall.press("space", "enter", "right")
        assert wall.shown.page == "outcome"
        await wall.press("u")
        assert wall.shown.page == "scene"
        assert "2 · 100%" in wall.text


async def test_a_timer_only_where_it_is_asked_for_and_more_of_it(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(await wall.seats(2))
        assert "left" not in wall.text
        await wall.press("m")
        assert "1:00 left" in wall.text or "0:59 left" in wall.text
        await wall.press("m")
        assert "2:00 left" in wall.text or "1:59 left" in wall.text
        await wall.press("M")
        assert "left" not in wall.text
        assert wall.shown.asked
        assert wall.shown.asked.open


async def test_a_closed_option_is_struck_out_with_rule_and_sentence(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path, (100, 30)) as wall:
        teacher = wall.desk.teacher
        while wall.shown.page != "scene" or wall.room.lesson.stage.subject != "long-way-home":
            ids = wall.shown.tie
            teacher.pick(ids[0]) if ids else teacher.go_on()
        await wall.rest()
        shut = [o for o in wall.shown.story.options if o.closed]  # type: ignore[union-attr]
        assert "✕" in wall.text
        assert shut[0].closed.sentence in wall.flat
        assert (shut[0].closed.quote or "")[:30] in wall.flat


async def test_what_is_held_back_is_held_back_on_the_wall(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path, (100, 30), cut="season") as wall:
        held = next(s.id for s in shipped.scenes.values() if s.reveal == "held")
        await wall.to("scene", held)
        number = wall.shown.margin.number
        await wall.to("outcome", held)
        assert wall.shown.margin.number == number
        assert "at the end of the chapter" in wall.flat
        await wall.to("reveal", held)
        assert "was held back until now" in wall.flat


async def test_the_class_answers_by_talk_and_the_teacher_types_it(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path, (100, 30)) as wall:
        await wall.to("reveal", "sixteen-digits")
        assert "For all of us:" in wall.text
        assert "1  A ●" in wall.text
        await wall.press("1")
        assert wall.room.lesson.stage.said
        assert "The room:" in wall.text


@pytest.mark.parametrize("size", [(65, 18), (66, 17), (40, 10)])
async def test_below_the_budget_there_is_a_sentence_and_no_blind_key(
    shipped: Story, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with hung(shipped, tmp_path, size) as wall:
        assert "66 columns and 18 rows" in wall.flat
        await wall.press("right")
        assert wall.shown.page == "lobby"
        await wall.pilot.resize_terminal(66, 18)
        await wall.rest()
        assert "66 columns" not in wall.flat


async def test_the_whole_grid_is_one_key_away(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path, (100, 30)) as wall:
        await wall.to("reveal", "half-price")
        assert "Press o" in wall.text
        await wall.press("o")
        assert "Press o" not in wall.text
        await wall.press("o")
        assert "Press o" in wall.text


async def test_a_lesson_is_read_again_on_the_wall(shipped: Story, tmp_path: Path) -> None:
    class_ = Class(shipped, tmp_path / "again.class.jsonl", 3, "taster")
    class_.go_to("scene")
    class_.vote("cross", "cross", "wait")
    class_.teacher.show()
    class_.room.close()
    replay = Replay(shipped, tmp_path / "again.class.jsonl")
    app = ClassApp(replay, None)
    async with app.run_test(size=(66, 18)) as pilot:
        wall = Wall(app, pilot, replay)
        await wall.rest()
        while replay.at < len(replay.moments) - 1:
            await pilot.press("right")
            await pilot.pause()
        assert "2 · 67%" in wall.text
        assert "q closes · read again  " in wall.rows[-1]
        assert f"screen {len(replay.moments)} of {len(replay.moments)}" in wall.text
        await pilot.press("space")
        await pilot.pause()
        assert "Nothing in it changes" in wall.flat
        await pilot.press("left")
        await pilot.pause()
        assert "67%" not in wall.text


async def test_notes_follow_the_lesson_in_a_second_window(shipped: Story, tmp_path: Path) -> None:
    from game.core.saves.settings import Preferences
    from game.lesson.follow import Follow
    from game.pack.guide import guide_of
    from game.tui.projector.notes import NotesApp

    class_ = Class(shipped, tmp_path / "noted.class.jsonl", 3, "taster")
    class_.go_to("scene")
    guide = guide_of(shipped)
    assert guide
    follow = Follow(shipped, tmp_path / "noted.class.jsonl")
    app = NotesApp(follow, guide.cards, Preferences(), "http://10.0.0.1:8080/notes/x")
    async with app.run_test(size=(100, 40)) as pilot:
        paper = Wall(app, pilot, class_.room)  # type: ignore[arg-type]
        assert "open the vote" in paper.flat.casefold()
        assert "The trap:" in paper.flat
        class_.teacher.toggle()
        class_.say("cross", "cross", "wait")
        app.book.look()
        await pilot.pause()
        assert "2 · 67%" in paper.text, "for the teacher, early"
        assert "3 of 3 in" in paper.flat
        (tmp_path / "noted.class.jsonl").unlink()
        app.book.look()
        await pilot.pause()
        assert "can't be read" in paper.flat


async def test_closing_asks_twice(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await wall.press("q")
        assert "Press q again" in wall.flat
        await wall.press("right")
        await wall.press("q")
        assert wall.app.is_running
        await wall.pilot.press("q")
        assert wall.app.return_code == 0


async def test_a_refusal_is_a_sentence_at_the_foot(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await wall.press("enter")
        assert "no tally to show" in wall.flat
        await wall.press("right")
        assert "no tally to show" not in wall.flat


async def test_help_names_every_key(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path, (100, 30)) as wall:
        await wall.pilot.press("question_mark")
        await wall.pilot.pause()
        for word in ("undo", "phones", "12 9 4", "a minute", "a new room code", "the way in"):
            assert word in wall.flat
        await wall.pilot.press("escape")
        await wall.pilot.pause()
        assert wall.app.screen is wall.desk


async def test_the_wall_is_black_on_white_whatever_the_teacher_plays_in(
    shipped: Story, tmp_path: Path
) -> None:
    from game.core.saves.settings import Preferences, Settings

    settings = Preferences(tmp_path / "settings.json", Settings(theme="night-edition"))
    async with hung(shipped, tmp_path, settings=settings) as wall:
        assert wall.app.theme == themes.HIGH_CONTRAST.name
        await wall.press("t")
        assert wall.app.theme != themes.HIGH_CONTRAST.name
    assert not (tmp_path / "settings.json").exists()


async def test_a_full_disk_is_told_and_the_wall_stays_with_what_is_kept(
    shipped: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    async with hung(shipped, tmp_path) as wall:
        await wall.to("opening")

        def full(*_: object) -> int:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "write", full)
            wall.desk.teacher.go_on()
        await wall.rest()
        assert wall.shown.page == "opening"
        assert "No space left on device" in wall.flat
        await wall.to("chapter")


async def test_a_count_of_the_debrief_is_torn_on_no_wall(shipped: Story, tmp_path: Path) -> None:
    async with hung(shipped, tmp_path) as wall:
        await wall.to("debrief")
        for size in SIZES:
            await at_size(wall.pilot, *size)
            assert sum(row.endswith("0 · 0%, a tie") for row in wall.rows) == 6, size


async def test_every_page_of_the_wall_begins_at_the_same_column(
    shipped: Story, tmp_path: Path
) -> None:
    """The lobby without a network and the keys among them."""
    async with hung(shipped, tmp_path) as wall:
        await at_size(wall.pilot, 160, 45)
        lobby = _edge(wall.rows[1:-1])
        await wall.pilot.press("question_mark")
        assert _edge(wall.rows[1:-1]) == lobby
        await wall.pilot.press("escape")
        await wall.to("opening")
        assert _edge(wall.rows[1:-1]) == lobby


def _edge(rows: list[str]) -> int:
    return min(len(row) - len(row.lstrip()) for row in rows if row.strip())


async def test_the_last_page_leaves_one_line_empty_where_nobody_judged_a_statement(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path) as wall:
        await wall.to("end")
        rows = [row.strip() for row in wall.rows]
        at = rows.index("The end")
        assert rows[at + 1] == ""
        assert rows[at + 2]


async def test_what_is_closed_and_what_is_open_stand_in_one_column(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path, (160, 45)) as wall:
        await wall.to("scene", "long-way-home")
        rows = wall.rows
        options = ("Take the fast train", "Take five buses")
        assert len({row.index(said) for row in rows for said in options if said in row}) == 1


async def test_what_is_open_is_named_without_the_number_that_only_the_journal_knows(
    shipped: Story, tmp_path: Path
) -> None:
    async with hung(shipped, tmp_path) as wall:
        await to_vote(wall)
        await wall.press("enter")
        assert "The vote is open. Close it first." in wall.flat


def test_on_the_wall_a_sentence_runs_as_far_as_its_record() -> None:
    """From the back row three short lines are no easier to read than two, and push others out."""
    plain = [
        line.plain
        for line in sentence(card(shipped_story(), "A16"), 108, 40)
        if "In plain words" in line.plain
    ]
    assert len(plain) == 1
    assert plain[0].rstrip().endswith("your score goes down.")
