"""`carrot check` in full: what it proves, in lines, tables and JSON, and its single questions."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from game.core.story.model import Story
from tests.builders import Tiny
from tests.cli.helpers import carrot, environment

FIGURES = {"states", "plays", "score_min", "score_max", "soft_locks", "endings"}


@pytest.fixture
def whole(known_proofs: Path) -> dict[str, Any]:
    """What `--json` says of the shipped story."""
    data = json.loads(carrot("check", "--json").stdout)
    assert isinstance(data, dict)
    return data


def test_json_has_every_figure_of_every_keeper_in_every_cut(
    whole: dict[str, Any], shipped: Story
) -> None:
    assert list(whole["cuts"]) == list(shipped.head.cuts)
    for keepers in whole["cuts"].values():
        assert list(keepers) == list(shipped.head.keepers)
        assert all(set(figures) >= FIGURES for figures in keepers.values())
    assert whole["keepers"] == whole["cuts"]["year"]


def test_shares_of_endings_come_to_one_and_counts_are_whole(whole: dict[str, Any]) -> None:
    for keepers in whole["cuts"].values():
        for figures in keepers.values():
            assert sum(figures["endings"].values()) == pytest.approx(1)
            assert isinstance(figures["plays"], int)
            assert isinstance(figures["states"], int)
            assert figures["soft_locks"] == 0
    assert isinstance(whole["seconds"], float)


def test_json_knows_the_way_to_every_option(whole: dict[str, Any], shipped: Story) -> None:
    written = {f"{s.id}.{o.id}" for s in shipped.scenes.values() for o in s.options}
    assert set(whole["ways"]) == written
    assert all(found["way"] is not None for found in whole["ways"].values())


def test_a_keeper_without_a_number_has_no_bounds(whole: dict[str, Any]) -> None:
    record = whole["keepers"]["record"]
    assert (record["score_min"], record["score_max"]) == (None, None)


def test_a_proof_is_kept_for_the_next_check(tiny: Tiny, carrot_home: Path) -> None:
    first = json.loads(carrot("check", tiny.folder, "--json").stdout)
    tiny.swap("chapters/1.yaml", "It begins.", "It starts.")
    edited = json.loads(carrot("check", tiny.folder, "--json").stdout)
    anew = json.loads(carrot("check", tiny.folder, "--json", "--fresh").stdout)
    assert (first["kept"], edited["kept"], anew["kept"]) == (0, 4, 0)
    assert first["cuts"] == edited["cuts"] == anew["cuts"]
    assert len(list((carrot_home / "cache" / "proofs").iterdir())) == 4


def test_what_no_play_does_is_told_at_its_place(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "{id: gate, label", "{id: gate, if: ties >= 5, label")
    run = carrot("check", tiny.folder)
    line = (tiny.folder / "chapters/1.yaml").read_text().split("id: gate")[0].count("\n") + 1
    assert f"chapters/1.yaml:{line}:14: warning: `second.gate` can never be chosen" in run.stdout
    assert run.stdout.splitlines()[-1].startswith("Good: no errors")


def test_the_way_is_a_file_that_plays(tiny: Tiny, tmp_path: Path) -> None:
    run = carrot("check", tiny.folder, "--way", "low")
    assert run.stdout.startswith("keeper: score\ncut: short\nfirst: ill\n")
    (tmp_path / "way.txt").write_text(run.stdout + "expect: ending low\n")
    played = carrot("play", "--plain", "--story", tiny.folder, "--choices", tmp_path / "way.txt")
    assert played.returncode == 0, played.stdout


def test_a_way_to_nowhere_has_the_nearest_word(tiny: Tiny) -> None:
    run = carrot("check", tiny.folder, "--way", "second.gat")
    assert (run.returncode, run.stdout) == (2, "")
    assert "Did you mean `second.gate`?" in run.stderr


def test_what_no_play_reaches_has_no_way(tiny: Tiny) -> None:
    tiny.swap("story.yaml", "if: standing is low", "if: standing is low and standing is high")
    run = carrot("check", tiny.folder, "--way", "low")
    assert (run.returncode, run.stderr) == (1, "No play comes to `low`.\n")


def test_the_balance_names_every_keeper(tiny: Tiny) -> None:
    run = carrot("check", tiny.folder, "--balance", "--cut", "short")
    assert "balance of short under score:" in run.stdout
    assert "  number at the end: 30 to 70" in run.stdout
    assert "balance of short under lists:" in run.stdout
    assert "  no number; on a list at the end: 50 %" in run.stdout


def test_the_balance_as_json_has_its_figures(tiny: Tiny) -> None:
    data = json.loads(carrot("check", tiny.folder, "--balance", "--json").stdout)
    assert [one["keeper"] for one in data["balance"]] == ["score", "lists"]


@pytest.mark.parametrize("flag", ["--graph", "--balance", "--random=3", "--way=low"])
def test_an_unknown_cut_has_the_nearest_word(tiny: Tiny, flag: str) -> None:
    run = carrot("check", tiny.folder, flag, "--cut", "shrot")
    assert run.returncode == 2
    assert "Did you mean `short`?" in run.stderr


def test_the_same_seed_plays_the_same(tiny: Tiny) -> None:
    first, again, other = (
        re.findall(r"plays (\w{12})", carrot("check", tiny.folder, *random).stdout)
        for random in (
            ("--random", "40", "--seed", "7"),
            ("--random", "40", "--seed", "7"),
            ("--random", "40", "--seed", "8"),
        )
    )
    assert len(first) == 2
    assert first == again != other


@pytest.mark.parametrize("number", ["0", "-3", "many", "1e3"])
def test_plays_by_chance_are_counted_in_whole_numbers(number: str) -> None:
    run = carrot("check", f"--random={number}")
    assert run.returncode == 2
    assert f"expected a whole number from 1, found `{number}`" in run.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_an_interrupted_proof_leaves_no_process_behind(carrot_home: Path) -> None:
    command = [sys.executable, "-m", "game", "check"]
    run = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), text=True
    )
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    while not (found := children.read_text().split()):
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.wait(30)
    for pid in found:
        while os.path.exists(f"/proc/{pid}"):  # its end is all that this waits for
            time.sleep(0.01)
