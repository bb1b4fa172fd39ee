"""The report of a lesson: counts and shares, the same in four formats, and nobody in it."""

import csv
import io
import json
from pathlib import Path

import pytest

from game.core.story.model import Story
from game.lesson.replay import Replay
from game.report.formats import FORMATS
from game.report.lesson import LessonAccount, lesson_account
from game.report.lesson_written import written_lesson
from tests.lesson.rooms import Class


@pytest.fixture
def told(shipped: Story, tmp_path: Path) -> LessonAccount:
    """Twelve phones: a first vote, talk, a second vote, a guess; then by hands, then no more."""
    path = tmp_path / "told.class.jsonl"
    class_ = Class(shipped, path, 12, "taster")
    class_.teacher.go_on()
    class_.say(*["true"] * 9, *["false"] * 3, sure=2)
    class_.go_to("scene")
    class_.vote(*["cross"] * 7, *["wait"] * 4)
    class_.teacher.predict()
    class_.say(*["down"] * 6, *["nothing"] * 2)
    class_.teacher.go_on()
    class_.teacher.show()
    class_.vote(*["cross"] * 3, *["wait"] * 8)
    class_.teacher.show()
    class_.teacher.go_on()
    class_.go_to("card")
    class_.room.close()
    replay = Replay(shipped, path)
    replay.turn(10**6)
    return lesson_account(replay)


def test_a_scene_has_both_votes_in_numbers_and_shares(told: LessonAccount) -> None:
    (vote,) = told.votes
    rows = {row.id: (row.first, row.first_share, row.last, row.share) for row in vote.rows}
    assert rows["cross"] == (7, 64, 3, 27)
    assert rows["wait"] == (4, 36, 8, 73)
    assert vote.line.startswith("11 of 12 answered, on phones.")
    assert vote.chosen == "wait"
    assert vote.predicted == 8
    assert vote.prompt


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_the_same(told: LessonAccount, format: str) -> None:
    words = written_lesson(told, format)
    for fact in ("The red man", "11", "8", "73", "0 duplicates counted"):
        assert fact in words


@pytest.mark.parametrize("format", FORMATS)
def test_nobody_is_in_it(told: LessonAccount, format: str) -> None:
    words = written_lesson(told, format)
    for nobody in ("s0", "s11", "nonce", "seat"):
        assert f'"{nobody}"' not in words
        assert f" {nobody} " not in words


def test_csv_has_no_row_of_a_seat(told: LessonAccount) -> None:
    rows = list(csv.DictReader(io.StringIO(written_lesson(told, "csv"))))
    votes = [row for row in rows if row["part"] == "vote"]
    assert {row["answer"]: row["count"] for row in votes}["wait"] == "8"
    assert len(rows) == 4 + 1 + 1 + 1  # options, the prediction, a statement, honesty


def test_json_is_data(told: LessonAccount) -> None:
    data = json.loads(written_lesson(told, "json"))
    assert data["kind"] == "lesson"
    assert data["format"] == 1
    answers = {a["id"]: a for a in data["votes"][0]["answers"]}
    assert (answers["cross"]["first"], answers["cross"]["count"]) == (7, 3)
    assert data["statements"][0]["before"] == {
        "taken_for_true": 9, "answered": 12, "of": 12, "a_guess": 0, "fairly_sure": 12, "sure": 0,
    }  # fmt: skip


def test_how_sure_a_room_was_is_told_only_where_somebody_asked(
    shipped: Story, tmp_path: Path
) -> None:
    class_ = Class(shipped, tmp_path / "hands.class.jsonl", 0, "taster")
    class_.go_to("before")
    class_.teacher.use("hands")
    class_.teacher.count_line("17 11")
    class_.teacher.go_on()
    class_.teacher.count_line("20 8 / 9")
    told = lesson_account(class_.room)
    data = json.loads(written_lesson(told, "json"))["statements"]
    asked = [
        (s["before"]["a_guess"], s["before"]["fairly_sure"], s["before"]["sure"]) for s in data
    ]
    assert asked == [(None, None, None), (None, None, 9)]
    assert "17 of 28 took it for true." in written_lesson(told, "md")
    assert "20 of 28 took it for true. Before, 9 of 28 were sure." in written_lesson(told, "md")
    assert written_lesson(told, "md").count("were sure") == 1
    rows = list(csv.DictReader(io.StringIO(written_lesson(told, "csv"))))
    assert [row["sure"] for row in rows if row["part"] == "statement before"] == ["", "9"]


def test_sentences_come_with_answer_and_sources(told: LessonAccount) -> None:
    words = written_lesson(told, "md")
    assert "“whether you jaywalk”" in words
    assert "The other side:" in words
    assert "[^1]:" in words


def test_the_page_stands_alone(told: LessonAccount) -> None:
    page = written_lesson(told, "html")
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert "src=" not in page.replace("style-src", "").replace("img-src", "")


def test_a_lesson_in_which_nothing_was_voted_has_a_report(shipped: Story, tmp_path: Path) -> None:
    class_ = Class(shipped, tmp_path / "bare.class.jsonl", 0, "taster")
    for format in FORMATS:
        assert "0 of 0 voted" in written_lesson(lesson_account(class_.room), format)
