"""The other commands: help, version, where, library, check."""

import json
import re
import shutil
from pathlib import Path

import pytest

from game import __version__
from game.folders import story_folder
from tests.cli.helpers import carrot


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the story with two things wrong in it."""
    folder = tmp_path / "story"
    shutil.copytree(story_folder(), folder)
    deeds = folder / "deeds.yaml"
    deeds.write_text(deeds.read_text(encoding="utf-8") + "odd: {name: odd, nmae: odd}\n")
    head = folder / "story.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("language: en", "langauge: en"))
    return folder


def test_help_shows_examples() -> None:
    run = carrot("--help")
    assert run.returncode == 0
    assert "carrot play --keeper record" in run.stdout


COMMANDS = (
    *("play", "class", "library", "report", "replay", "booster", "guide", "serve", "check", "new"),
    *("fingerprint", "schema", "where"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_help(command: str) -> None:
    run = carrot(command, "--help")
    assert run.returncode == 0
    assert f"usage: carrot {command}" in run.stdout


@pytest.mark.parametrize("command", ["", *COMMANDS, "class check", "class notes", "class forget"])
def test_no_line_of_a_help_is_wider_than_a_terminal(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = carrot(*command.split(), "--help").stdout
    assert [line for line in said.splitlines() if len(line) > 80] == []


def test_help_knows_every_command() -> None:
    said = carrot("--help").stdout
    listed = {line.split()[0] for line in said.splitlines() if re.match(r"    [a-z]", line)}
    assert listed == set(COMMANDS)


def test_version_is_one_line_on_stdout() -> None:
    assert carrot("--version").stdout == f"carrot {__version__}\n"


def test_an_unknown_command_gets_the_nearest_one() -> None:
    run = carrot("plya")
    assert run.returncode == 2
    assert "there is no command `plya`. Did you mean `play`?" in run.stderr


def test_where_names_the_folders(carrot_home: Path) -> None:
    assert f"your runs: {carrot_home / 'runs'}" in carrot("where").stdout


def test_library_prints_a_claim_a_line_in_the_order_of_the_page() -> None:
    lines = carrot("library").stdout.splitlines()
    first = next(line for line in lines if line.startswith("A1,"))
    reply = next(line for line in lines if line.startswith("R1,"))
    assert lines.index(first) < lines.index(reply)
    assert ": “No sooner has Xi Jinping" in first


def test_library_with_an_id_prints_its_card() -> None:
    out = carrot("library", "a19").stdout
    assert out.startswith("“whether you jaywalk”\n")
    assert "\nAgainst it: " in out


def test_library_finds_words_in_terms_and_sources_too() -> None:
    out = carrot("library", "court").stdout
    assert "\nTerms\n" in out
    assert "\nSources\n" in out


def test_library_narrows_down_by_what_is_asked() -> None:
    out = carrot("library", "by:roberts", "verdict:not").stdout
    assert "R8, not found" in out
    assert "A7, not found" not in out


def test_library_tells_what_would_narrow_down_and_exits_2() -> None:
    run = carrot("library", "verdict:flase")
    assert (run.returncode, run.stdout) == (2, "")
    assert "Did you mean verdict:false?" in run.stderr


def test_library_says_what_rests_on_a_source() -> None:
    out = carrot("library", "SPC-2015").stdout
    assert "Sentences that rest on it: A4" in out
    assert "the record on the court's spending order" in out


def test_library_without_a_hit_says_the_nearest_word_and_exits_1() -> None:
    run = carrot("library", "A199")
    assert run.returncode == 1
    assert run.stdout == ""
    assert "The library has nothing on `A199`. Did you mean `A19`?" in run.stderr


@pytest.mark.usefixtures("known_proofs")
def test_check_of_the_story_is_good() -> None:
    run = carrot("check")
    assert run.returncode == 0, run.stdout
    assert run.stdout.splitlines()[-1].startswith("Good: no errors")


@pytest.mark.usefixtures("known_proofs")
def test_check_tells_all_problems_with_their_places(broken: Path) -> None:
    run = carrot("check", broken)
    assert run.returncode == 1
    assert f"{broken / 'deeds.yaml'}:" in run.stdout
    assert f"{broken / 'story.yaml'}:4:1: error:" in run.stdout
    assert "`language`" in run.stdout
    assert "`name`" in run.stdout


@pytest.mark.usefixtures("known_proofs")
def test_check_as_json_has_counts_and_problems() -> None:
    data = json.loads(carrot("check", "--json").stdout)
    for name in ("scenes", "options", "rules", "claims_in_play", "quotes_verbatim", "endings"):
        assert isinstance(data[name], int)
        assert data[name] > 0
    assert data["problems"] == [p for p in data["problems"] if p["severity"] != "error"]
    assert set(data["minutes"]) >= {"taster"}
    assert all(isinstance(grade, float) for grade in data["grade"].values())


@pytest.mark.usefixtures("known_proofs")
def test_check_of_a_broken_story_as_json_still_has_every_key(broken: Path) -> None:
    run = carrot("check", broken, "--json")
    data = json.loads(run.stdout)
    assert run.returncode == 1
    assert data["scenes"] > 0
    assert set(data["problems"][0]) == {
        "code", "severity", "file", "line", "column", "message", "hint",
    }  # fmt: skip


@pytest.mark.parametrize("what", ["missing", "empty", "file"])
def test_check_of_what_is_no_story_exits_2(what: str, tmp_path: Path) -> None:
    path = tmp_path / what
    if what == "empty":
        path.mkdir()
    elif what == "file":
        path.write_text("")
    run = carrot("check", path, "--json")
    assert run.returncode == 2
    assert run.stdout == ""
    assert str(path) in run.stderr


def test_an_argument_of_another_command_is_told_whose_it_is() -> None:
    run = carrot("report", "--fresh")
    assert run.returncode == 2
    assert "`--fresh` is no argument here. It belongs to: carrot, carrot play" in run.stderr
    assert "Did you mean" not in run.stderr
