"""What is on disk, whatever happens to the player, the terminal or the folder."""

import io
from pathlib import Path

import pytest

from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.plain.face import Face
from game.plain.voice import Voice
from tests.plain.helpers import FIRST, new, play, taster


class Interrupted(io.StringIO):
    """A keyboard on which somebody presses Ctrl-C after some lines."""

    def __init__(self, *lines: str) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))

    def readline(self, size: int | None = -1, /) -> str:
        line = super().readline(size or -1)
        if not line:
            raise KeyboardInterrupt
        return line


class Torn(io.StringIO):
    """A pipe that nobody reads any more after some characters."""

    def write(self, words: str, /) -> int:
        if self.tell() > 3000:
            raise BrokenPipeError
        return super().write(words)


def newest(folder: Path) -> list[str]:
    files, _ = Runs(folder).all()
    return [choice.option for choice in files[0].run.choices]


def resumed(folder: Path) -> Session:
    files, _ = Runs(folder).all()
    return Session.resume(taster(), files[0], Runs(folder), predictions=False)


def test_ctrl_c_saves_and_exits_130(tmp_path: Path) -> None:
    out = io.StringIO()
    session = new(runs=Runs(tmp_path))
    face = Face(session, Voice(Interrupted("1", "name Robin"), out, True), print)
    assert face.run() == 130
    assert newest(tmp_path) == ["cross"]
    assert session.saved
    assert out.getvalue().endswith("Stopped. Your run is saved. Type carrot to go on with it.\n")


def test_a_torn_pipe_keeps_what_was_chosen(tmp_path: Path) -> None:
    session = new(runs=Runs(tmp_path))
    heard = io.StringIO("1\n" * 6)
    with pytest.raises(BrokenPipeError):
        Face(session, Voice(heard, Torn(), True), print).run()
    assert newest(tmp_path) == ["cross"]


def test_a_run_goes_on_where_it_was_left(tmp_path: Path) -> None:
    play(("1", "2"), runs=tmp_path)
    told = play(("1",), resumed(tmp_path))
    assert told.text.startswith("You go on where you left.\n\n3 of 6.")
    assert newest(tmp_path)[:2] == ["cross", "shoes"]
    assert len(newest(tmp_path)) == 3


def test_what_was_asked_before_leaving_can_be_answered_after(tmp_path: Path) -> None:
    play(FIRST[:3], runs=tmp_path)
    told = play(("a",), resumed(tmp_path))
    assert "Still open: Which reply to the quote is the stronger?" in told.flat
    assert set(told.session.run.answers) == {"A22"}


def test_where_no_page_was_kept_the_last_outcome_is_said_again(tmp_path: Path) -> None:
    play(("1", "2"), runs=tmp_path)
    for kept in tmp_path.glob("*.place.json"):
        kept.unlink()
    told = play((), resumed(tmp_path))
    assert told.text.startswith("You go on where you left.\n\nYour choice: Untick the box.")


def test_marks_are_kept_as_soon_as_they_are_made(tmp_path: Path) -> None:
    play(("1", "mark falls"), runs=tmp_path)
    assert resumed(tmp_path).run.marks == {"A19": "falls"}


def test_undo_is_kept_too(tmp_path: Path) -> None:
    play(("1", "2", "undo"), runs=tmp_path)
    assert newest(tmp_path) == ["cross"]


def test_a_folder_that_takes_no_file_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file where the folder should be")
    told = play(FIRST, runs=tmp_path / "runs")
    assert told.session.over
    assert told.text.count("Not saved.") == 6
    assert "This run could not be saved" in told.flat
    assert told.code == 1


def test_a_folder_that_takes_no_file_is_complained_of_once(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file where the folder should be")
    (complaint,) = play(FIRST, runs=tmp_path / "runs").complaints
    assert "Cannot save to" in complaint
    assert "You can play on" in complaint


def test_a_full_disk_keeps_the_last_acknowledged_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(("1",), runs=tmp_path)
    session = resumed(tmp_path)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    told = play(("2",), session)
    assert told.code == 1
    assert "No space left on device" in told.complaints[0]
    assert newest(tmp_path) == ["cross"]


def test_what_could_not_be_saved_is_saved_when_there_is_room_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = new(runs=Runs(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr("os.replace", lambda *_: (_ for _ in ()).throw(OSError(28, "full")))
        assert play(("1",), session).code == 1
    assert play((), session).code == 0
    assert newest(tmp_path) == ["cross"]


def test_two_players_of_one_run_never_overwrite_each_other(tmp_path: Path) -> None:
    play(("1",), runs=tmp_path)
    one, two = resumed(tmp_path), resumed(tmp_path)
    play(("1",), one)
    told = play(("2",), two)
    assert "yours goes on in a file of its own" in told.flat
    files, _ = Runs(tmp_path).all()
    made = {tuple(choice.option for choice in file.run.choices) for file in files}
    assert made == {("cross", "game"), ("cross", "shoes")}
