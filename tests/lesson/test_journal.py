"""The journal: what was promised is there, and nothing that could say who somebody is."""

import errno
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from game.core.story.model import Story
from game.lesson import events as e
from game.lesson.alias import alias
from game.lesson.code import LETTERS
from game.lesson.events import BadEvent, decode, encode
from game.lesson.journal import Journal, JournalError, read
from game.lesson.machine import apply
from game.lesson.notes import notes
from game.lesson.refused import Refused
from game.lesson.room import Room
from game.lesson.shown import screen
from game.lesson.state import MOST_SEATS, Lesson, Seat
from game.lesson.teacher import Teacher
from tests.builders import ROOT, Tiny
from tests.lesson.rooms import Class


def path_of(room: Class) -> Path:
    return room.room.writer.journal.path


def test_a_lesson_goes_on_where_it_was_with_the_same_phones(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    room.say("ill", "well")
    room.room.close()
    again = Room.resume(room.room.story, path_of(room))
    assert screen(again).asked.in_ == 2
    again.back("s0")
    again.answer("vote", screen(again).asked.round, "s0", "strange", "other")
    assert (screen(again).asked.in_, screen(again).seats) == (2, 1)


def test_a_lesson_goes_on_with_other_phones_and_keeps_what_the_first_chose(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill")
    room.teacher.show()
    room.teacher.go_on()
    room.room.close()
    again = Room.resume(room.room.story, path_of(room))
    again.join("another")
    assert screen(again).seats == 1
    assert again.lesson.stage.choices == (("first", "ill"),)


def test_undo_reaches_back_over_a_restart(room: Class) -> None:
    room.go_to("scene")
    room.vote("ill")
    room.room.close()
    again = Room.resume(room.room.story, path_of(room))
    Teacher(again).undo()
    assert screen(again).asked.open


def test_two_windows_cannot_write_one_journal(room: Class) -> None:
    with pytest.raises(JournalError, match="Another window"):
        Room.resume(room.room.story, path_of(room))
    code = (
        "import sys; from pathlib import Path; from game.lesson.journal import Journal\n"
        "Journal.resume(Path(sys.argv[1]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(path_of(room))], cwd=ROOT, capture_output=True, text=True
    )
    assert "Another window" in run.stderr


@pytest.mark.parametrize("cut", [1, 5, 20])
def test_a_torn_last_line_is_left_out_and_told(room: Class, cut: int) -> None:
    room.go_to("scene")
    room.room.close()
    data = path_of(room).read_bytes()
    path_of(room).write_bytes(data[:-cut])
    again = Room.resume(room.room.story, path_of(room))
    assert "was cut off" in again.notices[0]
    again.join("new")
    again.close()
    assert read(path_of(room)).notices == ()


def test_a_damaged_line_in_the_middle_is_named_and_nothing_is_changed(room: Class) -> None:
    room.room.close()
    lines = path_of(room).read_bytes().split(b"\n")
    lines[2] = b'{"e":"join","seat":"Mrs. Lind"}'
    path_of(room).write_bytes(b"\n".join(lines))
    before = path_of(room).read_bytes()
    with pytest.raises(JournalError, match=r"jsonl:3: .*wrong kind"):
        Room.resume(room.room.story, path_of(room))
    assert path_of(room).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no journal"),
        ("{}\n", "no journal"),
        ('{"journal":"carrot class","format":9}\n', "its format is 9"),
        ('{"journal":"carrot class","format":1}\n', "no lesson that began"),
        ("[" * 100_000 + "\n", "no journal"),
        ('{"journal":"carrot class","format":1}\n{"e":"join","seat":"a"}\n', "begins once"),
    ],
)
def test_what_is_no_journal_gets_a_sentence(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "x.class.jsonl"
    path.write_text(text)
    with pytest.raises(JournalError, match=said):
        read(path)


def full_disk(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_on_a_full_disk_nothing_is_acknowledged_and_the_teacher_is_told(
    room: Class, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    kept, told = path_of(room).read_bytes(), []
    with monkeypatch.context() as patch:
        patch.setattr(os, call, full_disk)
        number = room.shown.asked.round
        room.room.answer("vote", number, "s0", "ill", "n", done=told.append)
    assert "No space left" in told[0]
    assert "No space left" in room.room.notices[-1]
    assert room.shown.asked.in_ == 0
    assert not room.room.took("vote", number, "s0", "n")
    room.room.answer("vote", number, "s1", "well", "n")
    assert room.shown.asked.in_ == 1
    room.room.close()
    assert path_of(room).read_bytes().startswith(kept)
    assert b"well" in path_of(room).read_bytes()
    assert b'"ill","nonce"' not in path_of(room).read_bytes()


def test_half_a_line_that_reached_a_full_disk_is_cut_off_again(
    room: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, write = path_of(room).read_bytes(), os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda file, data: write(file, data[:7]))
        patch.setattr(os, "fsync", full_disk)
        patch.setattr(os, "ftruncate", full_disk)
        room.room.join("more")
    assert path_of(room).read_bytes() != kept
    room.room.join("again")
    room.room.close()
    assert read(path_of(room)).lesson.seats.keys() == {"s0", "s1", "s2", "again"}


def test_where_nothing_can_be_written_a_lesson_does_not_begin(
    shipped: Story, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(JournalError, match="can't be written"):
        Room.begin(shipped, "article", "taster", tmp_path / "file" / "x.class.jsonl")


def test_a_lesson_is_never_written_over_another(room: Class) -> None:
    with pytest.raises(JournalError, match="can't be written"):
        Room.begin(room.room.story, "score", "whole", path_of(room))


def test_an_edited_story_is_replayed_as_far_as_it_goes_and_told(room: Class, tiny: Tiny) -> None:
    room.go_to("scene", 2)
    room.room.close()
    tiny.swap("chapters/1.yaml", "- {id: well, label: Do good., deeds: [good], outcome: Good., rem",
              "- {id: best, label: Do good., deeds: [good], outcome: Good., rem")  # fmt: skip
    again = Room.resume(tiny.load(), path_of(room))
    assert "The story has changed" in again.notices[0]
    assert (screen(again).page, screen(again).n) == ("scene", 0)
    Teacher(again).go_on()
    assert screen(again).phase == "vote"


def test_a_lesson_of_another_story_is_not_taken_up(room: Class, shipped: Story) -> None:
    room.room.close()
    with pytest.raises(Refused, match="story `tiny`"):
        Room.resume(shipped, path_of(room))
    Room.resume(room.room.story, path_of(room)).close()


@pytest.mark.parametrize(
    "word",
    ["two words", "a@b.example", "192.168.1.20", "10.0.0.7", "fe80::1", "päd", "x" * 65, "a\nb", 7],
)
def test_neither_words_nor_addresses_get_into_an_event(word: object) -> None:
    with pytest.raises(BadEvent):
        decode({"e": "join", "seat": word})


def test_what_a_phone_calls_its_packet_is_not_written_down(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    number = room.shown.asked.round
    room.room.answer("vote", number, "s0", "ill", "Pim is in love with Ada")
    assert "Pim" not in path_of(room).read_text()
    assert room.room.took("vote", number, "s0", "Pim is in love with Ada")


def test_a_whole_lesson_holds_ids_and_numbers_and_no_time_of_a_phone(taster: Class) -> None:
    taster.go_to("scene", 0)
    taster.vote("cross", "wait")
    taster.go_to("end")
    for line in path_of(taster).read_text().splitlines()[1:]:
        event = json.loads(line)
        assert not re.search(r"\d+\.\d+\.\d+\.\d+", line)
        assert decode(event) == decode(encode(decode(event)))
        if event["e"] in ("join", "back", "answer"):
            assert set(event) <= {"e", "kind", "round", "seat", "option", "nonce", "sure"}


@pytest.mark.parametrize(
    "raw", [None, [], {}, {"e": "shout"}, {"e": "join"}, {"e": "undo", "x": 1}]
)
def test_what_is_no_event_is_refused(raw: object) -> None:
    with pytest.raises(BadEvent):
        decode(raw)


@pytest.mark.parametrize("number", [-2, 2**60, True, 1.5, "1"])
def test_a_number_of_an_event_is_a_whole_and_not_endless_one(number: object) -> None:
    with pytest.raises(BadEvent):
        decode({"e": "people", "number": number})


def test_no_two_seats_share_an_alias() -> None:
    assert len({alias(number) for number in range(MOST_SEATS)}) == MOST_SEATS


def test_a_code_has_four_letters_that_look_like_nothing_else(room: Class) -> None:
    code = room.shown.code
    assert len(code) == 4
    assert set(code) <= set(LETTERS)
    room.teacher.change_code()
    assert room.shown.seats == 3


def test_notes_know_the_tally_before_the_screen_does(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    room.say("ill", "ill", "well")
    told = notes(room.room)
    assert dict(told.live.counts)["ill"] == 2
    assert told.next == "Close the vote."
    assert told.card.id == "C1"
    assert room.shown.tally is None


def test_watchers_are_told_of_what_is_kept_until_they_stop(room: Class) -> None:
    seen: list[int] = []
    stop = room.room.watch(lambda: seen.append(room.room.version))
    room.room.join("x")
    stop()
    room.room.join("y")
    assert seen == [room.room.version - 1]


def test_a_full_room_says_so() -> None:
    lesson = apply(Lesson(), e.Begin("s", "d", "k", "c", "ACDE", 1))
    full = replace(lesson, seats={f"s{n}": Seat(n, 1) for n in range(MOST_SEATS)})
    with pytest.raises(Refused, match="full"):
        apply(full, e.Join("late"))


def test_no_seat_changes_its_answer_without_end(room: Class) -> None:
    room.go_to("scene")
    room.teacher.toggle()
    number = room.shown.asked.round
    for n in range(60):
        room.room.answer("vote", number, "s0", "ill", f"n{n}")
    with pytest.raises(Refused, match="can be changed 60 times"):
        room.room.answer("vote", number, "s0", "ill", "once more")


def test_a_journal_is_for_the_owners_eyes(room: Class) -> None:
    assert os.stat(path_of(room)).st_mode & 0o077 == 0
    assert isinstance(room.room.writer.journal, Journal)
