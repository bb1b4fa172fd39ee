"""Plain text in a language that isn't there: not a word of the program's own is left in English."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from game.core.playing.booster import open_booster
from game.core.playing.session import Session
from game.core.saves.runs import MARKS, Runs
from game.core.saves.settings import SETTINGS
from game.core.saves.sittings import Sittings
from game.core.story.model import Story
from game.lesson.room import Room
from game.lesson.shown import screen
from game.plain.booster import ask_all
from game.plain.lesson import WORDS
from game.plain.lesson_notes import told as notes
from game.plain.voice import Voice
from game.plain.words import COMMANDS
from tests.plain.helpers import Told, play
from tests.plain.test_lesson import Ear, Somewhere
from tests.report.helpers import lived
from tests.words.pseudo import latin

LOOKS = (
    "last", "more", "why 1", "card A4", "card J1", "card A4 full", "question", "debrief", "ledger",
    "doors", "lists", "met", "guesses", "unscored", "history", "scene 1",
    "whatif", "whatif record reply", "runs", "gallery", "about",
    "library A4", "trail video-games", "trail always a", "mark A4 falls", "answer", "answer b",
    "believe 1 true sure", "believe 2 false", "statements", "statements key", "stance", "ask",
    "weighed", "again", "read", "help", "help all", "undo", "redo", "name", "predict off",
)  # fmt: skip
"""What is typed between choices: every page that plain text has but for the guide's."""

WRONG = (
    "xyzzy", "s", "0", "why 9", "card Z9", "mark A4 x", "answer q", "believe x", "predict",
    "scene 99", "branch 99", "open 99", "delete 1", "export", "whatif x", "library qqq", "trail x",
    "guide x", "stance x",
)  # fmt: skip

TYPED = {word for line in (*LOOKS, *WRONG) for word in line.replace("-", " ").split()}
TYPED |= {"carrot", "report", "out", "year", "html", "sic", "always"}
TYPED |= {word for mark in MARKS for word in mark.split()}
TYPED |= {word for c in COMMANDS for word in (c.word, *c.follows.split())}
STORYS = {"doubt", "worry"}
"""Names of the story that are typed."""


def run(story: Story, keeper: str, lines: tuple[str, ...], folder: Path) -> Told:
    return play(lines, Session.new(story, keeper, "season", Runs(folder), predictions=True))


def between(looks: tuple[str, ...]) -> tuple[str, ...]:
    """A whole season, with one look before each choice, and the rest at its end."""
    made = [line for look in looks[:18] for line in (look, "1", "1")]
    return (*made, *("1",) * 40, *looks)


@pytest.mark.parametrize("keeper", ["article", "record", "carrots"])
def test_a_season_and_all_that_can_be_looked_up(pseudo: Story, keeper: str, tmp_path: Path) -> None:
    told = run(pseudo, keeper, between(LOOKS), tmp_path / "runs")
    assert told.session.over
    assert latin(re.sub(r"https?://\S+", "", told.text), TYPED | STORYS) == []


def test_settings(pseudo: Story, tmp_path: Path) -> None:
    told = run(pseudo, "article", ("settings", "settings spacing wide"), tmp_path / "runs")
    values = {word for each in SETTINGS for value, _ in each.values for word in value.split("-")}
    assert latin(told.text, TYPED | STORYS | values | {each.key for each in SETTINGS}) == []


def test_a_week_later(pseudo: Story, tmp_path: Path) -> None:
    lived(pseudo, cut="taster", runs=Runs(tmp_path / "runs"), name="")
    booster = open_booster(pseudo, Runs(tmp_path / "runs"), Sittings(tmp_path / "boosters"))
    assert booster is not None
    said = io.StringIO()
    lines = io.StringIO("t sure\nx\nf\nt\nt\nf guess\nf\n9\n1\n2\n3\n4\n1\n1\n1\n")
    ask_all(booster, Voice(lines, said, echo=False), said.write)
    assert latin(said.getvalue(), TYPED) == []


def test_a_lesson_from_the_lobby_to_its_end(pseudo: Story, tmp_path: Path) -> None:
    room = Room.begin(pseudo, "article", "taster", tmp_path / "told.class.jsonl")
    ear = Ear(room, Somewhere())
    asks = ("tally", "count", "address", "code", "card", "again", "help", "open", "show", "pick Z")
    heard = ear.hears(*asks, "hands", "people 9", "xyzzy", "time x", "time 60")
    while screen(room).page != "end":
        tie = screen(room).tie
        heard += ear.hears("pick a" if tie else "", *asks[:5], "5 4", "predict", "count")
        heard += said_of(room)
    typed = {word for words, _ in WORDS for word in words.split()} | {"next", "rung", "xyzzy"}
    heard = re.sub(r"http\S+|\b[A-Z]( [A-Z]){3}\b", "", heard)
    assert latin(heard, TYPED | STORYS | typed) == []


def said_of(room: Room) -> str:
    out = io.StringIO()
    Voice(None, out, echo=False).tell(notes(room, {}))
    return " ".join(out.getvalue().split())


def test_what_is_refused(pseudo: Story, tmp_path: Path) -> None:
    told = run(pseudo, "article", (*WRONG, "1", "1", *WRONG), tmp_path / "runs")
    assert latin(told.text, TYPED | STORYS | {"zz"}) == []
