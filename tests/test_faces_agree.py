"""Both faces tell the same: the same choices give the same sentences and the same numbers."""

import re
from functools import cache

import pytest

from game.core.debrief.whatif import what_if
from game.core.playing.looking_back import looking_back
from game.core.playing.session import Session
from game.core.run.script import Stop
from game.core.saves.runs import Runs
from game.core.showing.views import OutcomePage, RevealPage
from game.core.story.model import Story
from game.folders import runs_folder, story_folder
from game.pack import load
from game.tui.screens.whatif import WhatIfScreen
from tests.plain.helpers import play
from tests.tui.helpers import opened

KEEPERS = ("article", "reply", "sesame", "record", "carrots", "bureau")
CHOICES = ("1",) * 6
MOVE = r"The number (?:falls|rises) by \d+, to \d+|You are put on [\w' -]+"


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing rolls while it is looked at."""
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")


@cache
def shipped() -> Story:
    return load(story_folder())


def effects_in_plain(keeper: str) -> list[str]:
    """What plain mode said after each choice and event, a sentence a line."""
    told = play(CHOICES, keeper=keeper)
    return re.findall(MOVE, told.flat)


def parts(words: str) -> list[str]:
    """A sentence's tellings that a line break can't part: `falls`, `by 10,`, `590`."""
    return re.findall(r"by \d+,|\d{2,}$|falls|rises|put on", words)


def effects_at(session: Session) -> tuple[str, ...]:
    """What the page now tells of moves: an outcome, or the reveal that an outcome was held for."""
    page = session.page
    if isinstance(page, RevealPage) and page.gear == "held":
        page = session.page_at(Stop("outcome", session.stop.turn))
    return page.effects if isinstance(page, OutcomePage) else ()


_WALKED: dict[str, tuple[list[str], str]] = {}


async def effects_on_screen(keeper: str) -> tuple[list[str], str]:
    """What the terminal app showed on its outcome pages, and its last screen; walked once."""
    if keeper not in _WALKED:
        _WALKED[keeper] = await _walk(keeper)
    return _WALKED[keeper]


async def _walk(keeper: str) -> tuple[list[str], str]:
    session = Session.new(shipped(), keeper, "taster", Runs(runs_folder()), predictions=False)
    seen: list[str] = []
    async with opened(shipped(), session, size=(100, 60)) as table:
        for _ in range(90):
            page = session.page
            if page is None:
                break
            told = " ".join(effects_at(session))
            wanted = re.findall(MOVE, told)
            parted = [part for words in wanted for part in parts(words)]
            assert [part for part in parted if part not in table.flat] == []
            seen += wanted
            await table.press("1" if session.waiting else "enter")
        return seen, table.flat


@pytest.mark.parametrize("keeper", KEEPERS)
async def test_both_faces_tell_the_same_moves(keeper: str) -> None:
    on_screen, last = await effects_on_screen(keeper)
    in_plain = effects_in_plain(keeper)
    assert on_screen == in_plain
    assert "Your year" in last


@pytest.mark.parametrize("keeper", KEEPERS)
async def test_both_faces_end_the_year_with_the_same_figures(keeper: str) -> None:
    told = play(CHOICES, keeper=keeper)
    _, last = await effects_on_screen(keeper)
    first = looking_back(told.session).years[0]
    assert " ".join(first.summary.split()) in told.flat
    assert first.end is None or str(first.end) in last


@pytest.mark.parametrize("keeper", KEEPERS)
async def test_both_faces_tell_the_same_years_side_by_side(keeper: str) -> None:
    told = play((*CHOICES, "whatif"), keeper=keeper)
    session = told.session
    session.jump(len(session.trace.turns))
    async with opened(shipped(), session, size=(80, 140)) as table:
        await table.press("i")
        assert isinstance(table.app.screen, WhatIfScreen)
        one, other = table.app.screen.pair
        view = what_if(session.game, session.trace, one, other)
        for side in view.sides:
            assert f"Under {side.short} the album closes on the page “{side.ending}”." in told.flat
            assert f"It ends: {side.ending}" in table.flat
        for turn in view.turns:
            for seen in turn.seen:
                for moved in seen.moved[:1]:
                    assert moved.split(":")[0] in table.flat
                    assert moved[1:] in told.flat
                assert seen.number is None or f"{seen.number}" in table.flat
