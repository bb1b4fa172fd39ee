"""The authors' guide is followed to the letter: every file that it shows, every command."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from game.cli.arguments import parser
from game.core.story.claims import Verdict
from game.core.story.rules import Answer
from game.pack import load
from tests.builders import ROOT
from tests.cli.helpers import environment

GUIDE = (ROOT / "docs" / "authors.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"(?:^`(?P<file>[\w./-]+)`\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S
)
LINES_OF_A_PAGE = 260


def steps() -> Iterator[tuple[str, str, str]]:
    """Every block of the guide in its order: the file it is, its kind, its text."""
    for block in BLOCK.finditer(GUIDE):
        yield block["file"] or "", block["kind"], block["text"]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, str]]]:
    """A folder in which the guide was followed, and what each command said."""
    folder = tmp_path_factory.mktemp("afternoon")
    bin_ = folder / "bin"
    bin_.mkdir()
    carrot = bin_ / "carrot"
    carrot.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m game "$@"\n')
    carrot.chmod(0o755)
    home = environment(CARROT_HOME=str(folder / "home"), PATH=f"{bin_}:{os.environ['PATH']}")
    said = []
    for file, kind, text in steps():
        if kind != "sh":
            assert file, f"a block without a file: {text[:40]}"
            (folder / file).write_text(text, encoding="utf-8")
            continue
        for command in text.splitlines():
            run = subprocess.run(
                command,
                shell=True,
                cwd=folder,
                env=home,
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
            assert (run.returncode, run.stderr) == (0, ""), f"{command}\n{run.stdout}{run.stderr}"
            said.append((command, run.stdout))
    return folder, said


def test_every_command_does_what_the_guide_says(
    followed: tuple[Path, list[tuple[str, str]]],
) -> None:
    _, said = followed
    assert len(said) == 9
    checks = [out for command, out in said if command.startswith("carrot check")]
    assert len(checks) == 3
    assert all(out.endswith("Good: no errors, no warnings.\n") for out in checks)
    assert any("2 quotes are fingerprinted" in out for _, out in said)
    assert "play-throughs played: 1" in checks[-1]


def test_what_comes_out_is_a_story_of_two_scenes(
    followed: tuple[Path, list[tuple[str, str]]],
) -> None:
    folder, said = followed
    story = load(folder / "stars")
    assert list(story.scenes) == ["word", "door"]
    assert list(story.rulebooks) == ["article"]
    (played,) = (out for command, out in said if command.startswith("carrot play"))
    assert "Not to be chosen: Go in, to your chair and your coat. Closed below 1 (P2)." in " ".join(
        played.split()
    )
    assert "The last page of the album: Rhinoceros" in played


def test_a_sample_is_left_to_look_into(followed: tuple[Path, list[tuple[str, str]]]) -> None:
    folder, _ = followed
    assert load(folder / "sample").head.speakers["notice"] == "the notice on the shed door"
    assert load(folder / "sample").rulebooks["notice"].lists


def test_its_words_for_a_verdict_and_an_answer_are_all_there_are() -> None:
    for key, kind in (("verdict", Verdict), ("answer", Answer)):
        (row,) = re.findall(rf"^\| `{key}` \|(.*)\|$", GUIDE, re.M)
        named = re.findall(r"`([^`]+)`", row)
        assert [word for word in named if word in get_args(kind)] == list(get_args(kind))


def test_nothing_of_the_starter_is_left_in_it(followed: tuple[Path, list[tuple[str, str]]]) -> None:
    folder, _ = followed
    words = "".join(path.read_text() for path in (folder / "stars").rglob("*.yaml"))
    assert "Tove" not in words
    assert "pump" not in words


def test_commands_within_a_sentence_are_commands() -> None:
    named = re.findall(r"`carrot ([^`]+)`", GUIDE)
    assert {words.split()[0] for words in named} == {"play", "schema", "check", "report"}
    for words in named:
        parser().parse_args(words.split())


def test_its_yaml_lines_point_at_schemas() -> None:
    for file, kind, text in steps():
        if kind == "yaml":
            above = "../" if file.count("/") > 1 else ""
            assert text.startswith(f"# yaml-language-server: $schema={above}schema/"), file


def test_it_is_one_page() -> None:
    assert len(GUIDE.splitlines()) <= LINES_OF_A_PAGE
