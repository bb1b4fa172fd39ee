"""What every test starts from: a data folder of its own, and no wishes left in the environment."""

from pathlib import Path

import pytest

BENCH = Path(__file__).parent / "bench"


@pytest.fixture(autouse=True)
def carrot_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep saves out of the real data folder; a test may ask for this folder by name."""
    home = tmp_path / "carrot-home"
    monkeypatch.setenv("CARROT_HOME", str(home))
    for wish in ("CARROT_PLAIN", "ACCESSIBLE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(wish, raising=False)
    return home


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in tests/bench is a measurement, marked or not."""
    for item in items:
        if BENCH in item.path.parents:
            item.add_marker("bench")
