"""Pipes that close, letters that can't be shown, streams that aren't there."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.__main__ import _arguments
from game.cli.arguments import parser
from game.cli.play import wants_plain
from game.cli.settings import preferences
from tests.cli.helpers import FIRST, carrot, environment, started

HEAVY = ("textual", "rich", "aiohttp")


def test_a_terminal_without_curly_quotes_gets_straight_ones() -> None:
    run = carrot("play", typed="1\n", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert run.returncode == 0
    assert '"whether you jaywalk"' in run.stdout
    assert run.stdout.isascii()


def test_letters_without_a_likeness_become_question_marks() -> None:
    run = carrot("library", "laolai", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert run.returncode == 0
    assert "lao" in run.stdout


def test_a_pipe_that_closes_early_is_no_failure() -> None:
    command = f"{sys.executable} -m game library | head -n 1"
    run = subprocess.run(
        command, shell=True, capture_output=True, text=True, env=environment(), check=False
    )
    assert run.returncode == 0
    assert run.stderr == ""


def test_a_play_into_a_closed_pipe_is_saved_and_quiet(carrot_home: Path) -> None:
    with started() as game:
        game.stdout.readline()
        game.stdout.close()
        game.stdin.write(FIRST)
        game.stdin.close()
        assert game.stderr.read() == ""


def test_input_that_is_no_text_is_an_unknown_word() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "game", "play"],
        input=b"\xff\xfe\x00\n1\n",
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert run.returncode == 0
    assert b"Saved." in run.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_output_is_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "game", "library"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(),
            check=False,
        )
    assert run.returncode == 1
    assert "Something could not be read or written" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.usefixtures("known_proofs")
@pytest.mark.parametrize(
    "args",
    [("--help",), ("--version",), ("check", "--json"), ("check",), ("library",), ("play",)],
    ids=" ".join,
)
def test_what_is_piped_loads_neither_textual_nor_rich(args: tuple[str, ...]) -> None:
    code = (
        "import sys\nfrom game.__main__ import main\n"
        f"try: main({list(args)!r})\nexcept SystemExit: pass\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=FIRST,
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert run.stderr.splitlines()[-1] == "[]"


LATE = (
    "argparse", "secrets", "random", "shlex",
    "game.core.debrief", "game.core.library", "game.core.story.statements",
    "game.core.showing.after", "game.core.showing.grid", "game.core.showing.quiet",
    "game.core.showing.prediction", "game.plain.reveal", "game.plain.statements",
)  # fmt: skip
"""What nobody needs before there was a choice: neither the grid nor what stands behind a word."""


def test_a_first_plain_prompt_waits_for_nothing_that_follows_a_choice() -> None:
    code = (
        "import sys\nfrom game.__main__ import main\nmain(['--plain'])\n"
        f"print(*set({LATE}) & set(sys.modules), 'end', file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input="",
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert run.stderr.splitlines()[-1].split() == ["end"]


@given(st.lists(st.sampled_from(["--plain", "--fresh"]), max_size=3))
def test_switches_mean_without_a_reader_what_they_mean_to_it(words: list[str]) -> None:
    read = parser().parse_args(words)
    asked = _arguments(words)
    assert (asked.command, asked.plain, asked.fresh) == (read.command, read.plain, read.fresh)


@pytest.mark.parametrize("name", ["CARROT_PLAIN", "ACCESSIBLE"])
def test_the_environment_chooses_plain(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    in_a_terminal(monkeypatch)
    assert not wants_plain(False, preferences())
    monkeypatch.setenv(name, "1")
    assert wants_plain(False, preferences())


def test_a_wish_of_0_is_no_wish(monkeypatch: pytest.MonkeyPatch) -> None:
    in_a_terminal(monkeypatch)
    monkeypatch.setenv("CARROT_PLAIN", "0")
    assert not wants_plain(False, preferences())


def test_a_dumb_terminal_is_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    in_a_terminal(monkeypatch)
    monkeypatch.setenv("TERM", "dumb")
    assert wants_plain(False, preferences())


@pytest.mark.parametrize("stream", ["stdin", "stdout"])
def test_what_is_no_terminal_is_plain(stream: str, monkeypatch: pytest.MonkeyPatch) -> None:
    in_a_terminal(monkeypatch)
    monkeypatch.setattr(f"sys.{stream}.isatty", lambda: False, raising=False)
    assert wants_plain(False, preferences())


class _Terminal:
    def isatty(self) -> bool:
        return True


def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend to be in a good terminal."""
    monkeypatch.setenv("TERM", "xterm-256color")
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(f"sys.{stream}", _Terminal())
