"""`carrot new`: a story that plays at once; and nothing half-written, nothing written over."""

import os
import re
from pathlib import Path

import pytest

from game.check.fingerprint import make
from game.cli import new
from game.cli.schema import files as schemas
from game.cli.story import Unusable
from game.core.run.fold import Game
from game.folders import starter_folder
from game.pack import load
from tests.cli.helpers import carrot

STARTER = starter_folder()


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    assert new.main(str(tmp_path / "mine")) == 0
    return tmp_path / "mine"


def test_the_new_story_is_the_starter_and_the_schemas(mine: Path) -> None:
    assert names(mine) == names(STARTER) | {name for name, _ in schemas()}


def test_it_is_checked_with_no_error_and_no_warning(mine: Path) -> None:
    run = carrot("check", mine, "--source", mine / "article.txt")
    assert "play-throughs played: 3\n" in run.stdout
    assert run.stdout.endswith("\nGood: no errors, no warnings.\n")
    assert (run.returncode, run.stderr) == (0, "")


def test_its_quotes_can_be_fingerprinted_at_once_and_are_already(mine: Path) -> None:
    before = (mine / "fingerprint").read_text()
    run = carrot("fingerprint", mine / "article.txt", mine)
    assert run.stdout == f"2 quotes are fingerprinted in {mine / 'fingerprint'}.\n"
    assert (mine / "fingerprint").read_text() == before


def test_it_plays_to_its_end(mine: Path) -> None:
    run = carrot("play", "--plain", "--story", mine, typed="1\n1\n1\n")
    assert "A stub of The board: “" in run.stdout
    assert run.returncode == 0


def test_both_endings_are_reached_and_the_pump_is_closed_on_the_way(mine: Path) -> None:
    story = load(mine)
    ends, shut = set(), set()
    for path in sorted((mine / "checks").glob("*.txt")):
        lines = dict(re.findall(r"^(\w+): (\w+)$", path.read_text(), re.M))
        from tests.builders import choices

        made = [f"{scene}.{lines[scene]}" for scene in story.scenes]
        game = Game(story, lines["keeper"], "whole")
        trace = game.fold(choices(*made))
        ends.add(game.ending(trace.state).id)
        if not game.situation(trace.turns[2].before).door_open("pump"):
            shut.add(lines["keeper"])
    assert ends == {"wet-shoes", "your-own-bed"}
    assert shut == {"article", "notice"}


def test_two_new_stories_do_not_share_their_saves(tmp_path: Path) -> None:
    for name in ("Our Street", "mine", "…"):
        new.main(str(tmp_path / name))
    assert load(tmp_path / "Our Street").head.id == "our-street"
    assert load(tmp_path / "mine").head.id == "mine"
    assert load(tmp_path / "…").head.id == "my-story"


def test_the_starters_fingerprint_is_its_articles() -> None:
    article = (STARTER / "article.txt").read_text(encoding="utf-8")
    assert make(load(STARTER), article) == (STARTER / "fingerprint").read_text(encoding="utf-8")


def test_each_file_points_an_editor_at_a_schema_that_is_there(mine: Path) -> None:
    for path in mine.rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        target = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / target).is_file(), path


# Folders that won't do


def test_a_folder_that_is_there_and_empty_will_do(tmp_path: Path) -> None:
    assert new.main(str(tmp_path)) == 0
    assert load(tmp_path).head.title == "Every drop counts"


def test_here_will_do(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    run = carrot("new", ".", cwd=tmp_path / "here")
    assert "carrot check . --source article.txt" in run.stdout
    assert load(tmp_path / "here").head.id == "here"


def refused(folder: Path) -> str:
    before = sorted(folder.parent.iterdir()) if folder.parent.is_dir() else []
    with pytest.raises(Unusable) as caught:
        new.main(str(folder))
    assert before == (sorted(folder.parent.iterdir()) if folder.parent.is_dir() else [])
    return str(caught.value)


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("Dear Ada")
    assert "is not empty (it holds letter.txt)" in refused(tmp_path / "full")
    assert names(tmp_path / "full") == {"letter.txt"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert "is a file; a story is a folder" in refused(tmp_path / "file")


def test_there_is_no_folder_to_put_it_in(tmp_path: Path) -> None:
    assert "There is no folder" in refused(tmp_path / "no" / "where")


@pytest.mark.parametrize("there", [True, False])
def test_a_disk_that_fills_up_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    if there:
        (tmp_path / "mine").mkdir()
    whole = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path.name in ("deeds.yaml", f".mine.{os.getpid()}.tmp"):
            raise OSError(28, os.strerror(28))
        return whole(path, target)

    monkeypatch.setattr(Path, "rename", full)
    assert "No space left on device. Nothing is left." in refused(tmp_path / "mine")
    assert not there or names(tmp_path / "mine") == set()


def test_it_says_what_to_do_next_and_quotes_what_a_shell_would_split(tmp_path: Path) -> None:
    run = carrot("new", "two words", cwd=tmp_path)
    assert "carrot play --story 'two words'" in run.stdout
    assert "carrot check 'two words' --source 'two words/article.txt'" in run.stdout


# Schemas written anew


def test_schemas_can_be_written_anew(mine: Path) -> None:
    (mine / "schema" / "story.json").write_text("old")
    assert carrot("schema", mine).stdout == f"12 schemas are written to {mine / 'schema'}.\n"
    assert dict(schemas())["schema/story.json"] == (mine / "schema" / "story.json").read_text()


def test_schemas_need_a_folder(tmp_path: Path) -> None:
    run = carrot("schema", tmp_path / "nowhere")
    assert (run.returncode, run.stderr) == (2, f"There is no folder {tmp_path / 'nowhere'}.\n")
