"""The debrief: what it adds to the year's chart, and what is one key away."""

from pathlib import Path

from game.core.debrief.figures import Beside, Debrief
from game.core.playing.looking_back import looking_back
from game.core.playing.session import Session
from game.core.story.model import Story
from game.tui.ink import Room
from game.tui.screens.about import AboutScreen
from game.tui.screens.play import PlayScreen
from game.tui.sheets import debrief as sheet
from game.tui.sheets.chart import signs_on
from game.tui.sheets.legend import legend
from tests.builders import Tiny, shipped_story
from tests.tui.helpers import begin, opened, played
from tests.tui.test_sheets import text

THROUGH = ("first.ill", "second.well", "third.well")


def view(story: Story) -> Debrief:
    return looking_back(played(story, *THROUGH))


def whole(story: Story) -> str:
    return text(sheet.debrief_sheet(played(story, *THROUGH))(Room(96, 30)))


def test_events_with_one_effect_share_a_line(tiny: Story) -> None:
    from dataclasses import replace

    events = (Beside("Rain", "nothing"), Beside("Snow", "nothing"), Beside("Hail", "down 10"))
    said = text(sheet._uncontrolled(replace(view(tiny), uncontrolled=events), 96))
    assert "Rain and Snow: nothing." in said
    assert "Hail: down 10." in said


def test_a_note_of_the_story_stands_where_it_fits(files: Tiny) -> None:
    note = "notes:\n  - {if: chose first.ill, text: Joining them is ours.}\n"
    assert "Joining them is ours." in whole(files.add("story.yaml", note).load())


def test_sentences_that_stood_behind_are_counted() -> None:
    from game.tui.figure_words import met

    said = met((("documented", 2), ("false", 1)), 1, 4)
    assert "On record: 2 documented, 1 false." in said
    assert "4 more sentences stood behind them: the library has them." in said


def test_the_other_rulebooks_year_stands_beside_unasked(tiny: Story) -> None:
    assert "The same year: The lists" in whole(tiny)


async def test_who_wrote_this_page_is_one_key_away() -> None:
    story = shipped_story()
    session = begin(story)
    while session.page is not None:
        waiting = session.waiting
        if waiting is None:
            session.go_on()
        else:
            session.choose(next(o.id for o in waiting.options if o.closed is None))
    async with opened(story, session) as table:
        assert "Who wrote this page?" in text(sheet.debrief_sheet(session)(Room(76, 24)))
        await table.press("w")
        assert isinstance(table.app.screen, AboutScreen)


def test_what_the_bars_of_the_other_years_are_is_said() -> None:
    session = played(shipped_story(), "red-man.cross", "half-price.game", "sixteen-digits.right")
    said = " ".join(text(sheet.debrief_sheet(session)(Room(96, 30))).split())
    assert "▁ stands for that year's lowest number, █ for its highest." in said


def test_the_legend_explains_the_signs_that_stand_on_the_charts_and_no_others() -> None:
    session = played(shipped_story(), "red-man.cross", "half-price.game", "sixteen-digits.right")
    view = looking_back(session)
    said = text(legend(view.years, True, 96))
    there = signs_on(view.years)
    assert {sign for sign in "■□✕○→◇▒╱" if f"{sign}  " in said} == there


def test_what_turned_the_year_is_told_in_its_order() -> None:
    session = played(shipped_story(), "red-man.cross", "half-price.game", "sixteen-digits.wrong")
    said = text(sheet.debrief_sheet(session)(Room(96, 30)))
    assert "turns that changed most, in their order" in said
    turns = [point.turn for point in looking_back(session).turning]
    assert turns == sorted(turns)


def test_whoever_typed_the_wrong_digit_reads_it_not_among_what_nobody_could_control() -> None:
    session = played(shipped_story(), "red-man.cross", "half-price.game", "sixteen-digits.wrong")
    said = text(sheet.debrief_sheet(session)(Room(96, 30)))
    own = said.split("What came of your own choice, later")[1]
    assert "No letter came: down 50" in own.split("What no score saw")[0]


async def test_a_key_writes_the_year_as_a_page_beside_the_runs_and_says_where(tiny: Story) -> None:
    from game.cli.report import beside
    from game.folders import reports_folder

    session = at_the_end(tiny)
    session.save()
    async with opened(tiny, session) as table:
        table.app.report = beside
        await table.press("f")
        (page,) = reports_folder().iterdir()
        assert isinstance(table.app.screen, PlayScreen)
        assert table.app.screen.notice.startswith(f"Written: {page}. To open it,")
        assert table.app.screen.notice.endswith(page.as_uri())
        assert "Written: " in table.flat
        assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        await table.press("f")
        assert [*reports_folder().iterdir()] == [page]


async def test_where_no_page_can_be_written_the_key_says_so(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("f")
        assert "A page is written where the game itself is" in table.flat


def test_a_folder_that_refuses_a_page_is_told(tiny: Story, carrot_home: Path) -> None:
    from game.cli.report import beside

    session = at_the_end(tiny)
    carrot_home.mkdir(exist_ok=True)
    (carrot_home / "reports").write_text("a file")
    assert beside(session).startswith(f"Cannot write {carrot_home / 'reports'}")


def at_the_end(story: Story) -> Session:
    session = played(story, *THROUGH)
    while session.page is not None:
        session.go_on()
    return session
