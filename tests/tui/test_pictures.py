"""The pictures of README.md: with nothing of this machine in them, and never stale."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from tests.builders import ROOT, shipped_story

DOCS = ROOT / "docs"


@pytest.fixture
def pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`docs/pictures.py`, drawing into a folder of the test's."""
    spec = spec_from_file_location("pictures", DOCS / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    monkeypatch.setattr(made, "HERE", tmp_path)
    return made


async def test_a_picture_names_no_place_and_fetches_nothing(
    pictures: ModuleType, tmp_path: Path
) -> None:
    await pictures.draw(shipped_story(), "title", None, "newsprint")
    drawn = (tmp_path / "title.svg").read_text(encoding="utf-8")
    assert str(tmp_path) not in drawn
    assert "@font-face" not in drawn


async def test_no_picture_is_stale(pictures: ModuleType, tmp_path: Path) -> None:
    """Where one differs from what the game shows now: `make pictures`, and look at it."""
    story = shipped_story()
    wanted = pictures.pictures(story)
    assert {path.stem for path in DOCS.glob("*.svg")} == set(wanted)
    for name, (session, theme) in wanted.items():
        await pictures.draw(story, name, session, theme)
        now = (tmp_path / f"{name}.svg").read_text(encoding="utf-8")
        assert now == (DOCS / f"{name}.svg").read_text(encoding="utf-8"), f"{name}.svg is stale"
