"""Runs and reports of earlier versions still open. The files in `saves` are never made anew.

A new version adds files beside them. A key that the format gains is fine; one that it loses, or
that changes its kind, needs a new number in `format`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from game.core.playing.session import Session
from game.core.saves.runs import Runs
from game.core.story.model import Story
from game.report.account import account
from game.report.data import FORMAT, as_json
from game.report.formats import FORMATS, written
from tests.builders import ROOT

SAVES = Path(__file__).with_name("saves")
RUNS = sorted(SAVES.glob("*.run.json"))
REPORTS = sorted(SAVES.glob("*.report.json"))

OPEN = {".remembered", ".believed", ".sentences.verdicts"}
"""Objects whose keys come from the story or from what was said, and are not the format's."""


def opened(path: Path, story: Story) -> Session:
    return Session.resume(story, Runs(SAVES).load(path), None)


def test_there_is_something_to_open() -> None:
    assert len(RUNS) >= 5
    assert len(REPORTS) >= 4


@pytest.mark.parametrize("path", RUNS, ids=lambda path: path.name)
def test_an_old_run_opens_and_can_be_reported(path: Path, shipped: Story) -> None:
    before = path.read_bytes()
    session = opened(path, shipped)
    told = account(session)
    for format in FORMATS:
        assert written(told, format)
    session.save()
    assert path.read_bytes() == before


def kinds(value: Any, at: str = "") -> dict[str, set[str]]:
    """Every place in a report, and which kinds of thing stand there."""
    found = {at: {"null" if value is None else type(value).__name__}}
    inside: list[tuple[str, Any]] = []
    if isinstance(value, dict) and at not in OPEN:
        inside = [(f"{at}.{key}", part) for key, part in value.items()]
    elif isinstance(value, list):
        inside = [(f"{at}[]", part) for part in value]
    for place, part in inside:
        for deeper, known in kinds(part, place).items():
            found.setdefault(deeper, set()).update(known)
    return found


@pytest.fixture(scope="module")
def now(shipped: Story) -> dict[str, set[str]]:
    """The format as this version writes it, over all runs of the corpus."""
    found: dict[str, set[str]] = {}
    for path in RUNS:
        data = json.loads(as_json(account(opened(path, shipped))))
        for place, known in kinds(data).items():
            found.setdefault(place, set()).update(known)
    return found


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_an_old_report_has_no_key_that_the_format_lost(
    path: Path, now: dict[str, set[str]]
) -> None:
    data = json.loads(path.read_text(encoding="ascii"))
    if data["format"] != FORMAT:
        pytest.skip(f"format {data['format']} is another one")
    old = kinds(data)
    assert set(old) - set(now) == set()
    changed = {place: known - now[place] - {"null"} for place, known in old.items()}
    assert {place: known for place, known in changed.items() if known} == {}


def test_every_key_is_told_in_the_documentation(now: dict[str, set[str]]) -> None:
    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([a-z_]+)`", page.partition("## The data")[2]))
    keys = {place.rpartition(".")[2].removesuffix("[]") for place in now if place}
    assert keys - {""} - told == set()


def test_every_column_and_part_of_the_table_is_told_too(shipped: Story) -> None:
    page = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([a-z]+)`", page.partition("## The table")[2]))
    for path in RUNS:
        lines = written(account(opened(path, shipped)), "csv").split("\r\n")
        columns = re.findall(r'"(\w+)"', lines[0])
        parts = {line.split('"')[1] for line in lines[1:] if line}
        assert {*columns, *parts} <= told
