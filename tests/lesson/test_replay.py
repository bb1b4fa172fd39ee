"""A lesson read again: the same screens with whole counts, and nothing that can be changed."""

import pytest

from game.lesson.looking_back import room_debrief
from game.lesson.refused import Refused
from game.lesson.replay import Replay
from game.lesson.shown import screen
from game.lesson.teacher import Teacher
from tests.lesson.rooms import Class


def test_a_lesson_is_read_again_screen_by_screen_with_whole_counts(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill", "ill", "well")
    room.teacher.show()
    room.teacher.go_on()
    room.room.close()
    replay = Replay(room.room.story, room.room.writer.journal.path)
    pages = []
    for _ in replay.moments:
        shown = screen(replay)
        pages.append((shown.page, shown.phase, shown.asked.in_ if shown.asked else None))
        replay.turn(+1)
    assert pages[0] == ("lobby", "lobby", None)
    assert pages[-4:] == [
        ("scene", "vote", 3),
        ("scene", "tally", 3),
        ("scene", "tally", 3),
        ("outcome", "reveal", None),
    ]
    assert room_debrief(replay).scenes == room_debrief(room.room).scenes


def test_nothing_changes_in_a_lesson_that_is_read_again(room: Class) -> None:
    path = room.room.writer.journal.path
    before = path.read_bytes()
    replay = Replay(room.room.story, path)
    with pytest.raises(Refused, match="Nothing in it changes"):
        Teacher(replay).go_on()
    with pytest.raises(Refused, match="Nothing in it changes"):
        replay.join("x")
    assert path.read_bytes() == before
