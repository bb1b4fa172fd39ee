"""`carrot play` through pipes: what it plays, what it refuses, what it leaves on disk."""

import json
import signal
from pathlib import Path

import pytest

from game.folders import story_folder
from tests.cli.helpers import FIRST, carrot, flat, started

CIRCLE = story_folder() / "checks" / "the-circle.txt"


def runs(home: Path) -> list[list[str]]:
    """The options chosen in each saved run."""
    files = sorted((home / "runs").glob("*.run.json"))
    data = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    return [[choice["option"] for choice in run["choices"]] for run in data]


def test_python_m_game_plays_to_the_debrief() -> None:
    run = carrot("play", typed=FIRST)
    assert run.returncode == 0
    assert "Looking back" in run.stdout
    assert run.stderr == ""


def test_carrot_alone_goes_on_with_the_unfinished_run(carrot_home: Path) -> None:
    carrot(typed="1\n")
    run = carrot(typed="2\n")
    assert "Going on with your last run, 1 choice made" in run.stdout
    assert runs(carrot_home) == [["cross", "shoes"]]


def test_fresh_begins_another_run_and_keeps_the_old_one(carrot_home: Path) -> None:
    carrot(typed="1\n")
    run = carrot("--fresh", typed="2\n")
    assert run.stdout.startswith("A new run")
    assert sorted(runs(carrot_home)) == [["cross"], ["wait"]]


def test_a_keeper_begins_another_run(carrot_home: Path) -> None:
    carrot(typed="1\n")
    carrot("play", "--keeper", "record", typed="2\n")
    assert sorted(runs(carrot_home)) == [["cross"], ["wait"]]


def test_a_finished_run_is_not_gone_on_with() -> None:
    carrot(typed=FIRST)
    assert carrot().stdout.startswith("A new run")


def test_plain_before_the_command_counts() -> None:
    assert carrot("--plain", "play").returncode == 0


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--keeper", "recrod"), "There is no keeper `recrod`. Did you mean `record`?"),
        (("--cut", "tester"), "There is no cut `tester`. Did you mean `taster`?"),
        (("--story", "nowhere"), "there is no story folder here"),
        (("--choices", "nowhere.txt"), "The choices in nowhere.txt can't be read"),
        (("--log", "nowhere/x.md"), "The log nowhere/x.md can't be written"),
        (("--kepeer", "record"), "Did you mean `--keeper`?"),
    ],
)
def test_what_cannot_be_used_gets_a_sentence_and_exit_2(
    args: tuple[str, ...], words: str, tmp_path: Path, carrot_home: Path
) -> None:
    run = carrot("play", *args, cwd=tmp_path)
    assert run.returncode == 2
    assert words in flat(run.stderr)
    assert run.stdout == ""
    assert not carrot_home.exists()


def test_a_story_that_does_not_load_tells_every_problem(tmp_path: Path) -> None:
    (tmp_path / "story.yaml").write_text("id: [\n")
    run = carrot("play", "--story", tmp_path)
    assert run.returncode == 2
    assert "story.yaml:" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_choices_file_is_played_to_the_debrief(carrot_home: Path) -> None:
    run = carrot("play", "--choices", CIRCLE)
    assert run.returncode == 0, run.stderr
    assert "Looking back" in run.stdout
    assert len(runs(carrot_home)[0]) == 6


def test_a_choices_file_that_ends_early_is_saved_there(tmp_path: Path, carrot_home: Path) -> None:
    (tmp_path / "mine.txt").write_text("keeper: reply\n# a comment\nred-man: arm  # kind\n")
    run = carrot("play", "--choices", tmp_path / "mine.txt")
    assert run.returncode == 0
    assert "Your run is saved." in run.stdout
    assert runs(carrot_home) == [["arm"]]


def test_choices_that_are_wrong_are_told_all_at_once(tmp_path: Path, carrot_home: Path) -> None:
    (tmp_path / "mine.txt").write_text(
        "keeper: replay\nred-man: crss\nhalf-prize: shoes\nwhat is this\nexpect: ending louder\n"
    )
    run = carrot("play", "--choices", "mine.txt", cwd=tmp_path)
    assert run.returncode == 2
    said = run.stderr
    assert "mine.txt:1:9: error: there is no keeper `replay`. Did you mean `reply`?" in said
    assert "mine.txt:2:10: error: there is no option `red-man.crss`. Did you mean `cross`?" in said
    assert "mine.txt:3:1: error: there is no scene `half-prize`. Did you mean `half-price`?" in said
    assert "mine.txt:4:1: error: expected `scene: option`" in said
    assert "mine.txt:5:9: error: there is no ending `louder`. Did you mean `loud`?" in said
    assert not carrot_home.exists()


def test_choices_out_of_order_are_told_before_anything_is_played(
    tmp_path: Path, carrot_home: Path
) -> None:
    (tmp_path / "mine.txt").write_text("half-price: shoes\n")
    run = carrot("play", "--choices", "mine.txt", cwd=tmp_path)
    assert run.returncode == 2
    assert (
        "mine.txt:1:13: error: no choice is given for `red-man`, which comes before `half-price`."
        in run.stderr
    )
    assert not carrot_home.exists()


def test_an_expectation_that_falls_short_exits_1_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("red-man: cross\nexpect: number 591\n")
    run = carrot("play", "--choices", "mine.txt", cwd=tmp_path)
    assert run.returncode == 1
    assert "mine.txt:2:9: error: expected number 591; the number is 590." in run.stderr


def test_a_log_is_written(tmp_path: Path) -> None:
    run = carrot("play", "--log", tmp_path / "year.md", typed="1\n")
    assert run.returncode == 0
    assert (tmp_path / "year.md").read_text(encoding="utf-8").startswith("# Carrot & Stick")


def test_a_damaged_save_is_set_aside_with_a_sentence(carrot_home: Path) -> None:
    (carrot_home / "runs").mkdir(parents=True)
    damaged = carrot_home / "runs" / "20240101-000000-aaaa.run.json"
    damaged.write_text('{"format": 1, "choices"')
    run = carrot(typed="1\n")
    assert run.returncode == 0
    assert "It was set aside as" in run.stderr
    assert "Traceback" not in run.stderr
    assert runs(carrot_home) == [["cross"]]
    assert damaged.with_name(damaged.name + ".set-aside").read_text().startswith('{"format"')


def test_a_folder_that_takes_no_file_plays_on_and_exits_1(carrot_home: Path) -> None:
    carrot_home.mkdir()
    (carrot_home / "runs").write_text("no folder")
    run = carrot("play", typed=FIRST)
    assert run.returncode == 1
    assert "The end." in run.stdout
    assert run.stderr.count("Cannot save to") == 1


def test_kill_9_loses_no_acknowledged_choice(carrot_home: Path) -> None:
    with started() as game:
        for _ in range(3):
            game.stdin.write("1\n")
            game.stdin.flush()
            game.until("Saved.")
        game.send_signal(signal.SIGKILL)
    assert [len(options) for options in runs(carrot_home)] == [3]


def test_two_programs_never_overwrite_each_other(carrot_home: Path) -> None:
    carrot(typed="1\n")
    games = [started() for _ in range(2)]
    for game in games:
        game.until("2 of ")
    for game, typed in zip(games, ("1\n", "2\n"), strict=True):
        game.communicate(typed, timeout=60)
    assert sorted(runs(carrot_home)) == [["cross", "game"], ["cross", "shoes"]]


def test_ctrl_c_exits_130(carrot_home: Path) -> None:
    with started() as game:
        game.stdin.write("1\n")
        game.stdin.flush()
        game.until("2 of ")
        game.send_signal(signal.SIGINT)
        game.stdin.close()
        assert "Traceback" not in game.stderr.read()
        assert game.wait(timeout=60) == 130
    assert runs(carrot_home) == [["cross"]]
