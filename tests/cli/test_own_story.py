"""After a story of one's own, every command that is named opens that story and not the game's."""

from pathlib import Path

import pytest

from game.cli import new
from game.folders import command, story_folder
from tests.cli.helpers import carrot, flat
from tests.diagnostics.examples import Twin

OWN = "the own story"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    assert new.main(str(tmp_path / OWN)) == 0
    return tmp_path


def test_the_games_own_story_needs_no_naming() -> None:
    assert command("", "") == "carrot"
    assert command("", str(story_folder())) == "carrot"
    assert command("report --out year.html", str(story_folder())) == "carrot report --out year.html"


def test_any_other_is_named_as_a_shell_would_have_it() -> None:
    assert command("", "mine") == "carrot play --story mine"
    assert command("library", "my own") == "carrot library --story 'my own'"
    assert command("report --out a.html", "mine") == "carrot report --story mine --out a.html"


def test_a_play_that_stops_says_how_to_go_on_with_it(here: Path) -> None:
    first = carrot("play", "--plain", "--story", OWN, typed="1\n", cwd=here)
    words = f"Type carrot play --story '{OWN}' to go on with it."
    assert flat(first.stdout).endswith(words)
    again = carrot("play", "--story", OWN, typed="1\n", cwd=here)
    assert "Going on with your last run, 1 choice made" in again.stdout


def test_a_play_that_ends_says_how_to_keep_it_and_it_is_so(here: Path) -> None:
    done = flat(carrot("play", "--plain", "--story", OWN, typed="1\n1\n1\n", cwd=here).stdout)
    assert f"To keep or print it, in a shell: carrot report --story '{OWN}' --out year.html" in done
    assert f"Type carrot play --story '{OWN}' to begin another." in done
    assert carrot("report", "--story", OWN, "--out", "year.html", cwd=here).returncode == 0
    assert "Every drop counts" in (here / "year.html").read_text(encoding="utf-8")


def test_a_replay_that_stops_names_it_too(here: Path) -> None:
    carrot("play", "--plain", "--story", OWN, typed="1\n", cwd=here)
    told = carrot("replay", "--plain", "--story", OWN, cwd=here)
    assert flat(told.stdout).endswith(f"To go on with it, type carrot play --story '{OWN}'.")


def test_where_no_run_is_kept_it_is_named_too(here: Path) -> None:
    told = carrot("report", "--story", OWN, cwd=here)
    assert f"Type carrot play --story '{OWN}' to begin one." in told.stderr
    told = carrot("booster", "--story", OWN, cwd=here)
    assert f"Type carrot play --story '{OWN}' to play one" in told.stdout


def test_a_story_whose_quote_is_not_the_fingerprinted_text_says_so_in_one_line(
    tmp_path: Path,
) -> None:
    twin = Twin(tmp_path / "story")
    played = carrot("play", "--plain", "--fresh", "--story", twin.folder)
    assert "fingerprint" not in played.stderr
    twin.swap("claims/article.yaml", "quote: lend a hand", "quote: Lend a hand")
    played = carrot("play", "--plain", "--fresh", "--story", twin.folder)
    assert played.stderr == (
        f"This story's quotes are not held by its fingerprint: see carrot check {twin.folder}\n"
    )
