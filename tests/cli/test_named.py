"""Commands are named so that they can be typed in the shell from which the game was started."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from game import folders


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with an environment of its own, which nobody activated."""
    made = tmp_path / "clone" / ".venv" / "bin"
    made.mkdir(parents=True)
    for name in ("python", "carrot"):
        (made / name).write_text('#!/bin/sh\necho it runs "$@"\n')
        (made / name).chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(made / "python"))
    monkeypatch.setenv("PATH", os.defpath)
    monkeypatch.chdir(tmp_path / "clone")
    return tmp_path / "clone"


def runs(command: str) -> str:
    done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_in_a_clone_the_script_beside_python_is_named(clone: Path) -> None:
    named = folders.command("report --out year.html", "")
    assert named == ".venv/bin/carrot report --out year.html"
    assert runs(named) == "it runs report --out year.html"


def test_from_another_folder_it_is_named_by_its_whole_path(
    clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "else where").mkdir()
    monkeypatch.chdir(tmp_path / "else where")
    assert runs(folders.command("where", "")) == "it runs where"


def test_without_such_a_script_python_is_named(clone: Path) -> None:
    (clone / ".venv/bin/carrot").unlink()
    assert folders.command("", "mine") == ".venv/bin/python -m game play --story mine"


def test_a_shell_that_finds_it_needs_no_more_than_its_name(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(clone / ".venv/bin"))
    assert folders.command("where", "") == "carrot where"


def test_a_sentence_names_its_commands_likewise_and_leaves_the_vegetable_alone(clone: Path) -> None:
    said = folders.typed("A carrot is offered. carrot guide --out FOLDER, or carrot --plain")
    here = ".venv/bin/carrot"
    assert said == f"A carrot is offered. {here} guide --out FOLDER, or {here} --plain"
