"""The real projector in a real terminal: killed, cut off, crowded out; and back where it was."""

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.lesson.room import Room
from game.lesson.shown import screen
from game.lesson.teacher import Teacher
from tests.builders import shipped_story
from tests.classroom.projected import Projected
from tests.ports import free_port

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

STEPS = (
    ("lobby", "", ()),
    ("statement", "1 of 6", ("right",)),
    ("scene", "Canal Street", ()),
    ("vote", "Vote · open", ("space",)),
    ("closed", "Vote · closed", ("space",)),
    ("predict", "What will happen? open", ("p",)),
    ("tally", "How this room voted", ("space", "enter")),
    ("outcome", "Run. Nothing is coming.", ()),
)
PHASES = [name for name, _, _ in STEPS]


@contextmanager
def at(home: Path, phase: str) -> Iterator[Projected]:
    """A wall at a phase; from the scene on of a lesson that another window has brought so far."""
    late = PHASES.index(phase) >= PHASES.index("scene")
    if late:
        bring_to_the_scene(home)
    with Projected(home, *(["--resume"] if late else [])) as wall:
        wall.wait("Canal Street" if late else "Room code")
        to(wall, phase, PHASES.index("scene") + 1 if late else 0)
        yield wall


def bring_to_the_scene(home: Path) -> None:
    path = home / "lessons" / "20260102-030405-abcd.class.jsonl"
    room = Room.begin(shipped_story(), "article", "taster", path)
    while screen(room).page != "scene":
        Teacher(room).go_on()
    room.close()


def to(wall: Projected, phase: str, start: int) -> None:
    """Bring the first scene to a phase."""
    for name, words, keys in STEPS[start : PHASES.index(phase) + 1]:
        if name == "outcome":
            wall.until("A tie")
            wall.press("1")
            wall.wait("›")
        else:
            wall.press(*keys)
        if words:
            wall.wait(words)


@pytest.mark.parametrize("phase", PHASES)
def test_killed_at_any_phase_it_comes_back_to_the_same_wall(carrot_home: Path, phase: str) -> None:
    with at(carrot_home, phase) as wall:
        before = wall.settled()
        wall.kill()
    with Projected(carrot_home, "--resume") as again:
        if phase == "lobby":
            again.wait("Room code")
            return
        again.wait(STEPS[PHASES.index(phase)][1])
        assert again.settled() == before
        assert again.close() == 0


def test_a_room_that_was_killed_comes_back_at_its_port(carrot_home: Path) -> None:
    with Projected(carrot_home, "--port", str(free_port())) as wall:
        address = wall.address
        wall.press("right").wait("1 of 6")
        wall.kill()
    with Projected(carrot_home, "--resume") as again:
        again.wait("1 of 6")
        again.press("w")
        assert again.address == address
        again.close()
    assert list((carrot_home / "lessons").glob("*.open")) == []


def test_a_torn_last_line_is_told_on_the_wall(carrot_home: Path) -> None:
    with at(carrot_home, "vote") as wall:
        wall.kill()
    (journal,) = (carrot_home / "lessons").glob("*.class.jsonl")
    with journal.open("a") as file:
        file.write('{"e":"clo')
    with Projected(carrot_home, "--resume") as again:
        again.wait("was cut off (9 bytes)")
        again.wait("Vote · open")
        again.press("space").wait("Vote · closed")
        again.close()


def test_a_full_disk_is_told_and_the_wall_shows_what_is_kept(carrot_home: Path) -> None:
    """A file may grow to 700 bytes: the lesson goes on until there is no more room for it."""

    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (700, resource.RLIM_INFINITY))

    with Projected(carrot_home, before=little) as wall:
        wall.wait("Room code")
        wall.until("can't be kept")
        wall.press("right", "right").wait("can't be kept")
        wall.kill()
    (journal,) = (carrot_home / "lessons").glob("*.class.jsonl")
    assert journal.stat().st_size <= 700
    assert journal.read_bytes().endswith(b"\n")
    with Projected(carrot_home, "--resume") as again:
        again.wait("of 6")
        again.press("right").wait("of 6")
        again.close()


def test_two_projectors_on_one_machine_find_two_ports(carrot_home: Path) -> None:
    with Projected(carrot_home) as one, Projected(carrot_home) as other:
        addresses = {wall.address.rpartition("/")[0] for wall in (one, other)}
        assert len(addresses) == 2
        one.press("right").wait("1 of 6")
        assert "Room code" in other.text


def test_the_same_lesson_cant_be_open_twice(carrot_home: Path) -> None:
    with Projected(carrot_home) as one:
        one.wait("Room code")
        one.press("right").wait("1 of 6")
        with Projected(carrot_home, "--resume") as other:
            assert other.process.wait(20) == 2
            other.wait("Another window has this lesson open")


def test_ctrl_c_leaves_and_keeps(carrot_home: Path) -> None:
    with at(carrot_home, "vote") as wall:
        wall.press("\x03")
        assert wall.process.wait(20) == 130
        wall.wait("carrot class --resume")
    assert len(list((carrot_home / "lessons").iterdir())) == 1
