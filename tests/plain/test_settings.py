"""The word `settings`: the app's settings, in plain text."""

from pathlib import Path

from game.core.saves.settings import SETTINGS, Preferences
from tests.plain.helpers import play


def test_settings_are_listed_with_what_they_can_be() -> None:
    said = play(["settings"]).flat
    for setting in SETTINGS:
        assert f"{setting.key} is {setting.values[0][0]}" in said
        for other, _ in setting.values[1:]:
            assert other in said


def test_a_setting_is_changed_kept_and_said(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    told = play(["settings theme night-edition"], settings=Preferences.read(file))
    assert "Theme: night edition: light on dark. It shows in the app." in told.flat
    assert Preferences.read(file).now.theme == "night-edition"


def test_wide_spacing_shows_at_once() -> None:
    before, after = play(["help all"]), play(["settings spacing wide", "help all"])
    assert "help all: every word.\n- again" not in after.text
    assert after.text.count("\n\n") > before.text.count("\n\n") + 20


def test_predictions_begin_and_end_with_their_setting() -> None:
    told = play(["settings predictions on"])
    assert told.session.predictions
    told = play(["settings predictions on", "settings predictions off"])
    assert not told.session.predictions


def test_plain_text_can_be_the_default(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    told = play(["settings plain on"], settings=Preferences.read(file))
    assert "From the next start on." in told.flat
    assert Preferences.read(file).now.plain == "on"


def test_a_wrong_value_gets_the_nearest_right_word() -> None:
    assert "Did you mean 'wide'?" in play(["settings spacing wid"]).flat
    assert "Did you mean 'spacing'?" in play(["settings spaceing wide"]).flat


def test_what_the_environment_decides_says_so() -> None:
    forced = Preferences(forced={"motion": ("off", "NO_MOTION")})
    assert "because NO_MOTION says so" in play(["settings"], settings=forced).flat


def test_whoever_set_plain_text_finds_the_way_back_in_the_short_help(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    told = play(["settings plain on", "help"], settings=Preferences.read(file))
    assert "settings plain off: the app again, from the next start on." in told.flat
