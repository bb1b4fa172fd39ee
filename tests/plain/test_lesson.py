"""A lesson in plain words: the projector's keys as words, nothing early, nothing guessed."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.story.model import Story
from game.lesson.refused import Refused
from game.lesson.replay import Replay
from game.lesson.room import Room
from game.lesson.shown import screen
from game.plain.lesson import WORDS, Leave, LessonDesk
from game.plain.lesson_notes import told
from game.plain.lesson_replay import replay
from game.plain.voice import Voice


class Nowhere:
    known: tuple[str, ...] = ()
    link = ""

    def next_address(self) -> None:
        """None."""


class Somewhere(Nowhere):
    known = ("10.0.0.7:8080", "127.0.0.1:8080")
    link = "http://10.0.0.7:8080/ACDE"


class Ear:
    """A teacher who types and listens."""

    def __init__(self, room: Room, way: Nowhere) -> None:
        self.room, self.desk = room, LessonDesk(room, way)
        self.desk.news()

    def hears(self, *lines: str) -> str:
        out = io.StringIO()
        voice = Voice(None, out, echo=False)
        for line in lines:
            try:
                voice.tell(self.desk.do(line) or self.desk.news())
            except Refused as why:
                out.write(f"{why}\n")
        return " ".join(out.getvalue().split())

    def until(self, page: str) -> str:
        heard = ""
        while screen(self.room).page != page:
            tie = screen(self.room).tie
            heard += self.hears("pick a" if tie else "") + " "
        return heard


@pytest.fixture
def ear(shipped: Story, tmp_path: Path) -> Iterator[Ear]:
    room = Room.begin(shipped, "article", "taster", tmp_path / "plain.class.jsonl")
    yield Ear(room, Nowhere())
    room.close()


def test_enter_alone_leads_through_the_whole_lesson(ear: Ear) -> None:
    heard = ear.until("end")
    for words in ("The red man", "How the room voted", "On record", "What this room chose"):
        assert words in heard
    assert "This is so." in heard
    assert "This is not so." in heard


def test_a_lesson_by_hands_needs_no_network(ear: Ear) -> None:
    assert "no network to join" in ear.hears("address")
    ear.until("scene")
    assert "by hands: 0 in" in ear.hears("hands", "open")
    assert "25 of 25 in" in ear.hears("12 9 4 0")
    assert "25 of 28 in" in ear.hears("people 28")
    assert "26 of 28 in" in ear.hears("more d")
    heard = ear.hears("close", "show")
    assert "A. Run. Nothing is coming. 12, 46 per cent." in heard
    assert "The room chose: Run. Nothing is coming." in ear.hears("on")


def test_by_hands_the_sure_are_counted_where_the_teacher_wants_it(ear: Ear) -> None:
    ear.until("before")
    ear.hears("hands")
    assert "Behind a slash" in ear.hears("12 9 4")
    ear.hears("17 11 / 9")
    heard = ear.until("answers") + ear.hears("again")
    assert "Before: 17 of 28 took it for true, 9 were sure." in heard


def test_nothing_is_said_early_but_to_whom_asks(ear: Ear) -> None:
    ear.until("scene")
    heard = ear.hears("hands", "open", "3 17 0 0", "count", "again")
    assert "17" not in heard
    assert "20 of 20 in" in heard
    assert "17, 85 per cent" in ear.hears("tally")


def test_what_is_judged_goes_by_the_letters_that_the_room_has(ear: Ear) -> None:
    heard = ear.until("card")
    assert "down 10 for A (run) and C (your arm)" in heard


def test_in_a_tie_the_teacher_picks_a_letter(ear: Ear) -> None:
    ear.until("scene")
    heard = ear.hears("hands", "open", "5 5 0 0", "close", "show")
    assert "A tie of A and B: pick one." in heard
    assert "Pick one of the equal" in ear.hears("on")
    assert "the story follows the room" in ear.hears("pick c")
    assert "The room chose: Wait for green" in ear.hears("pick b")


def test_a_tie_is_picked_by_letter_after_a_prediction_too(ear: Ear) -> None:
    ear.until("scene")
    ear.hears("hands", "open", "5 0 0 5", "close", "on", "3 4 3", "close", "show")
    assert "The room chose: Let the bus go" in ear.hears("pick d")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("opne", "Did you mean open?"),
        ("close", "Nothing is open."),
        ("show", "no tally to show"),
        ("pick q", "Type the letter of an answer"),
        ("people many", "Type a number"),
        ("12 9", "Nothing is asked"),
        ("rung feet", "There is no word feet"),
        ("undo", "no step to take back"),
    ],
)
def test_what_cant_be_done_gets_a_sentence(ear: Ear, typed: str, said: str) -> None:
    assert said in ear.hears(typed)
    assert screen(ear.room).page == "lobby"


def test_undo_takes_a_step_back(ear: Ear) -> None:
    ear.until("opening")
    assert "Statement 6" in ear.hears("undo")


def test_the_class_answers_aloud_and_the_teacher_types_the_letter(ear: Ear) -> None:
    ear.until("glance")
    while screen(ear.room).page != "reveal":
        ear.hears("pick a" if screen(ear.room).tie else "")
    assert "Say it aloud" in ear.hears("again")
    ear.hears("pick a")
    assert ear.room.lesson.stage.said


def test_the_address_is_said_with_the_code(shipped: Story, tmp_path: Path) -> None:
    room = Room.begin(shipped, "article", "taster", tmp_path / "plain.class.jsonl")
    heard = Ear(room, Somewhere()).hears("address")
    assert "http://10.0.0.7:8080/ACDE" in heard
    assert " ".join(room.lesson.code) in heard
    assert "1 more: type other" in heard


def test_help_says_every_word_and_every_word_is_known(ear: Ear) -> None:
    heard = ear.hears("help")
    for word, _ in WORDS:
        assert word in heard
    for word in ("next", "hide", "tables", "less a", "other", "card", "statements", "debrief"):
        assert "There is no word" not in ear.hears(word)
    with pytest.raises(Leave):
        ear.desk.do("quit")


def test_notes_say_the_tally_early_and_the_card_of_the_scene(ear: Ear) -> None:
    from game.pack.guide import guide_of

    ear.until("scene")
    ear.hears("hands", "open", "3 17 0 0")
    guide = guide_of(ear.room.story)
    assert guide
    heard = " ".join(block.text for block in told(ear.room, guide.cards))
    assert "17, 85 per cent" in heard
    assert "Close the vote." in heard
    assert "The trap:" in heard
    assert guide.cards["red-man"].room[0] in heard
    assert "On record: partly documented" in heard


def test_a_lesson_is_read_again_screen_by_screen(ear: Ear, tmp_path: Path) -> None:
    ear.until("scene")
    ear.hears("hands", "open", "12 9 4 0", "close", "show", "on")
    before = (tmp_path / "plain.class.jsonl").read_bytes()
    said = [b.text for b in replay(Replay(ear.room.story, tmp_path / "plain.class.jsonl"))]
    assert "Statement 1" in said
    assert any("12, 48 per cent" in words for words in said)
    assert said[-1] == "It stops here."
    assert (tmp_path / "plain.class.jsonl").read_bytes() == before
