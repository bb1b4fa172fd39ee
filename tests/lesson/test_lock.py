"""One writer a journal: what each system calls a lock, and what is done where there is none."""

import os
import sys
import types
from pathlib import Path

import pytest

from game.lesson.lock import hold


class Windows:
    """What `msvcrt` does, as documented: a locked byte refuses the next one who asks."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.locked: dict[tuple[int, int], int] = {}

    def locking(self, handle: int, how: int, many: int) -> None:
        assert how == self.LK_NBLCK
        at = os.lseek(handle, 0, os.SEEK_CUR)
        byte = (os.fstat(handle).st_ino, at)
        if self.locked.setdefault(byte, handle) != handle:
            raise PermissionError(13, "Permission denied")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "a.class.jsonl"
    path.write_text("{}\n")
    return path


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    made = Windows()
    module = types.ModuleType("msvcrt")
    module.LK_NBLCK, module.locking = made.LK_NBLCK, made.locking  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "msvcrt", module)
    monkeypatch.setattr(sys, "platform", "win32")
    return made


def two(path: Path) -> tuple[int, int]:
    return os.open(path, os.O_RDWR), os.open(path, os.O_RDWR)


def test_the_second_writer_is_refused(journal: Path) -> None:
    one, other = two(journal)
    assert hold(one)
    assert not hold(other)
    os.close(one)
    assert hold(other)
    os.close(other)


def test_on_windows_the_second_writer_is_refused_too(journal: Path, windows: Windows) -> None:
    one, other = two(journal)
    assert hold(one)
    assert not hold(other)


def test_on_windows_the_locked_byte_is_far_behind_what_is_read(
    journal: Path, windows: Windows
) -> None:
    one, _ = two(journal)
    hold(one)
    ((_, at),) = windows.locked
    assert at > 200_000_000
    assert os.lseek(one, 0, os.SEEK_CUR) == 0


def test_where_there_are_no_locks_one_goes_on(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    one, other = two(journal)
    assert hold(one)
    assert hold(other)


def test_a_folder_that_knows_no_locks_is_no_reason_to_stop(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    def none(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", none)
    one, _ = two(journal)
    assert hold(one)
