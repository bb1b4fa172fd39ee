"""Export and import of a run: checked, sanitised, and never over what is there unasked."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.core.run.saved import encode
from game.core.saves.handing import Exists, export_run, import_run, meant_path
from game.core.saves.runs import Run, Runs, SaveError, new_run
from game.core.story.model import Story
from tests.builders import Tiny, choices


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "runs")


@pytest.fixture
def story(tiny: Tiny) -> Story:
    return tiny.load()


RUN = replace(new_run("tiny", "d", "score", "whole", "Ada"), choices=choices("first.ill"))


def test_an_exported_run_can_be_taken_in_again(story: Story, runs: Runs, tmp_path: Path) -> None:
    path = export_run(RUN, tmp_path / "mine.run.json")
    file = import_run(story, runs, path)
    assert file.run == RUN
    assert file.path.parent == runs.folder
    assert [kept.run for kept in runs.all()[0]] == [RUN]


def test_in_a_folder_the_file_gets_a_name(tmp_path: Path) -> None:
    assert export_run(RUN, tmp_path).name == "tiny-score-whole.run.json"


def test_nothing_is_written_over_unasked(tmp_path: Path) -> None:
    path = tmp_path / "there.txt"
    path.write_text("mine")
    with pytest.raises(Exists, match="is there already"):
        export_run(RUN, path)
    assert path.read_text() == "mine"
    export_run(RUN, path, over=True)
    assert path.read_bytes() == encode(RUN)


def test_what_can_not_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match=r"Cannot write .*: No such file"):
        export_run(RUN, tmp_path / "no" / "folder.json")
    with pytest.raises(SaveError, match="Cannot write"):
        export_run(RUN, tmp_path / ("x" * 300))


def test_nothing_is_left_behind_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(SaveError, match="No space left"):
        export_run(RUN, tmp_path / "x.json")
    assert list(tmp_path.iterdir()) == []


def changed(**parts: object) -> bytes:
    return json.dumps(json.loads(encode(RUN)) | parts).encode()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"hello", "it is not readable JSON"),
        (changed(format=7), "its format is 7"),
        (changed(story={"id": "other", "digest": "d"}), "a run of another story, `other`"),
        (changed(keeper="gone"), "needs the keeper `gone`"),
        (changed(cut="gone"), "needs the cut `gone`"),
        (changed(choices=[{"scene": "\x1b[2J", "option": "x"}]), "control characters"),
    ],
)
def test_what_is_no_run_of_this_story_is_not_taken_in(
    story: Story, runs: Runs, tmp_path: Path, data: bytes, why: str
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    with pytest.raises(SaveError, match=why):
        import_run(story, runs, path)
    assert runs.all() == ((), ())
    assert path.read_bytes() == data


def test_a_name_loses_what_could_steer_a_terminal(story: Story, runs: Runs, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(changed(name="A\x1b[31m\u202eda"))
    taken: Run = import_run(story, runs, path).run
    assert taken.name == "A[31mda"


def test_a_file_that_is_not_there_is_said(story: Story, runs: Runs, tmp_path: Path) -> None:
    with pytest.raises(SaveError, match=r"Cannot read .*: No such file"):
        import_run(story, runs, tmp_path / "gone.json")


def test_a_typed_path_may_stand_in_quotation_marks_and_begin_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert meant_path(' "~/my runs/x.json" ') == tmp_path / "my runs" / "x.json"


@pytest.mark.parametrize("typed", ["", "  ", "a\x00b", "''"])
def test_a_path_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(SaveError, match="Type the path of a file"):
        meant_path(typed)
