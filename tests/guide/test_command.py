"""`carrot guide`: what there is, a page, a card; and pages in a folder, never over others."""

from pathlib import Path

import pytest

from game.__main__ import main
from tests.builders import Tiny
from tests.guide.helpers import PAGE, Beside, shipped_guide

GUIDE = shipped_guide()


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["guide", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_alone_it_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys)
    assert code == 0
    assert all(f"\n{id}: " in out for id in GUIDE.pages)


@pytest.mark.parametrize("name", [*GUIDE.pages, *GUIDE.cards])
def test_every_page_and_every_card_is_printed(
    capsys: pytest.CaptureFixture[str], name: str
) -> None:
    code, out, err = run(capsys, name)
    assert (code, err) == (0, "")
    assert len(out.splitlines()) > 4
    assert max(map(len, out.splitlines())) <= 72
    assert "`" not in out


def test_a_name_that_is_not_there_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "strat")
    assert (code, out) == (2, "")
    assert "Did you mean `start`?" in err


def test_a_folder_gets_every_page_and_their_contents(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, out, _ = run(capsys, "--out", str(tmp_path / "lesson"))
    assert code == 0
    assert "index.html" in out
    there = {path.name for path in (tmp_path / "lesson").iterdir()}
    assert there == {"index.html", *(f"{id}.html" for id in GUIDE.pages)}


def test_nothing_is_written_over_unasked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    mine = tmp_path / "plan.html"
    mine.write_text("mine", encoding="utf-8")
    code, _, err = run(capsys, "--out", str(tmp_path))
    assert code == 2
    assert "plan.html" in err
    assert "--force" in err
    assert [path.name for path in tmp_path.iterdir()] == ["plan.html"]
    assert mine.read_text(encoding="utf-8") == "mine"
    assert run(capsys, "--out", str(tmp_path), "--force")[0] == 0
    assert mine.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_one_page_is_written_alone(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "cards", "--out", str(tmp_path))[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["cards.html"]


def test_a_card_alone_has_no_page_to_print(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, _, err = run(capsys, "red-man", "--out", str(tmp_path))
    assert code == 2
    assert "There is no page `red-man`." in err


def test_a_full_disk_leaves_nothing_behind(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []

    def full(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) > 2:
            raise OSError(28, "No space left on device")
        path.write_bytes(data)

    monkeypatch.setattr("game.cli.guide.write_whole", full)
    code, _, err = run(capsys, "--out", str(tmp_path / "lesson"))
    assert code == 2
    assert "No space left on device" in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [("--out", "nowhere/at/all"), ("--out", __file__)])
def test_a_place_that_is_none_is_told(
    capsys: pytest.CaptureFixture[str], words: tuple[str, str]
) -> None:
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert "folder" in err


def test_a_broken_guide_is_told_with_its_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    beside = Beside(tmp_path).swap(PAGE, "see: [start]", "see: [strat]")
    code, out, err = run(capsys, "--story", str(beside.folder))
    assert (code, out) == (2, "")
    assert f"{beside.folder / PAGE}:9:11: error: the guide has no page `strat`." in err


def test_a_story_without_a_guide_says_so(capsys: pytest.CaptureFixture[str], tiny: Tiny) -> None:
    code, _, err = run(capsys, "--story", str(tiny.load().folder))
    assert (code, err) == (2, "This story has no guide.\n")
