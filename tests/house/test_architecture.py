"""The page that explains the program names what is there, leaves no room out, and stays short."""

import importlib
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PATH = re.compile(r"`((?:game|story|starter|tests)(?:/[\w./]+)?)`")
NAMED = re.compile(r"`(game/[\w/]+)\.py` `([A-Za-z_.]+)`")
MOST_WORDS = 1200
"""At 250 words a minute, five minutes."""


def test_every_path_is_there() -> None:
    named = PATH.findall(PAGE)
    assert len(named) > 30
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_function_is_there() -> None:
    named = NAMED.findall(PAGE)
    assert len(named) > 20
    for module, dotted in named:
        found: object = importlib.import_module(module.replace("/", "."))
        for part in dotted.split("."):
            found = getattr(found, part)


def test_no_room_is_left_out() -> None:
    rooms = {f"game/{path.parent.name}" for path in (ROOT / "game").glob("*/__init__.py")}
    assert rooms <= set(PATH.findall(PAGE))


def test_it_is_read_in_five_minutes() -> None:
    assert len(re.findall(r"\w+", PAGE)) <= MOST_WORDS


def test_whoever_works_here_is_sent_to_it() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        assert "docs/architecture.md" in (ROOT / name).read_text(encoding="utf-8")
