"""A file is written whole, or not at all."""

import os
from pathlib import Path

import pytest

from game.core.writing import write_whole


def test_a_file_is_there_with_nothing_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"one")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"one")]


def test_a_file_is_only_written_over_where_that_was_asked_for(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"one")
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a", b"two", over=False)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"one")]
    write_whole(tmp_path / "a", b"two")
    assert (tmp_path / "a").read_bytes() == b"two"


def test_what_was_there_is_whole_after_a_disk_gave_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "a", b"one")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a", b"two")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"one")]


@pytest.mark.skipif(os.name != "posix", reason="other systems keep such rights elsewhere")
def test_a_private_file_is_its_owners_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"one", private=True)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600
