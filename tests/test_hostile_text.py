"""Text that an author wrote or a player typed is text, whatever stands in it, in both faces.

Markup, HTML, control characters and marks that turn the direction of reading: what can be
printed is printed as it stands, the rest is left out, and nothing is ever carried out.
"""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from game.core.playing.session import Session
from game.core.saves.handing import import_run
from game.core.saves.runs import Runs, new_run
from game.core.story.model import Story
from game.folders import runs_folder
from game.plain.log import transcript
from tests.builders import FILES, Tiny, choices
from tests.plain.helpers import play
from tests.tui.helpers import Table, opened

SHOWN = "[red]x[/red] <b>&lt;i [@click=quit]q"
HOSTILE = f"{SHOWN} \x1b[2J\x07\x9b \u202eabc\u2066\u200b\ufeff"
TEXTS = {
    *("against", "chapter", "for", "fragment", "label", "name", "opening", "outcome", "place"),
    *("plain", "question", "reason", "says", "text", "title", "unscored", "way_out"),
}
"""Keys whose values are read by players."""
WHOLE = ("first.ill", "second.well", "third.ill")


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing rolls while it is looked at."""
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")


def poisoned(value: Any, key: str = "") -> Any:
    """The same data with hostile text behind every text."""
    if isinstance(value, dict):
        return {name: poisoned(inner, str(name)) for name, inner in value.items()}
    if isinstance(value, list):
        return [poisoned(inner, key) for inner in value]
    return f"{value} {HOSTILE}" if key in TEXTS and isinstance(value, str) else value


@pytest.fixture
def hostile(tmp_path: Path) -> Story:
    """The tiny story, with hostile text wherever a player reads."""
    tiny = Tiny(tmp_path / "hostile")
    for name, words in FILES.items():
        tiny.put(name, yaml.safe_dump(poisoned(yaml.safe_load(words)), sort_keys=False))
    return tiny.load()


def begun(story: Story, *steps: str, name: str = HOSTILE) -> Session:
    session = Session.new(story, "score", "whole", Runs(runs_folder()), name, predictions=False)
    session.play(choices(*steps))
    return session


def steering(words: str) -> list[str]:
    """Characters that could steer a terminal or turn the direction of reading."""
    kinds = ("Cc", "Cf", "Co", "Cs")
    return [c for c in words if c != "\n" and unicodedata.category(c) in kinds]


def test_plain_mode_says_it_as_it_stands(hostile: Story) -> None:
    words = ("again", "history", "whatif", "runs", "gallery", "met", "ledger", "doors", "lists")
    lines = ("2", "1", *words, "2", *words, "library", "card c1", "scene 1", "more", "why 1")
    told = play(lines, begun(hostile))
    assert told.session.over
    assert steering(told.text) == []
    assert told.flat.count("[red]x[/red]") > 50
    assert "<b>&lt;i [@click=quit]q" in told.flat


def test_the_log_is_markdown_in_which_nothing_is_markup_or_html(hostile: Story) -> None:
    log = transcript(begun(hostile, *WHOLE))
    assert steering(log) == []
    assert r"\[red\]x\[/red\] \<b\>\&lt;i \[@click=quit\]q" in log
    for line in log.splitlines():
        bare = line.removeprefix("> ").replace("\\<", "").replace("\\>", "")
        assert "<" not in bare
        assert ">" not in bare


async def looked(table: Table, *keys: str) -> None:
    """Press keys; after each the screen holds nothing but text."""
    for key in keys:
        await table.press(key)
        assert steering(table.text) == []
        assert table.app.is_running


async def test_the_app_shows_every_page_as_it_stands(hostile: Story) -> None:
    async with opened(hostile, begun(hostile), size=(120, 60)) as table:
        session = table.session
        for _ in range(40):
            if session.page is None:
                break
            await looked(table, "2" if session.waiting else "enter")
            assert "[red]x[/red]" in table.flat
        assert session.page is None


@pytest.mark.parametrize("size", [(80, 24), (120, 50)], ids=str)
async def test_the_app_shows_every_screen_as_it_stands(
    hostile: Story, size: tuple[int, int]
) -> None:
    session = begun(hostile, *WHOLE)
    session.save()
    session.jump(len(session.trace.turns))
    async with opened(hostile, session, size=size) as table:
        for key in ("l", "h", "i", "d", "c"):
            await looked(table, key)
            assert "[red]" in table.flat
            await looked(table, "down", "enter", "escape")
            while table.app.screen is not table.app.screen_stack[1]:
                await table.press("escape")
            session.jump(len(session.trace.turns))
        await looked(table, "q")
        await table.click("Your years")
        await looked(table, "d", "escape", "escape")
        await table.click("Library")
        await looked(table, "enter", "escape", "slash", *"[b]", "enter")


async def test_a_name_and_an_answer_are_only_words(tiny: Tiny) -> None:
    tiny.swap("chapters/1.yaml", "help: answer", "help: write")
    tiny.swap("chapters/1.yaml", "outcome: Bad., unscored", 'outcome: "Hello {name}.", unscored')
    story = tiny.load()
    session = begun(story, "first.ill")
    session.answer(f"So {HOSTILE}", "C1")
    said = session.run.answers["C1"]
    assert steering(said + session.run.name) == []
    assert said.startswith(f"So {SHOWN}")
    told = play(("last", "card c1"), session)
    assert "Hello [red]x[/red]" in told.flat
    assert steering(told.text) == []
    async with opened(story, begun(story, "first.ill"), size=(120, 50)) as table:
        assert "Hello [red]x[/red]" in table.flat
        assert steering(table.text) == []


def test_a_run_from_elsewhere_brings_only_words(tiny: Tiny, tmp_path: Path) -> None:
    from game.core.run.saved import encode

    run = new_run("tiny", "d", "score", "whole")
    raw = encode(run).decode().replace('"name": ""', f'"name": {json.dumps(HOSTILE)}')
    (tmp_path / "x.json").write_text(raw, encoding="utf-8")
    taken = import_run(tiny.load(), Runs(tmp_path / "runs"), tmp_path / "x.json").run
    assert steering(taken.name) == []
    assert taken.name.startswith("[red]x[/red]")
