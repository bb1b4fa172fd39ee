"""Looking back in the app: what if, history, doors, sentences met, the album of runs."""

from pathlib import Path

import pytest
from textual.widgets import Input

from game.core.playing.session import Session
from game.core.run.trace import Choice
from game.core.saves.runs import Runs
from game.core.story.model import Story
from game.folders import runs_folder
from game.tui.ink import Room
from game.tui.screens.album import AlbumScreen
from game.tui.screens.behind import DoorsScreen, GuessesScreen, MetScreen
from game.tui.screens.card import CardScreen
from game.tui.screens.history import HistoryScreen
from game.tui.screens.play import PlayScreen
from game.tui.screens.whatif import WhatIfScreen
from game.tui.sheets.chart import strip
from game.tui.sheets.debrief import debrief_sheet
from tests.builders import Tiny, choices, shipped_story, walk
from tests.tui.helpers import Table, opened, played
from tests.tui.screens import at
from tests.tui.test_sheets import text

WHOLE = ("first.ill", "second.well", "third.ill")
SCORE = "rulebooks/score.yaml"
SIZES = [(80, 24), (100, 30), (160, 45)]


def at_the_end(story: Story, *steps: str) -> Session:
    session = played(story, *(steps or WHOLE))
    session.jump(len(session.trace.turns))
    return session


async def test_what_was_guessed_stands_beside_what_came_and_opens_its_turn(files: Tiny) -> None:
    files.swap(
        "chapters/1.yaml", "title: The first\n", "title: The first\n    predict: direction\n"
    )
    session = played(files.load())
    session.play([Choice("first", "ill", "up"), *choices("second.well", "third.ill")])
    session.jump(len(session.trace.turns))
    async with opened(session.story, session) as table:
        await table.press("g")
        assert isinstance(table.app.screen, GuessesScreen)
        assert "You guessed once what would happen; none came true." in table.text
        assert "The first: you guessed: it rises; it was: it falls" in table.text
        await table.press("enter")
        assert "It begins." in table.text


async def test_where_nothing_was_guessed_that_is_said(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("g")
        assert "Nothing was guessed in this year." in table.text


# The debrief


def test_the_debrief_leads_with_five_things_then_the_question_then_what_is_a_key_away() -> None:
    session = played(shipped_story())
    session.play(walk(session.game, [0] * 6))
    said = text(debrief_sheet(session)(Room(76, 24)))
    parts = (
        "Your year:",
        "The same year: What is on record",
        "The same year, by the others",
        "Three turns that changed most, in their order",
        "What came of your own choice, later",
        "What no score saw",
        "And we kept score too",
        "Six statements",
        "Name a number that follows you",
        "One key away",
    )
    assert [part for part in parts if part not in said] == []
    places = [said.index(part) for part in parts]
    assert places == sorted(places)


def test_every_other_rulebook_has_its_bars_on_the_same_turns() -> None:
    from game.core.playing.looking_back import looking_back

    session = played(shipped_story(), "red-man.cross", "half-price.game", "sixteen-digits.right")
    for year in looking_back(session).years:
        bars = strip(year, 76)[0].plain
        assert bars.startswith("     ")
        assert len(bars.strip()) % (len(year.points) + 1) == 0


def test_a_barred_turn_is_marked_on_the_bars_and_hatched_from_there_on(files: Tiny) -> None:
    from game.core.playing.looking_back import looking_back

    files.swap(SCORE, "closed: number < 40", "closed: number < 10")
    view = looking_back(played(files.load(), "first.ill", "second.gate", "third.well"))
    lists = next(year for year in view.years if year.keeper == "lists")
    signs = strip(lists, 76)[1].plain
    assert signs.index("■") < signs.index("▒") < signs.index("╱")
    score = next(year for year in view.years if year.keeper == "score")
    assert "╱" not in text(strip(score, 76))


async def test_space_at_the_end_of_the_debrief_stays_there(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny), size=(80, 24)) as table:
        await table.press(*["space"] * 12)
        assert "One key away" in table.text


async def test_doors_and_sentences_are_one_key_away(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("d")
        assert isinstance(table.app.screen, DoorsScreen)
        assert "the gate  closed below 40 (C1)" in table.text
        assert "+ it happened, after the scene of that number" in table.text
        assert "closed  Rain" in table.text
        assert "opened  The second" in table.text
        await table.press("enter")
        assert isinstance(table.app.screen, CardScreen)
        await table.press("escape", "escape", "c")
        assert isinstance(table.app.screen, MetScreen)
        assert "documented" in table.text


async def test_a_mark_made_on_the_card_stands_in_the_list_and_is_kept(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("c", "enter", "3", "escape")
        assert "falls" in table.text
        await table.press("escape")
        assert table.session.run.marks == {"C1": "falls"}
        assert table.session.saved


async def test_what_is_a_key_away_is_a_click_away_too(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny), size=(100, 60)) as table:
        await table.press(*["space"] * 6)
        await table.click("what if another had kept")
        assert isinstance(table.app.screen, WhatIfScreen)


# What if


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_what_if_shows_both_at_every_size(tiny: Story, size: tuple[int, int]) -> None:
    async with opened(tiny, at_the_end(tiny), size=size) as table:
        await table.press("i")
        assert "The score" in table.text
        assert "The lists" in table.text
        assert table.text.count("It ends:") == 2
        for row in table.text.splitlines():
            assert len(row) <= size[0]


async def test_a_barred_turn_is_marked_in_words(files: Tiny) -> None:
    files.swap(SCORE, "closed: number < 40", "closed: number < 10")
    story = files.load()
    session = at_the_end(story, "first.ill", "second.gate", "third.well")
    async with opened(story, session, size=(120, 50)) as table:
        await table.press("i")
        assert "barred: closed: you are on the book (C1)" in table.flat
        assert "It would have barred you once." in table.flat


async def test_either_keeper_can_be_changed_and_the_run_stays() -> None:
    story = shipped_story()
    session = played(story, "red-man.cross")
    run = session.run
    async with opened(story, session) as table:
        await table.press("i")
        screen = table.app.screen
        assert isinstance(screen, WhatIfScreen)
        assert screen.pair == ["article", "record"]
        await table.press("right")
        assert screen.pair == ["article", "carrots"]
        await table.press("left", "left")
        assert screen.pair == ["article", "sesame"]
        await table.press("x", "a", "2")
        assert screen.pair == ["reply", "article"]
        await table.press("escape")
        assert table.session.run == run


async def test_nobody_can_be_chosen_against_itself_in_what_if() -> None:
    story = shipped_story()
    async with opened(story, at("the-file")(story)) as table:
        await table.press("i", "b")
        assert "The score as the article describes it" not in table.text
        assert "What is on record" in table.text
        await table.press("escape", "a")
        assert "The score as the article describes it" in table.text
        assert "What is on record" not in table.text


async def test_before_the_first_choice_what_if_says_why_not(tiny: Story) -> None:
    async with opened(tiny, played(tiny)) as table:
        await table.press("i")
        assert "Nothing was chosen yet" in table.text


async def test_while_a_scene_is_held_back_what_if_waits() -> None:
    made = ("red-man.cross", "half-price.game", "sixteen-digits.right", "long-way-home.buses")
    session = played(shipped_story(), *made, "noors-post.share")
    async with opened(shipped_story(), session) as table:
        await table.press("i")
        assert "so does this" in table.text
        await table.press("l", "i")
        assert not isinstance(table.app.screen, WhatIfScreen)


async def test_the_ledger_leads_to_what_if(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("l", "i")
        assert isinstance(table.app.screen, WhatIfScreen)


# History


async def test_history_turns_to_a_page_and_undoes_nothing(tiny: Story) -> None:
    session = at_the_end(tiny)
    run = session.run
    async with opened(tiny, session) as table:
        await table.press("h")
        assert isinstance(table.app.screen, HistoryScreen)
        assert "The first: Do bad." in table.text
        await table.press("home", "enter")
        assert (table.session.stop.kind, table.session.stop.turn) == ("scene", 0)
        assert table.session.run == run


async def test_on_an_old_page_undo_takes_nothing_back_and_escape_goes_back_to_yours(
    tiny: Story,
) -> None:
    session = at_the_end(tiny)
    run = session.run
    async with opened(tiny, session) as table:
        left = table.session.stop
        await table.press("h", "home", "enter")
        assert "An old page, to read again" in table.flat
        assert "u undo" not in table.text.splitlines()[-1]
        await table.press("u")
        assert table.session.run == run
        await table.press("escape")
        assert table.session.stop == left
        await table.press("escape", "u", "u")  # out of the list; a year that is over asks once
        assert len(table.session.run.choices) == len(run.choices) - 1


async def test_history_left_with_escape_stays_on_the_page(tiny: Story) -> None:
    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("h", "home", "escape")
        assert table.session.page is None


async def test_from_a_turn_a_run_of_its_own_begins_and_the_old_one_stays(tiny: Story) -> None:
    session = at_the_end(tiny)
    async with opened(tiny, session) as table:
        await table.press("h", "home", "n")
        assert table.session is not session
        assert "This is a run of its own" in table.flat
        assert "◀ you" not in table.text
        assert "Do bad.  · taken before" in table.text
        await table.press("1")
        assert len(table.session.run.choices) == 1
    made = {len(file.run.choices) for file in Runs(runs_folder()).all()[0]}
    assert made == {1, 3}


async def test_a_run_that_branched_off_is_kept_with_its_first_choice(tiny: Story) -> None:
    def made() -> list[int]:
        return sorted(len(file.run.choices) for file in Runs(runs_folder()).all()[0])

    async with opened(tiny, at_the_end(tiny)) as table:
        await table.press("h", "home", "down", "down", "n")
        await table.rest()
        assert table.session.saved
        assert made() == [3]
        await table.press("1")
        assert "kept" in table.text
    assert made() == [2, 3]


async def test_an_event_is_no_place_to_begin_at(tiny: Story) -> None:
    session = at_the_end(tiny)
    async with opened(tiny, session) as table:
        await table.press("h", "home", "down", "n")
        assert table.session is session
        assert isinstance(table.app.screen, HistoryScreen)  # the list stays
        assert "no choice there" in table.flat


# The album


async def at_album(table: Table) -> AlbumScreen:
    await table.click("Your years")
    assert isinstance(table.app.screen, AlbumScreen)
    return table.app.screen


async def test_the_album_names_what_was_found_and_nothing_else(tiny: Story) -> None:
    at_the_end(tiny).save()
    async with opened(tiny) as table:
        assert "1 run, 1 of 2 endings found" in table.flat
        await at_album(table)
        assert "The album: 1 of 2 endings found" in table.text
        assert "▐ 1 Low ▌" in table.text
        assert "▐ ····· ▌" in table.text
        assert "The end" not in table.text


async def test_a_run_that_is_over_opens_at_what_it_adds_up_to(tiny: Story) -> None:
    at_the_end(tiny).save()
    async with opened(tiny) as table:
        await at_album(table)
        await table.press("enter")
        assert isinstance(table.app.screen, PlayScreen)
        assert table.session.page is None


async def test_an_unfinished_run_goes_on(tiny: Story) -> None:
    played(tiny, "first.well").save()
    async with opened(tiny) as table:
        await at_album(table)
        assert "after The first, 1 of 3" in table.flat
        await table.press("enter")
        assert table.session.run.choices[0].option == "well"


async def test_a_run_is_deleted_only_once_it_was_said_twice(tiny: Story) -> None:
    played(tiny, "first.well").save()
    async with opened(tiny) as table:
        await at_album(table)
        await table.press("d", "enter")
        assert len(Runs(runs_folder()).all()[0]) == 1
        await table.press("d", "2")
        assert "Deleted." in table.text
        assert Runs(runs_folder()).all()[0] == ()
        await table.press("d", "enter", "e", "escape")
        assert "no run yet" in table.text
        assert "Continue" not in table.text


async def test_a_run_is_exported_and_taken_in_again(tiny: Story, tmp_path: Path) -> None:
    played(tiny, "first.well").save()
    out = tmp_path / "x.json"
    async with opened(tiny) as table:
        screen = await at_album(table)
        await table.press("e", *str(out), "enter")
        assert Runs(tmp_path).load(out).run.choices[0].option == "well"
        await table.press("e", *str(out), "enter")
        assert "is there already" in table.flat
        await table.press("1", "i", *str(out), "enter")
        assert len(screen.runs) == 2
        assert "Taken in as" in table.text


async def test_an_export_proposes_where_to(tiny: Story) -> None:
    played(tiny, "first.well").save()
    async with opened(tiny) as table:
        await at_album(table)
        await table.click("export")
        assert f"~/{tiny.head.id}.run.json" in [
            field.value for field in table.app.screen.query(Input)
        ]


async def test_what_is_no_run_is_told_in_a_sentence(tiny: Story, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("[red]hello")
    async with opened(tiny) as table:
        await at_album(table)
        await table.press("i", *str(tmp_path / "x"), "enter")
        assert "it is not readable JSON" in table.flat


async def test_a_run_that_fits_no_more_is_not_opened(tiny: Story, tmp_path: Path) -> None:
    at_the_end(tiny).save()
    edited = Tiny(tmp_path / "edited").swap("chapters/2.yaml", "id: third", "id: other").load()
    async with opened(edited) as table:
        await at_album(table)
        await table.press("enter")
        assert "This run needs" in table.flat


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_row_of_the_title_can_be_seen(size: tuple[int, int]) -> None:
    story = shipped_story()
    played(story, "red-man.cross").save()
    over = played(story)
    over.play(walk(over.game, [0] * 6))
    over.save()
    async with opened(story, size=size) as table:
        rows = ("Continue", "New year", "Last year", "Your years", "Library", "Quit")
        assert [row for row in rows if row not in table.text] == []


async def test_what_if_sets_an_ending_apart_from_what_follows_it(tiny: Story) -> None:
    async with opened(tiny, played(tiny, WHOLE[0]), size=(80, 24)) as table:
        await table.press("i")
        assert " · It was your keeper." in table.flat


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_when_a_held_score_is_told_stands_once_on_a_page(size: tuple[int, int]) -> None:
    story = shipped_story()
    session = at("noors-post", "outcome", take="share")(story)
    async with opened(story, session, size=size) as table:
        assert table.flat.count("Noor's post is") == 1
        assert table.flat.count("judged") == 1


async def test_what_weighed_most_is_a_quote_with_its_speaker() -> None:
    story = shipped_story()
    async with opened(story, at("under-the-article")(story), size=(100, 60)) as table:
        await table.press("w")
        claim = story.claims[next(iter(table.session.pages.claims_met()))]
        quote = " ".join(claim.words.split())
        assert f"“{quote}”, {story.speakers[claim.speaker]}" in table.flat
