"""What every test starts from: a data folder of its own, and no wishes left in the environment."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from game.check.proofs import prove_all
from game.check.shelf import Shelf
from game.core.saves.settings import SETTINGS
from game.core.story.model import Story
from tests.builders import Tiny, shipped_story

WISHES = (
    "ACCESSIBLE", "NO_COLOR", "FORCE_COLOR", "NO_MOTION", "REDUCE_MOTION", "REDUCED_MOTION",
    "TEXTUAL_ANIMATIONS", "TEXTUAL_DRIVER", "LINES", "COLUMNS",
)  # fmt: skip
"""The last two `readline` sets in a worker; a program believes them more than its terminal."""
BENCH = Path(__file__).parent / "bench"

# No clock decides about a test; the folder that every test is given is not used by properties.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def carrot_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep saves out of the real data folder; a test may ask for this folder by name."""
    home = tmp_path / "carrot-home"
    monkeypatch.setenv("CARROT_HOME", str(home))
    for wish in (*WISHES, *(f"CARROT_{setting.key.upper()}" for setting in SETTINGS)):
        monkeypatch.delenv(wish, raising=False)
    return home


@pytest.fixture(autouse=True)
def on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the shell find `carrot`, as where the game is installed; so commands are named by it."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    monkeypatch.setenv("PATH", path)


@pytest.fixture(scope="session")
def shipped() -> Story:
    """The story that ships with the game, read once."""
    return shipped_story()


@pytest.fixture(scope="session")
def proofs_of_shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every proof of the shipped story: walked once, however many tests check it."""
    folder = tmp_path_factory.mktemp("proofs")
    prove_all(shipped_story(), Shelf(folder))
    return folder


@pytest.fixture
def known_proofs(carrot_home: Path, proofs_of_shipped: Path) -> Path:
    """Let `carrot check` find the shipped story proven; the folder in which it looks."""
    cache = carrot_home / "cache"
    cache.mkdir(parents=True)
    (cache / "proofs").symlink_to(proofs_of_shipped)
    return cache / "proofs"


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    """A tiny story in a folder of its own, easy to vary."""
    return Tiny(tmp_path / "tiny")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in tests/bench is a measurement, marked or not."""
    for item in items:
        if BENCH in item.path.parents:
            item.add_marker("bench")
