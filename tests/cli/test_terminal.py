"""The same commands in a real terminal: Rich prints, the player takes over."""

import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from game.cli import play
from game.cli.arguments import parser
from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.story.shelf import Shelf
from tests.builders import Tiny
from tests.cli.helpers import environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


def terminal(*args: str, term: str = "xterm-256color") -> "pexpect.spawn[str]":
    """Start `carrot` in a terminal of 100 columns."""
    return pexpect.spawn(
        sys.executable,
        ["-m", "game", *args],
        env={**environment(), "TERM": term},
        encoding="utf-8",
        timeout=30,
        dimensions=(40, 100),
    )


def shown(game: "pexpect.spawn[str]") -> str:
    game.expect(pexpect.EOF)
    game.close()
    return str(game.before)


def test_library_prints_with_colour() -> None:
    assert "\x1b[" in shown(terminal("library"))


def test_library_prints_a_card() -> None:
    assert "whether you jaywalk" in shown(terminal("library", "A19"))


@pytest.mark.usefixtures("known_proofs")
def test_check_prints_with_colour() -> None:
    game = terminal("check")
    out = shown(game)
    assert "\x1b[" in out
    assert "Good: no errors" in out
    assert game.exitstatus == 0


def test_plain_in_a_terminal_paints_nothing() -> None:
    game = terminal("play", "--plain")
    game.expect("Choose 1 to 4:")
    game.sendline("quit")
    assert "\x1b" not in str(game.before) + shown(game)
    assert game.exitstatus == 0


def test_a_dumb_terminal_gets_plain_text() -> None:
    game = terminal(term="dumb")
    game.expect("Choose 1 to 4:")
    game.sendeof()
    assert "Nothing was chosen yet" in shown(game)


def test_the_player_takes_over_where_the_file_ends(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("red-man: walk\n")
    game = terminal("play", "--plain", "--choices", str(tmp_path / "mine.txt"))
    game.expect("2 of 16")
    game.expect("Choose 1 to 4:")
    game.sendline("quit")
    shown(game)
    assert game.exitstatus == 0


Opened = list[Session | None]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> tuple[Opened, Callable[..., int]]:
    """A terminal app that only writes down what it was opened with."""
    monkeypatch.setattr(play, "wants_plain", lambda asked, settings: asked)
    sessions: Opened = []

    def app(shelf: Shelf, runs: Runs, session: Session | None, *_: object) -> int:
        sessions.append(session)
        return 0

    return sessions, app


def test_carrot_alone_opens_the_title_screen(opened: tuple[Opened, Callable[..., int]]) -> None:
    sessions, app = opened
    assert play.main(parser().parse_args([]), app) == 0
    assert sessions == [None]


def test_play_with_a_keeper_opens_its_session(opened: tuple[Opened, Callable[..., int]]) -> None:
    sessions, app = opened
    play.main(parser().parse_args(["play", "--keeper", "record"]), app)
    assert sessions[0] is not None
    assert sessions[0].run.keeper == "record"
    assert sessions[0].predictions


def test_choices_are_played_before_the_app_opens(
    tmp_path: Path, opened: tuple[Opened, Callable[..., int]]
) -> None:
    sessions, app = opened
    (tmp_path / "mine.txt").write_text("red-man: walk\n")
    play.main(parser().parse_args(["play", "--choices", str(tmp_path / "mine.txt")]), app)
    assert sessions[0] is not None
    assert [choice.option for choice in sessions[0].run.choices] == ["walk"]


def test_a_log_is_written_after_the_app_has_closed(
    tmp_path: Path, opened: tuple[Opened, Callable[..., int]]
) -> None:
    _, app = opened
    play.main(parser().parse_args(["play", "--fresh", "--log", str(tmp_path / "x.md")]), app)
    assert (tmp_path / "x.md").read_text(encoding="utf-8").startswith("# Carrot & Stick")


def test_an_authors_broken_story_opens_on_its_problems_and_q_leaves(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "text: It goes on.", "test: It goes on.")
    game = terminal("play", "--author", "--story", str(tiny.folder))
    game.expect("Did you mean")
    game.send("q")
    shown(game)
    assert game.exitstatus == 0


def test_an_authors_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    game = terminal("play", "--author", "--story", str(tmp_path / "nowhere"))
    shown(game)
    assert game.exitstatus == 2
