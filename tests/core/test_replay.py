"""A run that is read again: every page, in order, and nothing changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from game.core.playing.branch import branch
from game.core.playing.replay import Replay
from game.core.playing.session import Refused, Session
from game.core.saves.runs import Runs
from game.core.story.model import Story
from tests.report.helpers import lived


def kept(story: Story, folder: Path, scenes: int = 99, cut: str = "taster") -> Session:
    return lived(story, cut=cut, runs=Runs(folder), scenes=scenes)


def replayed(session: Session) -> Replay:
    assert session.file
    return Replay.of(session.story, session.file)


def kinds(replay: Replay) -> list[str]:
    """Go through to the end; the kind of every page on the way."""
    met = [replay.stop.kind]
    for _ in range(500):
        before = (replay.stop, replay.glanced)
        replay.go_on()
        if (replay.stop, replay.glanced) == before:
            return met
        met.append(replay.stop.kind)
    raise AssertionError("it never ends")


def test_it_opens_at_the_first_page_and_goes_on_to_the_last(shipped: Story, tmp_path: Path) -> None:
    replay = replayed(kept(shipped, tmp_path))
    met = kinds(replay)
    assert met[0] == "opening"
    assert met[-2:] == ["ending", "debrief"]
    assert met == [stop.kind for stop in replay.stops]


def test_a_run_broken_off_is_read_to_where_it_stands(shipped: Story, tmp_path: Path) -> None:
    replay = replayed(kept(shipped, tmp_path, scenes=2))
    assert kinds(replay)[-1] == "scene"
    assert replay.waiting is not None


VERBS: dict[str, Callable[[Replay], object]] = {
    "choose": lambda r: r.choose("cross"),
    "predict": lambda r: r.predict("down"),
    "undo": lambda r: r.undo(),
    "redo": lambda r: r.redo(),
    "mark": lambda r: r.mark("A19", "falls"),
    "answer": lambda r: r.answer("no", "A19"),
    "believe": lambda r: r.believe("before", "one-score", True),
    "say": lambda r: r.say("stance", "doubt"),
    "rename": lambda r: r.rename("Somebody"),
    "play": lambda r: r.play(r.run.choices[:1]),
    "branch": lambda r: branch(r, 0),
}


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_changes_it(shipped: Story, tmp_path: Path, verb: str) -> None:
    session = kept(shipped, tmp_path, scenes=2)
    replay = replayed(session)
    run = replay.run
    with pytest.raises(Refused):
        VERBS[verb](replay)
    assert replay.run is run


def test_every_verb_of_a_session_is_refused() -> None:
    changing = {"choose", "predict", "undo", "redo", "mark", "answer", "believe", "say", "rename"}
    assert changing <= set(vars(Replay))


def test_nothing_is_written(shipped: Story, tmp_path: Path) -> None:
    session = kept(shipped, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    replay = replayed(session)
    kinds(replay)
    replay.save()
    assert replay.save_or_say() is None
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_held_reveals_are_held_back_again(shipped: Story, tmp_path: Path) -> None:
    session = lived(shipped, "article", "year", 3, runs=Runs(tmp_path))
    held = [n for n, turn in enumerate(session.trace.turns) if turn.scene.held]
    assert held
    replay = replayed(session)
    while replay.stop.turn < held[0] or replay.stop.kind != "outcome":
        replay.go_on()
    assert replay.pages.held == held[0]
