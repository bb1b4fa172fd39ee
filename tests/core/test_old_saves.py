"""Saves that earlier versions wrote still open. Add to the folder, and never mend a file in it.

Those of the tiny story must come to the very same; those of the shipped one, which is edited,
must open with all that the player said, and tell what could not be played.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from game.core.playing.looking_back import looking_back
from game.core.playing.session import Session
from game.core.run.saved import decode, encode
from game.core.saves.runs import RunFile, Runs
from tests.builders import Tiny, shipped_story

FOLDER = Path(__file__).parent / "saves"
SAVES = sorted(path.name.removesuffix(".run.json") for path in FOLDER.glob("*.run.json"))

TINY: Mapping[str, tuple[str, int | None, str | None]] = {
    "branched": ("first.ill", 30, None),
    "finished": ("first.ill second.well third.ill", 30, "Low"),
    "finished-without-a-number": ("first.ill third.well", None, "The end"),
    "odd-characters": ("first.well", 60, None),
    "only-what-is-needed": ("first.well", 60, None),
    "unfinished": ("first.ill second.well", 40, None),
}
"""Save to choices, number and ending."""

SHIPPED = ("comment-and-answers", "predictions", "statements-and-marks", "whole-year")


def saved(name: str) -> RunFile:
    return Runs(FOLDER).load(FOLDER / f"{name}.run.json")


def test_every_save_of_the_folder_has_its_test() -> None:
    assert sorted([*TINY, *SHIPPED]) == SAVES


@pytest.mark.parametrize("name", SAVES)
def test_what_a_save_holds_is_written_again_as_it_was(name: str) -> None:
    run = saved(name).run
    assert decode(encode(run)) == run


@pytest.mark.parametrize(("name", "wanted"), TINY.items(), ids=TINY)
def test_a_save_of_the_tiny_story_comes_to_the_very_same(
    tiny: Tiny, name: str, wanted: tuple[str, int | None, str | None]
) -> None:
    made, number, ending = wanted
    session = Session.resume(tiny.load(), saved(name), None)
    assert " ".join(f"{c.scene}.{c.option}" for c in session.run.choices) == made
    assert session.trace.state.standings[0].number == number
    assert (looking_back(session).title if session.over else None) == ending
    assert session.notices == ()
    assert session.run.finished == session.over


def test_odd_characters_are_still_there() -> None:
    run = saved("odd-characters").run
    assert run.name == "Ånn “[red]X” <b> 信用 🥕"
    assert run.marks == {"C1": "can't tell"}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_save_of_the_shipped_story_opens_and_tells_what_it_could_not_play(name: str) -> None:
    file = saved(name)
    session = Session.resume(shipped_story(), file, None)
    kept = len(session.run.choices)
    assert session.run.choices == file.run.choices[:kept]
    assert kept > 0
    assert kept == len(file.run.choices) or "could not be replayed" in session.notices[0]
    assert [session.page_at(stop) for stop in session.stops]
    looking_back(session)


@pytest.mark.parametrize("name", SHIPPED)
def test_what_the_player_said_is_still_there(name: str) -> None:
    file = saved(name)
    run = Session.resume(shipped_story(), file, None).run
    for part in ("name", "marks", "statements", "comment", "answers"):
        assert getattr(run, part) == getattr(file.run, part)


def test_the_folder_holds_every_kind_of_thing_that_a_player_says() -> None:
    runs = [saved(name).run for name in SAVES]
    for part in ("name", "marks", "statements", "comment", "answers", "told", "finished"):
        assert any(getattr(run, part) for run in runs)
    assert any(choice.predicted for run in runs for choice in run.choices)
