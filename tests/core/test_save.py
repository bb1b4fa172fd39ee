"""Saves: whole or not at all, never over somebody else's, and never a traceback."""

import errno
import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.core.playing.session import Session
from game.core.run.saved import decode, encode, new_run
from game.core.run.trace import Choice
from game.core.saves.runs import Run, RunFile, Runs, SaveError
from tests.builders import Tiny, choices

RUN = Run(
    "tiny",
    "d1",
    "score",
    "whole",
    name="Ånn 🥕",
    choices=(Choice("first", "well", "up"), Choice("second", "gate")),
    marks={"C1": "in part"},
    statements={"before": {"s1": (True, 3)}, "after": {"s1": (False, 1)}},
    comment={"stance": "doubt"},
    answers={"C1": "stronger"},
    told={"now": ["middle", 60]},
)


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path / "runs")


def longer(run: Run) -> Run:
    return replace(run, choices=(*run.choices, Choice("third", "well")))


def names(runs: Runs) -> list[str]:
    return sorted(path.name for path in runs.folder.iterdir() if path.name != ".lock")


# One run, one file


def test_a_run_that_was_written_reads_the_same(runs: Runs) -> None:
    assert runs.load(runs.create(RUN).path).run == RUN


def test_the_file_is_readable_json_that_says_its_format(runs: Runs) -> None:
    data = json.loads(runs.create(RUN).path.read_text(encoding="utf-8"))
    assert data["format"] == 1
    assert data["story"] == {"id": "tiny", "digest": "d1"}
    assert data["choices"] == [
        {"scene": "first", "option": "well", "predicted": "up"},
        {"scene": "second", "option": "gate"},
    ]


def test_every_run_is_a_file_of_its_own(runs: Runs) -> None:
    assert len({runs.create(RUN).path for _ in range(5)}) == 5


def test_saving_again_writes_over_the_same_file_and_leaves_nothing_else(runs: Runs) -> None:
    file = runs.create(RUN)
    again = runs.save(file, longer(RUN))
    assert again.path == file.path
    assert runs.load(file.path).run == longer(RUN)
    assert names(runs) == [file.path.name]


def test_saving_what_is_there_already_writes_nothing(runs: Runs) -> None:
    file = runs.create(RUN)
    before = file.path.stat().st_mtime_ns
    assert runs.save(file, RUN) is file
    assert file.path.stat().st_mtime_ns == before


def test_a_file_that_was_deleted_meanwhile_is_written_again(runs: Runs) -> None:
    file = runs.create(RUN)
    file.path.unlink()
    assert runs.save(file, longer(RUN)).path == file.path


def test_a_folder_that_was_deleted_meanwhile_is_made_again(runs: Runs) -> None:
    file = runs.create(RUN)
    for path in runs.folder.iterdir():
        path.unlink()
    runs.folder.rmdir()
    assert runs.load(runs.save(file, longer(RUN)).path).run == longer(RUN)


# Whole or not at all


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def crash(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(("fails", "raised"), [(full, SaveError), (crash, KeyboardInterrupt)])
def test_a_save_that_fails_half_way_leaves_the_old_file_whole(
    runs: Runs,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    fails: Callable[..., None],
    raised: type[BaseException],
) -> None:
    file = runs.create(RUN)
    with monkeypatch.context() as broken:
        broken.setattr(os, step, fails)
        with pytest.raises(raised):
            runs.save(file, longer(RUN))
    assert runs.load(file.path).run == RUN
    assert names(runs) == [file.path.name]


def test_the_bytes_are_on_disk_before_the_name_changes(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, rename = os.fsync, os.replace

    def noting_fsync(handle: int) -> None:
        done.append("fsync")
        fsync(handle)

    def noting_replace(old: Path, new: Path) -> None:
        done.append("replace")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", noting_fsync)
    monkeypatch.setattr(os, "replace", noting_replace)
    runs.create(RUN)
    assert done == ["fsync", "replace", "fsync"]


def test_a_full_disk_is_told_with_the_path(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    file = runs.create(RUN)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError) as caught:
        runs.save(file, longer(RUN))
    assert str(caught.value) == f"Cannot save to {file.path}: No space left on device."


def test_after_a_save_that_failed_the_next_one_works(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = runs.create(RUN)
    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", full)
        with pytest.raises(SaveError):
            runs.save(file, longer(RUN))
    assert runs.load(runs.save(file, longer(RUN)).path).run == longer(RUN)


def test_a_folder_that_can_not_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(SaveError, match="Cannot save to"):
        Runs(tmp_path / "file" / "runs").create(RUN)


def test_a_lock_that_can_not_be_opened_is_told(runs: Runs) -> None:
    file = runs.create(RUN)
    (runs.folder / ".lock").mkdir()
    with pytest.raises(SaveError, match="Cannot save to"):
        runs.save(file, longer(RUN))
    assert runs.load(file.path).run == RUN


def test_a_folder_without_locks_is_saved_to_all_the_same(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", no_locks)
    assert runs.save(runs.create(RUN), longer(RUN)).run == longer(RUN)


PLAYER = """
    import sys
    from dataclasses import replace
    from pathlib import Path
    from game.core.saves.runs import Runs, new_run
    from game.core.run.trace import Choice
    runs = Runs(Path(sys.argv[1]))
    run = new_run("tiny", "d", "score", "whole")
    file = runs.create(run)
    while True:
        run = replace(run, choices=(*run.choices, Choice("first", "well")))
        file = runs.save(file, run)
        print(len(run.choices), flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs kill -9")
@pytest.mark.parametrize("after", [1, 7, 40])
def test_a_killed_process_loses_no_choice_that_it_acknowledged(runs: Runs, after: int) -> None:
    code = textwrap.dedent(PLAYER)
    with subprocess.Popen(
        [sys.executable, "-c", code, str(runs.folder)], stdout=subprocess.PIPE, text=True
    ) as player:
        assert player.stdout is not None
        acknowledged = [int(player.stdout.readline()) for _ in range(after)][-1]
        player.kill()
    (file,), sentences = runs.all()
    assert len(file.run.choices) >= acknowledged
    assert sentences == ()


# Two hands


def test_two_writers_never_overwrite_each_other(runs: Runs) -> None:
    mine = yours = runs.create(RUN)
    yours = runs.save(yours, replace(RUN, name="yours"))
    mine = runs.save(mine, replace(RUN, name="mine"))
    assert mine.path != yours.path
    assert (runs.load(mine.path).run.name, runs.load(yours.path).run.name) == ("mine", "yours")


def test_after_parting_each_hand_keeps_its_own_file(runs: Runs) -> None:
    mine = yours = runs.create(RUN)
    yours = runs.save(yours, replace(RUN, name="yours"))
    mine = runs.save(mine, replace(RUN, name="mine"))
    assert runs.save(yours, longer(yours.run)).path == yours.path
    assert runs.save(mine, longer(mine.run)).path == mine.path
    assert len(names(runs)) == 2


def test_a_session_says_that_it_goes_on_in_a_file_of_its_own(tiny: Tiny, runs: Runs) -> None:
    story = tiny.load()
    first = Session.new(story, "score", "whole", runs)
    first.play(choices("first.well"))
    first.save()
    assert first.file is not None
    second = Session.resume(story, runs.load(first.file.path), runs)
    second.play(choices("second.well"))
    second.save()
    first.play(choices("second.ill"))
    first.save()
    assert "in a file of its own" in first.notices[-1]
    assert len(runs.all()[0]) == 2


# What a session saves


def test_a_run_is_written_with_its_first_choice_and_not_before(tiny: Tiny, runs: Runs) -> None:
    session = Session.new(tiny.load(), "score", "whole", runs)
    session.rename("Ada")
    session.save()
    assert session.saved
    assert not runs.folder.exists()
    session.play(choices("first.well"))
    assert not session.saved
    session.save()
    assert session.saved
    assert runs.all()[0][0].run.choices == choices("first.well")


@pytest.mark.parametrize(
    "verb",
    [
        lambda session: session.undo(),
        lambda session: session.mark("C1", "falls"),
        lambda session: session.rename("Ada"),
    ],
    ids=["undo", "mark", "rename"],
)
def test_whatever_changes_the_run_is_to_be_saved(
    tiny: Tiny, runs: Runs, verb: Callable[[Session], None]
) -> None:
    session = Session.new(tiny.load(), "score", "whole", runs)
    session.play(choices("first.well", "second.well"))
    session.save()
    verb(session)
    assert not session.saved
    session.save()
    assert session.file is not None
    assert runs.load(session.file.path).run == session.run


def test_a_run_without_a_folder_counts_as_saved(tiny: Tiny) -> None:
    session = Session.new(tiny.load(), "score", "whole")
    session.play(choices("first.well"))
    assert session.saved
    assert session.save_or_say() is None


def test_a_session_that_can_not_save_says_why(tiny: Tiny, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    session = Session.new(tiny.load(), "score", "whole", Runs(tmp_path / "file"))
    session.play(choices("first.well"))
    assert str(tmp_path) in (session.save_or_say() or "")
    assert not session.saved


def test_a_finished_run_says_so_and_undo_takes_that_back(tiny: Tiny, runs: Runs) -> None:
    session = Session.new(tiny.load(), "score", "whole", runs)
    session.play(choices("first.well", "second.well", "third.well"))
    session.save()
    assert session.run.finished
    session.undo()
    session.save()
    assert runs.newest_unfinished("tiny")[0] is not None


# Files that are no runs of ours


def changed(**parts: object) -> bytes:
    return json.dumps(json.loads(encode(RUN)) | parts).encode()


DAMAGED = {
    "empty": b"",
    "no json": b"hello",
    "half of one": encode(RUN)[:200],
    "not utf-8": b"\xff\xfe{}",
    "a list": b"[]",
    "another program's": b'{"version": 3}',
    "a newer format": changed(format=2),
    "an odd format": changed(format=True),
    "a huge format": changed(format="9" * 100_000),
    "no keeper": json.dumps({"format": 1}).encode(),
    "choices of another kind": changed(choices="first.well"),
    "a choice without option": changed(choices=[{"scene": "first"}]),
    "a predicted number": changed(choices=[{"scene": "a", "option": "b", "predicted": 3}]),
    "a statement without an answer": changed(statements={"before": {"s": []}}),
    "an endless confidence": changed(statements={"before": {"s": [True, float("inf")]}}),
    "a confidence of nine": changed(statements={"before": {"s": [True, 9]}}),
    "a truth in words": changed(statements={"before": {"s": ["no", 2]}}),
    "told of another kind": changed(told=[]),
    "finished in words": changed(finished="yes"),
    "half a character": changed(cut="\ud800"),
    "a keeper that paints": changed(keeper="\x1b[2J"),
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_file_that_is_no_run_is_set_aside_with_a_sentence(runs: Runs, data: bytes) -> None:
    good = runs.create(RUN)
    bad = runs.folder / "20000101-000000-x.run.json"
    bad.write_bytes(data)
    files, (sentence,) = runs.all()
    assert [file.path for file in files] == [good.path]
    assert sentence.startswith(str(bad))
    assert sentence.endswith(f"It was set aside as {bad.name}.set-aside.")
    assert len(sentence) < 400 + len(str(bad))
    assert (runs.folder / f"{bad.name}.set-aside").read_bytes() == data
    assert runs.all()[1] == ()


def test_a_newer_format_is_told_as_such(runs: Runs) -> None:
    path = runs.create(RUN).path
    path.write_bytes(changed(format=2))
    with pytest.raises(SaveError, match="its format is 2; this program knows format 1"):
        runs.load(path)


def test_a_file_too_large_is_set_aside_unread(runs: Runs) -> None:
    path = runs.create(RUN).path
    with path.open("ab") as out:
        out.truncate(3_000_000)
    assert "too large" in runs.all()[1][0]


def test_what_was_set_aside_before_is_not_written_over(runs: Runs) -> None:
    path = runs.create(RUN).path
    for data in (b"one", b"two"):
        path.write_bytes(data)
        runs.all()
    kept = sorted(path.read_bytes() for path in runs.folder.glob("*.set-aside"))
    assert kept == [b"one", b"two"]


def test_a_folder_named_like_a_run_does_no_harm(runs: Runs) -> None:
    runs.create(RUN)
    (runs.folder / "x.run.json").mkdir()
    files, sentences = runs.all()
    assert (len(files), len(sentences)) == (1, 1)


def test_what_can_not_be_moved_is_left_and_told(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = runs.create(RUN).path
    path.write_bytes(b"")
    monkeypatch.setattr(os, "replace", full)
    assert runs.all()[1][0].endswith("It was left where it is.")
    assert path.exists()


def test_no_folder_means_no_runs(runs: Runs) -> None:
    assert runs.all() == ((), ())
    assert runs.newest_unfinished("tiny") == (None, ())


def test_a_name_from_a_file_loses_its_control_characters() -> None:
    assert decode(changed(name="A\x1b[31mda\n")).name == "A[31mda"
    assert decode(changed(answers={"C1": "so\x07 it is"})).answers == {"C1": "so it is"}


def test_a_mark_that_is_none_of_ours_is_passed_over() -> None:
    assert decode(changed(marks={"C1": "falls", "C2": "\x1b[2J"})).marks == {"C1": "falls"}


def test_only_what_is_needed_has_to_be_there() -> None:
    data = {"format": 1, "story": {"id": "s", "digest": "d"}, "keeper": "k", "cut": "c"}
    assert decode(json.dumps(data | {"choices": []}).encode()) == new_run("s", "d", "k", "c")


def read(data: bytes) -> Run | SaveError:
    try:
        return decode(data)
    except SaveError as error:
        return error


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
KEYS = st.sampled_from(sorted(json.loads(encode(RUN))))


@given(key=KEYS, value=JSON)
def test_a_file_with_any_part_changed_is_a_run_or_a_save_error(key: str, value: Any) -> None:
    made = read(changed(**{key: value}))
    if isinstance(made, Run):
        assert decode(encode(made)) == made


@given(st.binary(max_size=200), st.integers(0, 500), st.integers(0, 20))
@example(b"", 0, 0)
def test_a_file_with_any_bytes_changed_is_a_run_or_a_save_error(
    data: bytes, at: int, gone: int
) -> None:
    whole = encode(RUN)
    made = read(whole[:at] + data + whole[at + gone :])
    if isinstance(made, Run):
        assert decode(encode(made)) == made


# Which one to go on with


def later(file: RunFile, seconds: int) -> None:
    os.utime(file.path, (seconds, seconds))


def test_continue_is_the_newest_unfinished_run_of_this_story(runs: Runs) -> None:
    made = {
        name: runs.create(replace(RUN, name=name, **parts))  # type: ignore[arg-type]
        for name, parts in {
            "old": {},
            "newest": {},
            "finished": {"finished": True},
            "another": {"story": "other"},
        }.items()
    }
    for seconds, file in enumerate(made.values(), 1000):
        later(file, seconds)
    newest, sentences = runs.newest_unfinished("tiny")
    assert newest is not None
    assert newest.run.name == "newest"
    assert sentences == ()


def test_the_run_that_was_touched_last_counts_as_the_newest(runs: Runs) -> None:
    first, second = runs.create(RUN), runs.create(RUN)
    later(second, 1000)
    later(runs.save(first, longer(RUN)), 2000)
    newest, _ = runs.newest_unfinished("tiny")
    assert newest is not None
    assert newest.path == first.path


def test_a_run_is_for_its_owners_eyes_only(tmp_path: Path) -> None:
    file = Runs(tmp_path).create(RUN)
    assert file.path.stat().st_mode & 0o077 == 0
