"""The settings in the app: each does something, shows at once, and is found at the next start."""

from pathlib import Path

import pytest

from game.core.saves.settings import SETTINGS, Preferences, Settings
from game.core.showing.views import OutcomePage, PredictionPage
from game.core.story.model import Story
from game.tui import themes
from game.tui.palette import commands
from game.tui.screens.play import PlayScreen
from tests.builders import shipped_story
from tests.tui.helpers import Table, begin, opened, played


@pytest.fixture
def kept(tmp_path: Path) -> Preferences:
    made = Preferences.read(tmp_path / "settings.json")
    made.change("hinted", True)
    return made


def again(kept: Preferences) -> Settings:
    """What the next start finds."""
    assert kept.path is not None
    return Preferences.read(kept.path).now


async def go_to(table: Table, key: str) -> Table:
    """Open the settings on one of them."""
    downs = [setting.key for setting in SETTINGS].index(key)
    return await table.press("comma", *["down"] * downs)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
async def test_enter_goes_round_the_values_of_a_setting_and_keeps_each(
    tiny: Story, kept: Preferences, setting: object
) -> None:
    from game.core.saves.settings import Setting

    assert isinstance(setting, Setting)
    async with opened(tiny, settings=kept) as table:
        await go_to(table, setting.key)
        assert setting.says.split()[0] in table.text
        values = [value for value, _ in setting.values]
        for value in [*values[1:], values[0]]:
            await table.press("enter")
            assert f"● {setting.words(value)}" in table.text
            assert getattr(again(kept), setting.key) == value


async def test_the_arrow_to_the_left_goes_back(tiny: Story, kept: Preferences) -> None:
    async with opened(tiny, settings=kept) as table:
        await (await go_to(table, "spacing")).press("left")
        assert again(kept).spacing == "wide"
        await table.press("right")
        assert again(kept).spacing == "normal"


async def test_the_settings_close_by_the_key_that_opened_them(tiny: Story) -> None:
    async with opened(tiny, begin(tiny)) as table:
        await table.press("comma")
        assert "Each change shows at once" in table.text
        await table.press("comma")
        assert isinstance(table.app.screen, PlayScreen)


async def test_t_goes_round_our_themes_and_keeps_the_one_that_is_shown(
    tiny: Story, kept: Preferences
) -> None:
    async with opened(tiny, settings=kept) as table:
        for theme in [*themes.OURS[1:], themes.OURS[0]]:
            await table.press("t")
            assert table.app.theme == theme.name
            assert again(kept).theme == theme.name


async def test_a_theme_of_textuals_own_is_kept_too(tiny: Story, kept: Preferences) -> None:
    async with opened(tiny, settings=kept) as table:
        table.app.theme = "nord"
        await table.rest()
    async with opened(tiny, settings=Preferences.read(kept.path or Path())) as table:
        assert table.app.theme == "nord"


async def test_a_theme_that_is_gone_is_told_and_newsprint_serves(
    tiny: Story, kept: Preferences
) -> None:
    kept.change("theme", "gone-since")
    async with opened(tiny, settings=kept) as table:
        assert table.app.theme == "newsprint"
        assert "no theme 'gone-since'" in table.flat


async def test_motion_off_lets_the_number_stand_at_once(
    tiny: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "full")
    async with opened(tiny, begin(tiny), settings=Preferences()) as table:
        await table.press("full_stop", "enter", "enter", "2")
        screen = table.app.screen
        assert isinstance(screen, PlayScreen)
        assert isinstance(table.session.page, OutcomePage)
        assert screen._roll is None
        await table.press("u", "full_stop", "2")
        assert screen._roll is not None


async def test_predictions_can_be_switched_off_and_on_in_the_middle_of_a_run() -> None:
    story = shipped_story()
    async with opened(story, begin(story, predictions=True)) as table:
        await table.press("enter", "enter")
        await (await go_to(table, "predictions")).press("left", "escape")
        assert not table.session.predictions
        await table.press("1")
        assert not isinstance(table.session.page, PredictionPage)
        await table.press("u")
        await (await go_to(table, "predictions")).press("right", "escape", "1")
        assert isinstance(table.session.page, PredictionPage)


async def test_a_run_that_begins_asks_for_predictions_only_where_they_are_wanted() -> None:
    story = shipped_story()
    never = Preferences(kept=Settings(predictions="off", hinted=True))
    async with opened(story, settings=never) as table:
        await table.press("enter")
        assert not table.session.predictions


async def test_the_settings_show_what_another_key_has_changed(tiny: Story) -> None:
    async with opened(tiny, size=(80, 24)) as table:
        await table.press("comma")
        assert "Theme             newsprint: dark on light" in table.text
        await table.press("t", "full_stop")
        assert "Theme             night edition: light on dark" in table.text
        assert "Motion            nothing moves" in table.text


async def test_digits_may_only_move_and_then_enter_chooses(tiny: Story) -> None:
    careful = Preferences(kept=Settings(digits="move", hinted=True))
    async with opened(tiny, begin(tiny), settings=careful) as table:
        await table.press("enter", "enter", "2")
        assert table.session.run.choices == ()
        assert "› 2  Do bad" in table.text
        await table.press("enter")
        assert [choice.option for choice in table.session.run.choices] == ["ill"]


async def test_wide_spacing_puts_air_between_the_lines_of_a_story() -> None:
    story = shipped_story()
    async with opened(story, begin(story), size=(100, 45)) as table:
        await table.press("enter", "enter")
        close = table.text.rstrip().splitlines()
        await (await go_to(table, "spacing")).press("enter", "escape")
        wide = table.text.rstrip().splitlines()
        first = next(n for n, row in enumerate(close) if "Canal Street" in row)
        assert close[first + 1].strip()
        first = next(n for n, row in enumerate(wide) if "Canal Street" in row)
        assert not wide[first + 1][:68].strip()


async def test_what_could_not_be_kept_is_said_on_the_settings(tiny: Story, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    nowhere = Preferences(tmp_path / "file" / "settings.json", Settings(hinted=True))
    async with opened(tiny, settings=nowhere) as table:
        await table.press("comma", "enter")
        assert "could not be kept" in table.flat
        assert table.app.theme == "night-edition"


async def test_a_damaged_file_is_told_on_the_title(tiny: Story, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{oops")
    async with opened(tiny, settings=Preferences.read(path)) as table:
        assert "can't be used: line 1, column 2" in table.flat


async def test_what_the_environment_decided_says_so(tiny: Story) -> None:
    forced = Preferences(kept=Settings(hinted=True), forced={"motion": ("off", "NO_MOTION")})
    async with opened(tiny, settings=forced) as table:
        await go_to(table, "motion")
        assert "NO_MOTION decides this at each start" in table.flat
        assert table.app.animation_level == "none"


async def test_the_hint_of_the_first_run_is_shown_once(kept: Preferences) -> None:
    story = shipped_story()
    kept.change("hinted", False)
    async with opened(story, begin(story), settings=kept) as table:
        await table.press("enter")
        assert "a comma opens the settings" not in table.flat
        await table.press("enter")
        assert "a comma opens the settings" in table.flat
        await table.press("1")
        assert "a comma opens the settings" not in table.flat
    assert again(kept).hinted
    async with opened(story, begin(story), settings=kept) as table:
        await table.press("enter", "enter")
        assert "a comma opens the settings" not in table.flat


async def test_a_comma_that_is_typed_opens_nothing(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.ill")) as table:
        await table.press("q")
        table.app.screen.open_library()  # type: ignore[attr-defined]
        await table.rest()
        await table.press("slash", "comma", "full_stop", "t")
        assert table.app.theme == "newsprint"
        assert ",.t" in table.text


async def test_the_length_and_the_keeper_chosen_last_are_the_next_years(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    async with opened(shipped_story(), settings=Preferences(path)) as table:
        table.app.keeper, table.app.cut = "record", "taster"
    async with opened(shipped_story(), settings=Preferences.read(path)) as table:
        assert (table.app.keeper, table.app.cut) == ("record", "taster")
        assert "A taster" in table.text


async def test_a_keeper_or_a_length_that_the_story_lacks_is_passed_over(
    tmp_path: Path, tiny: Story
) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"format": 1, "keeper": "nobody", "cut": "../odd"}')
    kept = Preferences.read(path)
    assert kept.told == ()
    async with opened(tiny, settings=kept) as table:
        assert (table.app.keeper, table.app.cut) == (tiny.default_keeper, tiny.default_cut)


async def test_plain_text_says_at_once_what_will_happen_and_how_to_come_back(
    tiny: Story, kept: Preferences
) -> None:
    async with opened(tiny, size=(80, 24), settings=kept) as table:
        await go_to(table, "plain")
        assert "From the next start on the game is plain text." not in table.flat
        await table.press("enter")
        assert "From the next start on the game is plain text." in table.flat
        assert "settings plain off" in table.flat


async def test_a_first_click_on_a_setting_opens_it_and_changes_nothing(
    tiny: Story, kept: Preferences
) -> None:
    async with opened(tiny, settings=kept) as table:
        await table.press("comma")
        await table.click("Plain text")
        assert again(kept).plain == "off"
        assert "● the app" in table.text
        await table.click("Plain text")
        assert again(kept).plain == "on"


async def test_a_click_on_a_value_takes_it_though_the_mouse_passes_other_rows(
    tiny: Story, kept: Preferences
) -> None:
    async with opened(tiny, settings=kept) as table:
        await table.press("comma")
        row = next(n for n, line in enumerate(table.text.splitlines()) if "Motion" in line)
        await table.pilot.hover(offset=(6, row))
        await table.click("high contrast: white")
        assert again(kept).theme == "high-contrast-night"
        await table.click("○ newsprint")
        assert again(kept).theme == "newsprint"


async def test_a_setting_chosen_by_name_changes_itself_and_not_the_highlighted_one(
    tiny: Story, kept: Preferences
) -> None:
    async with opened(tiny, settings=kept) as table:
        await table.press("comma")
        chosen = {name: does for name, _, does in commands(table.app.screen)}
        chosen["Choose: Text spacing"]()
        await table.rest()
        assert (again(kept).spacing, again(kept).theme) == ("wide", "newsprint")
