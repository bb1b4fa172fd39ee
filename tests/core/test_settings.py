"""Settings on disk: whole or not at all, and never in the way."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.saves.settings import SETTINGS, Preferences, Settings, Unfit, asked, fitting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.json"


def test_without_a_file_the_defaults_serve_and_nothing_is_said(path: Path) -> None:
    found = Preferences.read(path)
    assert found.now == Settings()
    assert found.told == ()
    assert not path.exists()


def test_the_first_value_of_each_setting_is_its_default() -> None:
    for setting in SETTINGS:
        assert getattr(Settings(), setting.key) == setting.values[0][0]


def test_every_field_but_the_hint_and_the_last_choices_can_be_set() -> None:
    assert {f.name for f in fields(Settings)} == {s.key for s in SETTINGS} | {
        "hinted",
        "keeper",
        "cut",
    }


@pytest.mark.parametrize(
    ("key", "value"), [(s.key, value) for s in SETTINGS for value, _ in s.values]
)
def test_a_change_is_found_again_at_the_next_start(path: Path, key: str, value: str) -> None:
    assert Preferences.read(path).change(key, value) is None
    assert getattr(Preferences.read(path).now, key) == value


def test_a_theme_that_only_the_app_knows_is_kept(path: Path) -> None:
    Preferences.read(path).change("theme", "nord")
    assert Preferences.read(path).now.theme == "nord"


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '"theme"', "\x00", '{"theme": "n", ', "9" * 30000]
)
def test_a_damaged_file_is_told_and_the_defaults_serve(path: Path, damage: str) -> None:
    path.parent.mkdir()
    path.write_text(damage)
    found = Preferences.read(path)
    assert found.now == Settings()
    assert str(path) in found.told[0]
    assert path.read_text() == damage


def test_one_wrong_value_is_told_and_the_others_count(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"format": 1, "motion": "offf", "digits": "move"}))
    found = Preferences.read(path)
    assert found.now == Settings(digits="move")
    assert "Did you mean 'off'?" in found.told[0]


def test_a_change_that_cannot_be_kept_counts_all_the_same_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    found = Preferences.read(tmp_path / "data" / "settings.json")
    problem = found.change("motion", "off")
    assert problem is not None
    assert "could not be kept" in problem
    assert found.now.motion == "off"


def test_a_failed_write_leaves_the_old_file_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Preferences.read(path).change("motion", "off")
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert Preferences.read(path).change("spacing", "wide")
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_what_is_forced_is_in_force_and_is_not_kept(path: Path) -> None:
    found = Preferences.read(path)
    found.forced["motion"] = ("off", "NO_MOTION")
    assert found.now.motion == "off"
    found.change("spacing", "wide")
    assert Preferences.read(path).now == Settings(spacing="wide")


def test_a_change_made_in_the_program_beats_what_was_forced_at_its_start(path: Path) -> None:
    found = Preferences.read(path)
    found.forced["motion"] = ("off", "NO_MOTION")
    found.change("motion", "on")
    assert found.now.motion == "on"


@pytest.mark.parametrize("words", ["theme", "theme=", "thme=terminal", "theme=nigth-edition"])
def test_a_wrong_setting_is_refused_with_a_sentence(words: str) -> None:
    with pytest.raises(Unfit, match=r"\.$"):
        asked(words)


def test_the_nearest_right_word_is_offered() -> None:
    with pytest.raises(Unfit, match="Did you mean 'night-edition'"):
        fitting("theme", "night-editon")


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_game(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_bytes(data)
    assert isinstance(Preferences.read(path).now, Settings)


def test_predictions_are_asked_for_where_the_setting_says() -> None:
    asks = {
        value: (
            Settings(predictions=value).predicts(False),
            Settings(predictions=value).predicts(True),
        )
        for value in ("app", "on", "off")
    }
    assert asks == {"app": (True, False), "on": (True, True), "off": (False, False)}
