"""What stands beside a sentence: both sides, the record, whose slip it is, what is so first."""

from dataclasses import replace

import pytest

from game.core.showing.cards import card
from game.core.showing.parts import CardView
from game.core.showing.task import task
from game.core.showing.views import RevealPage
from game.core.story.model import Story
from game.tui.ink import Room
from game.tui.leaves import Look, leaf
from game.tui.sheets.card import answered, clipping
from game.tui.sheets.card import card as whole
from game.tui.sheets.grid import set_grid
from game.tui.words import placed
from tests.builders import shipped_story
from tests.tui.helpers import begin, opened, played
from tests.tui.test_sheets import text

ROOM = Room(76, 24)


def view(claim: str) -> CardView:
    return card(shipped_story(), claim)


def short(claim: CardView, free: int = 22) -> str:
    return " ".join(text(answered(claim, None, ROOM, free)).replace("▌", "").split())


def test_the_pages_own_slip_is_owned_up_to() -> None:
    assert "” [sic]" in text(clipping(view("A22"), 76))
    assert "[sic]" not in text(clipping(view("A19"), 76))


def test_a_reveal_says_a_line_for_either_side() -> None:
    said = short(view("A19"))
    assert said.index("the other side: This was") < said.index("and for it: In several")


def test_the_line_for_it_stays_even_where_the_page_has_to_scroll() -> None:
    claim = replace(view("A19"), question=None)
    rows = len(answered(claim, None, ROOM, 22))
    assert "and for it" in short(claim, rows - 1)
    assert "and for it" in short(claim, 2)


def test_of_what_is_plainly_wrong_first_what_is_so_is_said() -> None:
    claim = view("J1")
    for said in (short(claim), text(whole(claim)(ROOM))):
        assert said.index("The facts first:") < said.index(claim.verdict)
        assert said.index(claim.verdict) < said.index(claim.words[:20])


def test_the_open_question_stands_on_the_reveal_where_there_is_room_for_it() -> None:
    claim = view("A19")
    rows = len(answered(claim, None, ROOM, 60))
    assert "To think about:" in short(claim, rows)
    assert "To think about:" not in short(claim, rows - 1)


def test_where_nothing_was_found_it_says_where_somebody_looked() -> None:
    assert "not found where we looked: state and city rules" in short(view("A16"))
    assert "looked at" not in short(view("A19"))


@pytest.mark.parametrize(("width", "height"), [(76, 24), (88, 30), (108, 45), (60, 60)])
def test_no_place_cuts_a_verdict_and_no_verdict_a_place(width: int, height: int) -> None:
    for claim in map(view, shipped_story().claims):
        verdict = f"ON RECORD · {claim.verdict}"
        place = " ".join(placed(claim.where or "", claim.verdict).split())
        for lay in (whole(claim), lambda room, claim=claim: answered(claim, None, room)):
            said = " ".join(text(lay(Room(width, height))).replace("▌", "").split())
            assert verdict in said, claim.id
            assert place in said or not claim.where, claim.id


def test_a_cell_that_rests_on_our_reading_is_marked_and_the_mark_explained() -> None:
    session = played(shipped_story(), "red-man.cross", "half-price.game", "sixteen-digits.right")
    session.go_on()
    page = session.page
    assert isinstance(page, RevealPage)
    assert "▲ +50°" in text(set_grid(page, 96, None))
    assert "° our reading of the text" in text(set_grid(page, 96, None))
    record = page._replace(rows=tuple(row for row in page.rows if row.keeper == "record"))
    assert "°" not in text(set_grid(record, 96, None))


def test_the_longest_name_of_a_rulebook_is_not_cut() -> None:
    session = played(shipped_story(), "red-man.cross")
    session.go_on()
    assert session.whole_reveal is not None
    assert "the carrot app  " in text(set_grid(session.whole_reveal, 76, None))


async def test_an_event_that_nobody_judges_has_no_grid_and_no_cell_to_open(tiny: Story) -> None:
    async with opened(tiny, played(tiny, "first.well")) as table:
        while (table.session.stop.kind, table.session.stop.turn) != ("reveal", 1):
            await table.press("enter")
        assert "Nothing here is for a rulebook to judge." in table.text
        assert "why?" not in table.text
        before = table.app.screen
        await table.press("down", "1")
        assert table.app.screen is before


def test_a_held_scene_tells_its_number_with_its_reveal_and_not_before() -> None:
    made = ("red-man.cross", "half-price.game", "sixteen-digits.right", "long-way-home.buses")
    session = played(shipped_story(), *made, "noors-post.share")
    outcome = leaf(session, Look()).upper
    assert outcome is not None
    assert "──▶" not in text(outcome(ROOM))
    while session.stop.kind != "reveal":
        session.go_on()
    upper = leaf(session, Look()).upper
    assert upper is not None
    assert "──▶" in text(upper(ROOM))
    assert f"to {session.margin.number}." in text(upper(ROOM))


def test_both_sides_together_are_as_wide_as_the_sentence_and_the_record() -> None:
    for width in (93, 94, 108):
        grounds = [line for line in whole(view("A19"))(Room(width, 60)) if "▌" in line.plain]
        assert {line.cell_length for line in grounds} == {width}


def test_no_line_of_a_source_ends_with_the_dot_that_parts() -> None:
    for claim in shipped_story().claims:
        for width in (76, 93, 108):
            lines = text(whole(view(claim))(Room(width, 60))).splitlines()
            assert [line for line in lines if line.rstrip().endswith(" ·")] == []


def test_a_guess_that_was_otherwise_is_said_once() -> None:
    asked = task(shipped_story(), "A19", "verdict", "opinion")
    assert asked is not None
    said = text(answered(view("A19"), asked, ROOM, 22))
    assert said.count("a judgment, not a fact") == 1


async def test_a_changed_mark_is_said_with_what_it_was() -> None:
    story = shipped_story()
    async with opened(story, begin(story), size=(80, 24)) as table:
        while table.session.stop.kind != "card":
            await table.press("1" if table.session.waiting else "enter")
        assert "1–4 mark it" in table.text.splitlines()[-1]
        await table.press("2", "3")
        assert "marked: falls (was in part); 3 takes it off" in table.text.splitlines()[-1]
        await table.press("3")
        assert not table.session.run.marks
