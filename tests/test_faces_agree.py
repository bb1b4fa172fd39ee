"""Both faces tell the same: the same choices give the same sentences and the same numbers."""

import re
from functools import cache

import pytest

from game.core.looking_back import looking_back
from game.core.model import Story
from game.core.save import Runs
from game.core.session import Session
from game.core.views import OutcomePage
from game.folders import runs_folder, story_folder
from game.pack import load
from tests.plain.helpers import play
from tests.tui.helpers import opened

KEEPERS = ("article", "reply", "sesame", "record", "carrots", "bureau")
CHOICES = ("1",) * 6


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
    return re.findall(
        r"The number (?:falls|rises) by \d+, to \d+|You are put on [\w' -]+", told.flat
    )


def parts(words: str) -> list[str]:
    """A sentence's tellings that a line break can't part: `falls`, `by 10,`, `590`."""
    return re.findall(r"by \d+,|\d{2,}$|falls|rises|put on", words)


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
            if isinstance(page, OutcomePage):
                wanted = re.findall(
                    r"The number (?:falls|rises) by \d+, to \d+|You are put on [\w' -]+",
                    " ".join(page.effects),
                )
                assert [
                    part for words in wanted for part in parts(words) if part not in table.flat
                ] == []
                seen += wanted
            await table.press("1" if session.waiting else "enter")
        return seen, table.flat


@pytest.mark.parametrize("keeper", KEEPERS)
async def test_both_faces_tell_the_same_moves(keeper: str) -> None:
    on_screen, last = await effects_on_screen(keeper)
    in_plain = effects_in_plain(keeper)
    held = [words for words in in_plain if words not in on_screen]
    # A held scene's effect stands on its reveal in the app; all the others on the outcome page.
    assert [words for words in in_plain if words in on_screen] == on_screen
    assert len(held) <= 1
    assert "Your year" in last


@pytest.mark.parametrize("keeper", KEEPERS)
async def test_both_faces_end_the_year_with_the_same_figures(keeper: str) -> None:
    told = play(CHOICES, keeper=keeper)
    _, last = await effects_on_screen(keeper)
    first = looking_back(told.session).years[0]
    assert " ".join(first.summary.split()) in told.flat
    assert first.end is None or str(first.end) in last
