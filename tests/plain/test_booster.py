"""The booster in plain text: a word answers, and at once it is told what is on record."""

import io
from pathlib import Path

import pytest

from game.core.playing.booster import Booster, open_booster
from game.core.saves.runs import Runs
from game.core.saves.sittings import Sittings
from game.core.story.model import Story
from game.plain.booster import ask_all
from game.plain.voice import Voice
from tests.report.helpers import lived


@pytest.fixture
def booster(shipped: Story, tmp_path: Path) -> Booster:
    lived(shipped, cut="taster", runs=Runs(tmp_path / "runs"))
    made = open_booster(shipped, Runs(tmp_path / "runs"), Sittings(tmp_path / "boosters"))
    assert made is not None
    return made


def asked(booster: Booster, *lines: str) -> tuple[str, int]:
    said = io.StringIO()
    complaints: list[str] = []
    heard = io.StringIO("".join(f"{line}\n" for line in lines))
    code = ask_all(booster, Voice(heard, said, echo=True), complaints.append)
    return " ".join((said.getvalue() + " ".join(complaints)).split()), code


def test_each_answer_is_met_at_once_with_what_is_on_record(booster: Booster) -> None:
    told, code = asked(booster, "t sure")
    assert "You say true, sure. It is false. China's notice of March 2018" in told
    assert code == 0


def test_all_of_it_can_be_answered_and_is_kept(booster: Booster) -> None:
    count = len(booster.questions)
    told, code = asked(booster, *["f"] * 6, *["2"] * (count - 6))
    assert (
        "Of the statements, you believed none of the 3 true ones and none of the 3 false ones."
        in told
    )
    assert "That is all, and it is kept." in told
    assert (code, booster.sitting.done) == (0, True)
    (file,) = booster.sittings.of(booster.story.head.id)
    assert file.sitting == booster.sitting
    assert set(file.sitting.marks.values()) == {"in part"}


def test_a_sentence_meets_both_sides_and_its_verdict(booster: Booster) -> None:
    told, _ = asked(booster, *[""] * 6, "falls")
    card = next(one.card for one in booster.questions if one.card)
    after = told.partition("You say: falls")[2]
    assert f"On record: {card.verdict}." in after
    assert card.answer_line in after


def test_anything_may_be_left_out(booster: Booster) -> None:
    told, code = asked(booster, *[""] * len(booster.questions))
    assert "You said nothing yet, so nothing is kept." in told
    assert code == 0


def test_an_unclear_word_is_met_with_a_sentence_and_asked_again(booster: Booster) -> None:
    told, _ = asked(booster, "perhaps", "true maybe", "false", *[""] * 5, "9", "4")
    assert told.count("Type true or false and, if you like") == 2
    assert "Type a number from 1 to 4" in told
    assert "You say: can't tell" in told


def test_quitting_keeps_what_was_said_and_the_next_time_goes_on(booster: Booster) -> None:
    told, code = asked(booster, "t", "quit")
    assert "Stopped." in told
    assert code == 0
    assert not booster.sitting.done
    told, _ = asked(booster)
    assert "You go on where you stopped." in told
    assert f"1 of {len(booster.questions)}." not in told
    assert f"2 of {len(booster.questions)}." in told


def test_it_is_never_a_score_or_a_gain(booster: Booster) -> None:
    told, _ = asked(booster, *["t"] * 6, *["1"] * 6)
    _, found, closing = told.partition("Of the statements")
    assert found
    for word in ("points", "score", "correct", "wrong", "improved", "better", "right", "%"):
        assert word not in closing.casefold()


def test_where_it_can_not_be_kept_that_is_said_once(booster: Booster) -> None:
    booster.sittings.folder.write_text("in the way")
    told, code = asked(booster, *["t"] * 6)
    assert told.count("Cannot save to") == 1
    assert "could not be kept" in told
    assert code == 1
