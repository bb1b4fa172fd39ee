"""What a screen reader, a braille line or a pipe is given: lines of text, added at the end.

Random plays of every keeper, with every command thrown in, held against what product.md asks.
"""

import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.story.model import Story
from game.plain.face import Face
from game.plain.voice import WIDTH, Voice
from game.plain.words import COMMANDS
from tests.builders import shipped_story

NUMBERS = [str(n) for n in range(1, 7)]
RESTS = (
    "",
    "",
    "2",
    "1",
    "A19",
    "A19 falls",
    "on",
    "off",
    "record",
    "a",
    "debt",
    "statements",
    "what",
    "night",
)
DRAWN = (
    ("\u2190", "\u21ff"), ("\u2300", "\u27bf"), ("\u2b00", "\u2bff"), ("\ufe00", "\ufe0f"),
    ("\U0001f000", "\U0001faff"),
)  # fmt: skip
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")
PROSE = 2
"""Columns that a table may be wider than prose is set."""


class Paper(io.StringIO):
    """A stream that can only be added to; whatever else is tried is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[str] = []

    def write(self, words: str) -> int:
        self.written.append(words)
        return super().write(words)

    def seek(self, *_: int) -> int:
        raise AssertionError("plain text went back")

    def truncate(self, size: int | None = None) -> int:
        raise AssertionError("plain text took something back")


def unreadable(words: str) -> set[str]:
    """Letters that aren't read aloud: controls, drawings, pictures, marks of direction."""
    return {c for c in words if c != "\n" and (unicodedata.category(c) in UNSEEN or _drawn(c))}


def _drawn(letter: str) -> bool:
    return any(low <= letter <= high for low, high in DRAWN)


commands = st.builds(
    lambda command, rest: f"{command.word} {rest}".strip(),
    st.sampled_from([c for c in COMMANDS if c.word not in ("quit", "export", "import", "delete")]),
    st.sampled_from(RESTS),
)
typed = st.lists(
    st.one_of(st.sampled_from(NUMBERS), st.sampled_from(NUMBERS), commands, st.text(max_size=12)),
    min_size=10,
    max_size=60,
)


def said(story: Story, keeper: str, lines: list[str], home: Path) -> Paper:
    session = Session.new(story, keeper, "taster", Runs(home), predictions=True)
    paper = Paper()
    heard = io.StringIO("".join(f"{' '.join(line.split())}\n" for line in lines))
    Face(session, Voice(heard, paper, echo=False), lambda words: None).run()
    return paper


@pytest.mark.parametrize("keeper", shipped_story().head.keepers)
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(lines=typed)
def test_plain_text_is_lines_added_at_the_end_and_nothing_else(
    keeper: str, lines: list[str], tmp_path: Path
) -> None:
    paper = said(shipped_story(), keeper, lines, tmp_path)
    whole = paper.getvalue()
    assert whole == "".join(paper.written)
    assert unreadable(whole) == set()
    assert "\x1b" not in whole
    assert all(line == line.rstrip() or line.endswith(": ") for line in whole.split("\n"))


@pytest.mark.parametrize("keeper", shipped_story().head.keepers)
def test_every_command_of_every_keeper_is_text_of_at_most_72_columns(
    keeper: str, tmp_path: Path
) -> None:
    lines = ["1", "2", "1"]
    for command in COMMANDS:
        if command.word not in ("quit", "export", "import", "delete"):
            lines += [command.usage, command.word]
    whole = said(shipped_story(), keeper, [*lines, *["1"] * 9], tmp_path).getvalue()
    assert unreadable(whole) == set()
    assert [
        line for line in whole.splitlines() if len(line) > WIDTH + PROSE and "://" not in line
    ] == []


def test_options_are_numbered_and_a_closed_one_is_read_out_without_a_number(tmp_path: Path) -> None:
    story = shipped_story()
    session = Session.new(story, "article", "season", Runs(tmp_path), predictions=False)
    while session.waiting is None or all(
        option.closed is None for option in session.waiting.options
    ):
        if session.waiting:
            session.choose(next(o.id for o in session.waiting.options if o.closed is None))
        else:
            session.go_on()
    closed = next(option for option in session.waiting.options if option.closed is not None)
    paper = Paper()
    Face(session, Voice(io.StringIO(""), paper, echo=False), lambda words: None).run()
    lines = paper.getvalue().splitlines()
    (row,) = [line for line in lines if closed.label[:20] in line]
    assert not row[0].isdigit()
    assert "1. " in paper.getvalue()


def test_one_sentence_tells_one_change(tmp_path: Path) -> None:
    whole = said(shipped_story(), "article", ["1", "2"], tmp_path).getvalue()
    (line,) = [line for line in whole.splitlines() if line.startswith("The number falls")]
    assert line.count(".") == 1


def test_what_must_not_be_written_would_be_found() -> None:
    assert unreadable("a\x1b│→🙂\u202eü–“") == set("\x1b│→🙂\u202e")
