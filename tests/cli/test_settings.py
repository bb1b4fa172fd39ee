"""Who decides: the command line before the environment, that before the file."""

import pytest

from game.cli.settings import preferences
from game.cli.story import Unusable
from game.core.saves.settings import Preferences
from game.folders import settings_file
from tests.cli.helpers import FIRST, carrot


@pytest.fixture
def kept() -> Preferences:
    """A file in which motion is off and the theme is the night's."""
    made = Preferences.read(settings_file())
    made.change("motion", "off")
    made.change("theme", "night-edition")
    return made


def test_the_file_beats_the_default(kept: Preferences) -> None:
    assert preferences().now.theme == "night-edition"


def test_the_environment_beats_the_file(kept: Preferences, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARROT_MOTION", "on")
    monkeypatch.setenv("CARROT_THEME", "High-Contrast")
    assert (preferences().now.motion, preferences().now.theme) == ("on", "high-contrast")


def test_the_command_line_beats_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARROT_THEME", "high-contrast")
    assert preferences(["theme=terminal"]).now.theme == "terminal"


@pytest.mark.parametrize(
    ("name", "value", "key", "now"),
    [
        ("NO_COLOR", "1", "theme", "terminal"),
        ("NO_COLOR", "0", "theme", "terminal"),  # any value counts: so says the custom itself
        ("NO_COLOR", "", "theme", "newsprint"),
        ("NO_MOTION", "1", "motion", "off"),
        ("NO_MOTION", "0", "motion", "on"),
        ("REDUCED_MOTION", "yes", "motion", "off"),
        ("REDUCE_MOTION", "1", "motion", "off"),
        ("TEXTUAL_ANIMATIONS", "none", "motion", "off"),
        ("TEXTUAL_ANIMATIONS", "full", "motion", "on"),
        ("ACCESSIBLE", "1", "plain", "on"),
        ("CARROT_PLAIN", "1", "plain", "on"),
        ("CARROT_PLAIN", "no", "plain", "off"),
        ("CARROT_SPACING", "wide", "spacing", "wide"),
        ("CARROT_DIGITS", "move", "digits", "move"),
        ("CARROT_PREDICTIONS", "off", "predictions", "off"),
    ],
)
def test_a_custom_of_the_environment_is_kept(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, key: str, now: str
) -> None:
    monkeypatch.setenv(name, value)
    assert getattr(preferences().now, key) == now


def test_plain_by_default_can_be_undone_for_one_start(monkeypatch: pytest.MonkeyPatch) -> None:
    Preferences.read(settings_file()).change("plain", "on")
    assert preferences().now.plain == "on"
    monkeypatch.setenv("CARROT_PLAIN", "0")
    assert preferences().now.plain == "off"
    assert preferences(["plain=on"]).now.plain == "on"


def test_a_variable_with_a_wrong_value_is_told_and_left_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CARROT_THEME", "nite-edition")
    found = preferences()
    assert found.now.theme == "newsprint"
    assert "CARROT_THEME" in found.told[0]
    assert "Did you mean 'night-edition'?" in found.told[0]


def test_a_wrong_setting_on_the_command_line_is_refused() -> None:
    with pytest.raises(Unusable, match="Did you mean 'spacing'"):
        preferences(["spaceing=wide"])
    run = carrot("play", "--set", "spaceing=wide", typed=FIRST)
    assert run.returncode == 2
    assert "Did you mean 'spacing'" in run.stderr


def test_the_command_line_reaches_the_game() -> None:
    run = carrot(
        "play", "--fresh", "--set", "spacing=wide", "--set", "motion=off", typed="settings\n"
    )
    assert "spacing is wide: an empty line after each line, because --set says so." in run.stdout
    assert run.returncode == 0


def test_settings_before_the_command_count_as_those_after_it_do() -> None:
    run = carrot(
        "--set", "spacing=wide", "play", "--fresh", "--set", "motion=off", typed="settings\n"
    )
    assert "spacing is wide: an empty line after each line, because --set says so." in run.stdout
    assert "motion is off: nothing moves, because --set says so." in run.stdout


def test_a_damaged_file_is_told_and_the_game_goes_on() -> None:
    settings_file().parent.mkdir()
    settings_file().write_text("{oops")
    run = carrot("play", typed=FIRST)
    assert "can't be used: line 1, column 2" in run.stderr
    assert run.returncode == 0


def test_predictions_can_be_on_in_plain_text_from_the_start() -> None:
    asked = carrot("play", "--fresh", "--set", "predictions=on", typed="1\n").stdout
    assert "Before you see what happens" in asked or "What will" in asked


def test_help_says_who_beats_whom() -> None:
    said = " ".join(carrot("--help").stdout.split())
    assert "--set beats the environment" in said
    assert "NO_COLOR" in said


def test_plain_text_begins_the_year_that_the_title_screen_would() -> None:
    made = Preferences.read(settings_file())
    made.change("cut", "taster")
    made.change("keeper", "record")
    said = carrot("--plain").stdout
    assert said.startswith("A new run: A taster.")
    assert "What is on record" in said


def test_a_play_from_the_command_line_begins_the_default_year_whatever_was_chosen_last() -> None:
    Preferences.read(settings_file()).change("cut", "taster")
    assert carrot("play", "--plain").stdout.startswith("A new run: A season.")
