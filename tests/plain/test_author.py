"""Playing while writing, in plain text: `reload` and `problems`."""

import io
from pathlib import Path

import pytest

from game.check.bench import Bench
from game.cli.streams import complain
from game.core.playing.session import Session
from game.plain.face import Face
from game.plain.voice import Voice
from tests.builders import Tiny
from tests.cli.helpers import carrot

CHAPTER = "chapters/1.yaml"


class Writing(io.StringIO):
    """Lines that are typed; before one of them the story is edited."""

    def __init__(self, *lines: object) -> None:
        super().__init__()
        self.lines = list(lines)

    def readline(self, size: int | None = -1, /) -> str:
        while self.lines and callable(self.lines[0]):
            self.lines.pop(0)()
        return f"{self.lines.pop(0)}\n" if self.lines else ""


def said(tiny: Tiny, *lines: object, author: bool = True) -> str:
    session = Session.new(tiny.load(), "score", "whole", predictions=False)
    bench = Bench(tiny.folder) if author else None
    if bench:
        bench.read()
    out = io.StringIO()
    Face(session, Voice(Writing(*lines), out, echo=True), complain, bench=bench).run()
    return " ".join(out.getvalue().split())


def test_reload_says_the_page_anew(tiny: Tiny) -> None:
    def edit() -> None:
        tiny.swap(CHAPTER, "text: It goes on.", "text: It goes on and on.")

    told = said(tiny, "2", edit, "reload", "quit")
    first, after = told.split("Read anew: 11 warnings, 1 advice.")
    assert "It goes on." in first
    assert "It goes on and on." in after
    assert "It begins." not in after


def test_a_story_that_does_not_load_is_told_and_the_old_one_plays_on(tiny: Tiny) -> None:
    def spoil() -> None:
        tiny.swap(CHAPTER, "text: It goes on.", "test: It goes on.")

    told = said(tiny, "2", spoil, "reload", "1", "quit")
    assert "the one from before plays on" in told
    assert f"{CHAPTER}:" in told
    assert "Did you mean text?" in told
    assert "Your choice: Do good." in told


def test_problems_of_this_scene_come_first(tiny: Tiny) -> None:
    here, _, elsewhere = said(tiny, "2", "problems", "quit").partition("Elsewhere")
    assert "In this scene" in here
    assert f"{CHAPTER}:26:11: warning: the scene second" in here
    assert "the scene first" in elsewhere


def test_help_knows_the_words_of_an_author_and_nobody_else_does(tiny: Tiny) -> None:
    assert "reload: read the story anew from disk" in said(tiny, "help", "quit")
    told = said(tiny, "help", "reload", "problems", "quit", author=False)
    assert "read the story anew" not in told
    assert told.count("I don't know") == 2


@pytest.mark.parametrize("args", [(), ("--fresh",), ("--keeper", "notice")])
def test_the_command_line_opens_the_bench(tmp_path: Path, args: tuple[str, ...]) -> None:
    carrot("new", tmp_path / "mine")
    run = carrot(
        "play",
        "--author",
        "--plain",
        *args,
        "--story",
        tmp_path / "mine",
        typed="problems\nreload\n",
    )
    assert "No problems that can be seen without exploring" in run.stdout
    assert "Read anew: no problems." in run.stdout
    assert (run.returncode, run.stderr) == (0, "")


def test_a_story_that_can_not_be_played_at_all_is_told_before_anything_opens(tiny: Tiny) -> None:
    tiny.swap(CHAPTER, "text: It goes on.", "test: It goes on.")
    run = carrot("play", "--author", "--plain", "--story", tiny.folder)
    assert run.returncode == 2
    assert "Did you mean `text`?" in run.stderr
